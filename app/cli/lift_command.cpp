#include "app/cli/lift_command.hpp"

#include <map>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/lift_plan.hpp"

namespace pianqu::app {
namespace {

using nlohmann::json;

struct Options {
  std::string project, district, entrance;
  layers::LiftOptions lift;
};

json toJson(const layers::City& city, std::size_t at, const layers::LiftPlanner::Result& result) {
  json shares = json::object();
  for (const auto& [floor, fen] : result.study.shareByFloor) shares[std::to_string(floor)] = geo::toYuan(fen);
  return {{"entrance", city.entrances[at].code}, {"entrance_uid", city.entrances[at].uid}, {"verdict", result.study.verdict}, {"reasons", result.study.reasons}, {"consent", result.study.consent},
          {"consent_reason", result.consentReason}, {"candidates", result.siting.candidates}, {"shaft", result.siting.size}, {"corridor_m", result.siting.corridorM}, {"share_yuan_by_floor", shares}};
}

void print(std::ostream& out, const layers::City& city, std::size_t at, const layers::LiftPlanner::Result& result) {
  out << (city.entrances[at].code.empty() ? city.entrances[at].uid : city.entrances[at].code) << ": " << result.study.verdict << "; consent " << result.study.consent << " (" << result.consentReason << ")\n";
  if (!result.siting.shaft.outer.empty()) {
    out << "  shaft " << result.siting.size << ", corridor " << layers::formatNumber(result.siting.corridorM, 1) << " m, " << layers::formatNumber(result.siting.offsetM, 1) << " m off the middle\n";
  }
  for (const auto& reason : result.study.reasons) out << "  " << reason << '\n';
  if (result.study.shareByFloor.empty()) return;
  out << "  share of a home by floor, yuan:";
  for (const auto& [floor, fen] : result.study.shareByFloor) out << ' ' << floor << "F " << geo::toYuan(fen);
  out << '\n';
}

/// Stair units by district, or the one that is named by code or uid.
geo::Result<std::vector<std::size_t>> unitsOf(const OpenPlan& open, const layers::PlanIndex& index, const Options& options) {
  std::vector<std::size_t> units;
  if (!options.entrance.empty()) {
    for (std::size_t i = 0; i < open.city.entrances.size(); ++i) {
      if (open.city.entrances[i].code == options.entrance || open.city.entrances[i].uid == options.entrance) units.push_back(i);
    }
    if (units.empty()) return geo::fail(geo::ErrorCode::NotFound, "there is no stair unit " + options.entrance, "list those of a district with --district", {.file = options.project, .layer = "entrance"});
    return units;
  }
  const auto districts = districtsOf(open, options.district);
  if (!districts) return geo::fail(districts);
  for (const std::size_t at : *districts) {
    for (const std::size_t building : layers::scopeOf(index, open.plan.districts[at]).buildings) {
      const auto entrances = index.entrancesOf(building);
      units.insert(units.end(), entrances.begin(), entrances.end());
    }
  }
  return units;
}

geo::Result<void> runLift(Options options, Context& context) {
  const auto rules = layers::PlanRules::read(context.dataFolder);
  if (!rules) return geo::fail(rules);
  const auto open = openPlan(options.project, layers::Project::Access::Read, context);
  if (!open) return geo::fail(open);
  if (const auto* kind = rules->measures.find("DT-01"); kind != nullptr && !options.lift.liftCost) options.lift.liftCost = kind->unitPrice;
  const layers::PlanIndex index(open->city);
  const layers::RedLines redLines(open->city);
  const layers::LiftPlanner planner(index, redLines, rules->lift);
  const auto units = unitsOf(*open, index, options);
  if (!units) return geo::fail(units);
  json document = json::array();
  std::map<std::string, int> verdicts;
  for (const std::size_t at : *units) {
    const auto result = planner.study(at, options.lift);
    if (!result) return geo::fail(result);
    if (!*result) continue;
    ++verdicts[(*result)->study.verdict];
    if (context.isJson) document.push_back(toJson(open->city, at, **result));
    else print(context.out(), open->city, at, **result);
  }
  if (context.isJson) {
    context.print(document);
    return {};
  }
  context.out() << "stair units studied:";
  for (const auto& [verdict, count] : verdicts) context.out() << ' ' << verdict << ' ' << count;
  context.out() << (verdicts.empty() ? " none\n" : "\n");
  return {};
}

}  // namespace

Command liftCommand() {
  Command command{.name = "lift", .summary = "Show for each stair unit whether a lift can be added, why not, consent and cost shares"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
    auto* district = app.add_option("--district", options->district, "Only this district, by code; the default is all");
    app.add_option("--entrance", options->entrance, "Only this stair unit, by code or uid")->excludes(district);
    app.add_option("--consent", options->lift.regime, "Rule of consent, a key of consent_regimes.csv; default civil-code-278-major");
    app.add_option("--share", options->lift.shareScheme, "Scheme of cost shares, a key of lift_cost_share.csv; default guangdong");
    return [options](Context& context) { return runLift(*options, context); };
  };
  command.examples = {"pianqu lift city.gpkg --district PQ01"};
  return command;
}

}  // namespace pianqu::app
