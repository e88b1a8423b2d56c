#pragma once

#include <compare>
#include <limits>
#include <variant>
#include <vector>

namespace pianqu::geo {

/// Easting and northing, metres, in the project CRS. Longitude and easting first, everywhere.
struct XY {
  double x = 0;
  double y = 0;
  auto operator<=>(const XY&) const = default;
};

/// Longitude and latitude, degrees, CGCS2000 or WGS 84 (the same to a decimetre).
struct LonLat {
  double lon = 0;
  double lat = 0;
  auto operator<=>(const LonLat&) const = default;
};

/// Two numbers just read: axis order, zone prefix, unit and datum not yet proven. `a` is the first as stored.
struct RawXY {
  double a = 0;
  double b = 0;
  auto operator<=>(const RawXY&) const = default;
};

inline XY operator+(XY p, XY q) { return {p.x + q.x, p.y + q.y}; }
inline XY operator-(XY p, XY q) { return {p.x - q.x, p.y - q.y}; }
inline XY operator*(XY p, double k) { return {p.x * k, p.y * k}; }

/// Open or closed polyline with at least 2 points when valid.
template <class P>
using Line = std::vector<P>;

/// Closed ring: first point equals last, at least 4 points when valid. Winding is not promised.
template <class P>
using Ring = std::vector<P>;

template <class P>
struct Polygon {
  Ring<P> outer;
  std::vector<Ring<P>> holes;
  bool operator==(const Polygon&) const = default;
};

template <class P>
using MultiLine = std::vector<Line<P>>;
template <class P>
using MultiPolygon = std::vector<Polygon<P>>;

/// Any geometry of a feature. monostate: no geometry. Points, lines and polygons are always stored as multi.
template <class P>
struct Geometry {
  struct Points { std::vector<P> points; bool operator==(const Points&) const = default; };
  struct Lines { MultiLine<P> lines; bool operator==(const Lines&) const = default; };
  struct Polygons { MultiPolygon<P> polygons; bool operator==(const Polygons&) const = default; };
  std::variant<std::monostate, Points, Lines, Polygons> value;

  bool isEmpty() const { return value.index() == 0; }
  bool operator==(const Geometry&) const = default;
};
using XYGeometry = Geometry<XY>;

/// Axis-parallel box; the default one is empty and grows.
struct Box {
  double minX = std::numeric_limits<double>::infinity();
  double minY = std::numeric_limits<double>::infinity();
  double maxX = -std::numeric_limits<double>::infinity();
  double maxY = -std::numeric_limits<double>::infinity();

  bool isEmpty() const { return !(minX <= maxX && minY <= maxY); }
  double width() const { return isEmpty() ? 0 : maxX - minX; }
  double height() const { return isEmpty() ? 0 : maxY - minY; }
  XY centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
  void add(XY p);
  void add(const Box& other);
  Box grownBy(double metres) const { return {minX - metres, minY - metres, maxX + metres, maxY + metres}; }
  bool contains(XY p) const { return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY; }
  bool intersects(const Box& o) const { return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY; }
};

Box boxOf(const std::vector<XY>& points);
Box boxOf(const Polygon<XY>& polygon);
Box boxOf(const MultiPolygon<XY>& polygons);
Box boxOf(const XYGeometry& geometry);

}  // namespace pianqu::geo
