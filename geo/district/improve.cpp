#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

std::size_t at(int u) { return static_cast<std::size_t>(u); }

struct Group {
  std::vector<int> members;
  std::vector<DistrictPhase> phases;
};

std::vector<Group> groupsOf(const Partition& partition, const std::vector<int>& districts) {
  std::vector<Group> groups;
  for (int d : districts) {
    Group group{partition.district(d).members, {}};
    for (int u : group.members) group.phases.push_back(partition.phase(u));
    groups.push_back(std::move(group));
  }
  return groups;
}

double costOf(const Partition& partition, const std::vector<int>& districts) {
  double cost = 0;
  for (int d : districts) cost += partition.cost(d);
  return cost;
}

PartitionScore localScore(const Partition& partition, const std::vector<int>& districts, const std::vector<int>& set) {
  PartitionScore score;
  for (int u : set) {
    if (partition.label(u) >= 0) continue;
    ++score.unassigned;
    if (partition.graph().sumCount > 0) score.uncovered += partition.graph().sum(u, 0);
  }
  score.districts = static_cast<int>(districts.size());
  score.cost = costOf(partition, districts);
  return score;
}

void restore(Partition& partition, const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    const int d = partition.open();
    for (std::size_t i = 0; i < group.members.size(); ++i) partition.put(group.members[i], d, group.phases[i]);
  }
}

std::vector<int> neighbourDistricts(const Partition& partition, const std::vector<int>& units) {
  std::vector<int> found;
  const auto& graph = partition.graph();
  for (int u : units) {
    for (std::size_t a = graph.firstArc[at(u)]; a < graph.firstArc[at(u) + 1]; ++a) {
      const int d = partition.label(graph.arcs[a].to);
      if (d >= 0) found.push_back(d);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void shuffle(std::vector<int>& values, Random& random) {
  for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[static_cast<std::size_t>(random.integer(0, static_cast<int>(i) - 1))]);
}

/// Unassigned units that hang together with `start`.
std::vector<int> leftoverGroup(const Partition& partition, int start, std::vector<char>& isSeen) {
  const auto& graph = partition.graph();
  std::vector<int> group{start};
  isSeen[at(start)] = 1;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const int u = group[i];
    for (std::size_t a = graph.firstArc[at(u)]; a < graph.firstArc[at(u) + 1]; ++a) {
      const int other = graph.arcs[a].to;
      if (partition.label(other) >= 0 || isSeen[at(other)] != 0) continue;
      isSeen[at(other)] = 1;
      group.push_back(other);
    }
  }
  std::sort(group.begin(), group.end());
  return group;
}

bool holdEnoughFor(const Partition& partition, const std::vector<int>& districts, int count) {
  for (std::size_t rule = 0; rule < partition.graph().sumCount; ++rule) {
    const Milli minimum = partition.limits().minimum[rule];
    if (minimum <= 0) continue;
    Milli total = 0;
    for (int d : districts) total += partition.district(d).sums[rule];
    if (total < minimum * count) return false;
  }
  return true;
}

/// `first` and up to `count` - 1 more districts, each next to one already taken; a random one out of those next to it.
std::vector<int> randomCluster(const Partition& partition, int first, int count, Random& random) {
  std::vector<int> cluster{first};
  while (static_cast<int>(cluster.size()) < count) {
    const int from = cluster[static_cast<std::size_t>(random.integer(0, static_cast<int>(cluster.size()) - 1))];
    std::vector<int> next = neighbourDistricts(partition, partition.district(from).members);
    std::erase_if(next, [&](int d) { return std::find(cluster.begin(), cluster.end(), d) != cluster.end(); });
    if (next.empty()) break;
    cluster.push_back(next[static_cast<std::size_t>(random.integer(0, static_cast<int>(next.size()) - 1))]);
  }
  return cluster;
}

bool tryMove(Partition& partition, int u, double temperature, Random& random) {
  const auto& graph = partition.graph();
  const int from = partition.label(u);
  int best = -1;
  double bestGain = std::numeric_limits<double>::infinity();
  const double now = from >= 0 ? partition.cost(from) : 0;
  double without = 0;
  bool isChecked = false;
  for (std::size_t a = graph.firstArc[at(u)]; a < graph.firstArc[at(u) + 1]; ++a) {
    const int d = partition.label(graph.arcs[a].to);
    if (d < 0 || d == from || d == best) continue;
    if (!isChecked && from >= 0) {
      if (!partition.meetsMinimumWithout(from, u)) return false;
      without = partition.costWithout(from, u) - now;
      isChecked = true;
    }
    const double gain = without + partition.costWith(d, u) - partition.cost(d);
    if (gain < bestGain && partition.fits(u, d)) {
      best = d;
      bestGain = gain;
    }
  }
  if (best < 0) return false;
  if (from >= 0) {
    const double allowed = temperature > 0 ? -temperature * std::log(1 - random.uniform()) : -1e-9;
    if (bestGain > allowed || !partition.staysWhole(u)) return false;
    partition.take(u);
  }
  partition.put(u, best, from >= 0 ? DistrictPhase::Move : DistrictPhase::Absorb);
  return true;
}

}  // namespace

