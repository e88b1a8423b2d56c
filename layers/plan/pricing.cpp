#include "layers/plan/pricing.hpp"

#include <cmath>
#include <cstdint>


namespace pianqu::layers {
namespace {

using geo::fail;

/// Hundredths of the unit times fen, in integers, so that no large cost depends on how a double rounds.
geo::Fen costOf(double quantity, geo::Fen unitPrice) {
  __extension__ using Wide = __int128;
  const Wide product = static_cast<Wide>(std::llround(quantity * 100)) * unitPrice.value;
  const Wide half = product < 0 ? -50 : 50;
  return {static_cast<std::int64_t>((product + half) / 100)};
}

}  // namespace

geo::Result<void> price(std::vector<Measure>& measures, const MeasureCatalogue& catalogue, const PriceTable& prices) {
  for (Measure& measure : measures) {
    const auto kind = catalogue.require(measure.catalogueCode);
    if (!kind) return fail(kind);
    measure.unit = kind->unit;
    const auto given = prices.find(measure.catalogueCode);
    measure.unitPrice = given != prices.end() ? std::optional(given->second.price) : kind->unitPrice;
    measure.cost = measure.unitPrice ? std::optional(costOf(measure.quantity, *measure.unitPrice)) : std::nullopt;
  }
  return {};
}

void CostTotal::add(const Measure& measure) {
  if (measure.cost) priced += *measure.cost;
  else if (measure.action != "保留") ++unpriced;   // what is kept needs no price
}

std::vector<MeasureSum> sumByCode(const std::vector<Measure>& measures) {
  struct Hundredths { std::int64_t all = 0, inside = 0, outside = 0; };
  std::map<std::string, std::pair<MeasureSum, Hundredths>> byCode;
  for (const Measure& measure : measures) {
    auto& [sum, exact] = byCode[measure.catalogueCode];
    sum.code = measure.catalogueCode;
    sum.unit = measure.unit;
    ++sum.count;
    sum.cost.add(measure);
    exact.all += std::llround(measure.quantity * 100);
    exact.inside += std::llround(measure.quantityInside * 100);
    exact.outside += std::llround(measure.quantityOutside * 100);
  }
  std::vector<MeasureSum> sums;
  for (auto& [code, entry] : byCode) {
    auto& [sum, exact] = entry;
    sum.quantity = static_cast<double>(exact.all) / 100;
    sum.inside = static_cast<double>(exact.inside) / 100;
    sum.outside = static_cast<double>(exact.outside) / 100;
    sums.push_back(std::move(sum));
  }
  return sums;
}

}  // namespace pianqu::layers
