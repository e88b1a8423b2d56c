#pragma once

#include <string>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A numbered corner of a boundary (界址点), as the coordinate table prints it.
struct TurningPoint {
  std::string name;      ///< "J1"
  XY point;
  double toNextM = 0;    ///< length of the side to the next one of its ring
  double bearingDeg = 0; ///< of that side, clockwise from grid north, 0 <= bearing < 360
};

/// Corners of all outer rings and holes, the largest part first, each ring clockwise from its most north-western corner; numbers run on.
/// Points that lie on a straight side (within a millimetre) are not corners.
std::vector<TurningPoint> turningPointsOf(const MultiPolygon<XY>& boundary);

}  // namespace pianqu::geo
