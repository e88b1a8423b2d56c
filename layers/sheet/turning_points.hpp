#pragma once

#include <string>
#include <vector>

#include "geo/shape/shape.hpp"
#include "layers/sheet/table_block.hpp"

namespace pianqu::layers {

/// A numbered corner of a district boundary.
struct TurningPoint {
  std::string name;      ///< "J1"
  geo::XY at;
};

/// Every corner of every ring, numbered through: outer rings clockwise from their north-western corner, larger parts first, holes after
/// their ring. Corners on a straight line (under 1 mm off it) are left out; the boundary they give is the same to 1 mm.
std::vector<TurningPoint> turningPoints(const geo::MultiPolygon<geo::XY>& boundary);

/// 点号, X (north), Y (east) in metres with three decimals; two points a row, to save paper.
SheetTable coordinateTable(const std::vector<TurningPoint>& points);

}  // namespace pianqu::layers
