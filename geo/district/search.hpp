#pragma once

#include <optional>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/random.hpp"
#include "geo/district/partition.hpp"

/// Inside of geo/district: how one component is searched.
namespace pianqu::geo {

/// Grows districts over the unassigned units of `set` (ascending), from the front of a sweep in a random direction, and gives what
/// remains of `set` to the districts that it made. Nothing outside `set` is touched: a re-split that took other leftovers once broke minima.
/// `wanted` above 0: stops as soon as so many districts can no longer be made of it.
/// returns   the districts that it made, all feasible
std::vector<int> growDistricts(Partition& partition, const std::vector<int>& set, int wanted, Random& random, const Progress& progress);

/// Takes the districts apart and grows them again, together with unassigned `extra`, `tries` times; keeps the best by score, which is
/// never worse than what was there. With `wanted` the first way to make so many is kept. returns whether it changed anything
struct Resplit {
  std::vector<int> districts, extra;
  int tries = 1, wanted = 0;
};
bool resplit(Partition& partition, const Resplit& task, Random& random, const Progress& progress);

/// `first` and up to `count` - 1 more districts, each next to one already taken; mostly those with most surplus when `isGreedy`.
std::vector<int> clusterAround(const Partition& partition, int first, int count, bool isGreedy, Random& random);
/// Districts that the units touch, ascending.
std::vector<int> districtsAround(const Partition& partition, const std::vector<int>& units);
bool holdEnoughFor(const Partition& partition, const std::vector<int>& districts, int count);

/// Moves a unit over a boundary, alone or in exchange for one that comes back, where the cost at `temperature` allows it (0: only better).
bool tryMove(Partition& partition, int u, double temperature, Random& random);
/// As many tries as there are units. returns the number of moves made
int shakeBoundaries(Partition& partition, double temperature, Random& random, const Progress& progress);
/// Better moves until there is none, starting with `units`.
void settleBoundaries(Partition& partition, std::vector<int> units, Random& random, const Progress& progress);

/// Puts an unassigned unit next to it into a district that passes on another unit, and so on, up to `depth` districts.
bool ejectFor(Partition& partition, int u, int depth);
/// Places leftovers: outright, by chains, by re-splits around them.
void placeLeftovers(Partition& partition, int tries, Random& random, const Progress& progress);

/// Re-splits unions of 1 to 5 neighbouring districts that hold enough for one more. returns how many it gained
int raiseDistrictCount(Partition& partition, const std::vector<int>& around, int upperBound, int tries, Random& random, const Progress& progress);

/// Gives the units of `d` to its neighbours; nothing changed when one of them has no room.
bool dissolve(Partition& partition, int d);

/// The best partition there is, by score, where no more than `mostSets` connected sets of nodes obey the maxima: a component of up to 14
/// nodes always, one of up to 40 where the rules are tight. nullopt: there are more, or it was cancelled.
/// cost      O(mostSets)
/// source    [HeldKarp1962] the best of what is open, remembered for every set that is
std::optional<Partition> exactPartition(const DistrictGraph& graph, const DistrictLimits& limits, int mostSets, const Progress& progress);

/// The best partition of the component that `effort` allows.
Partition searchComponent(const DistrictGraph& graph, const DistrictLimits& limits, int upperBound, int effort, Random random, const Progress& progress);

/// Improves what is there with few changes, around `touched` nodes only.
void repairComponent(Partition& partition, const std::vector<int>& touched, int upperBound, Random random, const Progress& progress);

}  // namespace pianqu::geo
