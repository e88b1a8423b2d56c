#pragma once

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// The box as a polygon, counter-clockwise. in: not empty
inline Polygon<XY> rectangleOf(const Box& box) {
  return {{{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}, {box.minX, box.minY}}, {}};
}

}  // namespace pianqu::geo
