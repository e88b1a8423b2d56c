#pragma once

#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Shapes grown by `distanceM` (shrunk where it is negative) with straight corners, as a draughtsman offsets a line. A corner that would
/// reach farther than `mitreLimit` distances is cut off.
Result<MultiPolygon<XY>> offsetOf(const MultiPolygon<XY>& polygons, double distanceM, double mitreLimit = 1.5);

/// A strip of `distanceM` to either side of each line.
Result<MultiPolygon<XY>> offsetOf(const MultiLine<XY>& lines, double distanceM, bool isFlatEnded, double mitreLimit = 1.5);

}  // namespace pianqu::geo
