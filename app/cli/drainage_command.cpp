#include "app/cli/drainage_command.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <ostream>
#include <set>
#include <unordered_set>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/drainage_printing.hpp"
#include "app/cli/drainage_profile.hpp"
#include "app/cli/open_sewers.hpp"
#include "geo/network/trace.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/pricing.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

struct Options {
  std::string project, prices, rule, from, storm;
  bool isUpstream = false, isDownstream = false, isDryRun = false;
  std::size_t limit = 40;
};

geo::Result<layers::PriceTable> pricesOf(const Options& options, const layers::MeasureCatalogue& measures) {
  if (options.prices.empty()) return layers::PriceTable{};
  return layers::readPrices(options.prices, measures);
}

geo::Result<void> runCheck(const Options& options, Context& context) {
  const auto loaded = openSewers(options.project, layers::Project::Access::Read, context);
  if (!loaded) return fail(loaded);
  const auto check = geo::check(loaded->sewers.system, loaded->catalogue.limits, context.progress());
  if (!check) return fail(check);
  const auto measures = layers::MeasureCatalogue::read(context.dataFolder);
  if (!measures) return fail(measures);
  const auto prices = pricesOf(options, *measures);
  if (!prices) return fail(prices);
  const auto tariff = layers::readRepairTariff(context.dataFolder, *measures, *prices);
  if (!tariff) return fail(tariff);
  const geo::RepairPrices repairPrices = layers::repairPricesOf(loaded->sewers.system, *tariff);
  std::vector<geo::RepairSet> repairs;
  for (const geo::Water water : {geo::Water::Sewage, geo::Water::Storm}) {
    repairs.push_back(geo::cheapestRepair(loaded->sewers.system, *check, water, repairPrices));
  }
  const auto plan = loaded->project.readPlan(context.progress());
  if (!plan) return fail(plan);
  const geo::DesignScope scope = layers::scopeOf(loaded->sewers, *plan, loaded->catalogue.districtDistanceM);
  const auto proofs = layers::proofsOf(loaded->sewers.system, *check, scope, *plan);
  const DrainageReport report{loaded->sewers, *check, repairs, tariff->isExample};
  if (context.isJson) {
    nlohmann::json document = toJson(report);
    for (const auto& proof : proofs) document["separation"].push_back(toJson(proof));
    document["unverified_rules"] = loaded->catalogue.unverifiedRules;
    context.print(document);
    return {};
  }
  context.out() << loaded->sewers.system.nodes.size() << " manholes, " << loaded->sewers.system.links.size() << " pipes, " << loaded->sewers.system.sources.size() << " sources\n\n";
  printTallies(context.out(), *check);
  context.out() << '\n';
  printFindings(context.out(), report, options.rule, options.limit);
  context.out() << '\n';
  printRepairs(context.out(), report);
  context.out() << '\n';
  printProofs(context.out(), proofs);
  context.out() << "\n待核对: " << loaded->catalogue.unverifiedRules.size() << " of the rules used are not checked against the printed standard\n";
  return {};
}

/// Estates and households whose risers drain into the traced manholes.
struct Served {
  std::set<std::string> estates;
  std::int64_t buildings = 0, households = 0, buildingsWithoutCount = 0;
};

Served servedBy(const OpenSewers& loaded, const geo::Trace& trace) {
  std::vector<std::uint8_t> isTraced(loaded.sewers.system.nodes.size(), 0);
  for (const int node : trace.nodes) isTraced[static_cast<std::size_t>(node)] = 1;
  const layers::CityIndex index(loaded.city);
  std::unordered_set<std::size_t> seen;
  Served served;
  for (std::size_t i = 0; i < loaded.sewers.system.sources.size(); ++i) {
    const int node = loaded.sewers.system.sources[i].node;
    const std::size_t riser = loaded.sewers.risers[i];
    if (node < 0 || !isTraced[static_cast<std::size_t>(node)] || riser == layers::kNoRiser) continue;
    const auto building = index.building(loaded.city.risers[riser].buildingUid);
    if (!building || !seen.insert(*building).second) continue;
    const layers::Building& here = loaded.city.buildings[*building];
    ++served.buildings;
    served.households += here.households.value_or(0);
    if (!here.households) ++served.buildingsWithoutCount;
    if (const auto estate = index.estate(here.estateUid)) served.estates.insert(loaded.city.estates[*estate].name);
  }
  return served;
}

