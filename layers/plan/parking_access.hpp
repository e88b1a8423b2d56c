#pragma once

#include <string>
#include <vector>

#include "geo/parking/layout.hpp"
#include "layers/plan/plan_index.hpp"
#include "layers/plan/plan_rules.hpp"

namespace pianqu::layers {

/// A place where cars can come into a lot: a point of its boundary, and the point of a gate or lane that they come from.
struct LotEntrance {
  geo::XY inside;
  geo::XY from;
  double legM = 0;     ///< straight drive between the two; crosses no building, wall or water
  bool isGate = false;
};

/// Entrances of a lot, gates first, then by length of the drive; at most `limit`. Empty: no access within the rule's distance.
std::vector<LotEntrance> entrancesOf(const geo::Polygon<geo::XY>& lot, const PlanIndex& index, const ParkingRules& rules, std::size_t limit);

/// A straight piece of an existing lane's edge along a lot, the lot to the left of from-to.
struct LaneEdge {
  geo::XY from, to;
  double clearWidthM = 0;
  geo::Polygon<geo::XY> lane;   ///< the lane along this piece
};

/// Edges of lanes of known clear width that run along the lot. A lane that nobody measured serves no stall.
std::vector<LaneEdge> laneEdgesOf(const geo::Polygon<geo::XY>& lot, const PlanIndex& index, const ParkingRules& rules);

}  // namespace pianqu::layers
