#include "geo/lift/facade.hpp"

#include <algorithm>

#include "geo/measure/measure.hpp"

namespace pianqu::geo {

std::optional<Line<XY>> facadeAtDoor(const MultiPolygon<XY>& building, XY door, double bayM, double reachM) {
  double nearest = reachM;
  XY from{}, to{};
  bool isFound = false;
  for (const auto& polygon : building) {
    for (std::size_t i = 1; i < polygon.outer.size(); ++i) {
      const double metres = distanceToLine(door, {polygon.outer[i - 1], polygon.outer[i]});
      if (metres > nearest || (isFound && metres == nearest)) continue;
      nearest = metres;
      from = polygon.outer[i - 1];
      to = polygon.outer[i];
      isFound = true;
    }
  }
  const double length = isFound ? distance(from, to) : 0;
  if (length <= 0) return std::nullopt;
  const XY along = (to - from) * (1 / length);
  const double foot = (door.x - from.x) * along.x + (door.y - from.y) * along.y;
  const double width = std::min(bayM, length);
  const double start = std::clamp(foot - width / 2, 0.0, length - width);
  return Line<XY>{from + along * start, from + along * (start + width)};
}

}  // namespace pianqu::geo
