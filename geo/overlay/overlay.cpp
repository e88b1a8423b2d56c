#include "geo/overlay/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include "geo/measure/measure.hpp"
#include "geo/overlay/geos_shape.hpp"
#include "geo/overlay/offset.hpp"
#include "geo/overlay/stop.hpp"

namespace pianqu::geo {
namespace {

using namespace geos;
using Binary = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);
using BinaryPrec = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*, double);

Result<MultiPolygon<XY>> combined(const MultiPolygon<XY>& a, const MultiPolygon<XY>& b, double gridM, const char* what, Binary plain, BinaryPrec snapped) {
  const Shape left = make(a), right = make(b);
  if (!left || !right) return toPolygons(nullptr, what);
  Shape result(gridM > 0 ? snapped(context(), left.get(), right.get(), gridM) : plain(context(), left.get(), right.get()));
  return toPolygons(result, what);
}

Result<MultiPolygon<XY>> mitred(const Shape& shape, double distanceM, int cap, double mitreLimit) {
  constexpr int kQuadrantSegments = 2;   // of round ends
  if (!shape) return toPolygons(nullptr, "offset");
  return toPolygons(Shape(GEOSBufferWithStyle_r(context(), shape.get(), distanceM, kQuadrantSegments, cap, GEOSBUF_JOIN_MITRE, mitreLimit)), "offset");
}

Result<MultiPolygon<XY>> buffered(const Shape& shape, double distanceM, const BufferOptions& options) {
  if (!shape) return toPolygons(nullptr, "buffer");
  const int join = options.join == BufferOptions::Join::Round ? GEOSBUF_JOIN_ROUND : GEOSBUF_JOIN_MITRE;
  const int cap = options.isFlatEnded ? GEOSBUF_CAP_FLAT : GEOSBUF_CAP_ROUND;
  return toPolygons(Shape(GEOSBufferWithStyle_r(context(), shape.get(), distanceM, options.quadrantSegments, cap, join, 5.0)), "buffer");
}

}  // namespace

StopWhenCancelled::StopWhenCancelled(const Progress& progress) : m_before(listenTo(&progress)) {}
StopWhenCancelled::~StopWhenCancelled() { listenTo(m_before); }

Result<MultiPolygon<XY>> unionOf(const MultiPolygon<XY>& polygons, double gridM) {
  if (polygons.empty()) return MultiPolygon<XY>{};
  const Shape shape = make(polygons);
  if (!shape) return toPolygons(nullptr, "union");
  return toPolygons(Shape(gridM > 0 ? GEOSUnaryUnionPrec_r(context(), shape.get(), gridM) : GEOSUnaryUnion_r(context(), shape.get())), "union");
}

Result<MultiPolygon<XY>> intersectionOf(const MultiPolygon<XY>& a, const MultiPolygon<XY>& b, double gridM) {
  if (a.empty() || b.empty()) return MultiPolygon<XY>{};
  return combined(a, b, gridM, "intersection", GEOSIntersection_r, GEOSIntersectionPrec_r);
}

Result<MultiPolygon<XY>> differenceOf(const MultiPolygon<XY>& a, const MultiPolygon<XY>& b, double gridM) {
  if (a.empty() || (b.empty() && gridM <= 0)) return a;
  return combined(a, b, gridM, "difference", GEOSDifference_r, GEOSDifferencePrec_r);
}

Result<MultiPolygon<XY>> bufferOf(const XYGeometry& geometry, double distanceM, const BufferOptions& options) {
  if (geometry.isEmpty()) return MultiPolygon<XY>{};
  return buffered(make(geometry), distanceM, options);
}
Result<MultiPolygon<XY>> bufferOf(const MultiPolygon<XY>& polygons, double distanceM, const BufferOptions& options) {
  if (polygons.empty()) return MultiPolygon<XY>{};
  return buffered(make(polygons), distanceM, options);
}
Result<MultiPolygon<XY>> bufferOf(const MultiLine<XY>& lines, double distanceM, const BufferOptions& options) {
  if (lines.empty()) return MultiPolygon<XY>{};
  return buffered(make(lines), distanceM, options);
}

