#include "layers/io/ogr_geometry.hpp"

#include <ogr_geometry.h>

#include <cmath>
#include <memory>

namespace pianqu::layers {
namespace {

using geo::RawXY;

constexpr double kLargest = 1e11;  // no system used in China comes near, in millimetres either; a larger number is damage
constexpr int kDeepest = 8;       // collections in collections

class Taker {
 public:
  explicit Taker(const ReadLimits& limits) : m_limits(limits) {}

  TakenGeometry take(const OGRGeometry* geometry) {
    add(geometry, 0);
    const int kinds = !m_points.points.empty() + !m_lines.lines.empty() + !m_polygons.polygons.empty();
    if (!m_fault.empty()) return {{}, m_fault};
    if (kinds > 1) return {{}, "points, lines and polygons are mixed in one geometry"};
    if (!m_points.points.empty()) return {{std::move(m_points)}, {}};
    if (!m_lines.lines.empty()) return {{std::move(m_lines)}, {}};
    if (!m_polygons.polygons.empty()) return {{std::move(m_polygons)}, {}};
    return {{}, geometry ? "the geometry is empty" : ""};
  }

 private:
  void add(const OGRGeometry* geometry, int depth) {
    if (!geometry || geometry->IsEmpty() || !m_fault.empty()) return;
    if (depth > kDeepest) { m_fault = "collections are nested too deeply"; return; }
    if (geometry->hasCurveGeometry()) {
      const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry());
      if (straight && !straight->hasCurveGeometry()) add(straight.get(), depth + 1);
      else m_fault = "the curve cannot be drawn as lines";
      return;
    }
    switch (wkbFlatten(geometry->getGeometryType())) {
      case wkbPoint: m_points.points.push_back(point(geometry->toPoint()->getX(), geometry->toPoint()->getY())); break;
      case wkbLineString: case wkbLinearRing: m_lines.lines.push_back(line(geometry->toLineString())); break;
      case wkbPolygon: case wkbTriangle: addPolygon(geometry->toPolygon()); break;
      case wkbMultiPoint: case wkbMultiLineString: case wkbMultiPolygon: case wkbGeometryCollection:
        for (const auto* part : *geometry->toGeometryCollection()) add(part, depth + 1);
        break;
      case wkbPolyhedralSurface: case wkbTIN:
        for (const auto* part : *geometry->toPolyhedralSurface()) add(part, depth + 1);
        break;
      default: m_fault = std::string("the geometry type ") + geometry->getGeometryName() + " is not used here";
    }
  }

  void addPolygon(const OGRPolygon* polygon) {
    geo::Polygon<RawXY> taken;
    if (polygon->getExteriorRing()) taken.outer = line(polygon->getExteriorRing());
    for (int i = 0; i < polygon->getNumInteriorRings(); ++i) taken.holes.push_back(line(polygon->getInteriorRing(i)));
    if (!taken.outer.empty()) m_polygons.polygons.push_back(std::move(taken));
  }

  std::vector<RawXY> line(const OGRSimpleCurve* curve) {
    std::vector<RawXY> points;
    m_count += static_cast<std::size_t>(curve->getNumPoints());
    if (m_count > m_limits.pointsPerGeometry) { m_fault = "the geometry has more than " + std::to_string(m_limits.pointsPerGeometry) + " points"; return points; }
    points.reserve(static_cast<std::size_t>(curve->getNumPoints()));
    for (int i = 0; i < curve->getNumPoints(); ++i) points.push_back(point(curve->getX(i), curve->getY(i)));
    return points;
  }

  RawXY point(double a, double b) {
    if (!std::isfinite(a) || !std::isfinite(b)) m_fault = "a coordinate is not a number";
    else if (std::abs(a) > kLargest || std::abs(b) > kLargest) m_fault = "a coordinate is beyond 100 000 000 km";
    return {a, b};
  }

  const ReadLimits& m_limits;
  RawGeometry::Points m_points;
  RawGeometry::Lines m_lines;
  RawGeometry::Polygons m_polygons;
  std::size_t m_count = 0;
  std::string m_fault;
};

}  // namespace

TakenGeometry takeGeometry(const OGRGeometry* geometry, const ReadLimits& limits) { return Taker(limits).take(geometry); }

TakenGeometry takeGeometryText(const std::string& text, const ReadLimits& limits) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return {};
  std::unique_ptr<OGRGeometry> made;
  if (text[start] == '{') {
    made.reset(OGRGeometryFactory::createFromGeoJson(text.c_str()));
    if (!made) return {{}, "the text is not a GeoJSON geometry"};
  } else {
    const std::size_t ewkt = text.rfind("SRID=", start + 4) == start ? text.find(';', start) : std::string::npos;
    OGRGeometry* raw = nullptr;
    const char* at = text.c_str() + (ewkt == std::string::npos ? start : ewkt + 1);
    const bool isRead = OGRGeometryFactory::createFromWkt(&at, nullptr, &raw) == OGRERR_NONE;
    made.reset(raw);
    if (!isRead || !made) return {{}, "the text is not a WKT geometry"};
  }
  return takeGeometry(made.get(), limits);
}

}  // namespace pianqu::layers
