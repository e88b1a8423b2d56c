#include "layers/plan/drainage_catalogue.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {

namespace {

using geo::ErrorCode;
using geo::fail;

struct RuleTarget {
  const char* key;
  double* value;
};

geo::Result<void> readRules(const std::string& dataFolder, DrainageCatalogue& catalogue) {
  const auto rules = RuleBook::read(dataFolder);
  if (!rules) return fail(rules);
  double sizes = 0;
  geo::DrainageLimits& limits = catalogue.limits;
  geo::DesignLimits& design = catalogue.design;
  geo::SizingRules& sizing = catalogue.sizing;
  LoadRules& loads = catalogue.loads;
  double waterPerPerson = 0, sewageShare = 0;
  const std::array<RuleTarget, 27> targets{{{"drainage.direction-min-fall", &limits.minFallM},
                                            {"drainage.level-tolerance", &limits.levelToleranceM},
                                            {"drainage.duplicate-distance", &limits.duplicateDistanceM},
                                            {"drainage.max-size-decrease", &sizes},
                                            {"drainage.manhole-spacing", &design.manholeSpacingM},
                                            {"drainage.direct-lead", &design.directLeadM},
                                            {"drainage.parallel-offset", &design.parallelOffsetM},
                                            {"drainage.connect-distance", &design.connectDistanceM},
                                            {"drainage.new-min-slope", &design.minSlope},
                                            {"drainage.new-storm-diameter", &design.stormMm},
                                            {"drainage.new-sewage-diameter", &design.sewageMm},
                                            {"drainage.new-lead-diameter", &design.leadMm},
                                            {"drainage.building-clearance", &catalogue.route.clearanceM},
                                            {"drainage.tight-cost", &catalogue.route.clearanceCost},
                                            {"drainage.route-search", &catalogue.route.searchM},
                                            {"drainage.return-period", &sizing.returnPeriodA},
                                            {"drainage.inlet-minutes", &sizing.inletMinutes},
                                            {"drainage.assumed-velocity", &sizing.assumedVelocityMs},
                                            {"drainage.manning-n", &sizing.manningN},
                                            {"drainage.roof-runoff", &loads.roofRunoff},
                                            {"drainage.ground-runoff", &loads.groundRunoff},
                                            {"drainage.gully-area", &loads.gullyAreaM2},
                                            {"drainage.persons-per-household", &loads.personsPerHousehold},
                                            {"drainage.water-per-person", &waterPerPerson},
                                            {"drainage.sewage-share", &sewageShare},
                                            {"drainage.outlet-building-distance", &loads.outletBuildingM},
                                            {"drainage.district-distance", &catalogue.districtDistanceM}}};
  for (const RuleTarget& target : targets) {
    const auto rule = rules->find(target.key);
    if (!rule) return fail(rule);
    *target.value = rule->value;
    if (!rule->isVerified) catalogue.unverifiedRules.push_back(rule->key);
  }
  limits.maxSizeDecrease = static_cast<int>(sizes);
  sizing.litresPerPersonDay = waterPerPerson * sewageShare;
  return {};
}

geo::Result<void> readSizes(const std::string& dataFolder, DrainageCatalogue& catalogue) {
  const auto table = readCatalogueTable(dataFolder, "drainage_sizes");
  if (!table) return fail(table);
  for (const CatalogueRow& row : table->rows) {
    const auto size = numberIn(*table, row, "diameter_mm");
    if (!size) return fail(size);
    const auto slope = numberIn(*table, row, "min_slope"), fill = numberIn(*table, row, "max_fill");
    if (!slope) return fail(slope);
    if (!fill) return fail(fill);
    catalogue.limits.sizesMm.push_back(*size);
    catalogue.sizing.sizes.push_back({*size, *slope, *fill});
  }
  std::sort(catalogue.limits.sizesMm.begin(), catalogue.limits.sizesMm.end());
  std::sort(catalogue.sizing.sizes.begin(), catalogue.sizing.sizes.end(), [](const auto& a, const auto& b) { return a.diameterMm < b.diameterMm; });
  return {};
}

geo::Result<void> readPeaks(const std::string& dataFolder, DrainageCatalogue& catalogue) {
  const auto table = readCatalogueTable(dataFolder, "sewage_peaks");
  if (!table) return fail(table);
  for (const CatalogueRow& row : table->rows) {
    const auto flow = numberIn(*table, row, "flow_ls"), factor = numberIn(*table, row, "factor");
    if (!flow) return fail(flow);
    if (!factor) return fail(factor);
    catalogue.sizing.peaks.push_back({*flow, *factor});
  }
  std::sort(catalogue.sizing.peaks.begin(), catalogue.sizing.peaks.end(), [](const auto& a, const auto& b) { return a.flowLs < b.flowLs; });
  return {};
}

/// "A,C,b,n" of the user's own formula.
std::optional<geo::StormFormula> parseStorm(const std::string& text) {
  geo::StormFormula storm;
  int end = 0;
  const bool isWhole = std::sscanf(text.c_str(), "%lf,%lf,%lf,%lf%n", &storm.a, &storm.c, &storm.b, &storm.n, &end) == 4 && end == static_cast<int>(text.size());
  if (!isWhole || !(storm.a > 0) || !(storm.c >= 0) || !(storm.b >= 0) || !(storm.n > 0 && storm.n < 2)) return std::nullopt;
  return storm;
}

geo::Result<void> readStorm(const std::string& dataFolder, const std::string& wanted, DrainageCatalogue& catalogue) {
  if (const auto own = parseStorm(wanted)) {
    catalogue.sizing.storm = *own;
    catalogue.storm = {.key = wanted, .version = "", .source = "given by the user", .confidence = "", .isDefault = false};
    return {};
  }
  const auto table = readCatalogueTable(dataFolder, "storm_formulas");
  if (!table) return fail(table);
  const auto isWanted = [&](const CatalogueRow& row) { return wanted.empty() ? row.at("is_default") == "1" : row.at("key") == wanted; };
  const auto row = std::find_if(table->rows.begin(), table->rows.end(), isWanted);
  if (row == table->rows.end()) {
    return fail(ErrorCode::NotFound, "There is no storm formula \"" + wanted + "\"",
                "Give a key of storm_formulas.csv, such as " + table->rows.front().at("key") + ", or your city's four numbers: A,C,b,n", {.file = "storm_formulas.csv"});
  }
  const std::array<std::pair<const char*, double*>, 4> numbers{{{"a", &catalogue.sizing.storm.a}, {"c", &catalogue.sizing.storm.c}, {"b", &catalogue.sizing.storm.b}, {"n", &catalogue.sizing.storm.n}}};
  for (const auto& [heading, target] : numbers) {
    const auto value = numberIn(*table, *row, heading);
    if (!value) return fail(value);
    *target = *value;
  }
  catalogue.storm = {.key = row->at("key"), .version = row->at("version"), .source = row->at("source"), .confidence = row->at("confidence"), .isDefault = wanted.empty()};
  return {};
}

geo::Result<void> readTerms(const std::string& dataFolder, DrainageCatalogue& catalogue) {
  const auto table = readCatalogueTable(dataFolder, "drainage_terms");
  if (!table) return fail(table);
  for (const CatalogueRow& row : table->rows) {
    const auto text = [&row](const char* heading) {
      const auto there = row.find(heading);
      return there == row.end() ? std::string() : there->second;
    };
    const std::string key = text("topic") + "/" + text("term");
    if (!catalogue.terms.emplace(key, text("value")).second) {
      return fail(ErrorCode::Invalid, "drainage_terms.csv has " + key + " twice", "Remove one of the rows", {.file = "drainage_terms.csv"});
    }
  }
  return {};
}

}  // namespace

