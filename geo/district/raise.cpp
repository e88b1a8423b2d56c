#include <algorithm>
#include <limits>

#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

std::size_t at(int u) { return static_cast<std::size_t>(u); }

/// How far above the minimum, as a share of it; the rule with the least decides.
double surplusOf(const Partition& partition, int d) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t rule = 0; rule < partition.graph().sumCount; ++rule) {
    const Milli minimum = partition.limits().minimum[rule];
    if (minimum > 0) least = std::min(least, static_cast<double>(partition.sum(d, rule) - minimum) / static_cast<double>(minimum));
  }
  return least;
}

}  // namespace

std::vector<int> districtsAround(const Partition& partition, const std::vector<int>& units) {
  std::vector<int> found;
  for (int u : units) {
    for (const auto& arc : partition.graph().arcsOf(u)) {
      const int d = partition.label(arc.to);
      if (d >= 0) found.push_back(d);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<int> clusterAround(const Partition& partition, int first, int count, bool isGreedy, Random& random) {
  std::vector<int> cluster{first};
  std::vector<int> next = districtsAround(partition, partition.district(first).members);
  while (static_cast<int>(cluster.size()) < count) {
    std::erase_if(next, [&](int d) { return std::find(cluster.begin(), cluster.end(), d) != cluster.end(); });
    if (next.empty()) break;
    int chosen = next[at(random.integer(0, static_cast<int>(next.size()) - 1))];
    if (isGreedy) {
      double most = -1;
      for (int d : next) {
        const double surplus = surplusOf(partition, d) * random.uniform(0.5, 1);
        if (surplus <= most) continue;
        most = surplus;
        chosen = d;
      }
    }
    cluster.push_back(chosen);
    for (int d : districtsAround(partition, partition.district(chosen).members)) next.push_back(d);
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
  }
  return cluster;
}

bool holdEnoughFor(const Partition& partition, const std::vector<int>& districts, int count) {
  for (std::size_t rule = 0; rule < partition.graph().sumCount; ++rule) {
    const Milli minimum = partition.limits().minimum[rule];
    if (minimum <= 0) continue;
    Milli total = 0;
    for (int d : districts) total += partition.sum(d, rule);
    if (total < minimum * count) return false;
  }
  return true;
}

int raiseDistrictCount(Partition& partition, const std::vector<int>& around, int upperBound, int tries, Random& random, const Progress& progress) {
  std::vector<std::pair<double, int>> order;
  for (int d : around) order.emplace_back(-surplusOf(partition, d), d);
  std::sort(order.begin(), order.end());
  constexpr int kMostDistricts = 6;
  int gained = 0;
  for (const auto& [surplus, d] : order) {
    for (int count = 1; count <= kMostDistricts; ++count) {
      if (partition.districtCount() >= upperBound || progress.isCancelled()) return gained;
      if (!partition.district(d).isAlive) break;
      const std::vector<int> cluster = clusterAround(partition, d, count, true, random);
      if (static_cast<int>(cluster.size()) < count) break;
      if (!holdEnoughFor(partition, cluster, count + 1)) continue;
      if (!resplit(partition, {cluster, {}, tries, count + 1}, random, progress)) continue;
      ++gained;
      break;
    }
  }
  return gained;
}

bool dissolve(Partition& partition, int d) {
  std::vector<int> units = partition.district(d).members;
  std::sort(units.begin(), units.end());
  std::vector<DistrictPhase> phases;
  for (int u : units) phases.push_back(partition.phase(u));
  partition.close(d);
  std::vector<int> rest = units;
  for (bool hasChanged = true; hasChanged && !rest.empty();) {
    hasChanged = false;
    std::vector<int> next;
    for (int u : rest) {
      int best = -1;
      double bestCost = std::numeric_limits<double>::infinity();
      for (int other : partition.graph().node(u).pieces > 1 ? std::vector<int>{} : districtsAround(partition, {u})) {
        const double cost = partition.costWith(other, u) - partition.cost(other);
        if (cost >= bestCost || !partition.fits(u, other)) continue;
        best = other;
        bestCost = cost;
      }
      if (best < 0) {
        next.push_back(u);
        continue;
      }
      partition.put(u, best, DistrictPhase::Absorb);
      hasChanged = true;
    }
    rest = std::move(next);
  }
  if (rest.empty()) return true;
  for (int u : units) if (partition.label(u) >= 0) partition.take(u);
  const int again = partition.openAt(d);
  for (std::size_t i = 0; i < units.size(); ++i) partition.put(units[i], again, phases[i]);
  return false;
}

}  // namespace pianqu::geo
