#include "geo/network/path.hpp"

#include <algorithm>
#include <limits>
#include <queue>

namespace pianqu::geo {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Reached {
  double lengthM;
  int node;
  bool operator>(const Reached& other) const { return lengthM != other.lengthM ? lengthM > other.lengthM : node > other.node; }
};

class Search {
 public:
  Search(const FlowGraph& graph, PathWay way) : m_graph(graph), m_way(way), m_lengthM(at(graph.nodeCount()), std::numeric_limits<double>::infinity()), m_arrival(at(graph.nodeCount())) {}

  std::optional<std::vector<int>> run(int from, int to) {
    m_lengthM[at(from)] = 0;
    m_queue.push({0, from});
    while (!m_queue.empty()) {
      const Reached here = m_queue.top();
      m_queue.pop();
      if (here.lengthM > m_lengthM[at(here.node)]) continue;
      if (here.node == to) return walked(from, to);
      extend(here, m_graph.downstream(here.node));
      if (m_way == PathWay::Downstream) continue;
      extend(here, m_graph.upstream(here.node));
      extend(here, m_graph.unknown(here.node));
    }
    return std::nullopt;
  }

 private:
  struct Arrival {
    int link = -1, from = -1;
  };
  void extend(const Reached& here, std::span<const FlowHop> hops) {
    for (const FlowHop hop : hops) {
      const double length = here.lengthM + m_graph.lengthM(hop.link);
      if (length >= m_lengthM[at(hop.node)]) continue;
      m_lengthM[at(hop.node)] = length;
      m_arrival[at(hop.node)] = {hop.link, here.node};
      m_queue.push({length, hop.node});
    }
  }
  std::vector<int> walked(int from, int to) const {
    std::vector<int> links;
    for (int node = to; node != from; node = m_arrival[at(node)].from) links.push_back(m_arrival[at(node)].link);
    std::reverse(links.begin(), links.end());
    return links;
  }

  const FlowGraph& m_graph;
  PathWay m_way;
  std::vector<double> m_lengthM;
  std::vector<Arrival> m_arrival;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> m_queue;
};

}  // namespace

std::optional<std::vector<int>> shortestPath(const FlowGraph& graph, int from, int to, PathWay way) { return Search(graph, way).run(from, to); }

}  // namespace pianqu::geo
