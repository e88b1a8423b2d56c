#include "geo/district/components.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "geo/base/disjoint_sets.hpp"

namespace pianqu::geo {
namespace {

double cross(XY o, XY a, XY b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

/// Sets as rows of one list: first[g] .. first[g + 1]; sets in the order of their first members.
void listGroups(DisjointSets& sets, std::vector<int>& groupOf, std::vector<std::size_t>& first, std::vector<std::size_t>& members) {
  groupOf = sets.numbers();
  const int count = groupOf.empty() ? 0 : *std::max_element(groupOf.begin(), groupOf.end()) + 1;
  first.assign(static_cast<std::size_t>(count) + 1, 0);
  for (int group : groupOf) ++first[static_cast<std::size_t>(group) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  members.resize(groupOf.size());
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  for (std::size_t u = 0; u < groupOf.size(); ++u) members[next[static_cast<std::size_t>(groupOf[u])]++] = u;
}

}  // namespace

std::vector<XY> hullOf(std::vector<XY> points) {
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  std::vector<XY> hull(2 * points.size());
  std::size_t k = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    while (k >= 2 && cross(hull[k - 2], hull[k - 1], points[i]) <= 0) --k;
    hull[k++] = points[i];
  }
  const std::size_t lower = k + 1;
  for (std::size_t i = points.size() - 1; i-- > 0;) {
    while (k >= lower && cross(hull[k - 2], hull[k - 1], points[i]) <= 0) --k;
    hull[k++] = points[i];
  }
  hull.resize(k - 1);
  return hull;
}

DistrictIndex::DistrictIndex(const DistrictProblem& problem, const Progress& progress) : m_problem(&problem) {
  CancelPoll isCancelled(progress);
  makeNodes(isCancelled);
  if (!progress.isCancelled()) makeComponents(isCancelled);
}

/// Units that must be together become one node; the rest one each. A node that breaks a rule by itself is none.
void DistrictIndex::makeNodes(CancelPoll& isCancelled) {
  const auto& units = m_problem->units;
  std::vector<char> isFree(units.size(), 0);
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (isCancelled()) return;
    if (units[u].pin) continue;
    const Blocking blocking = tooBigBy(*m_problem, units[u]);
    isFree[u] = blocking.kind == Blocking::Kind::None ? 1 : 0;
    if (isFree[u] == 0) m_tooBig.emplace_back(u, blocking);
  }
  groupFree(isFree);
  bool hasTooBig = false;
  for (std::size_t node = 0; node + 1 < m_firstUnit.size(); ++node) {
    const std::vector<std::size_t> own(m_units.begin() + static_cast<std::ptrdiff_t>(m_firstUnit[node]), m_units.begin() + static_cast<std::ptrdiff_t>(m_firstUnit[node + 1]));
    if (own.size() < 2) continue;
    const Blocking blocking = tooBigBy(*m_problem, joined(own));
    if (blocking.kind == Blocking::Kind::None) continue;
    hasTooBig = true;
    for (std::size_t u : own) {
      isFree[u] = 0;
      m_tooBig.emplace_back(u, blocking);
    }
  }
  if (hasTooBig) groupFree(isFree);
}

/// What units that must be together come to.
DistrictUnit DistrictIndex::joined(const std::vector<std::size_t>& own) const {
  DistrictUnit all;
  all.sums.assign(m_problem->rules.sums.size(), 0);
  for (std::size_t u : own) {
    const DistrictUnit& unit = m_problem->units[u];
    all.points.insert(all.points.end(), unit.points.begin(), unit.points.end());
    for (std::size_t rule = 0; rule < all.sums.size(); ++rule) all.sums[rule] += unit.sums[rule];
  }
  return all;
}

void DistrictIndex::groupFree(const std::vector<char>& isFree) {
  const auto& units = m_problem->units;
  std::vector<std::size_t> free;
  m_nodeOf.assign(units.size(), -1);
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (isFree[u] == 0) continue;
    m_nodeOf[u] = static_cast<int>(free.size());
    free.push_back(u);
  }
  DisjointSets sets(free.size());
  for (const UnitPair& pair : m_problem->together) {
    if (m_nodeOf[pair.first] >= 0 && m_nodeOf[pair.second] >= 0) sets.join(static_cast<std::size_t>(m_nodeOf[pair.first]), static_cast<std::size_t>(m_nodeOf[pair.second]));
  }
  std::vector<std::pair<int, std::size_t>> locked;
  for (std::size_t i = 0; i < free.size(); ++i) if (units[free[i]].lock) locked.emplace_back(*units[free[i]].lock, i);
  std::sort(locked.begin(), locked.end());
  for (std::size_t i = 1; i < locked.size(); ++i) if (locked[i].first == locked[i - 1].first) sets.join(locked[i].second, locked[i - 1].second);
  std::vector<int> nodeOfFree;
  listGroups(sets, nodeOfFree, m_firstUnit, m_units);
  for (std::size_t& u : m_units) u = free[u];
  for (std::size_t i = 0; i < free.size(); ++i) m_nodeOf[free[i]] = nodeOfFree[i];
  for (std::size_t node = 0; node + 1 < m_firstUnit.size(); ++node) {
    const auto from = m_units.begin() + static_cast<std::ptrdiff_t>(m_firstUnit[node]), to = m_units.begin() + static_cast<std::ptrdiff_t>(m_firstUnit[node + 1]);
    if (to - from > 1) std::sort(from, to, [&](std::size_t x, std::size_t y) { return units[x].key < units[y].key; });
  }
}