Result<MultiPolygon<XY>> offsetOf(const MultiPolygon<XY>& polygons, double distanceM, double mitreLimit) {
  if (polygons.empty()) return MultiPolygon<XY>{};
  return mitred(make(polygons), distanceM, GEOSBUF_CAP_ROUND, mitreLimit);
}
Result<MultiPolygon<XY>> offsetOf(const MultiLine<XY>& lines, double distanceM, bool isFlatEnded, double mitreLimit) {
  if (lines.empty()) return MultiPolygon<XY>{};
  return mitred(make(lines), distanceM, isFlatEnded ? GEOSBUF_CAP_FLAT : GEOSBUF_CAP_ROUND, mitreLimit);
}

Result<InsideOutside> splitLines(const MultiLine<XY>& lines, const MultiPolygon<XY>& area) {
  if (lines.empty() || area.empty()) return InsideOutside{{}, lines};
  const Shape shape = make(lines), region = make(area);
  if (!shape || !region) return fail(ErrorCode::Invalid, "lines cannot be split: " + words());
  const Shape inside(GEOSIntersection_r(context(), shape.get(), region.get())), outside(GEOSDifference_r(context(), shape.get(), region.get()));
  if (!inside || !outside) return fail(ErrorCode::Invalid, "lines cannot be split: " + words(), "repair the area first (pianqu check)");
  return InsideOutside{linesOf(inside.get()), linesOf(outside.get())};
}

std::optional<Invalidity> findInvalidity(const MultiPolygon<XY>& polygons) {
  if (polygons.empty()) return std::nullopt;
  const Shape shape = make(polygons);
  if (!shape) return Invalidity{words(), polygons.front().outer.empty() ? XY{} : polygons.front().outer.front()};
  char* reason = nullptr;
  GEOSGeometry* where = nullptr;
  const char valid = GEOSisValidDetail_r(context(), shape.get(), 0, &reason, &where);
  const Shape place(where);
  const std::string text = reason ? reason : "";
  if (reason) GEOSFree_r(context(), reason);
  if (valid == 1) return std::nullopt;
  XY at{};
  if (place) {
    GEOSGeomGetX_r(context(), place.get(), &at.x);
    GEOSGeomGetY_r(context(), place.get(), &at.y);
  }
  return Invalidity{text, at};
}

