#include "layers/sample/road_graph.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

constexpr double kSameM = 1.5;  // a gate this near to a junction is at the junction

class Builder {
 public:
  explicit Builder(Workshop& shop) : m_shop(shop) {}

  RoadGraph run() {
    addGates();
    for (auto& cut : m_shop.town.cuts) if (isRoad(cut.kind)) numberNodes(cut);
    for (std::size_t i = 0; i < m_shop.town.cuts.size(); ++i) if (isRoad(m_shop.town.cuts[i].kind)) addEdges(static_cast<int>(i));
    for (std::size_t i = 0; i < m_shop.sites.size(); ++i) if (m_graph.nodeOfSite[i] >= 0) m_graph.nodeOfSite[i] = m_gateNode[static_cast<std::size_t>(m_graph.nodeOfSite[i])];
    return std::move(m_graph);
  }

 private:
  /// Gates become junctions of their roads; `other` is -2 minus the gate's number.
  void addGates() {
    m_graph.nodeOfSite.assign(m_shop.sites.size(), -1);
    for (std::size_t i = 0; i < m_shop.sites.size(); ++i) {
      const auto& gate = m_shop.sites[i].yard.gate;
      if (!gate) continue;
      Cut& road = m_shop.town.cuts[static_cast<std::size_t>(gate->cut)];
      road.junctions.push_back({positionOn(road, gate->tapFlat), gate->tapFlat, -2 - static_cast<int>(m_gateNode.size())});
      m_graph.nodeOfSite[i] = static_cast<int>(m_gateNode.size());
      m_gateNode.push_back(-1);
    }
    for (auto& cut : m_shop.town.cuts) if (isRoad(cut.kind)) refine(cut);
  }

  void numberNodes(Cut& cut) {
    const int self = static_cast<int>(&cut - m_shop.town.cuts.data());
    // Crossings first, so that gates can lean on them.
    for (auto& j : cut.junctions) {
      if (j.other < 0) continue;
      const auto key = std::minmax(self, j.other);
      const auto [it, isNew] = m_crossings.try_emplace({key.first, key.second}, static_cast<int>(m_graph.nodes.size()));
      if (isNew) m_graph.nodes.push_back({j.flat, m_shop.town.warp(j.flat)});
      j.node = it->second;
      describe(m_graph.nodes[static_cast<std::size_t>(j.node)], cut, j.t);
    }
    for (std::size_t i = 0; i < cut.junctions.size(); ++i) {
      auto& j = cut.junctions[i];
      if (j.other >= 0) continue;
      const bool isAtPrevious = i > 0 && cut.junctions[i - 1].node >= 0 && j.t - cut.junctions[i - 1].t < kSameM;
      const bool isAtNext = i + 1 < cut.junctions.size() && cut.junctions[i + 1].other >= 0 && cut.junctions[i + 1].t - j.t < kSameM;
      if (isAtPrevious) j.node = cut.junctions[i - 1].node;
      else if (isAtNext) j.node = cut.junctions[i + 1].node;
      else {
        j.node = static_cast<int>(m_graph.nodes.size());
        m_graph.nodes.push_back({j.flat, m_shop.town.warp(j.flat)});
        describe(m_graph.nodes.back(), cut, j.t);
      }
      m_gateNode[static_cast<std::size_t>(-2 - j.other)] = j.node;
    }
  }

  void describe(RoadNode& node, const Cut& cut, double t) {
    const geo::XY d = m_shop.town.warp(at(cut, t + 1)) - m_shop.town.warp(at(cut, t - 1));
    const double length = std::hypot(d.x, d.y);
    const double half = cut.widthM / 2;
    if (node.halfWidthM > 1e8 || half > m_widest[&node - m_graph.nodes.data()]) node.normal = {-d.y / length, d.x / length};
    auto& widest = m_widest[&node - m_graph.nodes.data()];
    widest = std::max(widest, half);
    node.halfWidthM = std::min(node.halfWidthM, half);
    node.z = groundZ(m_shop, node.world);
  }

  void addEdges(int number) {
    const Cut& cut = m_shop.town.cuts[static_cast<std::size_t>(number)];
    const double riverY = m_shop.town.warp.riverFlatY();
    for (std::size_t i = 0; i + 1 < cut.junctions.size(); ++i) {
      const auto &p = cut.junctions[i], &q = cut.junctions[i + 1];
      if (p.node == q.node) continue;
      RoadEdge edge{p.node, q.node, number};
      edge.path.push_back(m_graph.nodes[static_cast<std::size_t>(p.node)].world);
      for (const auto& flat : stretch(cut, p.t + 0.5, q.t - 0.5)) edge.path.push_back(m_shop.town.warp(flat));
      edge.path.push_back(m_graph.nodes[static_cast<std::size_t>(q.node)].world);
      edge.lengthM = geo::lengthOf(edge.path).value;
      edge.isBridge = (p.flat.y < riverY) != (q.flat.y < riverY);
      const int id = static_cast<int>(m_graph.edges.size());
      m_graph.nodes[static_cast<std::size_t>(edge.a)].edges.push_back(id);
      m_graph.nodes[static_cast<std::size_t>(edge.b)].edges.push_back(id);
      m_graph.edges.push_back(std::move(edge));
    }
  }

  Workshop& m_shop;
  RoadGraph m_graph;
  std::map<std::pair<int, int>, int> m_crossings;
  std::map<std::ptrdiff_t, double> m_widest;
  std::vector<int> m_gateNode;
};

}  // namespace

RoadGraph roadGraph(Workshop& shop) { return Builder(shop).run(); }

WaysDown waysDown(const RoadGraph& graph, const std::vector<int>& sources) {
  const std::size_t n = graph.nodes.size();
  WaysDown ways{std::vector<int>(n, -1), std::vector<int>(n, -1), std::vector<double>(n, 1e18), {}};
  using Entry = std::pair<double, int>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    ways.source[static_cast<std::size_t>(sources[i])] = static_cast<int>(i);
    ways.distanceM[static_cast<std::size_t>(sources[i])] = 0;
    queue.push({0, sources[i]});
  }
  std::vector<char> isDone(n, 0);
  while (!queue.empty()) {
    const auto [distance, node] = queue.top();
    queue.pop();
    const auto u = static_cast<std::size_t>(node);
    if (isDone[u]) continue;
    isDone[u] = 1;
    ways.order.push_back(node);
    for (const int e : graph.nodes[u].edges) {
      const auto& edge = graph.edges[static_cast<std::size_t>(e)];
      const auto v = static_cast<std::size_t>(edge.a == node ? edge.b : edge.a);
      const double next = distance + edge.lengthM * (graph.nodes[v].z < graph.nodes[u].z - 0.05 ? 2 : 1);
      if (edge.isBridge || isDone[v] || next >= ways.distanceM[v]) continue;
      ways.distanceM[v] = next;
      ways.edge[v] = e;
      ways.source[v] = ways.source[u];
      queue.push({next, static_cast<int>(v)});
    }
  }
  return ways;
}

}  // namespace pianqu::layers
