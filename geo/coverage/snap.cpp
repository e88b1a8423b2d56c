#include "geo/coverage/snap.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <set>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/shape/segment.hpp"

namespace pianqu::geo {
namespace {

struct Side {
  XY from, to;
  std::size_t line = 0;
  int layer = 0;
};

XY nearestOn(const Side& side, XY p) { return geo::nearestOn(side.from, side.to, p); }

/// Where two sides cross or one ends on the other; nullopt for parallel ones.
std::optional<XY> crossing(const Side& a, const Side& b) {
  const XY u = a.to - a.from, v = b.to - b.from, w = b.from - a.from;
  const double turn = u.x * v.y - u.y * v.x;
  if (std::abs(turn) <= 1e-12 * (std::abs(u.x) + std::abs(u.y)) * (std::abs(v.x) + std::abs(v.y))) return std::nullopt;
  const double s = (w.x * v.y - w.y * v.x) / turn, t = (w.x * u.y - w.y * u.x) / turn;
  if (s < 0 || s > 1 || t < 0 || t > 1) return std::nullopt;
  return a.from + u * s;
}

bool isAllowed(const SnapFilter& filter, int layer) { return layer < 0 || layer > 31 || ((filter.layers >> layer) & 1U) != 0; }

/// Points that are the same to a tenth of a millimetre are one knot of the way.
std::pair<std::int64_t, std::int64_t> knotAt(XY p) { return {std::llround(p.x * 10000), std::llround(p.y * 10000)}; }

}  // namespace

struct SnapIndex::State {
  std::vector<Side> sides;
  BoxIndex index;

  std::vector<std::size_t> near(const Box& box, const SnapFilter& filter) const {
    auto found = index.find(box);
    std::erase_if(found, [&](std::size_t s) { return !isAllowed(filter, sides[s].layer); });
    return found;
  }
};

SnapIndex::SnapIndex(std::vector<SnapLine> lines) : m_state(std::make_unique<State>()) {
  std::vector<Box> boxes;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const auto& line = lines[l].line;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      if (line[i] == line[i + 1]) continue;
      m_state->sides.push_back({line[i], line[i + 1], l, lines[l].layer});
      boxes.push_back(boxOf({line[i], line[i + 1]}));
    }
  }
  m_state->index = BoxIndex(boxes);
}
SnapIndex::~SnapIndex() = default;
SnapIndex::SnapIndex(SnapIndex&&) noexcept = default;

std::optional<Snap> SnapIndex::find(XY point, double withinM, const SnapFilter& filter) const {
  Box box;
  box.add(point);
  std::optional<Snap> corner, edge;
  const auto offer = [&](std::optional<Snap>& best, XY at, SnapKind kind, const Side& side) {
    const double metres = distance(point, at);
    if (metres <= withinM && (!best || metres < best->distanceM)) best = Snap{at, kind, side.layer, side.line, metres};
  };
  std::vector<std::size_t> close;   // only sides that pass by can cross within reach
  for (const std::size_t s : m_state->near(box.grownBy(withinM), filter)) {
    const Side& side = m_state->sides[s];
    const XY at = nearestOn(side, point);
    if (distance(point, at) > withinM) continue;
    close.push_back(s);
    if (filter.hasEdges) offer(edge, at, SnapKind::Edge, side);
    if (!filter.hasVertices) continue;
    offer(corner, side.from, SnapKind::Vertex, side);
    offer(corner, side.to, SnapKind::Vertex, side);
  }
  // Under a very wide reach crossings are looked for among the first ones only: a city has more pairs than a movement of the mouse has time.
  constexpr std::size_t kMostCrossed = 300;
  for (std::size_t i = 0; filter.hasIntersections && i < std::min(close.size(), kMostCrossed); ++i) {
    const Side& a = m_state->sides[close[i]];
    for (std::size_t j = i + 1; j < std::min(close.size(), kMostCrossed); ++j) {
      const Side& b = m_state->sides[close[j]];
      if (const auto at = crossing(a, b)) offer(corner, *at, SnapKind::Intersection, a);
    }
  }
  return corner ? corner : edge;
}

