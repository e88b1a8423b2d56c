#pragma once

#include <span>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/parking/stall_rules.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A lot laid out.
struct Layout {
  std::vector<Polygon<XY>> stalls;   ///< rectangles; the first edge lies on the aisle that serves the stall
  MultiPolygon<XY> aisles;           ///< one connected area that the entrance lies on
  XY entrance;
  double angleDeg = 0;               ///< direction of the rows, counter-clockwise from the first axis
};

/// Lays stalls and aisles out in one polygon of free space, for cars that come in at one of `entrances`: the one that gives the most stalls.
///
/// in        `free`: a valid polygon, CRS metres; `entrances`: points of its boundary or inside
/// returns   the best plan found; no stalls when there is no room or no aisle reaches the entrance
/// keeps     the same input gives the same layout; stalls and aisles lie in `free` to 0.1 mm, aisles join the entrance
/// accuracy  exact among straight parallel rows for each of the directions and cross aisles that are tried (strip_plan.hpp)
/// cost      what is prepared for a direction serves all entrances
/// errors    those of geo/overlay
Result<Layout> layOut(const Polygon<XY>& free, std::span<const XY> entrances, const StallRules& rules);
Result<Layout> layOut(const Polygon<XY>& free, XY entrance, const StallRules& rules);

/// Stalls in `free` straight off an existing lane whose edge is `from`-`to` and whose clear width is `laneWidthM`; cars drive on the lane,
/// no aisle is built. Perpendicular stalls where the lane is as wide as their aisle, parallel ones where it is as wide as theirs, else none.
/// The lane lies to the right of from-to, the free space to the left. `aisles` holds the used stretch of the lane.
Layout layOutBeside(const Polygon<XY>& free, XY from, XY to, double laneWidthM, const StallRules& rules);

}  // namespace pianqu::geo
