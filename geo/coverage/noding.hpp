#pragma once

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A point of a grid, in its steps from (0, 0).
struct GridPoint {
  std::int64_t x = 0, y = 0;
  auto operator<=>(const GridPoint&) const = default;
};

using GridEdge = std::pair<GridPoint, GridPoint>;   ///< lower end first

/// Lines as edges on a grid that meet in their ends only: every crossing is an end, and an edge passes through no cell of another end.
///
/// in        points less than 2^30 steps from each other
/// returns   ascending, each edge once
/// errors    Invalid for points that are no numbers or too far apart; Cancelled
/// cost      O(n log n) for short lines: n times those that lie over one x
/// source    [Hobby1999] snap rounding, in integers, so without rounding on the way
Result<std::vector<GridEdge>> nodeOnGrid(const MultiLine<XY>& lines, double gridM, const Progress& progress = noProgress());

/// The faces that lines enclose, noded on a grid. Lines that lead nowhere, and bridges between faces, bound nothing.
///
/// keeps     faces share edges with the same end points
/// errors    as nodeOnGrid()
Result<std::vector<Polygon<XY>>> facesOnGrid(const MultiLine<XY>& lines, double gridM, const Progress& progress = noProgress());

/// The faces to the left of sides that run along them. in: each side once, meeting others in its ends only
MultiPolygon<XY> solidsOf(std::vector<GridEdge> sides, double gridM);

/// Faces of a coverage as one shape, valid where it touches itself in a point. in: on the grid, sharing edges with the same end points
MultiPolygon<XY> united(const std::vector<const Polygon<XY>*>& faces, double gridM);

}  // namespace pianqu::geo
