#pragma once

#include <cstdint>

#include "geo/district/problem.hpp"

namespace pianqu::test {

/// The best that any assignment reaches: least of the first sum left over, then most districts.
struct OracleOptimum {
  double leftover = 0;
  int districts = 0;
};

/// Exact, with no code of the solver: all connected sets that obey the rules, then branch and bound over which to take, with a memory of
/// what is left to decide.
///
/// in     up to 20 units, one point each, no pins
OracleOptimum bestDistricts(const geo::DistrictProblem& problem);

}  // namespace pianqu::test
