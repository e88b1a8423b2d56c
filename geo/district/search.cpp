#include "geo/district/search.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::geo {
namespace {

std::vector<int> allUnits(const DistrictGraph& graph) {
  std::vector<int> units(graph.size());
  for (std::size_t u = 0; u < units.size(); ++u) units[u] = static_cast<int>(u);
  return units;
}

/// Work that grows with the size of a component is shared out so that small ones, where luck matters most, get more runs.
int runsFor(std::size_t size, int effort) {
  const int factor = size <= 60 ? 4 : size <= 300 ? 2 : 1;
  return std::max(1, effort * factor);
}

Partition construct(const DistrictGraph& graph, const DistrictLimits& limits, int runs, Random& random, const Progress& progress) {
  const std::vector<int> units = allUnits(graph);
  Partition best(graph, limits);
  growDistricts(best, units, 0, random, progress);
  PartitionScore bestScore = scoreOf(best);
  for (int run = 1; run < runs && !progress.isCancelled(); ++run) {
    Partition other(graph, limits);
    growDistricts(other, units, 0, random, progress);
    const PartitionScore score = scoreOf(other);
    if (!score.isBetterThan(bestScore)) continue;
    bestScore = score;
    best = std::move(other);
  }
  return best;
}

/// How hard districts are shaken for surplus to gather.
struct Gathering {
  double drift, temperature;
  int idleRounds;                ///< rounds in a row without a gain that end it
};

/// Lets surplus gather and makes districts of it.
void gatherSurplus(Partition& partition, const Gathering& how, int upperBound, int rounds, Random& random, const Progress& progress) {
  constexpr int kTries = 4;
  int idle = 0;
  for (int round = 0; round < rounds && idle < how.idleRounds && partition.districtCount() < upperBound && !progress.isCancelled(); ++round) {
    partition.setDrift(how.drift);
    shakeBoundaries(partition, how.temperature, random, progress);
    partition.setDrift(0);
    idle = raiseDistrictCount(partition, partition.aliveDistricts(), upperBound, kTries, random, progress) > 0 ? 0 : idle + 1;
  }
}

/// Gently first, which keeps shapes; then hard, on a copy that counts only if it has more districts.
void raiseByGathering(Partition& partition, int upperBound, int runs, Random& random, const Progress& progress) {
  constexpr Gathering kGentle{4, 0.02, 3}, kHard{8, 0.1, 4};
  const int rounds = 4 * runs;
  gatherSurplus(partition, kGentle, upperBound, rounds, random, progress);
  if (partition.districtCount() >= upperBound || progress.isCancelled()) return;
  Partition shaken = partition;
  gatherSurplus(shaken, kHard, upperBound, rounds, random, progress);
  if (shaken.districtCount() > partition.districtCount() && shaken.unassigned() <= partition.unassigned()) partition = std::move(shaken);
}

/// Shakes boundaries, cooling down, then lets every unit go where it is cheapest until nothing moves.
void anneal(Partition& partition, double temperature, int passes, Random& random, const Progress& progress) {
  for (int pass = 0; pass < passes && !progress.isCancelled(); ++pass) {
    shakeBoundaries(partition, temperature * (1.0 - static_cast<double>(pass) / passes), random, progress);
  }
  settleBoundaries(partition, allUnits(partition.graph()), random, progress);
}

/// Pairs of neighbours grown anew, kept where that is better.
void polishPairs(Partition& partition, int tries, Random& random, const Progress& progress) {
  for (int d : partition.aliveDistricts()) {
    if (progress.isCancelled()) return;
    if (!partition.district(d).isAlive) continue;
    resplit(partition, {clusterAround(partition, d, 2, false, random), {}, tries, 0}, random, progress);
  }
  settleBoundaries(partition, allUnits(partition.graph()), random, progress);
}

/// Where likeness is what counts, districts without any slack could exchange nothing: some are given up.
void loosen(Partition& partition, int districts, Random& random, const Progress& progress) {
  std::vector<int> alive = partition.aliveDistricts();
  for (std::size_t i = 0; i < alive.size() && partition.districtCount() > districts && !progress.isCancelled(); ++i) {
    std::swap(alive[i], alive[static_cast<std::size_t>(random.integer(static_cast<int>(i), static_cast<int>(alive.size()) - 1))]);
    dissolve(partition, alive[i]);
  }
}

Partition searchOnce(const DistrictGraph& graph, const DistrictLimits& limits, int upperBound, int effort, Random& random, const Progress& progress) {
  constexpr int kLeftoverTries = 8, kRaiseTries = 6, kPolishTries = 8;
  const int runs = runsFor(graph.size(), effort);
  Partition partition = construct(graph, limits, runs, random, progress);
  placeLeftovers(partition, kLeftoverTries, random, progress);
  if (limits.likenessWeight > limits.compactWeight) {
    constexpr double kShare = 0.955, kTemperature = 0.02;
    constexpr int kPasses = 16;
    loosen(partition, static_cast<int>(std::ceil(kShare * upperBound)), random, progress);
    anneal(partition, kTemperature, kPasses * effort, random, progress);
  } else {
    constexpr double kTemperature = 0.06;
    constexpr int kPasses = 8;
    if (!limits.isTargeting) {
      raiseDistrictCount(partition, partition.aliveDistricts(), upperBound, kRaiseTries, random, progress);
      raiseByGathering(partition, upperBound, runs, random, progress);
    }
    anneal(partition, kTemperature, kPasses * effort, random, progress);
    polishPairs(partition, kPolishTries, random, progress);
  }
  placeLeftovers(partition, kLeftoverTries, random, progress);
  return partition;
}

/// Nothing is left over, and no arrangement has more districts.
bool isProvenByBound(const Partition& partition, int upperBound) {
  return partition.unassigned() == 0 && (partition.limits().isTargeting || partition.districtCount() >= upperBound);
}

/// What the search could not prove, in full where the component is small or its rules tight.
void searchInFull(Partition& best, const PartitionScore& score, int effort, const Progress& progress) {
  constexpr int kLeastSets = 20000, kSetsPerEffort = 2500;
  const auto exact = exactPartition(best.graph(), best.limits(), std::max(kLeastSets, kSetsPerEffort * effort), progress);
  if (exact && scoreOf(*exact).isBetterThan(score)) best = *exact;
}

}  // namespace

