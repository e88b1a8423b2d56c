#include "app/cli/edit_command.hpp"

#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/edit_actions.hpp"
#include "app/cli/table_printer.hpp"
#include "layers/ledger/live.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

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

/// The ledger of the districts that differ, before and after.
void printChange(Context& context, const OpenPlan& open, const layers::Plan& after, const std::string& done) {
  const auto table = layers::changeLedger(open.city, open.plan, after);
  if (context.isJson) {
    context.print({{"done", done}, {"saved", false}, {"change", toJson(table)}});
    return;
  }
  context.out() << done << " (not saved)\n";
  printTable(context.out(), table);
}

geo::Result<void> step(const EditOptions& o, Context& context) {
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

geo::Result<void> edit(const EditOptions& o, Context& context) {
  if (o.action == "undo" || o.action == "redo") return step(o, context);
  auto open = openPlan(o.project, o.isDryRun ? layers::Project::Access::Read : layers::Project::Access::Write, context);
  if (!open) return fail(std::move(open));
  const auto changes = editsOf(o, *open, context);
  if (!changes) return fail(changes);
  std::string done;
  for (const auto& change : *changes) done += (done.empty() ? "" : ", ") + layers::summaryOf(change);
  if (o.isDryRun) {
    const auto after = layers::apply(open->city, layers::CityIndex(open->city), open->plan, *changes);
    if (!after) return fail(after);
    printChange(context, *open, *after, done);
    return {};
  }
  const auto plan = open->project.commit(open->city, open->plan, *changes, context.author(), o.reason);
  if (!plan) return fail(plan);
  print(context, done, *plan);
  return {};
}

}  // namespace

Command editCommand() {
  return {"edit", "Change the plan by hand; each call is one step that undo takes back",
          [](CLI::App& app) -> Run {
            auto o = std::make_shared<EditOptions>();
            app.add_option("PROJECT", o->project, "the project")->required();
            std::vector<std::string> names = editActions();
            names.insert(names.end(), {"undo", "redo"});
            app.add_option("ACTION", o->action, "what to do")->required()->check(CLI::IsMember(names));
            app.add_option("--district", o->district, "code or uid of the district");
            app.add_option("--name", o->name, "name of the district, e.g. 梅园片区");
            app.add_option("--code", o->code, "code of a new district; the next free PQnn when left out");
            app.add_option("--members", o->members, "estates and buildings by code, name or uid, separated by commas");
            app.add_option("--polygon", o->polygon, "boundary, or lasso to paint with, as WKT in the CRS of the project");
            app.add_option("--line", o->line, "line to reshape or split along, WKT");
            app.add_option("--brush", o->brush, "path of the brush, WKT of a point or line; with --radius");
            app.add_option("--radius", o->radiusM, "radius of the brush, metres")->check(CLI::PositiveNumber);
            app.add_option("--rectangle", o->rectangle, "rectangle to paint with: line between opposite corners, or a polygon, WKT");
            app.add_option("--pick", o->pick, "when a unit counts as painted")->check(CLI::IsMember({"touch", "centroid", "majority", "whole"}));
            app.add_option("--follow", o->follow, "how units follow a line that moves")->check(CLI::IsMember({"majority", "centroid", "whole", "stay"}));
            app.add_option("--with", o->with, "districts to merge into --district")->delimiter(',');
            app.add_option("--at", o->at, "place of a corner or gap, WKT of a point");
            app.add_option("--to", o->to, "where the corner goes, WKT of a point");
            app.add_option("--within", o->withinM, "how far from --at the corner or side may lie, metres")->check(CLI::NonNegativeNumber);
            app.add_option("--slit", o->slitM, "absorb open ground between districts too when it is narrower than this, metres")->check(CLI::NonNegativeNumber);
            app.add_option("--sub-district", o->subDistrict, "propose inside this sub-district only; or inside --polygon");
            app.add_option("--only", o->only, "take up only these districts of the proposal, by code")->delimiter(',');
            app.add_option("--min-households", o->merge.minHouseholds, "propose: least households of a district")->check(CLI::NonNegativeNumber);
            app.add_option("--max-households", o->merge.maxHouseholds, "propose: most households of a district")->check(CLI::NonNegativeNumber);
            app.add_option("--max-span", o->merge.maxSpanM, "propose: greatest distance between two buildings of a district, metres")->check(CLI::PositiveNumber);
            app.add_option("--seed", o->merge.seed, "propose: same seed, same districts");
            app.add_flag("--from-current", o->merge.isFromCurrent, "propose: keep the present districts; solve anew only where a unit is new or a rule is broken");
            app.add_flag("--dry-run", o->isDryRun, "print what the edit would change, save nothing");
            app.add_option("--reason", o->reason, "why; kept in the journal");
            return [o](Context& context) { return edit(*o, context); };
          },
          {"pianqu edit city.gpkg rename --district PQ01 --name 示范片区", "pianqu edit city.gpkg pin --district PQ01 --reason 已批复", "pianqu edit city.gpkg undo"}};
}

}  // namespace pianqu::app
