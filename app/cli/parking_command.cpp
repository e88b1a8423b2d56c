#include "app/cli/parking_command.hpp"

#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/parking_plan.hpp"

namespace pianqu::app {
namespace {

using nlohmann::json;

struct Options {
  std::string project, district;
};

json toJson(const layers::District& district, const layers::DistrictParking& parking) {
  json lots = json::array(), profiles = json::object();
  for (const auto& lot : parking.lots) {
    lots.push_back({{"estate_uid", lot.estateUid}, {"profile", lot.profile}, {"area_m2", lot.areaM2}, {"stalls", lot.stalls}, {"row_bound", lot.bound}, {"beside_lane", lot.isBesideLane}, {"reason", lot.reason}});
  }
  for (const auto& [profile, count] : parking.balance.added) profiles[profile] = {{"new", count}, {"gap", parking.balance.gap(profile)}};
  return {{"district", district.code}, {"households", parking.balance.households}, {"estates_without_households", parking.balance.estatesWithoutHouseholds},
          {"demand", parking.balance.demand}, {"existing", parking.balance.existing}, {"profiles", profiles}, {"lots", lots}};
}

void print(std::ostream& out, const layers::City& city, const layers::CityIndex& index, const layers::District& district, const layers::DistrictParking& parking) {
  const auto& balance = parking.balance;
  out << district.code << ' ' << district.name << "\nhouseholds " << balance.households << ", demand " << balance.demand << ", existing " << balance.existing << '\n';
  if (balance.estatesWithoutHouseholds > 0) out << "households are not known for " << balance.estatesWithoutHouseholds << " estates: the demand is a lower bound\n";
  for (const auto& [profile, count] : balance.added) {
    out << profile << ": new " << count << ", gap " << balance.gap(profile) << '\n';
    for (const auto& lot : parking.lots) {
      if (lot.profile != profile) continue;
      const auto at = index.estate(lot.estateUid);
      out << "  " << (at ? city.estates[*at].name.str() : std::string("scattered buildings (零星楼)")) << ": " << layers::formatNumber(lot.areaM2, 0) << " m2, " << lot.stalls << " stalls";
      if (lot.stalls > 0) {
        out << ", " << layers::formatNumber(lot.areaPerStallM2(), 1) << " m2 a stall";
        if (!lot.isBesideLane && lot.bound > 0) out << ", " << layers::formatNumber(100.0 * lot.stalls / lot.bound, 0) << "% of the row bound " << lot.bound;
        if (lot.isBesideLane) out << ", beside an existing lane";
      }
      out << (lot.reason.empty() ? "" : "; " + lot.reason) << '\n';
    }
  }
}

geo::Result<void> runParking(const Options& options, Context& context) {
  const auto rules = layers::PlanRules::read(context.dataFolder);
  if (!rules) return geo::fail(rules);
  const auto open = openPlan(options.project, layers::Project::Access::Read, context);
  if (!open) return geo::fail(open);
  const auto districts = districtsOf(*open, options.district);
  if (!districts) return geo::fail(districts);
  const layers::PlanIndex index(open->city);
  const layers::RedLines redLines(open->city);
  json document = json::array();
  for (const std::size_t at : *districts) {
    const layers::District& district = open->plan.districts[at];
    const auto parking = layers::planParking(layers::scopeOf(index, district), index, redLines, rules->parking, rules->parking.profiles.front().name);
    if (!parking) return geo::fail(parking);
    if (context.isJson) document.push_back(toJson(district, *parking));
    else print(context.out(), open->city, index.positions(), district, *parking);
  }
  if (context.isJson) context.print(document);
  return {};
}

}  // namespace

Command parkingCommand() {
  Command command{.name = "parking", .summary = "Show where stalls fit in a district, for both clearance profiles, and the balance"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
    app.add_option("--district", options->district, "Only this district, by code; the default is all");
    return [options](Context& context) { return runParking(*options, context); };
  };
  command.examples = {"pianqu parking city.gpkg --district PQ01"};
  return command;
}

}  // namespace pianqu::app
