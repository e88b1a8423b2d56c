#include "geo/district/search.hpp"

#include <algorithm>

namespace pianqu::geo {
namespace {

std::vector<int> allUnits(const DistrictGraph& graph) {
  std::vector<int> units(graph.size());
  for (std::size_t u = 0; u < units.size(); ++u) units[u] = static_cast<int>(u);
  return units;
}

/// Work that grows with the size of a component is shared out so that small ones, where luck matters most, get more runs.
int runsFor(std::size_t size, int perEffort, int effort) {
  const int factor = size <= 60 ? 4 : size <= 300 ? 2 : 1;
  return std::max(1, perEffort * effort * factor);
}

Partition construct(const DistrictGraph& graph, const DistrictLimits& limits, int runs, Random& random, const Progress& progress) {
  const std::vector<int> units = allUnits(graph);
  Partition best(graph, limits);
  growDistricts(best, units, random);
  PartitionScore bestScore = scoreOf(best);
  for (int run = 1; run < runs && !progress.isCancelled(); ++run) {
    Partition other(graph, limits);
    growDistricts(other, units, random);
    const PartitionScore score = scoreOf(other);
    if (!score.isBetterThan(bestScore)) continue;
    bestScore = score;
    best = std::move(other);
  }
  return best;
}

/// Shakes boundaries, cooling down, then lets every unit go where it is cheapest until nothing moves (or a bound that stops a cycle).
void anneal(Partition& partition, int passes, Random& random, const Progress& progress) {
  constexpr double kStartTemperature = 0.02;
  for (int pass = 0; pass < passes && !progress.isCancelled(); ++pass) {
    moveBoundaries(partition, kStartTemperature * (1.0 - static_cast<double>(pass) / passes), random);
  }
  constexpr int kMostDescents = 20;
  for (int pass = 0; pass < kMostDescents && !progress.isCancelled(); ++pass) {
    if (moveBoundaries(partition, 0, random) == 0) break;
  }
}

}  // namespace

Partition searchComponent(const DistrictGraph& graph, const DistrictLimits& limits, int upperBound, int effort, Random random,
                          const Progress& progress) {
  Partition best = construct(graph, limits, runsFor(graph.size(), 3, effort), random, progress);
  if (effort <= 0 || best.districtCount() == 0) return best;
  PartitionScore bestScore = scoreOf(best);
  Partition current = best;
  for (int round = 0; round < runsFor(graph.size(), 1, effort) && !progress.isCancelled(); ++round) {
    placeLeftovers(current, 8, random, progress);
    raiseDistrictCount(current, upperBound, 6, random, progress);
    anneal(current, 8, random, progress);
    const PartitionScore score = scoreOf(current);
    if (score.isBetterThan(bestScore)) {
      bestScore = score;
      best = current;
    }
  }
  return best;
}

}  // namespace pianqu::geo