namespace {

/// Sides cut at their crossings, as a graph of knots.
class Ways {
 public:
  explicit Ways(const std::vector<Side>& sides) {
    std::vector<Box> boxes;
    for (const Side& side : sides) boxes.push_back(boxOf({side.from, side.to}));
    const BoxIndex index(boxes);
    for (std::size_t s = 0; s < sides.size(); ++s) {
      const Side& side = sides[s];
      std::vector<XY> points{side.from, side.to};
      for (const std::size_t o : index.find(boxes[s])) {
        if (o == s) continue;
        if (const auto at = crossing(side, sides[o])) points.push_back(*at);
      }
      std::sort(points.begin(), points.end(), [&side](XY a, XY b) { return distance(side.from, a) < distance(side.from, b); });
      for (std::size_t i = 0; i + 1 < points.size(); ++i) join(points[i], points[i + 1]);
    }
  }

  /// source [Dijkstra1959]
  std::optional<Line<XY>> shortest(XY from, XY to, double mostM) const {
    const auto start = m_knots.find(knotAt(from)), goal = m_knots.find(knotAt(to));
    if (start == m_knots.end() || goal == m_knots.end()) return std::nullopt;
    std::vector<double> least(m_places.size(), mostM);
    std::vector<std::size_t> before(m_places.size(), m_places.size());
    using Item = std::pair<double, std::size_t>;
    std::priority_queue<Item, std::vector<Item>, std::greater<>> open;
    least[start->second] = 0;
    open.push({0, start->second});
    while (!open.empty()) {
      const auto [metres, at] = open.top();
      open.pop();
      if (at == goal->second) break;
      if (metres > least[at]) continue;
      for (const std::size_t next : m_next[at]) {
        const double there = metres + distance(m_places[at], m_places[next]);
        if (there >= least[next]) continue;
        least[next] = there;
        before[next] = at;
        open.push({there, next});
      }
    }
    if (start->second != goal->second && before[goal->second] == m_places.size()) return std::nullopt;
    Line<XY> way;
    for (std::size_t at = goal->second; at != m_places.size(); at = at == start->second ? m_places.size() : before[at]) way.push_back(m_places[at]);
    std::reverse(way.begin(), way.end());
    return way;
  }

 private:
  std::size_t knot(XY p) {
    const auto [found, isNew] = m_knots.try_emplace(knotAt(p), m_places.size());
    if (isNew) {
      m_places.push_back(p);
      m_next.emplace_back();
    }
    return found->second;
  }
  void join(XY a, XY b) {
    const std::size_t p = knot(a), q = knot(b);
    if (p == q) return;
    m_next[p].push_back(q);
    m_next[q].push_back(p);
  }

  std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> m_knots;
  std::vector<XY> m_places;
  std::vector<std::vector<std::size_t>> m_next;
};

}  // namespace

std::optional<Line<XY>> SnapIndex::trace(const Snap& from, const Snap& to, double mostM, const SnapFilter& filter) const {
  // A way of at most `mostM` stays within half of it around the middle of its ends, give or take their distance.
  Box box;
  box.add(from.point);
  box.add(to.point);
  if (distance(from.point, to.point) > mostM) return std::nullopt;
  std::vector<Side> sides;
  for (const std::size_t s : m_state->near(box.grownBy(mostM / 2), filter)) {
    const Side& side = m_state->sides[s];
    // The ends become knots of the sides that they lie on.
    std::vector<XY> cuts{side.from};
    for (const Snap* end : {&from, &to}) {
      if (distance(nearestOn(side, end->point), end->point) < 1e-3) cuts.push_back(end->point);
    }
    cuts.push_back(side.to);
    std::sort(cuts.begin() + 1, cuts.end() - 1, [&side](XY a, XY b) { return distance(side.from, a) < distance(side.from, b); });
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) if (cuts[i] != cuts[i + 1]) sides.push_back({cuts[i], cuts[i + 1], side.line, side.layer});
  }
  return Ways(sides).shortest(from.point, to.point, mostM);
}

}  // namespace pianqu::geo
