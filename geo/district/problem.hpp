#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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
  std::optional<int> lock;      ///< units of one number stay in one district, which may grow and shrink around them; two numbers, two districts
};

/// Two units that touch. A district must hang together without crossing a cut.
struct DistrictEdge {
  std::size_t a = 0;
  std::size_t b = 0;
  double sharedM = 0;           ///< length of the common boundary
  bool isCut = false;           ///< barrier, administrative line, user's cut, or too wide a gap
};

/// Bounds of one attribute. A target makes the goal "districts of about this size" instead of "as many districts as possible".
struct SumRule {
  std::string name;             ///< "households", "floor area": as it is printed
  std::optional<double> minimum;
  std::optional<double> maximum;
  std::optional<double> target;
};

/// Never broken by a district that is not pinned.
struct DistrictRules {
  std::vector<SumRule> sums;    ///< the first one also measures how much a leftover weighs
  std::optional<double> maxSpanM;
};

struct DistrictOptions {
  std::uint64_t seed = 1;
  std::optional<int> effort;    ///< 0: construction alone; time grows in proportion; nullopt: 4 for a large city to 38 for a small one
  double compactWeight = 1;
  double boundaryWeight = 0;    ///< of the length of boundary, in districts' outlines
  double likenessWeight = 0;    ///< of the variance of the traits within districts, 1 where they are as mixed as the city
  double changeWeight = 0.05;   ///< re-solving: cost of one unit that leaves its district
};

using UnitPair = std::pair<std::size_t, std::size_t>;   ///< positions in DistrictProblem::units

struct DistrictProblem {
  std::vector<DistrictUnit> units;
  std::vector<DistrictEdge> edges;   ///< repeated pairs add up; an edge from a unit to itself is ignored
  DistrictRules rules;
  DistrictOptions options;
  std::vector<UnitPair> together;    ///< in one district, or left over together
  std::vector<UnitPair> apart;       ///< never in one district
};

}  // namespace pianqu::geo
