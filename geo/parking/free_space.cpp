#include "geo/parking/free_space.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr int kSegments = 8;
constexpr double kGridM = 0.001;

/// A buffer of chords touches the circle only at its vertices; this factor pushes the chords out to the circle.
double chordFactor() { return 1 / std::cos(std::numbers::pi / (4 * kSegments)); }

}  // namespace

Result<MultiPolygon<XY>> freeSpaceOf(const MultiPolygon<XY>& site, const std::vector<Obstacle>& obstacles, double minWidthM) {
  const Box extent = boxOf(site);
  MultiPolygon<XY> taken;
  for (const Obstacle& obstacle : obstacles) {
    if (!boxOf(obstacle.shape).grownBy(obstacle.distanceM).intersects(extent)) continue;
    if (obstacle.distanceM <= 0) {
      if (const auto* polygons = std::get_if<XYGeometry::Polygons>(&obstacle.shape.value)) taken.insert(taken.end(), polygons->polygons.begin(), polygons->polygons.end());
      continue;
    }
    // Around a wall's corner the square of a mitre stands in for the quarter circle: never nearer than asked, and an eighth of the vertices,
    // which the layout pays for by the edge. Points and line ends stay round.
    auto grown = std::holds_alternative<XYGeometry::Polygons>(obstacle.shape.value)
                     ? bufferOf(obstacle.shape, obstacle.distanceM, {.join = BufferOptions::Join::Mitre})
                     : bufferOf(obstacle.shape, obstacle.distanceM * chordFactor(), {.quadrantSegments = kSegments});
    if (!grown) return fail(std::move(grown));
    taken.insert(taken.end(), grown->begin(), grown->end());
  }
  auto blocked = unionOf(taken);
  if (!blocked) return fail(std::move(blocked));
  auto left = differenceOf(site, *blocked, kGridM);
  if (!left) return fail(std::move(left));
  MultiPolygon<XY> parts;
  for (auto& part : *left) {
    const auto core = bufferOf(MultiPolygon<XY>{part}, -(minWidthM / 2 - kGridM));
    if (!core) return fail(core);
    if (!core->empty()) parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
    const Box p = boxOf(a), q = boxOf(b);
    return std::pair(p.minX, p.minY) < std::pair(q.minX, q.minY);
  });
  return parts;
}

}  // namespace pianqu::geo
