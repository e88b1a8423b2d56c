#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/catalogue/measures.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// Sets unit, unit price and cost of each measure: the user's price where there is one, else the catalogue's, else none (to be priced).
///
/// keeps     cost = quantity (in hundredths) x unit price, rounded half away from zero to the fen, once a measure; sums are sums of fen
/// errors    NotFound for a code that is not in the catalogue
geo::Result<void> price(std::vector<Measure>& measures, const MeasureCatalogue& catalogue, const PriceTable& prices = {});

/// Cost of several measures: what is priced, and how many are not.
struct CostTotal {
  geo::Fen priced;
  std::size_t unpriced = 0;
  void add(const Measure& measure);
};

/// Sums of the measures of one code, for tables.
struct MeasureSum {
  std::string code;
  std::string unit;
  std::size_t count = 0;
  double quantity = 0, inside = 0, outside = 0;   ///< each the sum of hundredths, so inside + outside = quantity
  CostTotal cost;
};
/// By code; `measures` of one district or of all.
std::vector<MeasureSum> sumByCode(const std::vector<Measure>& measures);

}  // namespace pianqu::layers
