#pragma once

#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// What boundaries are drawn along and around.
struct DrawLines {
  MultiPolygon<XY> whole;      ///< footprints and red lines: none of their corners changes sides, and corners that a boundary turns at stay
  MultiLine<XY> exact;         ///< red lines: a boundary along them stays within `exactM`
  MultiLine<XY> followed;      ///< centre lines, edges, banks: a boundary along them stays within `followedM`
};

struct DrawOptions {
  double exactM = 0.005;
  double followedM = 0.3;
  double freeM = 4;            ///< a boundary over open ground or between buildings may be straightened by this much
};

/// Draws the boundaries of a coverage with few corners: each shared boundary once, taking out the corners that matter least.
///
/// in        a coverage on a grid of a millimetre that crosses nothing in `lines.whole`, not wider than 2000 km
/// keeps     an exact coverage: no boundary comes to cross another one or a shape of `lines.whole`, at no tolerance, since a corner goes
///           only where the triangle that it leaves holds no other corner (in integers, so without rounding)
/// errors    Cancelled
/// cost      O(n log n) in corners
/// source    [VisvalingamWhyatt1993] for the order of removal, by distance in place of area
Result<std::vector<MultiPolygon<XY>>> drawBoundaries(const std::vector<MultiPolygon<XY>>& coverage, const DrawLines& lines, const DrawOptions& options = {},
                                                     Progress& progress = noProgress());

}  // namespace pianqu::geo
