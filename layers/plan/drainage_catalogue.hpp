#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/drainage/check.hpp"
#include "geo/drainage/design.hpp"
#include "geo/drainage/sizing.hpp"
#include "layers/catalogue/measures.hpp"

namespace pianqu::layers {

/// What drains to a riser, gully or house outlet; values come from the catalogue.
struct LoadRules {
  double roofRunoff = 0, groundRunoff = 0;   ///< runoff coefficients
  double gullyAreaM2 = 0;
  double personsPerHousehold = 0;
  double outletBuildingM = 0;                ///< a house outlet belongs to the nearest building within this
};

/// A row of storm_formulas.csv, or the user's own.
struct StormChoice {
  std::string key, version, source, confidence;
  bool isDefault = false;   ///< nobody chose it: the formula of another city may be in use
};

/// What the drainage check and design read from the shipped data.
struct DrainageCatalogue {
  geo::DrainageLimits limits;
  geo::DesignLimits design;
  geo::RouteLimits route;
  geo::SizingRules sizing;
  LoadRules loads;
  StormChoice storm;
  double districtDistanceM = 0;                            ///< a pipe outside all districts belongs to the nearest within this
  std::map<std::string, std::string, std::less<>> terms;   ///< "topic/term" -> value, of drainage_terms.csv
  std::vector<std::string> unverifiedRules;                ///< keys of the rules above that are 待核对

  /// Empty when the term is not in the table.
  std::string meaningOf(std::string_view topic, std::string_view term) const;
};

/// `storm`: a key of storm_formulas.csv, or "A,C,b,n" of q = A(1 + C lg P)/(t + b)^n in L/(s·ha); empty: the table's default.
/// errors    NotFound for a missing table, rule or formula; Invalid for a value that is no number or a term with an unknown value
geo::Result<DrainageCatalogue> readDrainageCatalogue(const std::string& dataFolder, const std::string& storm = {});

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
