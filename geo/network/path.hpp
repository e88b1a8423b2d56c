#pragma once

#include <optional>
#include <vector>

#include "geo/network/flow_graph.hpp"

namespace pianqu::geo {

enum class PathWay {
  Downstream,   ///< only with the water
  Any,          ///< against it too, and along links of unknown direction
};

/// Links of the shortest way by length, in the order walked; empty when `from` is `to`, nullopt when there is none.
/// keeps     of ways of the same length always the same one
/// cost      O((links + nodes) log) of the part that is nearer than `to`
std::optional<std::vector<int>> shortestPath(const FlowGraph& graph, int from, int to, PathWay way);

}  // namespace pianqu::geo
