#pragma once

#include <map>
#include <optional>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/district/solve.hpp"
#include "layers/plan/merge_units.hpp"

/// Merging from the districts that a plan has now, instead of from nothing.
namespace pianqu::layers {

struct CurrentMerge {
  geo::DistrictSolution solution;                      ///< districts without gaps in their numbers
  std::vector<std::optional<std::size_t>> keptFrom;    ///< of each district: position in the plan's districts; nullopt for a new one
  std::vector<geo::DistrictMove> moved;                ///< `before` as positions in the plan's districts, `after` as numbers of the solution
};

/// Keeps free districts of `current` as far as rules allow: solved anew is only where a unit is new, lost its district, or a district breaks a rule.
///
/// in        the n-th unit of `problem` is found.units[n]
/// errors    those of resolveDistricts()
geo::Result<CurrentMerge> mergeFromCurrent(const geo::DistrictProblem& problem, const MergeUnits& found, const Plan& current, geo::Progress& progress);

}  // namespace pianqu::layers