Partition searchComponent(const DistrictGraph& graph, const DistrictLimits& limits, int upperBound, int effort, Random random, const Progress& progress) {
  if (effort <= 0) return construct(graph, limits, 1, random, progress);
  constexpr std::size_t kSmall = 300;
  constexpr int kEffortOfAttempt = 6;
  const int attempts = graph.size() > kSmall ? 1 : std::max(1, effort / kEffortOfAttempt);
  const int share = std::max(1, effort / attempts);
  Partition best = searchOnce(graph, limits, upperBound, share, random, progress);
  PartitionScore bestScore = scoreOf(best);
  for (int attempt = 1; attempt < attempts && !progress.isCancelled(); ++attempt) {
    Partition other = searchOnce(graph, limits, upperBound, share, random, progress);
    const PartitionScore score = scoreOf(other);
    if (!score.isBetterThan(bestScore)) continue;
    bestScore = score;
    best = std::move(other);
  }
  if (!isProvenByBound(best, upperBound) && limits.likenessWeight <= limits.compactWeight) searchInFull(best, bestScore, effort, progress);
  return best;
}

void repairComponent(Partition& partition, const std::vector<int>& touched, int upperBound, Random random, const Progress& progress) {
  constexpr int kTries = 3;
  placeLeftovers(partition, kTries, random, progress);
  if (!partition.limits().isTargeting) raiseDistrictCount(partition, districtsAround(partition, touched), upperBound, kTries, random, progress);
  settleBoundaries(partition, touched, random, progress);
}

}  // namespace pianqu::geo
