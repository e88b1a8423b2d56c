#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/problems.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Operations on shapes through GEOS. All throw-free; a GEOS exception becomes ErrorCode::Invalid with its words and a point where it gave one.
/// Results of polygon operations hold polygons only (points and lines that an intersection leaves are dropped).
/// `gridM` > 0 snaps the result to that grid (OverlayNG with fixed precision); 0 works in floating point.

Result<MultiPolygon<XY>> unionOf(const MultiPolygon<XY>& polygons, double gridM = 0);
Result<MultiPolygon<XY>> intersectionOf(const MultiPolygon<XY>& a, const MultiPolygon<XY>& b, double gridM = 0);
Result<MultiPolygon<XY>> differenceOf(const MultiPolygon<XY>& a, const MultiPolygon<XY>& b, double gridM = 0);

struct BufferOptions {
  enum class Join { Round, Mitre };
  Join join = Join::Round;
  int quadrantSegments = 8;
  bool isFlatEnded = false;  ///< lines only
};
Result<MultiPolygon<XY>> bufferOf(const XYGeometry& geometry, double distanceM, const BufferOptions& options = {});
Result<MultiPolygon<XY>> bufferOf(const MultiPolygon<XY>& polygons, double distanceM, const BufferOptions& options = {});
Result<MultiPolygon<XY>> bufferOf(const MultiLine<XY>& lines, double distanceM, const BufferOptions& options = {});

/// The parts of `lines` inside and outside `area`; inside + outside = total to 1e-6 of the length.
struct InsideOutside {
  MultiLine<XY> inside;
  MultiLine<XY> outside;
};
Result<InsideOutside> splitLines(const MultiLine<XY>& lines, const MultiPolygon<XY>& area);

/// nullopt when valid by OGC rules; otherwise GEOS' reason and the place.
struct Invalidity {
  std::string reason;
  XY place;
};
std::optional<Invalidity> findInvalidity(const MultiPolygon<XY>& polygons);

/// Closes open rings, drops repeated points, untangles crossings (MakeValid, structure method, keep collapsed off).
/// What was done goes into `problems` with codes ring-closed, repeated-points, self-crossing. errors Invalid when nothing with an area is left.
Result<MultiPolygon<XY>> repairPolygons(MultiPolygon<XY> polygons, Problems& problems);

/// A point well inside, for labels and for "which polygon is this in". nullopt for empty input.
std::optional<XY> pointInside(const MultiPolygon<XY>& polygons);

bool intersects(const MultiPolygon<XY>& a, const MultiPolygon<XY>& b);
bool intersects(const Line<XY>& line, const MultiPolygon<XY>& area);
bool covers(const MultiPolygon<XY>& area, const MultiPolygon<XY>& inner);
double distanceBetween(const XYGeometry& a, const XYGeometry& b);  ///< metres; infinity when either is empty
MultiPolygon<XY> convexHullOf(const std::vector<XY>& points);
/// Douglas-Peucker that keeps validity; for display and free shapes, never for a coverage (see geo/coverage).
Result<MultiPolygon<XY>> simplify(const MultiPolygon<XY>& polygons, double toleranceM);

/// Constrained Delaunay triangles, three points each, counter-clockwise; holes respected. For drawing.
Result<std::vector<XY>> triangulate(const Polygon<XY>& polygon);

/// Coverage operations: the i-th result belongs to the i-th input. See geo/coverage for the facade.
bool isCoverageValid(const std::vector<MultiPolygon<XY>>& coverage, double gapWidthM = 0);
Result<std::vector<MultiPolygon<XY>>> simplifyCoverage(const std::vector<MultiPolygon<XY>>& coverage, double toleranceM, bool keepOuterBoundary);
Result<MultiPolygon<XY>> coverageUnionOf(const std::vector<Polygon<XY>>& faces);

}  // namespace pianqu::geo
