#pragma once

#include <vector>

#include "geo/network/flow_graph.hpp"

namespace pianqu::geo {

/// Strongly connected component of each node over links of known direction; numbers 0.. in reverse topological order
/// (what lies downstream has the smaller number). cost O(nodes + links), no recursion. source [Tarjan1972]
std::vector<int> strongComponents(const FlowGraph& graph);

/// One directed cycle, as links in walking order, for each component that has one; a link from a node to itself counts.
/// Ordered by first node. Empty for a network that only falls.
std::vector<std::vector<int>> findCycles(const FlowGraph& graph);

}  // namespace pianqu::geo
