#include "geo/coverage/near_lines.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

/// Corners that stand for all within reach of them.
class Corners {
 public:
  Corners(const MultiLine<XY>& lines, double withinM) : m_withinM(withinM) {
    for (const auto& line : lines) m_points.insert(m_points.end(), line.begin(), line.end());
    std::sort(m_points.begin(), m_points.end());
    m_points.erase(std::unique(m_points.begin(), m_points.end()), m_points.end());
    for (XY p : m_points) m_standsFor.push_back(choose(p));
    std::vector<Box> boxes;
    for (XY p : m_chosen) boxes.push_back({p.x, p.y, p.x, p.y});
    m_index = BoxIndex(boxes);
  }

  XY of(XY point) const {
    const auto at = std::lower_bound(m_points.begin(), m_points.end(), point) - m_points.begin();
    return m_chosen[m_standsFor[static_cast<std::size_t>(at)]];
  }

  /// Corners within reach of the side from a to b, both corners, in its direction and without its ends.
  Line<XY> beside(XY a, XY b) const {
    Line<XY> found;
    for (const std::size_t i : m_index.find(boxOf({a, b}).grownBy(m_withinM))) {
      const XY p = m_chosen[i];
      if (p != a && p != b && along(a, b, p) > 0 && along(a, b, p) < along(a, b, b) && distanceToLine(p, {a, b}) <= m_withinM) found.push_back(p);
    }
    std::sort(found.begin(), found.end(), [&](XY p, XY q) { return std::pair{along(a, b, p), p} < std::pair{along(a, b, q), q}; });
    return found;
  }

 private:
  static double along(XY a, XY b, XY p) { return (p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y); }
  long long cellOf(double metres) const { return std::llround(std::floor(metres / m_withinM)); }
  static std::uint64_t keyOf(long long x, long long y) { return static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15ULL ^ static_cast<std::uint64_t>(y); }

  std::size_t choose(XY p) {
    const long long cx = cellOf(p.x), cy = cellOf(p.y);
    std::size_t nearest = m_chosen.size();
    for (long long x = cx - 1; x <= cx + 1; ++x) {
      for (long long y = cy - 1; y <= cy + 1; ++y) {
        const auto [from, to] = m_cells.equal_range(keyOf(x, y));
        for (auto it = from; it != to; ++it) {
          if (distance(m_chosen[it->second], p) > m_withinM) continue;
          const bool isNearer = nearest == m_chosen.size() || std::pair{distance(m_chosen[it->second], p), it->second} < std::pair{distance(m_chosen[nearest], p), nearest};
          if (isNearer) nearest = it->second;
        }
      }
    }
    if (nearest < m_chosen.size()) return nearest;
    m_cells.emplace(keyOf(cx, cy), m_chosen.size());
    m_chosen.push_back(p);
    return nearest;
  }

  double m_withinM;
  std::vector<XY> m_points, m_chosen;          ///< all, ascending; those that stand
  std::vector<std::size_t> m_standsFor;        ///< as m_points
  std::unordered_multimap<std::uint64_t, std::size_t> m_cells;
  BoxIndex m_index;
};

}  // namespace

MultiLine<XY> joinNear(const MultiLine<XY>& lines, double withinM) {
  const Corners corners(lines, withinM);
  MultiLine<XY> merged;
  for (const auto& line : lines) {
    Line<XY> passed;
    for (XY p : line) {
      const XY corner = corners.of(p);
      if (!passed.empty()) {
        const auto between = corners.beside(passed.back(), corner);
        passed.insert(passed.end(), between.begin(), between.end());
      }
      if (passed.empty() || passed.back() != corner) passed.push_back(corner);
    }
    if (passed.size() > 1) merged.push_back(std::move(passed));
  }
  return merged;
}

}  // namespace pianqu::geo
