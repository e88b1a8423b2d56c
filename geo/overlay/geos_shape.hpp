#pragma once

#include <geos_c.h>

#include <memory>
#include <string>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

/// GEOS handles and conversions. Private to this folder.
namespace pianqu::geo::geos {

/// The thread's GEOS context. Messages of failed calls are kept and taken by `words`.
GEOSContextHandle_t context();
std::string words();

/// Whom this thread's calls ask whether to stop, null for nobody; returns who it was before.
const Progress* listenTo(const Progress* progress);
bool isStopped();

struct Deleter { void operator()(GEOSGeometry* g) const { if (g) GEOSGeom_destroy_r(context(), g); } };
using Shape = std::unique_ptr<GEOSGeometry, Deleter>;

/// null when a ring or line cannot be made: too few points, ring not closed (`words` tells).
Shape make(const MultiPolygon<XY>& polygons);
Shape make(const Polygon<XY>& polygon);
Shape make(const MultiLine<XY>& lines);
Shape make(const Line<XY>& line);
Shape makePoints(const std::vector<XY>& points);
Shape make(const XYGeometry& geometry);

/// The polygons in a geometry of any type; points and lines are passed over.
MultiPolygon<XY> polygonsOf(const GEOSGeometry* geometry);
MultiLine<XY> linesOf(const GEOSGeometry* geometry);
std::vector<XY> pointsOf(const GEOSGeometry* simple);

/// The polygons of `shape`, or an Error with GEOS' words when it is null.
Result<MultiPolygon<XY>> toPolygons(const Shape& shape, const char* what);

}  // namespace pianqu::geo::geos
