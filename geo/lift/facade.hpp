#pragma once

#include <optional>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// The stretch of outer wall in front of a stairwell, inferred from its door when nobody surveyed it.
///
/// in        `bayM` width of a stairwell's bay; `reachM` how far a door may lie off the wall that it belongs to
/// returns   2 points on the outline's edge nearest to the door, `bayM` apart where the edge is that long, the door's foot in the middle as far
///           as the edge's ends allow; nullopt when no outer edge comes within `reachM`
std::optional<Line<XY>> facadeAtDoor(const MultiPolygon<XY>& building, XY door, double bayM, double reachM);

}  // namespace pianqu::geo
