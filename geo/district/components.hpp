#pragma once

#include <vector>

#include "geo/base/result.hpp"
#include "geo/district/partition.hpp"

/// Inside of geo/district: from rows to components.
namespace pianqu::geo {

/// errors  Invalid with the first unit, edge or rule that cannot be worked with
Result<void> checkProblem(const DistrictProblem& problem);

/// Units that are free and fit a district by themselves, as connected components ordered by their smallest key.
std::vector<DistrictGraph> componentsOf(const DistrictProblem& problem);

/// The rule that the unit breaks by itself; Kind::None when it could be in a district.
Blocking tooBigBy(const DistrictProblem& problem, const DistrictUnit& unit);

/// Least of floor(total / minimum) over the rules that have a minimum; the number of units when none has.
int upperBoundOf(const DistrictGraph& graph, const DistrictLimits& limits);

/// Greatest distance between the points of the units, metres.
double spanOf(const DistrictProblem& problem, const std::vector<std::size_t>& units);

}  // namespace pianqu::geo
