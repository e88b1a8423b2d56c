#include "geo/coverage/turning_points.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

bool isCorner(XY before, XY here, XY after) {
  const double base = distance(before, after);
  if (base == 0) return true;
  const double turn = (after.x - before.x) * (here.y - before.y) - (after.y - before.y) * (here.x - before.x);
  return std::abs(turn) / base > 0.001;
}

/// Clockwise, open, without points on straight sides.
std::vector<XY> cornersOf(Ring<XY> ring) {
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  if (ring.size() < 3) return {};
  Ring<XY> closed = ring;
  closed.push_back(ring.front());
  if (signedAreaM2(closed) > 0) std::reverse(ring.begin(), ring.end());
  std::vector<XY> corners;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const XY before = corners.empty() ? ring.back() : corners.back();
    if (isCorner(before, ring[i], ring[(i + 1) % ring.size()])) corners.push_back(ring[i]);
  }
  return corners;
}

void addRing(const Ring<XY>& ring, std::vector<TurningPoint>& points) {
  std::vector<XY> corners = cornersOf(ring);
  if (corners.empty()) return;
  const auto northWest = [](XY p) { return p.y - p.x; };
  const auto first = std::max_element(corners.begin(), corners.end(), [&](XY a, XY b) { return northWest(a) < northWest(b) || (northWest(a) == northWest(b) && a.x > b.x); });
  std::rotate(corners.begin(), first, corners.end());
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const XY next = corners[(i + 1) % corners.size()];
    double bearing = std::atan2(next.x - corners[i].x, next.y - corners[i].y) * 180 / std::numbers::pi;
    if (bearing < 0) bearing += 360;
    if (bearing >= 360) bearing = 0;
    points.push_back({"J" + std::to_string(points.size() + 1), corners[i], distance(corners[i], next), bearing});
  }
}

}  // namespace

std::vector<TurningPoint> turningPointsOf(const MultiPolygon<XY>& boundary) {
  std::vector<const Polygon<XY>*> parts;
  for (const auto& part : boundary) parts.push_back(&part);
  std::stable_sort(parts.begin(), parts.end(), [](const auto* a, const auto* b) { return areaOf(*a).value > areaOf(*b).value; });
  std::vector<TurningPoint> points;
  for (const auto* part : parts) {
    addRing(part->outer, points);
    for (const auto& hole : part->holes) addRing(hole, points);
  }
  return points;
}

}  // namespace pianqu::geo
