#include "app/map/ears.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::app {
namespace {

constexpr std::size_t kMostCorners = 80;

double cross(geo::XY a, geo::XY b, geo::XY c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool isIn(geo::XY p, geo::XY a, geo::XY b, geo::XY c) { return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0; }

}  // namespace

std::vector<std::uint32_t> cutEars(const geo::Ring<geo::XY>& ring) {
  std::size_t count = ring.size();
  if (count > 1 && ring.front() == ring.back()) --count;
  if (count < 3 || count > kMostCorners) return {};
  double area = 0;
  for (std::size_t i = 0; i + 2 < count; ++i) area += cross(ring[0], ring[i + 1], ring[i + 2]);
  if (area == 0) return {};
  std::vector<std::uint32_t> left(count);
  for (std::size_t i = 0; i < count; ++i) left[i] = static_cast<std::uint32_t>(area > 0 ? i : count - 1 - i);

  std::vector<std::uint32_t> triangles;
  triangles.reserve((count - 2) * 3);
  double covered = 0;
  std::size_t at = 0, tried = 0;
  while (left.size() >= 3) {
    const std::size_t n = left.size();
    if (tried++ > n) return {};
    const std::uint32_t before = left[(at + n - 1) % n], tip = left[at % n], after = left[(at + 1) % n];
    const geo::XY a = ring[before], b = ring[tip], c = ring[after];
    const double turn = cross(a, b, c);
    const bool isEar = turn > 0 && std::none_of(left.begin(), left.end(), [&](std::uint32_t i) {
      return i != before && i != tip && i != after && ring[i] != a && ring[i] != b && ring[i] != c && isIn(ring[i], a, b, c);
    });
    if (turn != 0 && !isEar) {
      ++at;
      continue;
    }
    if (isEar) {
      triangles.insert(triangles.end(), {before, tip, after});
      covered += turn;
    }
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at % n));   // a corner of no turn is only left out
    at = at % n == 0 ? 0 : at % n - 1;
    tried = 0;
  }
  // A ring that crosses itself can be cut into triangles that do not cover it.
  return std::abs(covered - std::abs(area)) <= 1e-9 * std::abs(area) + 1e-9 ? triangles : std::vector<std::uint32_t>{};
}

}  // namespace pianqu::app
