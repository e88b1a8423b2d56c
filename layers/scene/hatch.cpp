#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/scene/symbol_drawing.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kMostHatchLines = 4000;  // an area larger than any sheet is not worth more

/// x of the crossings of the horizontal at `y` with the rings, ascending. Half-open edges, so that a corner counts once.
std::vector<double> crossings(const PaperRings& rings, double y) {
  std::vector<double> found;
  for (const auto& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const geo::XY a = ring[i], b = ring[(i + 1) % ring.size()];
      if ((a.y <= y) == (b.y <= y)) continue;
      found.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<PaperLine> hatchLines(const PaperRings& rings, double angleDeg, double distanceMm) {
  const double angle = angleDeg * std::numbers::pi / 180;
  const double c = std::cos(angle), s = std::sin(angle);
  PaperRings turned = rings;
  geo::Box box;
  for (auto& ring : turned) {
    for (auto& p : ring) {
      p = {p.x * c - p.y * s, p.x * s + p.y * c};
      box.add(p);
    }
  }
  std::vector<PaperLine> lines;
  if (box.isEmpty() || distanceMm <= 0) return lines;
  const auto first = static_cast<long>(std::ceil(box.minY / distanceMm));
  const auto last = std::min(static_cast<long>(std::floor(box.maxY / distanceMm)), first + static_cast<long>(kMostHatchLines));
  for (long i = first; i <= last; ++i) {
    const double y = static_cast<double>(i) * distanceMm;
    const auto xs = crossings(turned, y);
    for (std::size_t k = 0; k + 1 < xs.size(); k += 2) {
      const auto back = [c, s, y](double x) { return geo::XY{x * c + y * s, -x * s + y * c}; };
      lines.push_back({back(xs[k]), back(xs[k + 1])});
    }
  }
  return lines;
}

}  // namespace pianqu::layers
