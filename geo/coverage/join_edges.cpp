#include <algorithm>
#include <map>
#include <tuple>

#include "geo/coverage/voronoi.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

/// Edges between one pair of owners, joined at the points where just two of them meet.
class PairEdges {
 public:
  explicit PairEdges(std::vector<std::pair<XY, XY>> edges) : m_edges(std::move(edges)), m_isUsed(m_edges.size(), false) {
    for (std::size_t e = 0; e < m_edges.size(); ++e) {
      m_ends.emplace_back(m_edges[e].first, e);
      m_ends.emplace_back(m_edges[e].second, e);
    }
    std::sort(m_ends.begin(), m_ends.end());
  }

  MultiLine<XY> chains() {
    MultiLine<XY> lines;
    for (std::size_t i = 0; i < m_ends.size();) {
      const auto here = edgesAt(m_ends[i].first);
      for (auto end = here.first; here.second - here.first != 2 && end != here.second; ++end) {
        if (!m_isUsed[end->second]) lines.push_back(walk(end->first, end->second));
      }
      i = static_cast<std::size_t>(here.second - m_ends.begin());
    }
    // What remains are rings: one owner around another.
    for (std::size_t e = 0; e < m_edges.size(); ++e) {
      if (!m_isUsed[e]) lines.push_back(walk(m_edges[e].first, e));
    }
    return lines;
  }

 private:
  using End = std::pair<XY, std::size_t>;   ///< a point and an edge that ends there

  std::pair<std::vector<End>::const_iterator, std::vector<End>::const_iterator> edgesAt(XY point) const {
    const auto first = std::lower_bound(m_ends.cbegin(), m_ends.cend(), End{point, 0});
    auto last = first;
    while (last != m_ends.cend() && last->first == point) ++last;
    return {first, last};
  }

  Line<XY> walk(XY point, std::size_t edge) {
    Line<XY> line{point};
    while (true) {
      m_isUsed[edge] = true;
      point = m_edges[edge].first == point ? m_edges[edge].second : m_edges[edge].first;
      line.push_back(point);
      const auto [first, last] = edgesAt(point);
      if (last - first != 2) return line;
      const std::size_t next = first->second == edge ? std::next(first)->second : first->second;
      if (m_isUsed[next]) return line;
      edge = next;
    }
  }

  std::vector<std::pair<XY, XY>> m_edges;
  std::vector<bool> m_isUsed;
  std::vector<End> m_ends;                  ///< by point
};

/// source [DouglasPeucker1973]
Line<XY> thinned(const Line<XY>& line, double toleranceM) {
  std::vector<bool> isKept(line.size(), false);
  isKept.front() = isKept.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> open;
  // A ring has no line between its ends: it is split at its middle point first.
  const std::size_t middle = line.size() / 2;
  if (line.front() == line.back() && line.size() > 3) {
    isKept[middle] = true;
    open = {{0, middle}, {middle, line.size() - 1}};
  } else {
    open = {{0, line.size() - 1}};
  }
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    double farthest = toleranceM;
    std::size_t split = from;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double metres = distanceToLine(line[i], {line[from], line[to]});
      if (metres <= farthest) continue;
      farthest = metres;
      split = i;
    }
    if (split == from) continue;
    isKept[split] = true;
    open.push_back({from, split});
    open.push_back({split, to});
  }
  Line<XY> kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (isKept[i]) kept.push_back(line[i]);
  }
  return kept;
}

}  // namespace

MultiLine<XY> joinEdges(const std::vector<SeparatingEdge>& edges, double toleranceM) {
  const auto ownersOf = [&](std::size_t e) { return std::minmax(edges[e].siteA, edges[e].siteB); };
  std::vector<std::size_t> order;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    if (edges[e].from != edges[e].to) order.push_back(e);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::pair{ownersOf(a), a} < std::pair{ownersOf(b), b}; });
  MultiLine<XY> lines;
  for (std::size_t i = 0; i < order.size();) {
    std::vector<std::pair<XY, XY>> own;
    const std::size_t first = order[i];
    for (; i < order.size() && ownersOf(order[i]) == ownersOf(first); ++i) own.emplace_back(edges[order[i]].from, edges[order[i]].to);
    for (const auto& chain : PairEdges(std::move(own)).chains()) lines.push_back(thinned(chain, toleranceM));
  }
  return lines;
}

MultiLine<XY> spokesToParcels(const std::vector<SeparatingEdge>& edges, const std::function<bool(int)>& hasParcel) {
  struct End {
    int count = 0;
    XY seed;
  };
  std::map<std::pair<int, int>, std::map<XY, End>> ends;
  for (const SeparatingEdge& edge : edges) {
    const bool isA = hasParcel(edge.siteA), isB = hasParcel(edge.siteB);
    if (isA == isB || edge.from == edge.to) continue;
    auto& own = ends[std::minmax(edge.siteA, edge.siteB)];
    for (XY p : {edge.from, edge.to}) {
      End& end = own[p];
      ++end.count;
      end.seed = isA ? edge.seedA : edge.seedB;
    }
  }
  MultiLine<XY> spokes;
  for (const auto& [pair, own] : ends) {
    for (const auto& [p, end] : own) {
      if (end.count != 2) spokes.push_back({p, end.seed});
    }
  }
  return spokes;
}

}  // namespace pianqu::geo
