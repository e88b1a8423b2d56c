#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/drainage/check.hpp"
#include "geo/drainage/design.hpp"
#include "layers/catalogue/measures.hpp"

namespace pianqu::layers {

/// What the drainage check and design read from the shipped data.
struct DrainageCatalogue {
  geo::DrainageLimits limits;
  geo::DesignLimits design;
  double districtDistanceM = 0;                            ///< a pipe outside all districts belongs to the nearest within this
  std::map<std::string, std::string, std::less<>> terms;   ///< "topic/term" -> value, of drainage_terms.csv
  std::vector<std::string> unverifiedRules;                ///< keys of the rules above that are 待核对

  /// Empty when the term is not in the table.
  std::string meaningOf(std::string_view topic, std::string_view term) const;
};

/// errors    NotFound for a missing table or rule; Invalid for a value that is no number or a term with an unknown value
geo::Result<DrainageCatalogue> readDrainageCatalogue(const std::string& dataFolder);

/// Prices for the cheapest repair, in fen.
struct RepairTariff {
  geo::Fen misconnection;   ///< a place, PS-07
  geo::Fen sealPerM;        ///< PS-05
  geo::Fen stormPerM, sewagePerM;  ///< new pipe, PS-01 and PS-02
  geo::Fen riser;           ///< PS-04
  bool isExample = false;   ///< at least one price is from the example table: 示例价
};

/// The catalogue's prices, the user's before them, and for what has neither the shipped example table.
/// errors    NotFound for a code that has no price anywhere
geo::Result<RepairTariff> readRepairTariff(const std::string& dataFolder, const MeasureCatalogue& catalogue, const PriceTable& prices);

}  // namespace pianqu::layers
