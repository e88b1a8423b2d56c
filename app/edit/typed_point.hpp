#pragma once

#include <optional>

#include "geo/shape/shape.hpp"

namespace pianqu::app {

/// What was typed while drawing; every number that is there binds the next point.
struct TypedPoint {
  std::optional<double> lengthM;     ///< from the last point
  std::optional<double> bearingDeg;  ///< from the last point, clockwise from north of the grid
  std::optional<double> x, y;        ///< easting, northing: go before length and bearing

  bool isEmpty() const { return !lengthM && !bearingDeg && !x && !y; }
};

/// The point that the pointer means under what was typed.
///
/// in        `from`: the last point; nullopt for the first one, where only coordinates can be typed
/// returns   the pointer, moved onto the line or circle or to the point that the numbers ask for
geo::XY constrained(std::optional<geo::XY> from, geo::XY pointer, const TypedPoint& typed);

/// Clockwise from north, 0 up to 360; 0 for two equal points.
double bearingOf(geo::XY from, geo::XY to);

}  // namespace pianqu::app
