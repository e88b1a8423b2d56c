#pragma once

#include "geo/base/result.hpp"
#include "geo/base/units.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Area on the grid, holes subtracted, any winding; 0 for fewer than 3 distinct points. Coordinates are taken relative to the
/// first point, so that eight-digit eastings lose nothing.
SquareMetres areaOf(const Polygon<XY>& polygon);
SquareMetres areaOf(const MultiPolygon<XY>& polygons);
/// Positive for counter-clockwise.
double signedAreaM2(const Ring<XY>& ring);

Metres lengthOf(const Line<XY>& line);
Metres lengthOf(const MultiLine<XY>& lines);
Metres perimeterOf(const Polygon<XY>& polygon);       ///< outer ring and holes
Metres perimeterOf(const MultiPolygon<XY>& polygons);
double distance(XY a, XY b);
/// Shortest distance of `point` to the polyline; infinity for an empty one.
double distanceToLine(XY point, const Line<XY>& line);
/// The point at `metresAlong` from the start, clamped to the ends.
XY pointAlong(const Line<XY>& line, double metresAlong);

/// Centre of mass; of the vertices when the area is zero.
XY centroidOf(const Polygon<XY>& polygon);
XY centroidOf(const MultiPolygon<XY>& polygons);
/// Even-odd rule over outer and holes; points on the boundary may fall either way.
bool contains(const Polygon<XY>& polygon, XY point);
bool contains(const MultiPolygon<XY>& polygons, XY point);

/// 4*pi*area/perimeter^2: 1 for a circle, 0 for a line. source [PolsbyPopper1991]
double polsbyPopper(const MultiPolygon<XY>& polygons);

/// Factor by which a grid area at `point` is multiplied to get the ground area on the ellipsoid; 1 within 1/10 000 is not rounded away.
Result<double> groundAreaFactor(const Crs& crs, XY point);

}  // namespace pianqu::geo
