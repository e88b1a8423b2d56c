#include "geo/measure/inner_point.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

void addCrossings(const Ring<XY>& ring, double y, std::vector<double>& crossings) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const XY a = ring[i], b = ring[i + 1];
    if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
  }
}

/// Half-way between the two distinct heights of corners that the middle lies between, so that the line meets no corner.
double clearHeight(const Polygon<XY>& polygon) {
  const Box box = boxOf(polygon);
  const double middle = (box.minY + box.maxY) / 2;
  double below = box.minY, above = box.maxY;
  const auto look = [&](const Ring<XY>& ring) {
    for (XY p : ring) {
      if (p.y <= middle) below = std::max(below, p.y);
      else above = std::min(above, p.y);
    }
  };
  look(polygon.outer);
  for (const auto& hole : polygon.holes) look(hole);
  return (below + above) / 2;
}

}  // namespace

std::optional<XY> innerPointOf(const Polygon<XY>& polygon) {
  if (polygon.outer.size() < 4) return std::nullopt;
  const XY centre = centroidOf(polygon);
  if (!std::isfinite(centre.x) || !std::isfinite(centre.y)) return std::nullopt;
  if (contains(polygon, centre)) return centre;
  const double y = clearHeight(polygon);
  std::vector<double> crossings;
  addCrossings(polygon.outer, y, crossings);
  for (const auto& hole : polygon.holes) addCrossings(hole, y, crossings);
  std::sort(crossings.begin(), crossings.end());
  double widest = 0;
  std::optional<XY> best;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    if (crossings[i + 1] - crossings[i] <= widest) continue;
    widest = crossings[i + 1] - crossings[i];
    best = XY{(crossings[i] + crossings[i + 1]) / 2, y};
  }
  return best;
}

std::optional<XY> innerPointOf(const MultiPolygon<XY>& polygons) {
  if (polygons.empty()) return std::nullopt;
  if (polygons.size() == 1) return innerPointOf(polygons.front());
  const auto largest = std::max_element(polygons.begin(), polygons.end(), [](const auto& a, const auto& b) { return areaOf(a).value < areaOf(b).value; });
  return innerPointOf(*largest);
}

}  // namespace pianqu::geo