bool resplit(Partition& partition, const std::vector<int>& districts, const std::vector<int>& extra, int tries, Random& random) {
  std::vector<int> set = extra;
  for (int d : districts) set.insert(set.end(), partition.district(d).members.begin(), partition.district(d).members.end());
  std::sort(set.begin(), set.end());
  PartitionScore best = localScore(partition, districts, set);
  std::vector<Group> bestGroups = groupsOf(partition, districts);
  for (int d : districts) partition.close(d);
  bool hasImproved = false;
  for (int attempt = 0; attempt < tries; ++attempt) {
    const std::vector<int> made = growDistricts(partition, set, random);
    const PartitionScore score = localScore(partition, made, set);
    if (score.isBetterThan(best)) {
      best = score;
      bestGroups = groupsOf(partition, made);
      for (Group& group : bestGroups) {
        for (DistrictPhase& phase : group.phases) phase = phase == DistrictPhase::Seed ? phase : DistrictPhase::Resplit;
      }
      hasImproved = true;
    }
    for (int d : made) partition.close(d);
  }
  restore(partition, bestGroups);
  return hasImproved;
}

void placeLeftovers(Partition& partition, int tries, Random& random, const Progress& progress) {
  std::vector<char> isSeen(partition.graph().size(), 0);
  for (int u = 0; u < static_cast<int>(partition.graph().size()); ++u) {
    if (partition.label(u) >= 0 || isSeen[at(u)] != 0 || progress.isCancelled()) continue;
    const std::vector<int> group = leftoverGroup(partition, u, isSeen);
    for (int count = 1; count <= 4; ++count) {
      std::vector<int> around = neighbourDistricts(partition, group);
      if (around.empty()) break;
      shuffle(around, random);
      bool isDone = false;
      for (std::size_t i = 0; i < std::min<std::size_t>(around.size(), 4) && !isDone; ++i) {
        isDone = resplit(partition, randomCluster(partition, around[i], count, random), group, tries, random);
      }
      if (isDone) break;
    }
  }
}

void raiseDistrictCount(Partition& partition, int upperBound, int tries, Random& random, const Progress& progress) {
  std::vector<int> order = partition.aliveDistricts();
  shuffle(order, random);
  for (int d : order) {
    for (int count = 1; count <= 5; ++count) {
      if (partition.districtCount() >= upperBound || progress.isCancelled()) return;
      if (!partition.district(d).isAlive) break;
      const std::vector<int> cluster = randomCluster(partition, d, count, random);
      if (static_cast<int>(cluster.size()) < count) break;
      if (!holdEnoughFor(partition, cluster, count + 1)) continue;
      if (resplit(partition, cluster, {}, tries, random)) break;
    }
  }
}

int moveBoundaries(Partition& partition, double temperature, Random& random) {
  const int n = static_cast<int>(partition.graph().size());
  int moves = 0;
  for (int i = 0; i < n; ++i) {
    if (tryMove(partition, random.integer(0, n - 1), temperature, random)) ++moves;
  }
  return moves;
}

}  // namespace pianqu::geo
