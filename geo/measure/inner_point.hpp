#pragma once

#include <optional>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A point inside the largest part, for asking what a shape stands in: its centre of mass, or for a shape that does not hold it the middle
/// of the widest stretch at half height. nullopt without an area or with coordinates that are not numbers.
/// cost      O(n), no allocation where the centre of mass is inside
std::optional<XY> innerPointOf(const Polygon<XY>& polygon);
std::optional<XY> innerPointOf(const MultiPolygon<XY>& polygons);

}  // namespace pianqu::geo
