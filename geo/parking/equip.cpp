#include "geo/parking/equip.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/parking/frame.hpp"

namespace pianqu::geo {
namespace {

constexpr double kHair = 1e-3;

/// Stalls as boxes in the frame of the rows.
std::vector<Box> boxesOf(const Layout& layout) {
  const Frame frame(layout.entrance, layout.angleDeg * std::numbers::pi / 180);
  std::vector<Box> boxes;
  for (const auto& stall : layout.stalls) boxes.push_back(boxOf(frame.toLocal(stall)));
  return boxes;
}

double apart(const Box& a, const Box& b) {
  const double x = std::max({0.0, a.minX - b.maxX, b.minX - a.maxX}), y = std::max({0.0, a.minY - b.maxY, b.minY - a.maxY});
  return std::hypot(x, y);
}

using Members = std::vector<std::size_t>;

/// Connected by less than the gap.
std::vector<Members> connected(const Members& members, const std::vector<Box>& boxes, double gapM) {
  std::vector<Box> mine;
  for (const std::size_t member : members) mine.push_back(boxes[member]);
  const BoxIndex index(mine);
  std::vector<std::uint8_t> isTaken(members.size(), 0);
  std::vector<Members> groups;
  for (std::size_t start = 0; start < members.size(); ++start) {
    if (isTaken[start]) continue;
    isTaken[start] = 1;
    Members group{start};
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const std::size_t other : index.find(mine[group[i]].grownBy(gapM))) {
        if (isTaken[other] || apart(mine[group[i]], mine[other]) >= gapM - kHair) continue;
        isTaken[other] = 1;
        group.push_back(other);
      }
    }
    std::sort(group.begin(), group.end());
    for (std::size_t& position : group) position = members[position];
    groups.push_back(std::move(group));
  }
  return groups;
}

class Grouping {
 public:
  Grouping(const std::vector<Box>& boxes, const EquipRules& rules) : m_boxes(boxes), m_rules(rules) {}

  /// The stalls that stay.
  Members keep(const Members& members, int depth = 0) const {
    Members kept;
    for (const Members& group : connected(members, m_boxes, m_rules.groupGapM)) {
      const Members stay = static_cast<int>(group.size()) <= m_rules.groupMax ? group : cut(group, depth);
      kept.insert(kept.end(), stay.begin(), stay.end());
    }
    return kept;
  }

 private:
  struct Halves {
    Members low, high;
  };

  Halves halvesAt(const Members& group, bool isAcross, double at) const {
    Halves halves;
    for (const std::size_t member : group) {
      const Box& box = m_boxes[member];
      if ((isAcross ? box.maxX : box.maxY) <= at + kHair) halves.low.push_back(member);
      else if ((isAcross ? box.minX : box.minY) >= at + m_rules.groupGapM - kHair) halves.high.push_back(member);
    }
    return halves;
  }

  Members cut(const Members& group, int depth) const {
    constexpr int kTried = 3, kDeepest = 6;
    Members best;
    for (const bool isAcross : {true, false}) {
      std::vector<double> edges;
      for (const std::size_t member : group) edges.push_back(isAcross ? m_boxes[member].maxX : m_boxes[member].maxY);
      std::sort(edges.begin(), edges.end());
      edges.erase(std::unique(edges.begin(), edges.end(), [](double a, double b) { return b - a < 0.05; }), edges.end());
      std::vector<Halves> cuts;
      for (const double edge : edges) {
        Halves halves = halvesAt(group, isAcross, edge);
        if (!halves.low.empty() && !halves.high.empty()) cuts.push_back(std::move(halves));
      }
      // A cut leaves whole groups on its low side best; among these the one that takes out least.
      std::stable_sort(cuts.begin(), cuts.end(), [this](const Halves& a, const Halves& b) { return promiseOf(a) > promiseOf(b); });
      const int tried = depth < 2 ? kTried : 1;
      for (std::size_t i = 0; i < cuts.size() && i < static_cast<std::size_t>(tried) && depth < kDeepest; ++i) {
        Members kept = keep(cuts[i].low, depth + 1);
        const Members high = keep(cuts[i].high, depth + 1);
        kept.insert(kept.end(), high.begin(), high.end());
        if (kept.size() > best.size()) best = std::move(kept);
      }
    }
    // No cut helps (stalls all around one spot): the first of them stay.
    if (best.empty()) best.assign(group.begin(), group.begin() + m_rules.groupMax);
    return best;
  }

