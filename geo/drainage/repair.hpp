#pragma once

#include <vector>

#include "geo/base/units.hpp"
#include "geo/drainage/check.hpp"

namespace pianqu::geo {

/// What disconnecting costs, by link and by source position; a negative price: never disconnect this.
struct RepairPrices {
  std::vector<Fen> links, sources;
};

/// The cheapest set of links and sources to disconnect so that no sewage reaches a storm outfall (or no rain a sewage outfall), with proof.
struct RepairSet {
  Water misled = Water::Sewage;   ///< Sewage or Storm: the water that is kept out of the other system
  std::vector<int> links, sources;  ///< to disconnect, ascending
  Fen price;                      ///< of the set
  Fen flow;                       ///< a flow of this size exists in the priced network: no cheaper set can do (max-flow = min-cut)
  bool isPossible = true;         ///< false: something that must not be disconnected carries the water through
  bool isVerified = false;        ///< after removing the set a second search finds no way left
  std::int64_t misledSources = 0; ///< sources whose water gets there today
};

/// Minimum cut between the sources of `misled` water and the outfalls of the other system. Never cut are pipes inside the other system
/// that carry its own water, and pipes inside the own system that lead to its own outfall.
///
/// in        prices of at least 0 or negative for "never"; sizes as the system's lists
/// cost      only what lies between such a source and such an outfall enters the flow network
/// source    [Dinic1970]; [FordFulkerson1956]
RepairSet cheapestRepair(const SewerSystem& system, const SewerCheck& check, Water misled, const RepairPrices& prices);

}  // namespace pianqu::geo
