#include "layers/plan/drainage_catalogue.hpp"

#include <algorithm>
#include <array>

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
  const std::array<RuleTarget, 11> targets{{{"drainage.direction-min-fall", &limits.minFallM},
                                            {"drainage.level-tolerance", &limits.levelToleranceM},
                                            {"drainage.duplicate-distance", &limits.duplicateDistanceM},
                                            {"drainage.max-size-decrease", &sizes},
                                            {"drainage.manhole-spacing", &design.manholeSpacingM},
                                            {"drainage.parallel-offset", &design.parallelOffsetM},
                                            {"drainage.connect-distance", &design.connectDistanceM},
                                            {"drainage.new-min-slope", &design.minSlope},
                                            {"drainage.new-storm-diameter", &design.stormMm},
                                            {"drainage.new-sewage-diameter", &design.sewageMm},
                                            {"drainage.district-distance", &catalogue.districtDistanceM}}};
  for (const RuleTarget& target : targets) {
    const auto rule = rules->find(target.key);
    if (!rule) return fail(rule);
    *target.value = rule->value;
    if (!rule->isVerified) catalogue.unverifiedRules.push_back(rule->key);
  }
  limits.maxSizeDecrease = static_cast<int>(sizes);
  return {};
}

geo::Result<void> readSizes(const std::string& dataFolder, DrainageCatalogue& catalogue) {
  const auto table = readCatalogueTable(dataFolder, "drainage_sizes");
  if (!table) return fail(table);
  for (const CatalogueRow& row : table->rows) {
    const auto size = numberIn(*table, row, "diameter_mm");
    if (!size) return fail(size);
    catalogue.limits.sizesMm.push_back(*size);
  }
  std::sort(catalogue.limits.sizesMm.begin(), catalogue.limits.sizesMm.end());
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

geo::Result<DrainageCatalogue> readDrainageCatalogue(const std::string& dataFolder) {
  DrainageCatalogue catalogue;
  for (const auto read : {readRules, readSizes, readTerms}) {
    if (auto done = read(dataFolder, catalogue); !done) return fail(std::move(done));
  }
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
