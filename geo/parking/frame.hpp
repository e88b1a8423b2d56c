#pragma once

#include <cmath>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A turned frame whose first axis runs along the rows. Local points are (along, across), metres.
class Frame {
 public:
  Frame(XY origin, double angleRad) : m_origin(origin), m_cos(std::cos(angleRad)), m_sin(std::sin(angleRad)) {}

  XY toLocal(XY p) const {
    const XY d = p - m_origin;
    return {d.x * m_cos + d.y * m_sin, d.y * m_cos - d.x * m_sin};
  }
  XY toWorld(XY p) const { return {m_origin.x + p.x * m_cos - p.y * m_sin, m_origin.y + p.x * m_sin + p.y * m_cos}; }

  Polygon<XY> toLocal(Polygon<XY> polygon) const {
    for (XY& p : polygon.outer) p = toLocal(p);
    for (auto& hole : polygon.holes)
      for (XY& p : hole) p = toLocal(p);
    return polygon;
  }
  /// The box as a counter-clockwise ring that starts at its lower left corner.
  Polygon<XY> rectangle(const Box& box) const {
    return {{toWorld({box.minX, box.minY}), toWorld({box.maxX, box.minY}), toWorld({box.maxX, box.maxY}), toWorld({box.minX, box.maxY}), toWorld({box.minX, box.minY})}, {}};
  }

 private:
  XY m_origin;
  double m_cos, m_sin;
};

}  // namespace pianqu::geo
