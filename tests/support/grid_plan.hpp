#pragma once

#include <string>
#include <vector>

#include "geo/district/problem.hpp"
#include "geo/district/solve.hpp"

/// Drawn worlds for tests of merging: a cell is a plot, a letter is a district.
namespace pianqu::test {

/// Reads a drawing. Characters at even columns of even lines are plots of 100 m x 100 m: a digit is its households in hundreds,
/// '#' is no plot. Between them ' ' is a street that can be crossed, '|' and '-' are barriers.
///
///     3 3|3 3
///         - -
///     3 3|3 3
///
/// Keys are "r<row>c<column>". The first sum is named households.
geo::DistrictProblem parseGridPlan(const std::string& drawing);

/// The answer as letters in the same layout without separators: A is the first district, '.' a leftover, '#' no plot.
std::string drawDistricts(const geo::DistrictProblem& problem, const geo::DistrictSolution& solution);

}  // namespace pianqu::test