namespace {

void note(Problems& problems, const char* code, const std::string& text, XY place) {
  problems.push_back({Severity::Repaired, code, text, {.x = place.x, .y = place.y}});
}

/// Closes the ring and drops repeated points; false when fewer than 3 distinct points are left.
bool tidyRing(Ring<XY>& ring, Problems& problems) {
  std::erase_if(ring, [](XY p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
  const std::size_t before = ring.size();
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  if (ring.empty()) return false;
  if (ring.size() < before) note(problems, "repeated-points", std::to_string(before - ring.size()) + " repeated points dropped", ring.front());
  if (ring.front() != ring.back()) {
    ring.push_back(ring.front());
    note(problems, "ring-closed", "the ring did not end where it began; its first point was added at the end", ring.front());
  }
  return ring.size() >= 4;
}

}  // namespace

Result<MultiPolygon<XY>> repairPolygons(MultiPolygon<XY> polygons, Problems& problems) {
  for (auto& polygon : polygons) {
    if (!tidyRing(polygon.outer, problems)) polygon.outer.clear();
    std::erase_if(polygon.holes, [&problems](Ring<XY>& hole) { return !tidyRing(hole, problems); });
  }
  std::erase_if(polygons, [](const Polygon<XY>& polygon) { return polygon.outer.empty(); });
  if (polygons.empty()) return fail(ErrorCode::Invalid, "no ring has three distinct points", "draw the boundary again");
  const auto invalidity = findInvalidity(polygons);
  if (!invalidity) return polygons;
  const Shape shape = make(polygons);
  GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(context());
  GEOSMakeValidParams_setMethod_r(context(), params, GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r(context(), params, 0);
  const Shape valid(shape ? GEOSMakeValidWithParams_r(context(), shape.get(), params) : nullptr);
  GEOSMakeValidParams_destroy_r(context(), params);
  auto repaired = toPolygons(valid, "repair");
  if (!repaired) return repaired;
  if (repaired->empty() || areaOf(*repaired).value <= 0) {
    return fail(ErrorCode::Invalid, "nothing with an area is left after repair (" + invalidity->reason + ")", "draw the boundary again", {.x = invalidity->place.x, .y = invalidity->place.y});
  }
  char areas[96];
  std::snprintf(areas, sizeof areas, "; area %.2f before, %.2f m2 after", areaOf(polygons).value, areaOf(*repaired).value);
  note(problems, "self-crossing", invalidity->reason + areas, invalidity->place);
  return repaired;
}

std::optional<XY> pointInside(const MultiPolygon<XY>& polygons) {
  const Shape shape = polygons.empty() ? nullptr : make(polygons);
  const Shape point(shape ? GEOSPointOnSurface_r(context(), shape.get()) : nullptr);
  XY at{};
  if (!point || GEOSisEmpty_r(context(), point.get()) || !GEOSGeomGetX_r(context(), point.get(), &at.x) || !GEOSGeomGetY_r(context(), point.get(), &at.y)) return std::nullopt;
  return at;
}

bool intersects(const MultiPolygon<XY>& a, const MultiPolygon<XY>& b) {
  const Shape left = make(a), right = make(b);
  return left && right && GEOSIntersects_r(context(), left.get(), right.get()) == 1;
}

bool intersects(const Line<XY>& line, const MultiPolygon<XY>& area) {
  const Shape left = make(line), right = make(area);
  return left && right && GEOSIntersects_r(context(), left.get(), right.get()) == 1;
}

bool covers(const MultiPolygon<XY>& area, const MultiPolygon<XY>& inner) {
  const Shape outer = make(area), shape = make(inner);
  return outer && shape && GEOSCovers_r(context(), outer.get(), shape.get()) == 1;
}

double distanceBetween(const XYGeometry& a, const XYGeometry& b) {
  const Shape left = make(a), right = make(b);
  double metres = 0;
  if (!left || !right || GEOSisEmpty_r(context(), left.get()) || GEOSisEmpty_r(context(), right.get()) || !GEOSDistance_r(context(), left.get(), right.get(), &metres)) {
    return std::numeric_limits<double>::infinity();
  }
  return metres;
}

MultiPolygon<XY> convexHullOf(const std::vector<XY>& points) {
  const Shape cloud = makePoints(points);
  const Shape hull(cloud ? GEOSConvexHull_r(context(), cloud.get()) : nullptr);
  return hull ? polygonsOf(hull.get()) : MultiPolygon<XY>{};
}

Result<MultiPolygon<XY>> simplify(const MultiPolygon<XY>& polygons, double toleranceM) {
  if (polygons.empty()) return polygons;
  const Shape shape = make(polygons);
  return toPolygons(Shape(shape ? GEOSTopologyPreserveSimplify_r(context(), shape.get(), toleranceM) : nullptr), "simplify");
}

Result<std::vector<XY>> triangulate(const Polygon<XY>& polygon) {
  const Shape shape = make(polygon);
  const Shape triangles(shape ? GEOSConstrainedDelaunayTriangulation_r(context(), shape.get()) : nullptr);
  const auto faces = toPolygons(triangles, "triangulate");
  if (!faces) return fail(faces);
  std::vector<XY> corners;
  corners.reserve(faces->size() * 3);
  for (const auto& face : *faces) {
    if (face.outer.size() != 4) continue;
    const bool isCounterClockwise = signedAreaM2(face.outer) > 0;
    corners.insert(corners.end(), {face.outer[0], face.outer[isCounterClockwise ? 1 : 2], face.outer[isCounterClockwise ? 2 : 1]});
  }
  return corners;
}

}  // namespace pianqu::geo
