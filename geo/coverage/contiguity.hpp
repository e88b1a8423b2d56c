#pragma once

#include <cstddef>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Two shapes with a common piece of border; touching in a point is not one.
struct SharedBorder {
  std::size_t a = 0, b = 0;      ///< positions in the input, a < b
  double sharedM = 0;
};

/// What touches what among shapes that were drawn as a coverage (census tracts, cadastral parcels), with or without a vertex in the
/// one where the other has a corner.
///
/// in        metres; `toleranceM`: vertices closer than this are the same, and lie on a border that passes them as near
/// returns   by a, b
/// errors    Cancelled
/// cost      O(n log n) in vertices
Result<std::vector<SharedBorder>> sharedBorders(const std::vector<MultiPolygon<XY>>& shapes, double toleranceM, Progress& progress = noProgress());

}  // namespace pianqu::geo
