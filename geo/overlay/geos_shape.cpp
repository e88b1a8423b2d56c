#include "geo/overlay/geos_shape.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

namespace pianqu::geo::geos {
namespace {

thread_local std::string lastWords;
thread_local const Progress* listened = nullptr;

/// GEOS calls it inside long loops, for every thread; what it throws comes out of the C call as a failure. Its own request flag would not
/// do: it is one for all threads, and another one's work might take it.
void askWhetherToStop() {
  if (listened != nullptr && listened->isCancelled()) throw std::runtime_error("cancelled");
}

void keepWords(const char* message, void* /*unused*/) { lastWords = message; }

/// Collection of `parts`; takes all of them. null when a part is null.
Shape collect(int type, std::vector<Shape>& parts) {
  std::vector<GEOSGeometry*> raw;
  for (auto& part : parts) if (!part) return nullptr;
  for (auto& part : parts) raw.push_back(part.release());
  return Shape(GEOSGeom_createCollection_r(context(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

GEOSCoordSequence* sequence(const std::vector<XY>& points) {
  for (const XY p : points) {
    if (std::isfinite(p.x) && std::isfinite(p.y)) continue;
    lastWords = "a coordinate is not a number";
    return nullptr;
  }
  static_assert(sizeof(XY) == 2 * sizeof(double));
  return GEOSCoordSeq_copyFromBuffer_r(context(), points.empty() ? nullptr : &points[0].x, static_cast<unsigned>(points.size()), 0, 0);
}

Shape ring(const Ring<XY>& points) {
  GEOSCoordSequence* coordinates = sequence(points);
  return Shape(coordinates ? GEOSGeom_createLinearRing_r(context(), coordinates) : nullptr);
}

}  // namespace

GEOSContextHandle_t context() {
  struct Owner {
    GEOSContextHandle_t handle = GEOS_init_r();
    Owner() {
      GEOSContext_setErrorMessageHandler_r(handle, keepWords, nullptr);
      GEOSContext_setNoticeMessageHandler_r(handle, keepWords, nullptr);
    }
    ~Owner() { GEOS_finish_r(handle); }
  };
  thread_local Owner owner;
  return owner.handle;
}

const Progress* listenTo(const Progress* progress) {
  static const bool isAsked = GEOS_interruptRegisterCallback(askWhetherToStop) == nullptr;
  static_cast<void>(isAsked);
  return std::exchange(listened, progress);
}

bool isStopped() { return listened != nullptr && listened->isCancelled(); }

std::string words() { return std::exchange(lastWords, {}); }

Shape make(const Polygon<XY>& polygon) {
  Shape outer = ring(polygon.outer);
  if (!outer) return nullptr;
  std::vector<Shape> holes;
  for (const auto& hole : polygon.holes) if (!holes.emplace_back(ring(hole))) return nullptr;
  std::vector<GEOSGeometry*> raw;
  for (auto& hole : holes) raw.push_back(hole.release());
  return Shape(GEOSGeom_createPolygon_r(context(), outer.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

Shape make(const MultiPolygon<XY>& polygons) {
  if (polygons.size() == 1) return make(polygons.front());
  std::vector<Shape> parts;
  for (const auto& polygon : polygons) parts.push_back(make(polygon));
  return collect(GEOS_MULTIPOLYGON, parts);
}

Shape make(const Line<XY>& line) {
  GEOSCoordSequence* coordinates = sequence(line);
  return Shape(coordinates ? GEOSGeom_createLineString_r(context(), coordinates) : nullptr);
}

Shape make(const MultiLine<XY>& lines) {
  std::vector<Shape> parts;
  for (const auto& line : lines) parts.push_back(make(line));
  return collect(GEOS_MULTILINESTRING, parts);
}

Shape make(const XYGeometry& geometry) {
  if (const auto* polygons = std::get_if<XYGeometry::Polygons>(&geometry.value)) return make(polygons->polygons);
  if (const auto* lines = std::get_if<XYGeometry::Lines>(&geometry.value)) return make(lines->lines);
  if (const auto* points = std::get_if<XYGeometry::Points>(&geometry.value)) return makePoints(points->points);
  return Shape(GEOSGeom_createEmptyCollection_r(context(), GEOS_GEOMETRYCOLLECTION));
}

Shape makePoints(const std::vector<XY>& points) {
  std::vector<Shape> parts;
  for (const XY p : points) parts.emplace_back(GEOSGeom_createPointFromXY_r(context(), p.x, p.y));
  return collect(GEOS_MULTIPOINT, parts);
}

std::vector<XY> pointsOf(const GEOSGeometry* simple) {
  const GEOSCoordSequence* coordinates = GEOSGeom_getCoordSeq_r(context(), simple);
  unsigned size = 0;
  if (!coordinates || !GEOSCoordSeq_getSize_r(context(), coordinates, &size)) return {};
  std::vector<XY> points(size);
  if (size > 0) GEOSCoordSeq_copyToBuffer_r(context(), coordinates, &points[0].x, 0, 0);
  return points;
}

MultiPolygon<XY> polygonsOf(const GEOSGeometry* geometry) {
  MultiPolygon<XY> result;
  const int type = GEOSGeomTypeId_r(context(), geometry);
  if (type == GEOS_POLYGON) {
    if (GEOSisEmpty_r(context(), geometry)) return result;
    auto& polygon = result.emplace_back();
    polygon.outer = pointsOf(GEOSGetExteriorRing_r(context(), geometry));
    const int holes = GEOSGetNumInteriorRings_r(context(), geometry);
    for (int i = 0; i < holes; ++i) polygon.holes.push_back(pointsOf(GEOSGetInteriorRingN_r(context(), geometry, i)));
  } else if (type >= GEOS_MULTIPOINT) {
    const int count = GEOSGetNumGeometries_r(context(), geometry);
    for (int i = 0; i < count; ++i) {
      auto part = polygonsOf(GEOSGetGeometryN_r(context(), geometry, i));
      std::move(part.begin(), part.end(), std::back_inserter(result));
    }
  }
  return result;
}

MultiLine<XY> linesOf(const GEOSGeometry* geometry) {
  MultiLine<XY> result;
  const int type = GEOSGeomTypeId_r(context(), geometry);
  if (type == GEOS_LINESTRING || type == GEOS_LINEARRING) {
    auto points = pointsOf(geometry);
    if (points.size() > 1) result.push_back(std::move(points));
  } else if (type >= GEOS_MULTIPOINT) {
    const int count = GEOSGetNumGeometries_r(context(), geometry);
    for (int i = 0; i < count; ++i) {
      auto part = linesOf(GEOSGetGeometryN_r(context(), geometry, i));
      std::move(part.begin(), part.end(), std::back_inserter(result));
    }
  }
  return result;
}

Result<MultiPolygon<XY>> toPolygons(const Shape& shape, const char* what) {
  if (shape) return polygonsOf(shape.get());
  if (isStopped()) return fail(ErrorCode::Cancelled, std::string(what) + " was cancelled.");
  const std::string said = words();
  return fail(ErrorCode::Invalid, std::string(what) + " failed: " + (said.empty() ? "no reason given" : said), "repair the geometry first (pianqu check)");
}

}  // namespace pianqu::geo::geos
