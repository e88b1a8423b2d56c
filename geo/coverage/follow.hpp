#pragma once

#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A street whose surface can be left out of what it bounds.
struct Street {
  MultiLine<XY> line;
  double widthM = 0;
};

struct CutStreets {
  std::vector<MultiPolygon<XY>> shapes;
  MultiLine<XY> edges;   ///< outlines of the surfaces that were cut
};

/// Takes the surface of streets out of the shapes that end at their middle line: boundaries then run along the street's edges, and the
/// surface between is nobody's. Streets inside a shape stay part of it.
///
/// in        a coverage that runs along the middle lines within 5 mm; `ground` (parcels, footprints) is never cut
/// keeps     an exact coverage; a shape that would fall apart stays as it was
/// errors    Cancelled
Result<CutStreets> cutStreets(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<Street>& streets, const MultiPolygon<XY>& ground, Progress& progress = noProgress());

/// The i-th shape without what lies outside `limits[i]`, so that it ends at its own ground.
///
/// keeps     an exact coverage; a shape that would fall apart stays as it was
/// errors    Cancelled
Result<std::vector<MultiPolygon<XY>>> keptWithin(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<MultiPolygon<XY>>& limits, Progress& progress = noProgress());

/// Lines with open ends led straight on to the next of these lines, where that is no farther than `mostM`: dead ends and gates close.
MultiLine<XY> withEndsClosed(const MultiLine<XY>& lines, const MultiLine<XY>& others, double mostM);

}  // namespace pianqu::geo
