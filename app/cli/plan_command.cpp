#include "app/cli/plan_command.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "app/cli/plan_attach.hpp"
#include "app/cli/table_printer.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/pricing.hpp"
#include "layers/plan/works.hpp"

namespace pianqu::app {
namespace {

using nlohmann::json;

struct Options {
  std::string project, district, prices;
  layers::WorksOptions works;
};

const std::vector<std::string> kVerdicts{"可行", "有条件", "不可行", "资料不足"};

std::map<std::string, int> liftsByVerdict(const layers::Plan& plan, const layers::Uid& district) {
  std::map<std::string, int> counts;
  for (const auto& study : plan.liftStudies) {
    if (study.districtUid == district) ++counts[study.verdict];
  }
  return counts;
}

layers::CostTotal costOf(const layers::Plan& plan, const layers::Uid& district) {
  layers::CostTotal total;
  for (const auto& measure : plan.measures) {
    if (measure.districtUid == district) total.add(measure);
  }
  return total;
}

json documentOf(const layers::District& district, const layers::DistrictWorks& works, const layers::Plan& plan, const layers::LedgerTable& measures) {
  json lifts = json::object(), stalls = json::object();
  const auto counts = liftsByVerdict(plan, district.uid);
  for (const auto& verdict : kVerdicts) lifts[verdict] = counts.contains(verdict) ? counts.at(verdict) : 0;
  for (const auto& [profile, count] : works.balance.added) stalls[profile] = {{"new", count}, {"gap", works.balance.gap(profile)}};
  const auto cost = costOf(plan, district.uid);
  return {{"district", district.code}, {"name", district.name}, {"measures", toJson(measures)}, {"lifts", lifts}, {"stalls", stalls},
          {"parking", {{"households", works.balance.households}, {"demand", works.balance.demand}, {"existing", works.balance.existing}}},
          {"cost_yuan", geo::toYuan(cost.priced)}, {"to_be_priced", cost.unpriced}};
}

void print(std::ostream& out, const layers::District& district, const layers::DistrictWorks& works, const layers::Plan& plan, const layers::LedgerTable& measures) {
  out << district.code << ' ' << district.name << '\n';
  printTable(out, measures);
  const auto counts = liftsByVerdict(plan, district.uid);
  out << "lifts:";
  for (const auto& verdict : kVerdicts) out << ' ' << verdict << ' ' << (counts.contains(verdict) ? counts.at(verdict) : 0);
  out << "\nstalls: demand " << works.balance.demand << ", existing " << works.balance.existing;
  for (const auto& [profile, count] : works.balance.added) out << "; " << profile << " +" << count << ", gap " << works.balance.gap(profile);
  const auto cost = costOf(plan, district.uid);
  out << "\ncost: " << geo::toYuan(cost.priced) << " yuan";
  if (cost.unpriced > 0) out << ", and " << cost.unpriced << " measures to be priced (待定价)";
  out << "\n\n";
}

geo::Result<void> runPlan(Options& options, Context& context) {
  const auto rules = layers::PlanRules::read(context.dataFolder);
  if (!rules) return geo::fail(rules);
  if (!options.prices.empty()) {
    auto prices = layers::readPrices(options.prices, rules->measures);
    if (!prices) return geo::fail(std::move(prices));
    options.works.prices = std::move(*prices);
  }
  const auto labels = layers::readMeasureLabels(context.dataFolder);
  if (!labels) return geo::fail(labels);
  auto open = openPlan(options.project, layers::Project::Access::Write, context);
  if (!open) return geo::fail(std::move(open));
  const auto districts = districtsOf(*open, options.district);
  if (!districts) return geo::fail(districts);
  auto works = layers::planWorks(open->city, open->plan, *districts, *rules, context.dataFolder, options.works, context.progress());
  if (!works) return geo::fail(std::move(works));

  // One command is one edit: what was asked for at once is undone at once, and a stop leaves no district planned beside one that is not.
  std::vector<layers::Edit> edits;
  for (auto& each : *works) edits.insert(edits.end(), std::make_move_iterator(each.edits.begin()), std::make_move_iterator(each.edits.end()));
  std::vector<std::string> codes;
  for (const std::size_t at : *districts) codes.push_back(open->plan.districts[at].code);
  auto plan = open->project.commit(open->city, layers::CityIndex(open->city), open->plan, edits, context.author(), codes.size() == 1 ? "plan " + codes.front() : "plan " + std::to_string(codes.size()) + " districts");
  if (!plan) return geo::fail(std::move(plan));

  json document = json::array();
  for (std::size_t i = 0; i < works->size(); ++i) {
    const layers::District& district = *plan->findDistrict(codes[i]);
    const auto measures = layers::measureLedger(*plan, *labels, district.uid);
    if (context.isJson) document.push_back(documentOf(district, (*works)[i], *plan, measures));
    else print(context.out(), district, (*works)[i], *plan, measures);
  }
  if (context.isJson) context.print(document);
  return {};
}

}  // namespace

Command planCommand() {
  Command command{.name = "plan", .summary = "Plan drainage, parking, lifts and the other measures of each district"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
    app.add_option("--district", options->district, "Only this district, by code; the default is all");
    app.add_option("--prices", options->prices, "A table of unit prices: CSV with code, price_yuan, source");
    app.add_option("--profile", options->works.parkingProfile, "Clearance profile whose stalls are planned: strict-50067 (default) or roadside-50180; both are studied");
    app.add_option("--consent", options->works.lift.regime, "Rule of consent for lifts, a key of consent_regimes.csv; default civil-code-278-major");
    app.add_option("--share", options->works.lift.shareScheme, "Scheme of cost shares, a key of lift_cost_share.csv; default guangdong");
    app.add_option("--storm", options->works.storm, "Design storm of new storm pipes: a key of storm_formulas.csv, or A,C,b,n of your city; default 武汉");
    const auto byHand = addAttachAndDetach(app);
    return [options, byHand](Context& context) { return byHand->isChosen() ? byHand->run(options->project, context) : runPlan(*options, context); };
  };
  command.examples = {"pianqu plan city.gpkg", "pianqu plan city.gpkg --district PQ01 --profile roadside-50180 --json"};
  return command;
}

}  // namespace pianqu::app
