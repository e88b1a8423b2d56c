#include "app/cli/check_command.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/rules/plan_checks.hpp"

namespace pianqu::app {
namespace {

using geo::fail;

geo::Result<void> check(const std::string& path, Context& context) {
  const auto open = openPlan(path, layers::Project::Access::Read, context, {"estate", "building"});
  if (!open) return fail(open);
  if (const auto sound = open->project.checkIntegrity(); !sound) return sound;
  const auto journalRows = open->project.verifyJournal();
  if (!journalRows) return fail(journalRows);
  const auto rules = layers::RuleBook::read(context.dataFolder, open->profile);
  if (!rules) return fail(rules);
  const auto problems = layers::checkPlan(open->city, open->plan, *rules);
  if (!problems) return fail(problems);

  const auto count = [&problems](geo::Severity severity) { return std::count_if(problems->begin(), problems->end(), [severity](const geo::Problem& p) { return p.severity == severity; }); };
  const auto broken = count(geo::Severity::Refused);
  if (context.isJson) {
    nlohmann::json document{{"file", "ok"}, {"journal_rows", *journalRows}, {"districts", open->plan.districts.size()}, {"problems", nlohmann::json::array()}};
    for (const auto& p : *problems) {
      nlohmann::json each{{"severity", geo::nameOf(p.severity)}, {"code", p.code}, {"text", p.text}, {"layer", p.where.layer}, {"feature", p.where.feature}};
      if (p.where.x && p.where.y) each["at"] = {*p.where.x, *p.where.y};
      document["problems"].push_back(std::move(each));
    }
    context.print(document);
  } else {
    context.out() << "file: sound\njournal: " << *journalRows << " rows, chain holds\nplan: " << open->plan.districts.size() << " districts, " << broken << " broken invariants, "
                  << count(geo::Severity::Warning) << " warnings, " << count(geo::Severity::Note) << " notes\n";
    for (const auto& p : *problems) context.out() << "  " << geo::nameOf(p.severity) << ' ' << p.code << ": " << p.text << '\n';
  }
  if (broken == 0) return {};
  return fail(geo::ErrorCode::Invalid, std::to_string(broken) + " invariants of the plan are broken", "take the last step back with pianqu edit PROJECT undo", {.file = path});
}

}  // namespace

Command checkCommand() {
  return {"check", "Check the file, its journal and the rules of its plan",
          [](CLI::App& app) -> Run {
            auto path = std::make_shared<std::string>();
            app.add_option("PROJECT", *path, "the project")->required();
            return [path](Context& context) { return check(*path, context); };
          },
          {"pianqu check city.gpkg", "pianqu check city.gpkg --json"}};
}

}  // namespace pianqu::app
