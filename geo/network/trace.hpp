#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/flow_graph.hpp"

namespace pianqu::geo {

enum class TraceWay { Upstream, Downstream };

/// Everything that water from a node reaches, or that drains to it.
struct Trace {
  std::vector<int> nodes;         ///< start first, then by number of links from the start
  std::vector<int> arrivals;      ///< arrivals[i]: the link by which nodes[i] was reached; -1 for the start
  std::vector<int> links;         ///< all links passed, ascending
  std::vector<int> unknownLinks;  ///< links of unknown direction that touch the traced nodes, not passed, ascending
  double lengthM = 0;             ///< of `links`
};

/// Breadth first from `start`. cost O(traced part) plus one byte a node.
Trace trace(const FlowGraph& graph, int start, TraceWay way);

/// The links from the trace's start to `nodes[position]`, in the order walked from the start.
std::vector<int> pathTo(const FlowGraph& graph, const Trace& trace, std::size_t position, TraceWay way);

/// For every node, the first link on a shortest way (in links) down to one of the seeds.
struct Reach {
  static constexpr int kNone = -2;  ///< no seed can be reached
  static constexpr int kSeed = -1;  ///< is a seed
  std::vector<int> nextLink;

  bool reaches(int node) const { return nextLink[static_cast<std::size_t>(node)] != kNone; }
};

struct ReachOptions {
  bool isUnknownPassed = false;                         ///< links of unknown direction are walked both ways: what may be reached
  const std::vector<std::uint8_t>* closedLinks = nullptr;  ///< by link: not 0 is never passed
};

/// Which nodes reach a seed going downstream. cost O(nodes + links).
Reach reachDown(const FlowGraph& graph, const std::vector<int>& seeds, const ReachOptions& options = {});

/// The links from `node` to the seed that it reaches; empty for a seed and for a node that reaches none.
std::vector<int> pathDown(const FlowGraph& graph, const Reach& reach, int node);

}  // namespace pianqu::geo
