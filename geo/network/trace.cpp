#include "geo/network/trace.hpp"

#include <algorithm>

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

int otherEnd(const FlowGraph& graph, int link, int node) {
  return graph.upNode(link) == node ? graph.downNode(link) : graph.upNode(link);
}

void sortUnique(std::vector<int>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

Trace trace(const FlowGraph& graph, int start, TraceWay way) {
  Trace result;
  std::vector<std::uint8_t> isSeen(at(graph.nodeCount()), 0);
  isSeen[at(start)] = 1;
  result.nodes.push_back(start);
  result.arrivals.push_back(-1);
  for (std::size_t head = 0; head < result.nodes.size(); ++head) {
    const int node = result.nodes[head];
    for (const FlowHop hop : way == TraceWay::Downstream ? graph.downstream(node) : graph.upstream(node)) {
      result.links.push_back(hop.link);
      if (isSeen[at(hop.node)]) continue;
      isSeen[at(hop.node)] = 1;
      result.nodes.push_back(hop.node);
      result.arrivals.push_back(hop.link);
    }
    for (const FlowHop hop : graph.unknown(node)) result.unknownLinks.push_back(hop.link);
  }
  sortUnique(result.links);
  sortUnique(result.unknownLinks);
  for (const int link : result.links) result.lengthM += graph.lengthM(link);
  return result;
}

std::vector<int> pathTo(const FlowGraph& graph, const Trace& trace, std::size_t position, TraceWay way) {
  // Breadth first: a node's predecessor stands before it, so one sweep backwards finds the whole path.
  std::vector<int> path;
  std::size_t i = position;
  while (trace.arrivals[i] >= 0) {
    const int link = trace.arrivals[i];
    path.push_back(link);
    const int previous = way == TraceWay::Downstream ? graph.upNode(link) : graph.downNode(link);
    while (trace.nodes[i] != previous) --i;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

Reach reachDown(const FlowGraph& graph, const std::vector<int>& seeds, const ReachOptions& options) {
  Reach reach;
  reach.nextLink.assign(at(graph.nodeCount()), Reach::kNone);
  std::vector<int> queue;
  for (const int seed : seeds) {
    if (reach.nextLink[at(seed)] == Reach::kSeed) continue;
    reach.nextLink[at(seed)] = Reach::kSeed;
    queue.push_back(seed);
  }
  const auto walk = [&](FlowHop hop) {
    if (options.closedLinks && (*options.closedLinks)[at(hop.link)]) return;
    if (reach.nextLink[at(hop.node)] != Reach::kNone) return;
    reach.nextLink[at(hop.node)] = hop.link;
    queue.push_back(hop.node);
  };
  for (std::size_t head = 0; head < queue.size(); ++head) {
    for (const FlowHop hop : graph.upstream(queue[head])) walk(hop);
    if (!options.isUnknownPassed) continue;
    for (const FlowHop hop : graph.unknown(queue[head])) walk(hop);
  }
  return reach;
}

std::vector<int> pathDown(const FlowGraph& graph, const Reach& reach, int node) {
  std::vector<int> path;
  while (reach.nextLink[at(node)] >= 0) {
    const int link = reach.nextLink[at(node)];
    path.push_back(link);
    node = otherEnd(graph, link, node);
  }
  return path;
}

}  // namespace pianqu::geo
