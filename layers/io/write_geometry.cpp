#include <ogr_geometry.h>

#include "layers/io/write_parts.hpp"

namespace pianqu::layers {
namespace {

void fill(OGRSimpleCurve& curve, const std::vector<geo::XY>& points) {
  curve.setNumPoints(static_cast<int>(points.size()));
  for (std::size_t i = 0; i < points.size(); ++i) curve.setPoint(static_cast<int>(i), points[i].x, points[i].y);
}

std::unique_ptr<OGRGeometry> toOgr(geo::XY p) { return std::make_unique<OGRPoint>(p.x, p.y); }

std::unique_ptr<OGRGeometry> toOgr(const geo::Line<geo::XY>& line) {
  auto made = std::make_unique<OGRLineString>();
  fill(*made, line);
  return made;
}

std::unique_ptr<OGRGeometry> toOgr(const geo::Polygon<geo::XY>& polygon) {
  auto made = std::make_unique<OGRPolygon>();
  auto addRing = [&](const geo::Ring<geo::XY>& ring) {
    auto part = std::make_unique<OGRLinearRing>();
    fill(*part, ring);
    made->addRingDirectly(part.release());
  };
  addRing(polygon.outer);
  for (const auto& hole : polygon.holes) addRing(hole);
  return made;
}

template <class Multi, class Parts>
std::unique_ptr<OGRGeometry> many(const Parts& parts) {
  if (parts.empty()) return nullptr;
  if (parts.size() == 1) return toOgr(parts.front());
  auto made = std::make_unique<Multi>();
  for (const auto& part : parts) made->addGeometryDirectly(toOgr(part).release());
  return made;
}

}  // namespace

std::unique_ptr<OGRGeometry> toOgr(const geo::XYGeometry& geometry) {
  using G = geo::XYGeometry;
  if (const auto* points = std::get_if<G::Points>(&geometry.value)) return many<OGRMultiPoint>(points->points);
  if (const auto* lines = std::get_if<G::Lines>(&geometry.value)) return many<OGRMultiLineString>(lines->lines);
  if (const auto* polygons = std::get_if<G::Polygons>(&geometry.value)) return many<OGRMultiPolygon>(polygons->polygons);
  return nullptr;
}

}  // namespace pianqu::layers
