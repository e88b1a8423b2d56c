#include "geo/coverage/draw.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <queue>
#include <set>

#include "geo/coverage/arcs.hpp"
#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

constexpr double kOnLineM = 0.002;         ///< noding moves a corner by less than a grid step
constexpr std::size_t kLongestSide = 400;  ///< corners that one straight side may stand for; keeps the cost linear

/// Millimetres from a common origin.
struct Mm {
  std::int64_t x = 0, y = 0;
  bool operator==(const Mm&) const = default;
};

std::int64_t turn(Mm a, Mm b, Mm c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool isInTriangle(Mm p, Mm a, Mm b, Mm c) {
  if (p.x < std::min({a.x, b.x, c.x}) || p.x > std::max({a.x, b.x, c.x}) || p.y < std::min({a.y, b.y, c.y}) || p.y > std::max({a.y, b.y, c.y})) return false;
  const std::int64_t ab = turn(a, b, p), bc = turn(b, c, p), ca = turn(c, a, p);
  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

double metresTo(Mm p, Mm a, Mm b) {
  const double dx = static_cast<double>(b.x - a.x), dy = static_cast<double>(b.y - a.y), px = static_cast<double>(p.x - a.x), py = static_cast<double>(p.y - a.y);
  const double squared = dx * dx + dy * dy;
  const double along = squared > 0 ? std::clamp((px * dx + py * dy) / squared, 0.0, 1.0) : 0;
  return std::hypot(px - along * dx, py - along * dy) / 1000;
}

/// Corners by place. `corner` is -1 for one that never goes.
class CornerGrid {
 public:
  struct Entry {
    Mm at;
    int corner = -1;
  };

  explicit CornerGrid(std::vector<Entry> entries) {
    if (entries.empty()) return;
    Mm low = entries.front().at, high = low;
    for (const Entry& e : entries) {
      low = {std::min(low.x, e.at.x), std::min(low.y, e.at.y)};
      high = {std::max(high.x, e.at.x), std::max(high.y, e.at.y)};
    }
    const double area = static_cast<double>(high.x - low.x + 1) * static_cast<double>(high.y - low.y + 1);
    m_low = low;
    m_cell = std::max<std::int64_t>(5000, static_cast<std::int64_t>(std::sqrt(area / static_cast<double>(entries.size()))));
    m_columns = (high.x - low.x) / m_cell + 1;
    m_rows = (high.y - low.y) / m_cell + 1;
    m_starts.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const Entry& e : entries) ++m_starts[cellOf(e.at) + 1];
    for (std::size_t c = 1; c < m_starts.size(); ++c) m_starts[c] += m_starts[c - 1];
    m_entries.resize(entries.size());
    auto next = m_starts;
    for (const Entry& e : entries) m_entries[next[cellOf(e.at)]++] = e;
  }

  /// Does `isHit` hold for an entry near the triangle?
  template <class Hit>
  bool any(Mm a, Mm b, Mm c, const Hit& isHit) const {
    const std::int64_t firstRow = row(std::min({a.y, b.y, c.y})), lastRow = row(std::max({a.y, b.y, c.y}));
    for (std::int64_t r = firstRow; r <= lastRow; ++r) {
      const double y0 = static_cast<double>(m_low.y + r * m_cell), y1 = y0 + static_cast<double>(m_cell);
      double x0 = std::numeric_limits<double>::infinity(), x1 = -x0;
      for (const auto& [p, q] : {std::pair{a, b}, std::pair{b, c}, std::pair{c, a}}) widen(p, q, y0, y1, x0, x1);
      if (x0 > x1) continue;
      // A cell more on either side makes up for rounding.
      const std::int64_t from = std::max<std::int64_t>(0, column(x0) - 1), to = std::min(m_columns - 1, column(x1) + 1);
      for (std::int64_t i = static_cast<std::int64_t>(m_starts[static_cast<std::size_t>(r * m_columns + from)]); i < static_cast<std::int64_t>(m_starts[static_cast<std::size_t>(r * m_columns + to) + 1]); ++i) {
        if (isHit(m_entries[static_cast<std::size_t>(i)])) return true;
      }
    }
    return false;
  }

 private:
  /// The reach in x of the part of pq between two rows.
  static void widen(Mm p, Mm q, double y0, double y1, double& x0, double& x1) {
    const double py = static_cast<double>(p.y), qy = static_cast<double>(q.y), px = static_cast<double>(p.x), qx = static_cast<double>(q.x);
    if (std::max(py, qy) < y0 || std::min(py, qy) > y1) return;
    const auto xAt = [&](double y) { return py == qy ? px : px + (qx - px) * std::clamp((y - py) / (qy - py), 0.0, 1.0); };
    const double ends[] = {xAt(std::clamp(py, y0, y1)), xAt(std::clamp(qy, y0, y1)), py == qy ? qx : xAt(std::clamp(qy, y0, y1))};
    for (double x : ends) {
      x0 = std::min(x0, x);
      x1 = std::max(x1, x);
    }
  }
  std::int64_t row(std::int64_t y) const { return std::clamp<std::int64_t>((y - m_low.y) / m_cell, 0, m_rows - 1); }
  std::int64_t column(double x) const { return std::clamp<std::int64_t>(static_cast<std::int64_t>((x - static_cast<double>(m_low.x)) / static_cast<double>(m_cell)), 0, m_columns - 1); }
  std::size_t cellOf(Mm p) const { return static_cast<std::size_t>((p.y - m_low.y) / m_cell * m_columns + (p.x - m_low.x) / m_cell); }

  Mm m_low;
  std::int64_t m_cell = 1, m_columns = 0, m_rows = 0;
  std::vector<std::size_t> m_starts;
  std::vector<Entry> m_entries;
};

/// How far the boundary may move at a point.
class Tolerances {
 public:
  Tolerances(const DrawLines& lines, const DrawOptions& options) : m_options(options) {
    for (const auto* group : {&lines.exact, &lines.followed}) {
      for (const auto& line : *group) {
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
          m_sides.push_back({line[i], line[i + 1]});
          m_isExact.push_back(group == &lines.exact ? 1 : 0);
        }
      }
    }
    std::vector<Box> boxes;
    for (const auto& side : m_sides) boxes.push_back(boxOf(side));
    m_index = BoxIndex(boxes);
  }

  double at(XY p) const {
    double tolerance = m_options.freeM;
    for (std::size_t s : m_index.find(boxOf(std::vector<XY>{p}).grownBy(kOnLineM))) {
      if (distanceToLine(p, m_sides[s]) > kOnLineM) continue;
      tolerance = std::min(tolerance, m_isExact[s] != 0 ? m_options.exactM : m_options.followedM);
    }
    return tolerance;
  }

 private:
  DrawOptions m_options;
  std::vector<Line<XY>> m_sides;
  std::vector<char> m_isExact;
  BoxIndex m_index;
};