std::string DrainageCatalogue::meaningOf(std::string_view topic, std::string_view term) const {
  const auto there = terms.find(std::string(topic) + "/" + std::string(term));
  return there == terms.end() ? std::string() : there->second;
}

geo::Result<DrainageCatalogue> readDrainageCatalogue(const std::string& dataFolder, const std::string& storm) {
  DrainageCatalogue catalogue;
  for (const auto read : {readRules, readSizes, readPeaks, readTerms}) {
    if (auto done = read(dataFolder, catalogue); !done) return fail(std::move(done));
  }
  if (auto done = readStorm(dataFolder, storm, catalogue); !done) return fail(std::move(done));
  return catalogue;
}

geo::Result<RepairTariff> readRepairTariff(const std::string& dataFolder, const MeasureCatalogue& catalogue, const PriceTable& prices) {
  const auto examples = readCatalogueTable(dataFolder, "prices_example");
  if (!examples) return fail(examples);
  RepairTariff tariff;
  struct Wanted {
    const char* code;
    geo::Fen* price;
  };
  const std::array<Wanted, 5> wanted{{{"PS-07", &tariff.misconnection},
                                      {"PS-05", &tariff.sealPerM},
                                      {"PS-01", &tariff.stormPerM},
                                      {"PS-02", &tariff.sewagePerM},
                                      {"PS-04", &tariff.riser}}};
  for (const Wanted& want : wanted) {
    const MeasureKind* kind = catalogue.find(want.code);
    if (const auto given = prices.find(want.code); given != prices.end()) {
      *want.price = given->second.price;
    } else if (kind && kind->unitPrice) {
      *want.price = *kind->unitPrice;
    } else {
      const auto row = std::find_if(examples->rows.begin(), examples->rows.end(), [&](const CatalogueRow& r) { return r.at("code") == want.code; });
      const auto price = row == examples->rows.end() ? std::nullopt : parseYuan(row->at("price_yuan"));
      if (!price) return fail(ErrorCode::NotFound, std::string("There is no price for ") + want.code, "Give a price table with --prices");
      *want.price = *price;
      tariff.isExample = true;
    }
  }
  return tariff;
}

}  // namespace pianqu::layers