void DistrictIndex::makeComponents(CancelPoll& isCancelled) {
  const auto& edges = m_problem->edges;
  const std::size_t nodes = m_firstUnit.size() - 1;
  DisjointSets sets(nodes);
  m_firstEdge.assign(m_problem->units.size() + 1, 0);
  const auto isOpen = [&](const DistrictEdge& edge) { return !edge.isCut && edge.a != edge.b && m_nodeOf[edge.a] >= 0 && m_nodeOf[edge.b] >= 0; };
  for (const DistrictEdge& edge : edges) {
    if (isCancelled()) return;
    if (!isOpen(edge)) continue;
    sets.join(static_cast<std::size_t>(m_nodeOf[edge.a]), static_cast<std::size_t>(m_nodeOf[edge.b]));
    ++m_firstEdge[edge.a + 1];
    ++m_firstEdge[edge.b + 1];
  }
  std::partial_sum(m_firstEdge.begin(), m_firstEdge.end(), m_firstEdge.begin());
  m_edges.resize(m_firstEdge.back());
  std::vector<std::size_t> next(m_firstEdge.begin(), m_firstEdge.end() - 1);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    if (isCancelled()) return;
    if (!isOpen(edges[e])) continue;
    m_edges[next[edges[e].a]++] = static_cast<std::uint32_t>(e);
    m_edges[next[edges[e].b]++] = static_cast<std::uint32_t>(e);
  }
  listGroups(sets, m_componentOf, m_firstNode, m_nodes);
  m_rank.resize(nodes);
  for (std::size_t c = 0; c + 1 < m_firstNode.size(); ++c) {
    for (std::size_t i = m_firstNode[c]; i < m_firstNode[c + 1]; ++i) m_rank[m_nodes[i]] = i - m_firstNode[c];
  }
  if (m_problem->apart.empty()) return;
  std::vector<UnitPair> pairs;
  for (const UnitPair& pair : m_problem->apart) {
    if (m_nodeOf[pair.first] < 0 || m_nodeOf[pair.second] < 0) continue;
    pairs.push_back(pair);
    pairs.emplace_back(pair.second, pair.first);
  }
  std::sort(pairs.begin(), pairs.end());
  m_firstApart.assign(m_problem->units.size() + 1, 0);
  for (const UnitPair& pair : pairs) {
    ++m_firstApart[pair.first + 1];
    m_apart.push_back(pair.second);
  }
  std::partial_sum(m_firstApart.begin(), m_firstApart.end(), m_firstApart.begin());
}

const std::string& DistrictIndex::keyOf(std::size_t node) const { return m_problem->units[m_units[m_firstUnit[node]]].key; }

std::size_t DistrictIndex::unitsOf(std::size_t component) const {
  std::size_t units = 0;
  for (std::size_t i = m_firstNode[component]; i < m_firstNode[component + 1]; ++i) units += m_firstUnit[m_nodes[i] + 1] - m_firstUnit[m_nodes[i]];
  return units;
}

/// A number for each unit of the node: those that touch have the same.
std::vector<int> DistrictIndex::piecesOf(std::size_t node) const {
  const std::size_t first = m_firstUnit[node], count = m_firstUnit[node + 1] - first;
  std::vector<int> pieces(count, 0);
  if (count == 1) return pieces;
  DisjointSets sets(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t e = m_firstEdge[m_units[first + i]]; e < m_firstEdge[m_units[first + i] + 1]; ++e) {
      const DistrictEdge& edge = m_problem->edges[m_edges[e]];
      const std::size_t other = edge.a == m_units[first + i] ? edge.b : edge.a;
      const auto own = std::find(m_units.begin() + static_cast<std::ptrdiff_t>(first), m_units.begin() + static_cast<std::ptrdiff_t>(first + count), other);
      const auto position = static_cast<std::size_t>(own - m_units.begin()) - first;
      if (position < count) sets.join(i, position);
    }
  }
  std::vector<std::size_t> roots, members;
  listGroups(sets, pieces, roots, members);
  return pieces;
}

