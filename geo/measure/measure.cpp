#include "geo/measure/measure.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/shape/segment.hpp"

namespace pianqu::geo {

double signedAreaM2(const Ring<XY>& ring) {
  if (ring.size() < 3) return 0;
  const XY origin = ring.front();
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const XY p = ring[i] - origin, q = ring[(i + 1) % ring.size()] - origin;
    twice += p.x * q.y - q.x * p.y;
  }
  return twice / 2;
}

SquareMetres areaOf(const Polygon<XY>& polygon) {
  double area = std::abs(signedAreaM2(polygon.outer));
  for (const auto& hole : polygon.holes) area -= std::abs(signedAreaM2(hole));
  return {std::max(area, 0.0)};
}

SquareMetres areaOf(const MultiPolygon<XY>& polygons) {
  SquareMetres total;
  for (const auto& polygon : polygons) total += areaOf(polygon);
  return total;
}

double distance(XY a, XY b) { return std::hypot(a.x - b.x, a.y - b.y); }

Metres lengthOf(const Line<XY>& line) {
  Metres total;
  for (std::size_t i = 1; i < line.size(); ++i) total.value += distance(line[i - 1], line[i]);
  return total;
}

Metres lengthOf(const MultiLine<XY>& lines) {
  Metres total;
  for (const auto& line : lines) total += lengthOf(line);
  return total;
}

Metres perimeterOf(const Polygon<XY>& polygon) { return lengthOf(polygon.outer) + lengthOf(polygon.holes); }

Metres perimeterOf(const MultiPolygon<XY>& polygons) {
  Metres total;
  for (const auto& polygon : polygons) total += perimeterOf(polygon);
  return total;
}

double distanceToLine(XY point, const Line<XY>& line) {
  double best = line.size() == 1 ? distance(point, line[0]) : std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < line.size(); ++i) {
    best = std::min(best, distance(point, nearestOn(line[i - 1], line[i], point)));
  }
  return best;
}

XY pointAlong(const Line<XY>& line, double metresAlong) {
  if (line.empty()) return {};
  double left = std::max(metresAlong, 0.0);
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = distance(line[i - 1], line[i]);
    if (left <= step && step > 0) return line[i - 1] + (line[i] - line[i - 1]) * (left / step);
    left -= step;
  }
  return line.back();
}

namespace {

/// First moments and area of a ring relative to `origin`; sign by winding.
struct Moments { double area = 0, x = 0, y = 0; };
Moments momentsOf(const Ring<XY>& ring, XY origin) {
  Moments m;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const XY p = ring[i] - origin, q = ring[(i + 1) % ring.size()] - origin;
    const double cross = p.x * q.y - q.x * p.y;
    m.area += cross / 2;
    m.x += (p.x + q.x) * cross / 6;
    m.y += (p.y + q.y) * cross / 6;
  }
  if (m.area < 0) m = {-m.area, -m.x, -m.y};
  return m;
}

bool isInRing(const Ring<XY>& ring, XY point) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    if ((ring[i].y > point.y) == (ring[j].y > point.y)) continue;
    const double crossing = (ring[j].x - ring[i].x) * (point.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x;
    if (point.x < crossing) inside = !inside;
  }
  return inside;
}

}  // namespace

XY centroidOf(const MultiPolygon<XY>& polygons) {
  XY origin{};
  XY mean{};
  double count = 0;
  Moments total;
  bool hasOrigin = false;
  for (const auto& polygon : polygons) {
    if (polygon.outer.empty()) continue;
    if (!hasOrigin) { origin = polygon.outer.front(); hasOrigin = true; }
    for (const XY p : polygon.outer) { mean = mean + (p - origin); ++count; }
    const Moments outer = momentsOf(polygon.outer, origin);
    total = {total.area + outer.area, total.x + outer.x, total.y + outer.y};
    for (const auto& hole : polygon.holes) {
      const Moments inner = momentsOf(hole, origin);
      total = {total.area - inner.area, total.x - inner.x, total.y - inner.y};
    }
  }
  if (count == 0) return {};
  if (total.area <= 0) return origin + mean * (1 / count);
  return origin + XY{total.x / total.area, total.y / total.area};
}

XY centroidOf(const Polygon<XY>& polygon) { return centroidOf(MultiPolygon<XY>{polygon}); }

bool contains(const Polygon<XY>& polygon, XY point) {
  if (polygon.outer.empty() || !isInRing(polygon.outer, point)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(), [point](const Ring<XY>& hole) { return !hole.empty() && isInRing(hole, point); });
}

bool contains(const MultiPolygon<XY>& polygons, XY point) {
  return std::any_of(polygons.begin(), polygons.end(), [point](const Polygon<XY>& polygon) { return contains(polygon, point); });
}

double polsbyPopper(const MultiPolygon<XY>& polygons) {
  const double perimeter = perimeterOf(polygons).value;
  return perimeter > 0 ? 4 * std::numbers::pi * areaOf(polygons).value / (perimeter * perimeter) : 0;
}

Result<double> groundAreaFactor(const Crs& crs, XY point) {
  const auto distortion = lengthDistortionMmPerKm(crs, point);
  if (!distortion) return fail(distortion);
  const double scale = 1 + *distortion * 1e-6;
  return 1 / (scale * scale);
}

}  // namespace pianqu::geo
