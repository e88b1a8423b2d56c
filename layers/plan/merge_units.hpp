#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "geo/base/problems.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/feature/city.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// What a boundary follows where it has the choice.
enum class BoundaryFollow {
  Centre,   ///< middle lines of streets
  Edge,     ///< edges of streets; the surface of a street between districts is nobody's
  Wall,     ///< walls, else middle lines
  Parcel,   ///< red lines; ground between the members of a district counts to it
};

/// Thresholds of merging: rows merge.* of rules.csv, and which lines are never crossed: barriers.csv.
struct MergeRules {
  int oldUntil = 0;                         ///< built in this year or before: old
  double minHouseholds = 0, smallCityDistricts = 0, leastMinHouseholds = 0, maxHouseholds = 0, maxFloorAreaM2 = 0, maxSpanM = 0;
  double gapM = 0, marginM = 0, riderM = 0, spacingM = 0, simplifyM = 0, holeM2 = 0, householdAreaM2 = 0, nameDistanceM = 0;
  double followM = 0, medianM = 0, deadEndM = 0, gateM = 0, parcelMarginM = 0, followedM = 0, pocketM2 = 0, restShare = 0, restM2 = 0, sliverM2 = 0;
  int effort = 0;
  using Classes = std::map<std::string, std::set<std::string>>;   ///< table -> classes
  Classes barriers;                         ///< never crossed
  Classes guides, walls;                    ///< what a boundary follows
  std::map<std::string, double> widthsM;    ///< of roads whose width is not known, by class

  /// A minimum that the city itself has set is not lowered, however small it is.
  /// errors  those of the catalogue; Invalid for a role other than barrier, guide, wall and none
  static geo::Result<MergeRules> read(const std::string& dataFolder, const CityProfile& profile = {});
};

/// A whole estate or a scattered building that needs renovation.
struct MergeUnit {
  TargetKind kind = TargetKind::Building;
  Uid uid;
  std::string code, name;
  std::string why;                          ///< "built 1986": the rule that selected it
  double households = 0, floorAreaM2 = 0;
  bool isEstimated = false;                 ///< households from floor area
  std::vector<geo::XY> points;              ///< centres of its buildings, metres
  geo::MultiPolygon<geo::XY> parcel, footprints;
};

struct MergeUnits {
  std::vector<MergeUnit> units;             ///< by kind, uid
  std::vector<Leftover> leftovers;          ///< what cannot be judged or placed before any merging
  std::vector<std::size_t> otherEstates;    ///< positions in the city: estates that need nothing or cannot be judged
  std::vector<std::size_t> otherBuildings;  ///< scattered buildings likewise, not those of pinned districts
  geo::Problems remarks;
};

/// Lines that no district crosses.
geo::MultiLine<geo::XY> barrierLines(const City& city, const MergeRules& rules);

/// Selects units by the stated rule: an estate when at least half of its buildings of known year are old (else by its own years), a
/// scattered dwelling by its year; unknown years are judged by flags (safety C or D, leaking roof, combined drainage) and by the
/// tenures of the time, else listed as year-unknown; a building of safety C or D counts whatever its year.
MergeUnits selectUnits(const City& city, const Plan& current, const MergeRules& rules);

}  // namespace pianqu::layers