nlohmann::json traceJson(const OpenSewers& loaded, const geo::Trace& trace, const std::vector<int>& path, const Served& served) {
  nlohmann::json nodes = nlohmann::json::array(), links = nlohmann::json::array(), unknown = nlohmann::json::array(), way = nlohmann::json::array();
  const geo::SewerSystem& system = loaded.sewers.system;
  for (const int node : trace.nodes) nodes.push_back(system.nodes[static_cast<std::size_t>(node)].code);
  for (const int link : trace.links) links.push_back(system.links[static_cast<std::size_t>(link)].code);
  for (const int link : trace.unknownLinks) unknown.push_back(system.links[static_cast<std::size_t>(link)].code);
  for (const int link : path) way.push_back(system.links[static_cast<std::size_t>(link)].code);
  return {{"nodes", nodes}, {"pipes", links}, {"length_m", trace.lengthM}, {"path", way}, {"not_passed", unknown},
          {"estates", served.estates}, {"buildings", served.buildings}, {"households", served.households}};
}

geo::Result<void> runTrace(const Options& options, Context& context) {
  const auto loaded = openSewers(options.project, layers::Project::Access::Read, context);
  if (!loaded) return fail(loaded);
  const auto start = findManhole(*loaded, options.from);
  if (!start) return fail(start);
  const geo::SewerSystem& system = loaded->sewers.system;
  const geo::FlowGraph graph = geo::flowGraphOf(system, loaded->catalogue.limits.minFallM);
  const auto way = options.isUpstream ? geo::TraceWay::Upstream : geo::TraceWay::Downstream;
  geo::Trace trace = geo::trace(graph, *start, way);
  std::erase_if(trace.unknownLinks, [&](int link) { return system.links[static_cast<std::size_t>(link)].isAbandoned; });
  const std::vector<int> path = geo::pathTo(graph, trace, trace.nodes.size() - 1, way);
  // Who drains here: down from a manhole it is what comes from above it that travels the path.
  const Served served = servedBy(*loaded, options.isUpstream ? trace : geo::trace(graph, *start, geo::TraceWay::Upstream));
  if (context.isJson) {
    context.print(traceJson(*loaded, trace, path, served));
    return {};
  }
  std::array<char, 64> length{};
  std::snprintf(length.data(), length.size(), "%.1f", trace.lengthM);
  context.out() << (options.isUpstream ? "upstream of " : "downstream of ") << options.from << ": " << trace.nodes.size() << " manholes, " << trace.links.size() << " pipes, " << length.data() << " m\n"
                << "farthest path: " << pathText(system, path) << '\n';
  for (const int node : trace.nodes) {
    const geo::SewerNode& here = system.nodes[static_cast<std::size_t>(node)];
    if (here.outfall != geo::OutfallKind::None) context.out() << "outfall: " << here.code << " (" << zhOf(here.outfall) << ")\n";
  }
  context.out() << "drained from above: " << served.estates.size() << " estates, " << served.buildings << " buildings, " << served.households << " households";
  if (served.buildingsWithoutCount > 0) context.out() << " (" << served.buildingsWithoutCount << " buildings without a count)";
  context.out() << '\n';
  for (const auto& estate : served.estates) context.out() << "  " << estate << '\n';
  if (!trace.unknownLinks.empty()) {
    context.out() << "not passed, direction not known: " << pathText(system, trace.unknownLinks) << '\n';
  }
  return {};
}

void printPlan(Context& context, const layers::DrainagePlan& drainage, const layers::DrainageCatalogue& catalogue, bool isDryRun) {
  if (context.isJson) {
    nlohmann::json document{{"dry_run", isDryRun}, {"districts", nlohmann::json::array()}, {"before", nlohmann::json::array()}, {"after", nlohmann::json::array()},
                            {"unplanned_pipes", drainage.unplannedPipes}, {"unplanned_m", drainage.unplannedM}};
    for (std::size_t i = 0; i < drainage.edits.size(); ++i) {
      nlohmann::json sums = nlohmann::json::array();
      for (const auto& sum : layers::sumByCode(drainage.edits[i].measures)) {
        sums.push_back({{"code", sum.code}, {"count", sum.count}, {"quantity", sum.quantity}, {"inside", sum.inside}, {"outside", sum.outside}, {"unit", sum.unit}});
      }
      document["districts"].push_back({{"district", drainage.before[i].code}, {"measures", sums}});
    }
    document["new_pipes"] = toJson(drainage, catalogue);
    for (const auto& proof : drainage.before) document["before"].push_back(toJson(proof));
    for (const auto& proof : drainage.after) document["after"].push_back(toJson(proof));
    context.print(document);
    return;
  }
  std::vector<layers::Measure> all;
  for (const auto& edit : drainage.edits) all.insert(all.end(), edit.measures.begin(), edit.measures.end());
  for (const auto& sum : layers::sumByCode(all)) {
    std::array<char, 160> line{};
    std::snprintf(line.data(), line.size(), "%s %7zu measures %12.2f %s, inside the red line %.2f, outside %.2f\n", sum.code.c_str(), sum.count, sum.quantity, sum.unit.c_str(), sum.inside, sum.outside);
    context.out() << line.data();
  }
  printSizing(context.out(), drainage, catalogue);
  context.out() << "\nbefore\n";
  printProofs(context.out(), drainage.before);
  context.out() << "\nafter, predicted\n";
  printProofs(context.out(), drainage.after);
  if (!drainage.unplannedPipes.empty()) {
    context.out() << '\n' << drainage.unplannedPipes.size() << " drainage pipes lie in no district and are not planned; --json lists them\n";
  }
  if (isDryRun) context.out() << "dry run: nothing written\n";
}

