#include "app/cli/edit_command.hpp"

#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/member_words.hpp"
#include "app/cli/open_plan.hpp"
#include "geo/shape/wkt.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

struct Options {
  std::string project, action, district, name, code, members, polygon, reason;
};

void print(Context& context, const std::string& done, const layers::Plan& plan) {
  if (!context.isJson) {
    context.out() << done << '\n';
    for (const auto& district : plan.districts) {
      context.out() << "  " << district.code << ' ' << district.name << ": " << district.members.size() << " members" << (district.isPinned ? ", pinned" : "") << '\n';
    }
    return;
  }
  nlohmann::json document{{"done", done}, {"districts", nlohmann::json::array()}};
  for (const auto& district : plan.districts) {
    document["districts"].push_back({{"uid", district.uid}, {"code", district.code}, {"name", district.name}, {"members", district.members.size()}, {"pinned", district.isPinned}});
  }
  context.print(document);
}

geo::Result<layers::Edit> addDistrict(const Options& o, const layers::City& city) {
  layers::District district{.code = o.code, .name = o.name};
  if (!o.polygon.empty()) {
    auto shape = geo::parseWkt(o.polygon);
    if (!shape) return fail(std::move(shape));
    const auto* polygons = std::get_if<geo::XYGeometry::Polygons>(&shape->value);
    if (!polygons) return fail(ErrorCode::Invalid, "--polygon is not a polygon", "give POLYGON((x y, ...)) in the CRS of the project");
    district.shape = polygons->polygons;
  }
  auto members = membersOf(city, o.members);
  if (!members) return fail(std::move(members));
  district.members = std::move(*members);
  return layers::AddDistrict{std::move(district)};
}

geo::Result<layers::Edit> editOf(const Options& o, const layers::City& city) {
  if (o.action == "add-district") return addDistrict(o, city);
  if (o.action == "assign" || o.action == "take-out") {
    auto members = membersOf(city, o.members);
    if (!members) return fail(std::move(members));
    if (o.action == "assign" && o.district.empty()) return fail(ErrorCode::Invalid, "no district is named", "add --district PQ01, or use take-out");
    return layers::AssignMembers{o.action == "assign" ? o.district : layers::Uid{}, std::move(*members)};
  }
  if (o.district.empty()) return fail(ErrorCode::Invalid, "no district is named", "add --district PQ01");
  if (o.action == "remove") return layers::RemoveDistrict{o.district};
  if (o.action == "rename") return layers::RenameDistrict{o.district, o.name};
  return layers::PinDistrict{o.district, o.action == "pin"};
}

geo::Result<void> step(const Options& o, Context& context) {
  auto project = layers::Project::open(o.project, layers::Project::Access::Write);
  if (!project) return fail(std::move(project));
  const auto steps = project->steps();
  if (!steps) return fail(steps);
  const bool isUndo = o.action == "undo";
  const auto& list = isUndo ? steps->undoable : steps->redoable;
  const auto plan = isUndo ? project->undo(context.author()) : project->redo(context.author());
  if (!plan) return fail(plan);
  if (!*plan) return fail(ErrorCode::NotFound, "there is nothing to " + o.action, "see pianqu journal", {.file = o.project});
  print(context, o.action + " " + list.back(), **plan);
  return {};
}

geo::Result<void> edit(const Options& o, Context& context) {
  if (o.action == "undo" || o.action == "redo") return step(o, context);
  auto open = openPlan(o.project, layers::Project::Access::Write, context);
  if (!open) return fail(std::move(open));
  const auto change = editOf(o, open->city);
  if (!change) return fail(change);
  const auto plan = open->project.commit(open->city, open->plan, *change, context.author(), o.reason);
  if (!plan) return fail(plan);
  print(context, layers::summaryOf(*change), *plan);
  return {};
}

}  // namespace

Command editCommand() {
  return {"edit", "Change the plan by hand; each call is one step that undo takes back",
          [](CLI::App& app) -> Run {
            auto o = std::make_shared<Options>();
            app.add_option("PROJECT", o->project, "the project")->required();
            app.add_option("ACTION", o->action, "what to do")->required()->check(CLI::IsMember({"add-district", "assign", "take-out", "remove", "rename", "pin", "unpin", "undo", "redo"}));
            app.add_option("--district", o->district, "code or uid of the district");
            app.add_option("--name", o->name, "name of the district, e.g. 梅园片区");
            app.add_option("--code", o->code, "code of a new district; the next free PQnn when left out");
            app.add_option("--members", o->members, "estates and buildings by code, name or uid, separated by commas");
            app.add_option("--polygon", o->polygon, "boundary as WKT in the CRS of the project; members follow when none are named");
            app.add_option("--reason", o->reason, "why; kept in the journal");
            return [o](Context& context) { return edit(*o, context); };
          },
          {"pianqu edit city.gpkg rename --district PQ01 --name 示范片区", "pianqu edit city.gpkg pin --district PQ01 --reason 已批复", "pianqu edit city.gpkg undo"}};
}

}  // namespace pianqu::app