  /// Stalls that can stay at most when each side is filled with whole groups.
  double promiseOf(const Halves& halves) const {
    const auto full = [this](std::size_t count) {
      const int groups = (static_cast<int>(count) + m_rules.groupMax - 1) / m_rules.groupMax;
      return static_cast<double>(count) - 3.0 * (groups - 1);   // each further cut costs a few
    };
    return full(halves.low.size()) + full(halves.high.size());
  }

  const std::vector<Box>& m_boxes;
  const EquipRules& m_rules;
};

/// A rectangle of `width` beside the stall, on the side of its second (1) or fourth (3) edge, as deep as the stall.
Polygon<XY> beside(const Polygon<XY>& stall, int edge, double width) {
  const auto& ring = stall.outer;
  const XY a = edge == 1 ? ring[1] : ring[0], b = edge == 1 ? ring[2] : ring[3];
  const XY side = edge == 1 ? ring[1] - ring[0] : ring[0] - ring[1];
  const double length = std::hypot(side.x, side.y);
  const XY out = side * (1 / length);
  const XY near = out * kHair, far = out * (width - kHair);
  const XY in = (b - a) * (kHair / distance(a, b));
  return {{a + near + in, a + far + in, b + far - in, b + near - in, a + near + in}, {}};
}

class Equipment {
 public:
  Equipment(Layout& layout, const Polygon<XY>& free, const EquipRules& rules) : m_layout(layout), m_free{free}, m_rules(rules) {
    for (const auto& stall : layout.stalls) m_boxes.push_back(boxOf(stall));
    m_kinds.assign(layout.stalls.size(), StallKind::Plain);
    m_isOut.assign(layout.stalls.size(), 0);
  }

  std::vector<StallKind> run(const std::vector<XY>& doors) {
    const int stalls = static_cast<int>(m_kinds.size());
    if (m_rules.accessibleFrom > 0 && stalls >= m_rules.accessibleFrom) {
      int wanted = std::max(1, static_cast<int>(std::ceil(stalls * m_rules.accessibleShare - 1e-9)));
      for (const std::size_t stall : byDistance(doors.empty() ? std::vector<XY>{m_layout.entrance} : doors)) {
        if (wanted == 0) break;
        if (makeAccessible(stall)) --wanted;
      }
    }
    int charging = static_cast<int>(std::ceil(stalls * m_rules.chargingShare - 1e-9));
    for (const std::size_t stall : byDistance({m_layout.entrance})) {
      if (charging == 0) break;
      if (m_isOut[stall] || m_kinds[stall] != StallKind::Plain) continue;
      m_kinds[stall] = StallKind::Charging;
      --charging;
    }
    return take();
  }

