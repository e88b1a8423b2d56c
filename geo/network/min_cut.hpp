#pragma once

#include <cstdint>
#include <vector>

namespace pianqu::geo {

/// An arc that can be cut at a price.
struct CutArc {
  int from = -1;
  int to = -1;
  std::int64_t price = 0;  ///< kUncuttable: never in the cut
};
inline constexpr std::int64_t kUncuttable = std::int64_t{1} << 60;

/// The cheapest set of arcs whose removal leaves no way from source to sink, and the flow that proves it.
struct MinCut {
  std::int64_t flow = 0;       ///< a flow of this size exists, so no cut can be cheaper
  std::int64_t cutPrice = 0;   ///< sum of the prices of `cut`; equal to `flow` when optimal
  std::vector<int> cut;        ///< positions of arcs, ascending
  bool isPossible = true;      ///< false: every cut holds an uncuttable arc; `cut` is empty then
};

/// in        prices >= 0 with a sum below 2^60; node numbers in 0..nodeCount-1
/// returns   of all cheapest cuts the one nearest to the source
/// cost      O(nodes^2 * arcs) in theory, near linear on pipe networks; no recursion. source [Dinic1970]
MinCut minCut(int nodeCount, const std::vector<CutArc>& arcs, int source, int sink);

}  // namespace pianqu::geo
