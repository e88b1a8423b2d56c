#include "app/cli/ledger_command.hpp"

#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_plan.hpp"
#include "app/cli/table_printer.hpp"
#include "layers/ledger/boundary_tables.hpp"
#include "layers/ledger/fund_table.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::app {
namespace {

using layers::LedgerTable;

struct Options {
  std::string project, district, xlsx;
  std::vector<std::string> tables;
};

const std::vector<std::string> kTables{"districts", "estates", "buildings", "members", "measures", "funds", "lifts", "leftovers", "bounds", "turning-points"};

geo::Result<std::vector<LedgerTable>> tablesOf(const OpenPlan& open, const Options& options, const std::string& dataFolder) {
  const layers::City& city = open.city;
  const layers::Plan& plan = open.plan;
  const auto labels = layers::readMeasureLabels(dataFolder);
  if (!labels) return geo::fail(labels);
  const layers::District* district = nullptr;
  if (!options.district.empty()) {
    district = plan.findDistrict(options.district);
    if (!district) return geo::fail(geo::ErrorCode::NotFound, "there is no district " + options.district, "see the codes with: pianqu ledger PROJECT --table districts", {.file = options.project});
  }
  const layers::Uid only = district ? district->uid : layers::Uid{};
  std::vector<LedgerTable> tables;
  for (const auto& name : options.tables) {
    if (name == "districts") tables.push_back(layers::districtLedger(city, plan));
    if (name == "estates") tables.push_back(layers::estateLedger(city, plan));
    if (name == "buildings") tables.push_back(layers::buildingLedger(city, plan));
    if (name == "measures") tables.push_back(layers::measureLedger(plan, *labels, only));
    if (name == "funds") {
      const auto catalogue = layers::MeasureCatalogue::read(dataFolder);
      if (!catalogue) return geo::fail(catalogue);
      const auto sources = layers::readFundSources(dataFolder);
      if (!sources) return geo::fail(sources);
      tables.push_back(layers::fundLedger(plan, *catalogue, *sources, open.profile, only));
    }
    if (name == "lifts") tables.push_back(layers::liftLedger(city, plan, only));
    if (name == "leftovers") tables.push_back(layers::leftoverLedger(city, plan));
    if (name == "turning-points") tables.push_back(layers::turningPointLedger(plan, only));
    if (name == "bounds") {
      const auto nearM = layers::readNameDistance(dataFolder);
      if (!nearM) return geo::fail(nearM);
      tables.push_back(layers::boundsLedger(city, plan, *nearM, only));
    }
    if (name != "members") continue;
    const layers::CityIndex index(city);
    for (const auto& each : plan.districts) if (!district || &each == district) tables.push_back(layers::memberLedger(city, index, each));
  }
  return tables;
}

geo::Result<void> runLedger(const Options& options, Context& context) {
  // All that the tables of layers/ledger look at: of pipes and the like they know only the measures.
  const auto open = openPlan(options.project, layers::Project::Access::Read, context, {"admin_area", "estate", "building", "entrance"});
  if (!open) return geo::fail(open);
  const auto tables = tablesOf(*open, options, context.dataFolder);
  if (!tables) return geo::fail(tables);
  if (!options.xlsx.empty()) {
    if (auto written = layers::writeXlsx(options.xlsx, *tables); !written) return written;
  }
  if (context.isJson) {
    nlohmann::json document = nlohmann::json::array();
    for (const auto& table : *tables) document.push_back(toJson(table));
    context.print(document);
    return {};
  }
  if (!options.xlsx.empty()) {
    context.out() << "wrote " << tables->size() << " sheets to " << options.xlsx << '\n';
    return {};
  }
  for (std::size_t i = 0; i < tables->size(); ++i) {
    if (i > 0) context.out() << '\n';
    printTable(context.out(), (*tables)[i]);
  }
  return {};
}

}  // namespace

Command ledgerCommand() {
  Command command{.name = "ledger", .summary = "Print or export the estate, district and measure tables"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
    app.add_option("--table", options->tables, "Which tables, in this order; the default is districts, and all of them with --xlsx")->check(CLI::IsMember(kTables));
    app.add_option("--district", options->district, "Only this district (members, measures, funds, lifts, bounds, turning-points)");
    app.add_option("--xlsx", options->xlsx, "Write the tables as sheets of this workbook");
    return [options](Context& context) {
      if (options->tables.empty()) options->tables = options->xlsx.empty() ? std::vector<std::string>{"districts"} : kTables;
      return runLedger(*options, context);
    };
  };
  command.examples = {"pianqu ledger city.gpkg", "pianqu ledger city.gpkg --table measures --json", "pianqu ledger city.gpkg --table bounds --table turning-points --district PQ01", "pianqu ledger city.gpkg --xlsx ledger.xlsx"};
  return command;
}

}  // namespace pianqu::app
