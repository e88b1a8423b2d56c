#pragma once

#include <functional>
#include <string>
#include <vector>

#include "geo/district/solve.hpp"

namespace pianqu::layers {

/// A solved problem and how its districts are called.
struct SolvedDistricts {
  const geo::DistrictProblem& problem;
  const geo::DistrictSolution& solution;
  std::function<std::string(int)> nameOf;      ///< of a district of the solution: "片区-17"
};

/// "1200", "12.5": no more digits than a person needs.
std::string toShort(double value);

/// Why the n-th unit is left over, with the smallest change that would place it: "fits PQ17 if the span rises from 700 to 712 m".
std::string leftoverSentence(const SolvedDistricts& solved, std::size_t unit);

/// Why the n-th unit is where it is, a sentence a line: the step that placed it, its district's tightest rule, the next best district and
/// what kept it out of that; for a leftover its reason. `name` is how the unit is called.
std::vector<std::string> placementText(const SolvedDistricts& solved, std::size_t unit, const std::string& name);

}  // namespace pianqu::layers
