#pragma once

#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/random.hpp"
#include "geo/district/partition.hpp"

/// Inside of geo/district: how one component is searched.
namespace pianqu::geo {

/// Grows districts over the unassigned units of `set` (ascending), from the front of a sweep in a random direction, and gives what
/// remains of `set` to the districts that it made. Nothing outside `set` is touched: a re-split that took other leftovers once broke minima.
/// returns   the districts that it made, all feasible
std::vector<int> growDistricts(Partition& partition, const std::vector<int>& set, Random& random);

/// Takes the districts apart and grows them again, together with unassigned `extra`, `tries` times; keeps the best by score, which is
/// never worse than what was there. returns whether it changed anything
bool resplit(Partition& partition, const std::vector<int>& districts, const std::vector<int>& extra, int tries, Random& random);

/// Re-splits around each leftover.
void placeLeftovers(Partition& partition, int tries, Random& random, const Progress& progress);

/// Re-splits unions of 1 to 5 neighbouring districts that hold enough for one more.
void raiseDistrictCount(Partition& partition, int upperBound, int tries, Random& random, const Progress& progress);

/// One pass of moves of units over the boundary at `temperature` (0: only better ones). returns the number of moves made
int moveBoundaries(Partition& partition, double temperature, Random& random);

/// The best partition of the component that `effort` allows.
Partition searchComponent(const DistrictGraph& graph, const DistrictLimits& limits, int upperBound, int effort, Random random, const Progress& progress);

}  // namespace pianqu::geo
