#pragma once

#include <string>
#include <string_view>

#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Well-known text, two dimensions; Z and M are read and dropped; GEOMETRYCOLLECTION is refused.
///
/// errors    Invalid, with the character position and what was expected there
/// source    [OGC06-103r4] clause 7
Result<XYGeometry> parseWkt(std::string_view text);

/// The shortest decimal form that reads back to the same double; single parts print as POINT, LINESTRING, POLYGON.
/// keeps     parseWkt(toWkt(g)) == g
std::string toWkt(const XYGeometry& geometry);
std::string toWkt(const Polygon<XY>& polygon);
std::string toWkt(const MultiPolygon<XY>& polygons);
std::string toWkt(const Line<XY>& line);

}  // namespace pianqu::geo
