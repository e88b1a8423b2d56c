#pragma once

#include <vector>

#include "geo/base/problems.hpp"
#include "geo/district/problem.hpp"

namespace pianqu::geo {

/// Looks again at a finished assignment, with no code in common with the solver: sums, span, connection, pins, pairs, locks.
///
/// in        `districtOf` one number a unit, -1 for left over
/// returns   one Refused problem for each rule that a district breaks; empty when all hold
/// cost      O(n log n + sum of squared point counts of districts)
Problems checkDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf);

}  // namespace pianqu::geo
