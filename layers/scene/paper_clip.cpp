#include "layers/scene/paper_clip.hpp"

#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace pianqu::layers {
namespace {

using geo::XY;

/// The part of a segment inside the box, as parameters 0..1. source [LiangBarsky1984]
std::optional<std::pair<double, double>> insideOf(XY a, XY b, const geo::Box& box) {
  double from = 0, to = 1;
  const std::array<std::pair<double, double>, 4> sides{{{a.x - b.x, a.x - box.minX}, {b.x - a.x, box.maxX - a.x}, {a.y - b.y, a.y - box.minY}, {b.y - a.y, box.maxY - a.y}}};
  for (const auto& [p, q] : sides) {
    if (p == 0) {
      if (q < 0) return std::nullopt;
      continue;
    }
    const double t = q / p;
    if (p < 0) from = std::max(from, t);
    else to = std::min(to, t);
    if (from > to) return std::nullopt;
  }
  return std::pair{from, to};
}

geo::Ring<XY> cutAtSide(const geo::Ring<XY>& ring, const std::function<double(XY)>& insideness) {
  geo::Ring<XY> kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const XY a = ring[i], b = ring[(i + 1) % ring.size()];
    const double da = insideness(a), db = insideness(b);
    if (da >= 0) kept.push_back(a);
    if ((da >= 0) != (db >= 0)) kept.push_back(a + (b - a) * (da / (da - db)));
  }
  return kept;
}

}  // namespace

std::vector<geo::Line<XY>> clipLine(const geo::Line<XY>& line, const geo::Box& box) {
  std::vector<geo::Line<XY>> parts;
  bool isOpen = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const XY a = line[i - 1], b = line[i];
    const auto inside = insideOf(a, b, box);
    if (!inside) {
      isOpen = false;
      continue;
    }
    if (!isOpen || inside->first > 0) parts.push_back({a + (b - a) * inside->first});
    parts.back().push_back(a + (b - a) * inside->second);
    isOpen = inside->second >= 1;
  }
  return parts;
}

geo::Ring<XY> clipRing(const geo::Ring<XY>& ring, const geo::Box& box) {
  geo::Ring<XY> kept = cutAtSide(ring, [&](XY p) { return p.x - box.minX; });
  kept = cutAtSide(kept, [&](XY p) { return box.maxX - p.x; });
  kept = cutAtSide(kept, [&](XY p) { return p.y - box.minY; });
  kept = cutAtSide(kept, [&](XY p) { return box.maxY - p.y; });
  if (!kept.empty()) kept.push_back(kept.front());
  return kept;
}

}  // namespace pianqu::layers
