#include "geo/network/components.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Tarjan's algorithm with its call stack as data: a trunk sewer is a path of 100 000 links, too deep for recursion.
class ComponentSearch {
 public:
  explicit ComponentSearch(const FlowGraph& graph)
      : m_graph(graph), m_order(at(graph.nodeCount()), -1), m_low(at(graph.nodeCount()), 0), m_component(at(graph.nodeCount()), -1) {}

  std::vector<int> run() {
    for (int node = 0; node < m_graph.nodeCount(); ++node) {
      if (m_order[at(node)] < 0) visit(node);
    }
    return std::move(m_component);
  }

 private:
  struct Frame {
    int node;
    std::size_t nextHop;
  };

  void open(int node) {
    m_order[at(node)] = m_low[at(node)] = m_count++;
    m_path.push_back(node);
    m_frames.push_back({node, 0});
  }

  void close(int node) {
    if (m_low[at(node)] != m_order[at(node)]) return;
    int member = -1;
    do {
      member = m_path.back();
      m_path.pop_back();
      m_component[at(member)] = m_components;
    } while (member != node);
    ++m_components;
  }

  void visit(int root) {
    open(root);
    while (!m_frames.empty()) {
      Frame& frame = m_frames.back();
      const int node = frame.node;
      const auto hops = m_graph.downstream(node);
      if (frame.nextHop < hops.size()) {
        const int next = hops[frame.nextHop++].node;
        if (m_order[at(next)] < 0) {
          open(next);
        } else if (m_component[at(next)] < 0) {
          m_low[at(node)] = std::min(m_low[at(node)], m_order[at(next)]);
        }
        continue;
      }
      m_frames.pop_back();
      close(node);
      if (m_frames.empty()) continue;
      const int parent = m_frames.back().node;
      m_low[at(parent)] = std::min(m_low[at(parent)], m_low[at(node)]);
    }
  }

  const FlowGraph& m_graph;
  std::vector<int> m_order, m_low, m_component, m_path;
  std::vector<Frame> m_frames;
  int m_count = 0, m_components = 0;
};

/// Walks inside the component from `start`, always by its first link there, until a node comes up twice.
std::vector<int> cycleFrom(const FlowGraph& graph, const std::vector<int>& component, int start) {
  std::vector<int> walked;
  std::unordered_map<int, std::size_t> positionOf;
  int node = start;
  while (!positionOf.contains(node)) {
    positionOf[node] = walked.size();
    for (const FlowHop hop : graph.downstream(node)) {
      if (component[at(hop.node)] != component[at(node)]) continue;
      walked.push_back(hop.link);
      node = hop.node;
      break;
    }
  }
  walked.erase(walked.begin(), walked.begin() + static_cast<std::ptrdiff_t>(positionOf[node]));
  return walked;
}

}  // namespace

std::vector<int> strongComponents(const FlowGraph& graph) { return ComponentSearch(graph).run(); }

std::vector<std::vector<int>> findCycles(const FlowGraph& graph) {
  const std::vector<int> component = strongComponents(graph);
  std::vector<std::uint8_t> isDone(component.size(), 0);
  std::vector<std::vector<int>> cycles;
  for (int node = 0; node < graph.nodeCount(); ++node) {
    if (isDone[at(component[at(node)])]) continue;
    for (const FlowHop hop : graph.downstream(node)) {
      if (component[at(hop.node)] != component[at(node)]) continue;
      isDone[at(component[at(node)])] = 1;
      cycles.push_back(cycleFrom(graph, component, node));
      break;
    }
  }
  return cycles;
}

}  // namespace pianqu::geo
