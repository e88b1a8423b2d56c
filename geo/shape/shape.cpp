#include "geo/shape/shape.hpp"

#include <algorithm>

namespace pianqu::geo {

void Box::add(XY p) {
  minX = std::min(minX, p.x);
  minY = std::min(minY, p.y);
  maxX = std::max(maxX, p.x);
  maxY = std::max(maxY, p.y);
}

void Box::add(const Box& other) {
  minX = std::min(minX, other.minX);
  minY = std::min(minY, other.minY);
  maxX = std::max(maxX, other.maxX);
  maxY = std::max(maxY, other.maxY);
}

Box boxOf(const std::vector<XY>& points) {
  Box box;
  for (const XY p : points) box.add(p);
  return box;
}

Box boxOf(const Polygon<XY>& polygon) { return boxOf(polygon.outer); }

Box boxOf(const MultiPolygon<XY>& polygons) {
  Box box;
  for (const auto& polygon : polygons) box.add(boxOf(polygon));
  return box;
}

Box boxOf(const XYGeometry& geometry) {
  struct Visitor {
    Box operator()(std::monostate) const { return {}; }
    Box operator()(const XYGeometry::Points& g) const { return boxOf(g.points); }
    Box operator()(const XYGeometry::Lines& g) const {
      Box box;
      for (const auto& line : g.lines) box.add(boxOf(line));
      return box;
    }
    Box operator()(const XYGeometry::Polygons& g) const { return boxOf(g.polygons); }
  };
  return std::visit(Visitor{}, geometry.value);
}

}  // namespace pianqu::geo