class Drawing {
 public:
  Drawing(Arcs& arcs, const DrawLines& lines, const DrawOptions& options) : m_arcs(arcs) {
    if (!arcs.points.empty()) m_origin = arcs.points.front();
    const Tolerances tolerances(lines, options);
    std::vector<double> tolerance;
    for (XY p : arcs.points) tolerance.push_back(tolerances.at(p));
    for (std::size_t a = 0; a < arcs.arcs.size(); ++a) {
      m_starts.push_back(static_cast<int>(m_at.size()));
      for (int p : arcs.arcs[a]) {
        m_at.push_back(toMm(arcs.points[static_cast<std::size_t>(p)]));
        m_tolerance.push_back(tolerance[static_cast<std::size_t>(p)]);
        m_arcOf.push_back(static_cast<int>(a));
        m_before.push_back(static_cast<int>(m_at.size()) - 2);
        m_after.push_back(static_cast<int>(m_at.size()));
      }
      m_left.push_back(arcs.arcs[a].size());
      if (arcs.arcs[a].size() == 2) m_straight.insert(endsOf(static_cast<int>(a)));
    }
    m_starts.push_back(static_cast<int>(m_at.size()));
    m_isGone.assign(m_at.size(), 0);
    m_version.assign(m_at.size(), 0);
    std::vector<CornerGrid::Entry> entries;
    for (std::size_t i = 0; i < m_at.size(); ++i) entries.push_back({m_at[i], static_cast<int>(i)});
    for (const auto& polygon : lines.whole) {
      for (XY p : polygon.outer) entries.push_back({toMm(p), -1});
      for (const auto& hole : polygon.holes) {
        for (XY p : hole) entries.push_back({toMm(p), -1});
      }
    }
    m_grid.emplace(std::move(entries));
  }

  Result<void> run(Progress& progress) {
    for (std::size_t i = 0; i < m_at.size(); ++i) ask(static_cast<int>(i));
    CancelPoll isCancelled(progress);
    while (!m_queue.empty()) {   // each turn takes an entry, and only a removal, of which there are finitely many, adds some
      if (isCancelled()) return fail(ErrorCode::Cancelled, "Drawing the boundaries was cancelled.");
      const auto next = m_queue.top();
      m_queue.pop();
      if (m_isGone[static_cast<std::size_t>(next.corner)] != 0 || next.version != m_version[static_cast<std::size_t>(next.corner)] || !canGo(next.corner)) continue;
      remove(next.corner);
    }
    for (std::size_t a = 0; a < m_arcs.arcs.size(); ++a) {
      std::vector<int> kept;
      for (int i = m_starts[a]; i < m_starts[a + 1]; ++i) {
        if (m_isGone[static_cast<std::size_t>(i)] == 0) kept.push_back(m_arcs.arcs[a][static_cast<std::size_t>(i - m_starts[a])]);
      }
      m_arcs.arcs[a] = std::move(kept);
    }
    return {};
  }