void DistrictIndex::fillNode(DistrictGraph& graph, std::size_t node, const std::vector<TraitScale>& scales) const {
  DistrictGraph::Node made;
  made.firstUnit = graph.units.size();
  made.unitCount = m_firstUnit[node + 1] - m_firstUnit[node];
  made.firstPoint = graph.points.size();
  std::vector<XY> points;
  const std::size_t sums = graph.sums.size(), traits = graph.traits.size();
  graph.sums.resize(sums + graph.sumCount, 0);
  graph.traits.resize(traits + graph.traitCount, 0);
  double squares = 0, inner = 0;
  for (std::size_t i = m_firstUnit[node]; i < m_firstUnit[node + 1]; ++i) {
    const DistrictUnit& unit = m_problem->units[m_units[i]];
    graph.units.push_back(m_units[i]);
    for (XY p : unit.points) points.push_back(p - graph.origin);
    for (std::size_t rule = 0; rule < graph.sumCount; ++rule) graph.sums[sums + rule] += toMilli(unit.sums[rule]);
    for (std::size_t t = 0; t < graph.traitCount; ++t) {
      const double value = (unit.traits[t] - scales[t].mean) * scales[t].factor;
      graph.traits[traits + t] += value;
      squares += value * value;
    }
    made.areaM2 += unit.areaM2;
    made.perimeterM += unit.perimeterM;
    if (unit.lock) made.lock = *unit.lock;
    if (made.unitCount == 1) continue;
    for (std::size_t e = m_firstEdge[m_units[i]]; e < m_firstEdge[m_units[i] + 1]; ++e) {
      const DistrictEdge& edge = m_problem->edges[m_edges[e]];
      if (m_nodeOf[edge.a] == m_nodeOf[edge.b]) inner += edge.sharedM / 2;   // seen from either end
    }
  }
  made.perimeterM = std::max(0.0, made.perimeterM - 2 * inner);
  graph.traitSquares.push_back(squares);
  for (std::size_t rule = 0; rule < graph.sumCount; ++rule) graph.totals[rule] += graph.sums[sums + rule];
  std::sort(points.begin(), points.end());
  XY sum;
  for (XY p : points) sum = sum + p;
  made.centre = sum * (1 / static_cast<double>(points.size()));
  const std::vector<XY> hull = hullOf(std::move(points));
  made.pointCount = hull.size();
  made.box = boxOf(hull);
  made.mass = made.areaM2 > 0 ? made.areaM2 : 1;
  graph.points.insert(graph.points.end(), hull.begin(), hull.end());
  graph.nodes.push_back(made);
}

void DistrictIndex::fillArcs(DistrictGraph& graph, std::size_t node, const Locals& locals) const {
  auto& made = graph.nodes[static_cast<std::size_t>(locals.nodeAt[m_rank[node]])];
  made.firstArc = graph.arcs.size();
  const auto pieceOf = [&](std::size_t unit) {
    const auto piece = locals.pieceOf.find(unit);
    return static_cast<std::int16_t>(piece == locals.pieceOf.end() ? 0 : piece->second);
  };
  for (std::size_t i = m_firstUnit[node]; i < m_firstUnit[node + 1]; ++i) {
    for (std::size_t e = m_firstEdge[m_units[i]]; e < m_firstEdge[m_units[i] + 1]; ++e) {
      const DistrictEdge& edge = m_problem->edges[m_edges[e]];
      const std::size_t other = edge.a == m_units[i] ? edge.b : edge.a;
      const auto to = static_cast<std::size_t>(m_nodeOf[other]);
      if (to == node) continue;
      graph.arcs.push_back({locals.nodeAt[m_rank[to]], pieceOf(m_units[i]), pieceOf(other), edge.sharedM});
    }
  }
  // The length is part of the order, so that repeated pairs add up the same for any order of rows.
  const auto key = [](const DistrictGraph::Arc& arc) { return std::tie(arc.to, arc.fromPiece, arc.toPiece, arc.sharedM); };
  const auto from = graph.arcs.begin() + static_cast<std::ptrdiff_t>(made.firstArc);
  std::sort(from, graph.arcs.end(), [&](const DistrictGraph::Arc& a, const DistrictGraph::Arc& b) { return key(a) < key(b); });
  auto last = from;
  for (auto arc = from; arc != graph.arcs.end(); ++arc) {
    if (arc == from) continue;
    if (last->to == arc->to && last->fromPiece == arc->fromPiece && last->toPiece == arc->toPiece) last->sharedM += arc->sharedM;
    else *++last = *arc;
  }
  if (from != graph.arcs.end()) graph.arcs.erase(last + 1, graph.arcs.end());
  made.arcCount = graph.arcs.size() - made.firstArc;
  double shared = 0;
  for (std::size_t a = made.firstArc; a < graph.arcs.size(); ++a) shared += graph.arcs[a].sharedM;
  made.outlineM = std::max(shared, made.perimeterM);
  made.firstApart = graph.apart.size();
  for (std::size_t i = m_firstUnit[node]; i < m_firstUnit[node + 1] && !m_apart.empty(); ++i) {
    for (std::size_t p = m_firstApart[m_units[i]]; p < m_firstApart[m_units[i] + 1]; ++p) {
      const auto other = static_cast<std::size_t>(m_nodeOf[m_apart[p]]);
      if (m_componentOf[other] == m_componentOf[node] && other != node) graph.apart.push_back(locals.nodeAt[m_rank[other]]);
    }
  }
  made.apartCount = graph.apart.size() - made.firstApart;
}

