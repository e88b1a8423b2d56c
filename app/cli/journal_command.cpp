#include "app/cli/journal_command.hpp"

#include <map>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pianqu::app {
namespace {

using geo::fail;
using layers::JournalEntry;

/// "edit AddDistrict PQ01 +6", "undo of 3", "import city.shp".
std::string headOf(const JournalEntry& entry) {
  const auto after = nlohmann::json::parse(entry.after, nullptr, false);
  const auto text = [&after](const char* key) { return after.is_object() ? after.value(key, std::string{}) : std::string{}; };
  if (entry.op == "edit") return "edit " + text("summary");
  if (entry.op == "undo" || entry.op == "redo") return entry.op + " of " + entry.uid;
  if (entry.op == "import") return "import " + text("path") + (text("layer").empty() ? "" : " layer " + text("layer"));
  return entry.op + " " + entry.table;
}

nlohmann::json toJson(const JournalEntry& e) {
  return {{"seq", e.seq}, {"txn", e.transaction}, {"at", e.at}, {"by", e.by}, {"table", e.table}, {"row_uid", e.uid}, {"op", e.op}, {"before", e.before}, {"after", e.after}, {"reason", e.reason}, {"hash", e.hash}};
}

geo::Result<void> show(const std::string& path, bool isFull, Context& context) {
  const auto project = layers::Project::open(path, layers::Project::Access::Read);
  if (!project) return fail(project);
  const auto entries = project->readJournal();
  if (!entries) return fail(entries);
  if (context.isJson) {
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& entry : *entries) rows.push_back(toJson(entry));
    context.print({{"rows", std::move(rows)}});
    return {};
  }
  std::map<std::int64_t, std::size_t> sizes;
  for (const auto& entry : *entries) ++sizes[entry.transaction];
  std::int64_t last = 0;
  for (const auto& entry : *entries) {
    if (entry.transaction != last) {
      context.out() << entry.transaction << "  " << entry.at << "  " << entry.by << "  " << headOf(entry) << " (" << sizes[entry.transaction] << " rows)" << (entry.reason.empty() ? "" : "  " + entry.reason) << '\n';
    }
    last = entry.transaction;
    if (isFull) context.out() << "    " << entry.seq << ' ' << entry.op << ' ' << entry.table << ' ' << entry.uid << '\n';
  }
  return {};
}

}  // namespace

Command journalCommand() {
  struct Options {
    std::string project;
    bool isFull = false;
  };
  return {"journal", "Show what was done to a project, by whom, when and why",
          [](CLI::App& app) -> Run {
            auto o = std::make_shared<Options>();
            app.add_option("PROJECT", o->project, "the project")->required();
            app.add_flag("--rows", o->isFull, "every row, not only the transactions");
            return [o](Context& context) { return show(o->project, o->isFull, context); };
          },
          {"pianqu journal city.gpkg", "pianqu journal city.gpkg --rows"}};
}

}  // namespace pianqu::app
