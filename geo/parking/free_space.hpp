#pragma once

#include <vector>

#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Something that keeps stalls off: its shape and the distance to hold from it, metres. Lines and points need a distance.
struct Obstacle {
  XYGeometry shape;
  double distanceM = 0;
};

/// Parts of `site` that stay at least their distance away from every obstacle, without the parts in which no stall fits:
/// those that vanish when eroded by half of `minWidthM`.
///
/// in        CRS metres; obstacles outside the site's box are ignored
/// keeps     parts are valid, disjoint, ordered by place; round clearances are cut with 8 segments a quadrant from outside,
///           so that a distance is never undercut by more than 1 mm
/// errors    those of geo/overlay
Result<MultiPolygon<XY>> freeSpaceOf(const MultiPolygon<XY>& site, const std::vector<Obstacle>& obstacles, double minWidthM);

}  // namespace pianqu::geo