DistrictGraph DistrictIndex::graphOf(std::size_t component, const std::vector<TraitScale>& scales) const {
  std::vector<std::size_t> nodes(m_nodes.begin() + static_cast<std::ptrdiff_t>(m_firstNode[component]), m_nodes.begin() + static_cast<std::ptrdiff_t>(m_firstNode[component + 1]));
  std::sort(nodes.begin(), nodes.end(), [&](std::size_t a, std::size_t b) { return keyOf(a) < keyOf(b); });
  DistrictGraph graph;
  graph.sumCount = m_problem->rules.sums.size();
  graph.traitCount = scales.size();
  graph.totals.assign(graph.sumCount, 0);
  const DistrictUnit& firstUnit = m_problem->units[m_units[m_firstUnit[nodes.front()]]];
  graph.origin = *std::min_element(firstUnit.points.begin(), firstUnit.points.end());
  Locals locals;
  locals.nodeAt.resize(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) locals.nodeAt[m_rank[nodes[i]]] = static_cast<int>(i);
  for (std::size_t node : nodes) {
    fillNode(graph, node, scales);
    if (graph.nodes.back().unitCount == 1) continue;
    const std::vector<int> pieces = piecesOf(node);
    for (std::size_t i = 0; i < pieces.size(); ++i) locals.pieceOf[m_units[m_firstUnit[node] + i]] = pieces[i];
    graph.nodes.back().pieces = *std::max_element(pieces.begin(), pieces.end()) + 1;
    graph.hasPieces = graph.hasPieces || graph.nodes.back().pieces > 1;
  }
  for (std::size_t node : nodes) fillArcs(graph, node, locals);
  return graph;
}

Result<void> DistrictIndex::checkTogether() const {
  const auto bad = [&](std::size_t a, std::size_t b, const std::string& what, const std::string& hint) {
    return fail(ErrorCode::Invalid, "Units " + m_problem->units[a].key + " and " + m_problem->units[b].key + " must be together, but " + what + ".", hint, {.feature = m_problem->units[a].key});
  };
  for (const UnitPair& pair : m_problem->apart) {
    if (m_nodeOf[pair.first] >= 0 && m_nodeOf[pair.first] == m_nodeOf[pair.second]) return bad(pair.first, pair.second, "must also be apart", "Take one of the two pins away.");
  }
  if (m_units.size() + 1 == m_firstUnit.size()) return {};
  DisjointSets sets(m_problem->units.size());
  for (const DistrictEdge& edge : m_problem->edges) {
    if (!edge.isCut && m_nodeOf[edge.a] >= 0 && m_nodeOf[edge.b] >= 0) sets.join(edge.a, edge.b);
  }
  for (std::size_t node = 0; node + 1 < m_firstUnit.size(); ++node) {
    const std::size_t first = m_units[m_firstUnit[node]];
    std::optional<int> lock;
    for (std::size_t i = m_firstUnit[node]; i < m_firstUnit[node + 1]; ++i) {
      if (sets.rootOf(first) != sets.rootOf(m_units[i])) return bad(first, m_units[i], "a cut or a gap lies between them", "Take the pin or the cut away.");
      const auto& own = m_problem->units[m_units[i]].lock;
      if (own && lock && own != lock) return bad(first, m_units[i], "are locked to two districts", "Take one of the locks away.");
      if (own) lock = own;
    }
  }
  return {};
}

std::vector<Milli> DistrictIndex::totalsOf(std::size_t component) const {
  std::vector<Milli> totals(m_problem->rules.sums.size(), 0);
  for (std::size_t i = m_firstNode[component]; i < m_firstNode[component + 1]; ++i) {
    for (std::size_t u = m_firstUnit[m_nodes[i]]; u < m_firstUnit[m_nodes[i] + 1]; ++u) {
      for (std::size_t rule = 0; rule < totals.size(); ++rule) totals[rule] += toMilli(m_problem->units[m_units[u]].sums[rule]);
    }
  }
  return totals;
}

}  // namespace pianqu::geo
