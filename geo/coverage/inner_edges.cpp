#include <algorithm>
#include <cmath>
#include <optional>

#include "geo/coverage/plots.hpp"
#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/shape/segment.hpp"

namespace pianqu::geo {
namespace {

constexpr double kAlongM = 0.2;

/// Rings that boundaries run along.
class Along {
 public:
  explicit Along(const MultiLine<XY>& rings) {
    std::vector<Box> boxes;
    for (const auto& ring : rings) {
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        m_sides.emplace_back(ring[i], ring[i + 1]);
        boxes.push_back(boxOf({ring[i], ring[i + 1]}).grownBy(kAlongM));
      }
    }
    m_index = BoxIndex(boxes);
  }

  /// Stretches of the line from a to b that no ring runs along, in metres from a.
  std::vector<std::pair<double, double>> openStretches(XY a, XY b) const {
    const double length = distance(a, b);
    if (length <= 0) return {};
    std::vector<std::pair<double, double>> covered;
    for (std::size_t side : m_index.find(boxOf({a, b}))) {
      if (const auto stretch = stretchAlong(m_sides[side], a, b, length)) covered.push_back(*stretch);
    }
    std::sort(covered.begin(), covered.end());
    covered.emplace_back(length, length);
    std::vector<std::pair<double, double>> open;
    double reached = 0;
    for (const auto& [from, to] : covered) {
      if (from > reached + kAlongM) open.emplace_back(reached, from);
      reached = std::max(reached, to);
    }
    return open;
  }

  /// Leads an end that stops short of a ring on over it, so that it is noded there.
  void leadOver(Line<XY>& line) const {
    constexpr double kOver = 1.2;
    for (const bool isStart : {true, false}) {
      const XY end = isStart ? line.front() : line.back();
      if (const auto foot = at(end)) line.insert(isStart ? line.begin() : line.end(), end + (*foot - end) * kOver);
    }
  }

 private:
  /// The stretch of ab beside the side, where both ends of the stretch lie on it.
  static std::optional<std::pair<double, double>> stretchAlong(const std::pair<XY, XY>& side, XY a, XY b, double length) {
    const XY unit = (b - a) * (1 / length);
    const auto place = [&](XY p) { return (p.x - a.x) * unit.x + (p.y - a.y) * unit.y; };
    const auto [low, high] = std::minmax({place(side.first), place(side.second)});
    const double from = std::max(0.0, low), to = std::min(length, high);
    if (from > to) return std::nullopt;
    for (double at : {from, to}) {
      const XY p = a + unit * at;
      if (distance(p, nearestOn(side.first, side.second, p)) > kAlongM) return std::nullopt;
    }
    return std::pair{from, to};
  }

  /// The point of a ring nearest to `p`, nullopt where none is near.
  std::optional<XY> at(XY p) const {
    std::optional<XY> best;
    double least = kAlongM;
    for (std::size_t side : m_index.find(boxOf({p}))) {
      const auto& [a, b] = m_sides[side];
      const XY foot = nearestOn(a, b, p);
      const double metres = distance(p, foot);
      if (metres >= least) continue;
      least = metres;
      best = foot;
    }
    return best;
  }

  std::vector<std::pair<XY, XY>> m_sides;
  BoxIndex m_index;
};

}  // namespace

MultiLine<XY> innerEdges(const Plot& plot, const std::vector<LandSite>& sites) {
  MultiLine<XY> rings = ringsOf(plot.shape);
  for (int site : plot.claiming) {
    for (const auto& part : sites[static_cast<std::size_t>(site)].parcel) rings.push_back(part.outer);
  }
  const Along along(rings);
  const Box box = boxOf(plot.shape);
  MultiLine<XY> edges;
  const auto addEdges = [&](const Ring<XY>& ring) {
    Line<XY> open;
    const auto close = [&] {
      if (open.size() > 1) {
        along.leadOver(open);
        edges.push_back(open);
      }
      open.clear();
    };
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const XY a = ring[i], b = ring[i + 1];
      const auto stretches = boxOf({a, b}).intersects(box) ? along.openStretches(a, b) : std::vector<std::pair<double, double>>{};
      const double length = distance(a, b);
      const auto pointAt = [&](double metres) { return metres >= length ? b : a + (b - a) * (metres / length); };
      if (stretches.empty() || stretches.front().first > 0) close();
      for (const auto& [from, to] : stretches) {
        if (open.empty()) open.push_back(pointAt(from));
        open.push_back(pointAt(to));
        if (to < length) close();
      }
    }
    close();
  };
  for (const auto* parts : {&plot.reach.own, &plot.reach.towardsEdge}) {
    for (const auto& part : *parts) {
      for (const auto& ring : ringsOf(part)) addEdges(ring);
    }
  }
  return edges;
}

}  // namespace pianqu::geo