 private:
  std::vector<std::size_t> byDistance(const std::vector<XY>& places) const {
    std::vector<double> nearest(m_boxes.size(), std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
      for (const XY place : places) nearest[i] = std::min(nearest[i], distance(place, m_boxes[i].centre()));
    }
    std::vector<std::size_t> order(m_boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return nearest[a] < nearest[b] - 1e-6; });
    return order;
  }

  bool isPerpendicular(std::size_t stall) const {
    const auto& ring = m_layout.stalls[stall].outer;
    return distance(ring[0], ring[1]) < distance(ring[1], ring[2]);
  }

  /// Stalls that stand on `area`; nullopt when it leaves the lot or lies on an aisle.
  std::optional<std::vector<std::size_t>> standingOn(const Polygon<XY>& area, std::size_t self) const {
    if (!covers(m_free, {area}) || intersects({area}, m_layout.aisles)) return std::nullopt;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
      if (i == self || m_isOut[i] || !m_boxes[i].intersects(boxOf(area)) || !intersects({area}, {m_layout.stalls[i]})) continue;
      if (m_kinds[i] != StallKind::Plain) return std::nullopt;
      others.push_back(i);
    }
    return others;
  }

  bool makeAccessible(std::size_t stall) {
    if (m_isOut[stall] || m_kinds[stall] != StallKind::Plain || !isPerpendicular(stall)) return false;
    for (const Polygon<XY>& area : m_transfers) {
      if (intersects({area}, {m_layout.stalls[stall]})) return false;
    }
    // Free ground beside it first, or the transfer area of another; else a neighbour goes.
    std::optional<std::vector<std::size_t>> best;
    Polygon<XY> bestArea;
    for (const int edge : {1, 3}) {
      const Polygon<XY> area = beside(m_layout.stalls[stall], edge, m_rules.transferM);
      auto others = standingOn(area, stall);
      if (!others || others->size() > 1 || (best && best->size() <= others->size())) continue;
      best = std::move(others);
      bestArea = area;
    }
    if (!best) return false;
    for (const std::size_t other : *best) m_isOut[other] = 1;
    m_kinds[stall] = StallKind::Accessible;
    m_transfers.push_back(bestArea);
    return true;
  }

  std::vector<StallKind> take() {
    std::vector<Polygon<XY>> stalls;
    std::vector<StallKind> kinds;
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
      if (m_isOut[i]) continue;
      stalls.push_back(std::move(m_layout.stalls[i]));
      kinds.push_back(m_kinds[i]);
    }
    m_layout.stalls = std::move(stalls);
    return kinds;
  }

  Layout& m_layout;
  MultiPolygon<XY> m_free;
  const EquipRules& m_rules;
  std::vector<Box> m_boxes;
  std::vector<StallKind> m_kinds;
  std::vector<std::uint8_t> m_isOut;
  std::vector<Polygon<XY>> m_transfers;
};

}  // namespace

void separateGroups(Layout& layout, const EquipRules& rules) {
  if (rules.groupMax <= 0 || static_cast<int>(layout.stalls.size()) <= rules.groupMax) return;
  const std::vector<Box> boxes = boxesOf(layout);
  Members all(boxes.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  Members kept = Grouping(boxes, rules).keep(all);
  std::sort(kept.begin(), kept.end());
  std::vector<Polygon<XY>> stalls;
  for (const std::size_t stall : kept) stalls.push_back(std::move(layout.stalls[stall]));
  layout.stalls = std::move(stalls);
}

std::vector<StallKind> equip(Layout& layout, const Polygon<XY>& free, const std::vector<XY>& doors, const EquipRules& rules) {
  return Equipment(layout, free, rules).run(doors);
}

std::vector<int> groupsOf(const std::vector<Polygon<XY>>& stalls, double gapM) {
  // Turned stalls: real distances, not those of boxes.
  std::vector<Box> boxes;
  for (const auto& stall : stalls) boxes.push_back(boxOf(stall));
  const BoxIndex index(boxes);
  std::vector<std::uint8_t> isTaken(stalls.size(), 0);
  std::vector<int> sizes;
  for (std::size_t start = 0; start < stalls.size(); ++start) {
    if (isTaken[start]) continue;
    isTaken[start] = 1;
    Members group{start};
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const std::size_t other : index.find(boxes[group[i]].grownBy(gapM))) {
        if (isTaken[other]) continue;
        const double metres = distanceBetween({XYGeometry::Polygons{{stalls[group[i]]}}}, {XYGeometry::Polygons{{stalls[other]}}});
        if (metres >= gapM - 2 * kHair) continue;
        isTaken[other] = 1;
        group.push_back(other);
      }
    }
    sizes.push_back(static_cast<int>(group.size()));
  }
  std::sort(sizes.rbegin(), sizes.rend());
  return sizes;
}

}  // namespace pianqu::geo
