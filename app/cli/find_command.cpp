#include "app/cli/find_command.hpp"

#include <iomanip>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "layers/plan/find.hpp"

namespace pianqu::app {
namespace {

struct Options {
  std::string project, text;
  std::size_t limit = 20;
};

nlohmann::json toJson(const layers::Found& found) {
  return {{"table", found.table}, {"uid", found.uid}, {"name", found.name}, {"by", found.detail}, {"at", {found.at.x, found.at.y}},
          {"box", {found.box.minX, found.box.minY, found.box.maxX, found.box.maxY}}};
}

geo::Result<void> find(const Options& options, Context& context) {
  const auto initials = layers::PinyinInitials::read(context.dataFolder);
  if (!initials) return geo::fail(initials);
  const auto open = openPlan(options.project, layers::Project::Access::Read, context);
  if (!open) return geo::fail(open);
  const geo::Crs& crs = open->project.settings().crs;
  auto found = layers::placesOf(options.text, crs);
  for (auto& each : layers::FindIndex(open->city, open->plan, *initials).find(options.text, options.limit)) found.push_back(std::move(each));
  if (found.size() > options.limit) found.resize(options.limit);
  if (context.isJson) {
    nlohmann::json document{{"text", options.text}, {"crs", crs.name()}, {"found", nlohmann::json::array()}};
    for (const auto& each : found) document["found"].push_back(toJson(each));
    context.print(document);
    return {};
  }
  if (found.empty()) return geo::fail(geo::ErrorCode::NotFound, "nothing is called \"" + options.text + "\"", "try a part of the name, the code, the initials of the pinyin (myxq), or a coordinate", {.file = options.project});
  context.out() << std::fixed << std::setprecision(2);
  for (const auto& each : found) {
    context.out() << each.table << ' ' << each.name << (each.detail.empty() ? "" : " [" + each.detail + "]");
    if (each.table != "place") context.out() << " at " << each.at.x << ' ' << each.at.y;
    context.out() << '\n';
  }
  return {};
}

}  // namespace

Command findCommand() {
  Command command{.name = "find", .summary = "Find things by name, code, pinyin initials or coordinate"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
    app.add_option("TEXT", options->text, "A name or part of one, a code, initials such as myxq, or a coordinate: \"114.305 30.593 gcj02\"")->required();
    app.add_option("--limit", options->limit, "At most so many")->check(CLI::Range(1, 100000));
    return [options](Context& context) { return find(*options, context); };
  };
  command.examples = {"pianqu find city.gpkg 小区", "pianqu find city.gpkg \"115.54 30.09\" --json"};
  return command;
}

}  // namespace pianqu::app
