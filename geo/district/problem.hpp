#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// The least thing that merging moves: a whole estate, or a single building.
struct DistrictUnit {
  std::string key;              ///< stable and unique; decides every order, so rows may come in any
  std::vector<XY> points;       ///< at least one; the span of a district is the greatest distance between its units' points, metres
  std::vector<double> sums;     ///< one a rule in DistrictRules::sums, 0 or more, exact to 1/1000
  std::vector<double> traits;   ///< what districts should be alike in (year, condition, ...), equally many in all units; may be none
  double areaM2 = 0;            ///< of the unit's cell; 0: not known, compactness then goes by the points alone
  double perimeterM = 0;
  std::optional<int> pin;       ///< units of one number form a district that stays as it is, even where it breaks a rule
};

/// Two units that touch. A district must hang together without crossing a cut.
struct DistrictEdge {
  std::size_t a = 0;
  std::size_t b = 0;
  double sharedM = 0;           ///< length of the common boundary
  bool isCut = false;           ///< barrier, administrative line, user's cut, or too wide a gap
};

struct SumRule {
  std::string name;             ///< "households", "floor area": as it is printed
  std::optional<double> minimum;
  std::optional<double> maximum;
};

/// Never broken by a district that is not pinned.
struct DistrictRules {
  std::vector<SumRule> sums;    ///< the first one also measures how much a leftover weighs
  std::optional<double> maxSpanM;
};

struct DistrictOptions {
  std::uint64_t seed = 1;
  int effort = 6;               ///< 0: construction alone; time grows in proportion
  double compactWeight = 1;
  double likenessWeight = 0;
};

struct DistrictProblem {
  std::vector<DistrictUnit> units;
  std::vector<DistrictEdge> edges;   ///< repeated pairs add up; an edge from a unit to itself is ignored
  DistrictRules rules;
  DistrictOptions options;
};

}  // namespace pianqu::geo
