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

/// The corners of geo::turningPointsOf, as the turning-point ledger numbers them.
std::vector<TurningPoint> turningPoints(const geo::MultiPolygon<geo::XY>& boundary);

/// 点号, X (north), Y (east) in metres with three decimals; two points a row, to save paper.
SheetTable coordinateTable(const std::vector<TurningPoint>& points);

}  // namespace pianqu::layers