geo::Result<void> runPlan(const Options& options, Context& context) {
  const auto access = options.isDryRun ? layers::Project::Access::Read : layers::Project::Access::Write;
  auto loaded = openSewers(options.project, access, context, options.storm);
  if (!loaded) return fail(std::move(loaded));
  const auto plan = loaded->project.readPlan(context.progress());
  if (!plan) return fail(plan);
  if (plan->districts.empty()) return fail(ErrorCode::NotFound, "The project has no districts", "Make them first: pianqu merge " + options.project, {.file = options.project});
  auto drainage = layers::planDrainage(loaded->city, *plan, loaded->sewers, loaded->catalogue, context.progress());
  if (!drainage) return fail(std::move(drainage));
  const auto measures = layers::MeasureCatalogue::read(context.dataFolder);
  if (!measures) return fail(measures);
  const auto prices = pricesOf(options, *measures);
  if (!prices) return fail(prices);
  std::vector<layers::Edit> edits;
  for (auto& edit : drainage->edits) {
    if (auto priced = layers::price(edit.measures, *measures, *prices); !priced) return priced;
    edits.emplace_back(edit);
  }
  if (!options.isDryRun) {
    const auto saved = loaded->project.commit(loaded->city, *plan, edits, context.author(), "drainage plan");
    if (!saved) return fail(saved);
  }
  printPlan(context, *drainage, loaded->catalogue, options.isDryRun);
  return {};
}

void addCommon(CLI::App& app, Options& options) {
  app.add_option("PROJECT", options.project, "The project, a GeoPackage")->required();
  app.fallthrough();  // --json belongs to the command above
}

}  // namespace

Command drainageCommand() {
  Command command{.name = "drainage", .summary = "Find misconnected rain and sewage pipes, trace them, plan their separation"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.require_subcommand(1);
    CLI::App* check = app.add_subcommand("check", "Run rules M1 to M7 and the separation proof");
    addCommon(*check, *options);
    check->add_option("--rule", options->rule, "Show findings of one rule only: M1 .. M7, HS, LG, UN, or a name as in the table");
    check->add_option("--limit", options->limit, "Findings to show");
    check->add_option("--prices", options->prices, "Price table for the cheapest repair (CSV)");
    CLI::App* trace = app.add_subcommand("trace", "Follow the water up or down from a manhole");
    addCommon(*trace, *options);
    trace->add_option("--from", options->from, "Survey number of the manhole")->required();
    auto* up = trace->add_flag("--up", options->isUpstream, "What drains to it");
    trace->add_flag("--down", options->isDownstream, "Where it drains to (the default)")->excludes(up);
    CLI::App* plan = app.add_subcommand("plan", "Make the drainage measures of every district");
    addCommon(*plan, *options);
    plan->add_option("--prices", options->prices, "Price table (CSV)");
    plan->add_option("--storm", options->storm, "Design storm: a key of storm_formulas.csv, or your city's A,C,b,n of q = A(1 + C lg P)/(t + b)^n in L/(s ha)");
    plan->add_flag("--dry-run", options->isDryRun, "Print without writing");
    const auto profile = std::make_shared<ProfileOptions>();
    CLI::App* drawing = setUpProfile(app, *profile);
    return [options, check, trace, profile, drawing](Context& context) {
      if (drawing->parsed()) return runProfile(*profile, context);
      if (check->parsed()) return runCheck(*options, context);
      if (trace->parsed()) return runTrace(*options, context);
      return runPlan(*options, context);
    };
  };
  command.examples = {"pianqu drainage check city.gpkg", "pianqu drainage check city.gpkg --rule M1", "pianqu drainage plan city.gpkg"};
  return command;
}

}  // namespace pianqu::app