 private:
  struct Next {
    double cost = 0;
    int corner = 0, version = 0;
    bool operator<(const Next& o) const { return cost != o.cost ? cost > o.cost : corner > o.corner; }
  };

  Mm toMm(XY p) const { return {std::llround((p.x - m_origin.x) * 1000), std::llround((p.y - m_origin.y) * 1000)}; }
  bool isEnd(int corner) const {
    const auto arc = static_cast<std::size_t>(m_arcOf[static_cast<std::size_t>(corner)]);
    return corner == m_starts[arc] || corner == m_starts[arc + 1] - 1;
  }
  std::pair<int, int> endsOf(int arc) const {
    const auto& points = m_arcs.arcs[static_cast<std::size_t>(arc)];
    return std::minmax(points.front(), points.back());
  }
  Mm at(int corner) const { return m_at[static_cast<std::size_t>(corner)]; }

  /// Largest move of what the new side stands for, in tolerances.
  double costOf(int corner) const {
    const int before = m_before[static_cast<std::size_t>(corner)], after = m_after[static_cast<std::size_t>(corner)];
    if (static_cast<std::size_t>(after - before) > kLongestSide) return std::numeric_limits<double>::infinity();
    double cost = 0;
    for (int i = before + 1; i < after; ++i) cost = std::max(cost, metresTo(at(i), at(before), at(after)) / m_tolerance[static_cast<std::size_t>(i)]);
    return cost;
  }

  void ask(int corner) {
    if (isEnd(corner)) return;
    const int version = ++m_version[static_cast<std::size_t>(corner)];
    const double cost = costOf(corner);
    if (cost <= 1) m_queue.push({cost, corner, version});
  }

  bool canGo(int corner) const {
    const auto arc = static_cast<std::size_t>(m_arcOf[static_cast<std::size_t>(corner)]);
    const auto ends = endsOf(static_cast<int>(arc));
    const std::size_t least = ends.first == ends.second ? 4 : 2;   // a ring keeps three corners
    if (m_left[arc] <= least || (m_left[arc] == 3 && m_straight.contains(ends))) return false;
    const int before = m_before[static_cast<std::size_t>(corner)], after = m_after[static_cast<std::size_t>(corner)];
    const Mm a = at(before), b = at(corner), c = at(after);
    return !m_grid->any(a, b, c, [&](const CornerGrid::Entry& e) {
      if (e.corner >= 0 && (m_isGone[static_cast<std::size_t>(e.corner)] != 0 || e.corner == before || e.corner == corner || e.corner == after)) return false;
      return !(e.at == a) && !(e.at == c) && isInTriangle(e.at, a, b, c);
    });
  }

  void remove(int corner) {
    const auto i = static_cast<std::size_t>(corner);
    const auto arc = static_cast<std::size_t>(m_arcOf[i]);
    m_isGone[i] = 1;
    m_after[static_cast<std::size_t>(m_before[i])] = m_after[i];
    m_before[static_cast<std::size_t>(m_after[i])] = m_before[i];
    if (--m_left[arc] == 2) m_straight.insert(endsOf(static_cast<int>(arc)));
    ask(m_before[i]);
    ask(m_after[i]);
  }

  Arcs& m_arcs;
  XY m_origin;
  std::vector<Mm> m_at;                      ///< corners of all arcs, one arc after the other
  std::vector<double> m_tolerance;
  std::vector<int> m_arcOf, m_before, m_after, m_version, m_starts;
  std::vector<char> m_isGone;
  std::vector<std::size_t> m_left;           ///< corners of an arc that are still there
  std::set<std::pair<int, int>> m_straight;  ///< ends of arcs that are one side
  std::optional<CornerGrid> m_grid;
  std::priority_queue<Next> m_queue;
};

}  // namespace

Result<std::vector<MultiPolygon<XY>>> drawBoundaries(const std::vector<MultiPolygon<XY>>& coverage, const DrawLines& lines, const DrawOptions& options, Progress& progress) {
  Arcs arcs = arcsOf(coverage);
  if (auto drawn = Drawing(arcs, lines, options).run(progress); !drawn) return fail(std::move(drawn));
  return shapesOf(arcs);
}

}  // namespace pianqu::geo
