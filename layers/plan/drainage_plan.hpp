#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/plan/city_sewers.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// Separation proof of one district, or of what lies outside all of them (districtUid and code empty), or of the city.
struct SeparationProof {
  Uid districtUid;
  std::string code, name;
  std::array<std::int64_t, geo::kOutcomeCount> sewage{}, rain{};   ///< sources by outcome
  std::int64_t crossLinks = 0;      ///< pipes with M1, M2 or M6
  std::int64_t combinedPipes = 0;
  double combinedM = 0;
  std::int64_t unknownPipes = 0;    ///< pipes that an UN finding names
  std::vector<std::string> exceptions;  ///< "LG0000012 污水 混接": every source whose water is not proven, by name

  std::int64_t sourcesOf(geo::Water water) const;   ///< that carry it
  std::int64_t provenOf(geo::Water water) const;
};

/// The zone (position in Plan::districts) of each pipe and source, -1 for none: the district that holds the middle of the pipe (the
/// point of the source), else the nearest one within the catalogue's distance.
geo::DesignScope scopeOf(const CitySewers& sewers, const Plan& plan, double districtDistanceM);

/// By district in plan order, then outside; the last one is the whole city. A source whose water meets combined pipes outside the districts only
/// counts as separated (分流至合流口), not as proven.
std::vector<SeparationProof> proofsOf(const geo::SewerSystem& system, const geo::SewerCheck& check, const geo::DesignScope& scope, const Plan& plan);

struct DrainagePlan {
  std::vector<ReplaceMeasures> edits;            ///< one a district, in plan order; measures without prices
  std::vector<SeparationProof> before, after;    ///< as proofsOf; after: predicted by checking the designed system again
  std::vector<std::string> unplannedPipes;       ///< drainage pipes in no district, by code: reported, not planned
  double unplannedM = 0;
  std::map<std::pair<geo::Water, int>, double> newPipesM;   ///< metres of new pipe by water and diameter, mm
};

/// Measures of rain and sewage separation for every district: what is kept, converted, abandoned and new, pipe by pipe and riser by riser.
///
/// in        sewers of `city`; districts of `plan`
/// keeps     in each district every drainage pipe has one measure of an existing pipe (PS-00, PS-05, PS-06, or a rebuilt PS-01/02); origin
///           "drainage"; inside + outside the red line = quantity
/// errors    those of the check and of the overlay
geo::Result<DrainagePlan> planDrainage(const City& city, const Plan& plan, const CitySewers& sewers, const DrainageCatalogue& catalogue,
                                       geo::Progress& progress = geo::noProgress());

}  // namespace pianqu::layers
