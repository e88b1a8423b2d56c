#include <algorithm>
#include <limits>

#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

std::size_t at(int u) { return static_cast<std::size_t>(u); }

void shuffle(std::vector<int>& values, Random& random) {
  for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[at(random.integer(0, static_cast<int>(i) - 1))]);
}

/// Unassigned units that hang together with `start`.
std::vector<int> leftoverGroup(const Partition& partition, int start, std::vector<char>& isSeen) {
  std::vector<int> group{start};
  isSeen[at(start)] = 1;
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (const auto& arc : partition.graph().arcsOf(group[i])) {
      if (partition.label(arc.to) >= 0 || isSeen[at(arc.to)] != 0) continue;
      isSeen[at(arc.to)] = 1;
      group.push_back(arc.to);
    }
  }
  std::sort(group.begin(), group.end());
  return group;
}

/// A chain of districts that pass units on: the first takes the leftover, the last keeps its number of members and one.
class Chain {
 public:
  explicit Chain(Partition& partition) : m_partition(partition) {}

  /// Places `u`, which is unassigned; nothing changed when it cannot.
  bool place(int u, int depth) {
    std::vector<int> around = districtsAround(m_partition, {u});
    std::erase_if(around, [&](int d) { return std::find(m_visited.begin(), m_visited.end(), d) != m_visited.end(); });
    for (int d : around) {
      if (!m_partition.fits(u, d)) continue;
      m_partition.put(u, d, DistrictPhase::Absorb);
      if (!m_partition.graph().hasPieces || m_partition.isWhole(d)) return true;
      m_partition.take(u);
    }
    if (depth <= 0) return false;
    for (int d : around) {
      m_visited.push_back(d);
      if (passOn(u, d, depth)) return true;
      m_visited.pop_back();
      if (++m_looks > kMostLooks) return false;
    }
    return false;
  }

 private:
  /// `d` takes `u` and gives away one of its units.
  bool passOn(int u, int d, int depth) {
    const std::vector<int> members = m_partition.district(d).members;
    for (int v : members) {
      if (!m_partition.meetsMinimumWith(d, v, u)) continue;
      if (!m_partition.fitsInstead(u, d, v) || !m_partition.staysWholeWith(v, u)) continue;
      const DistrictPhase phase = m_partition.phase(v);
      m_partition.take(v);
      m_partition.put(u, d, DistrictPhase::Move);
      if (place(v, depth - 1)) return true;
      m_partition.take(u);
      m_partition.put(v, d, phase);
      if (++m_looks > kMostLooks) return false;
    }
    return false;
  }

  static constexpr int kMostLooks = 400;
  Partition& m_partition;
  int m_looks = 0;
  std::vector<int> m_visited;
};

/// Lets a leftover take the place of a smaller unit, that one of a smaller still, and so on: what is left over only shrinks, wanders, and
/// ends where there is room for it.
void wander(Partition& partition, int u, int steps, Random& random) {
  const auto& graph = partition.graph();
  if (graph.sumCount == 0) return;
  std::vector<int> candidates;
  for (int step = 0; step < steps; ++step) {
    const std::vector<int> around = districtsAround(partition, {u});
    if (around.empty()) return;
    if (graph.node(u).pieces == 1) {
      for (int d : around) {
        if (!partition.fits(u, d)) continue;
        partition.put(u, d, DistrictPhase::Absorb);
        return;
      }
    }
    const int d = around[at(random.integer(0, static_cast<int>(around.size()) - 1))];
    candidates.clear();
    for (int v : partition.district(d).members) {
      if (graph.sum(v, 0) > graph.sum(u, 0) || graph.node(v).lock >= 0) continue;
      if (partition.meetsMinimumWith(d, v, u) && partition.fitsInstead(u, d, v)) candidates.push_back(v);
    }
    if (candidates.empty()) continue;
    const int v = candidates[at(random.integer(0, static_cast<int>(candidates.size()) - 1))];
    if (!partition.staysWholeWith(v, u)) continue;
    partition.take(v);
    partition.put(u, d, DistrictPhase::Move);
    u = v;
  }
}

void placeGroup(Partition& partition, const std::vector<int>& group, int tries, Random& random, const Progress& progress) {
  for (int count = 1; count <= 4; ++count) {
    std::vector<int> around = districtsAround(partition, group);
    if (around.empty()) {
      // Nothing next to it is placed: a district of its own, if it can be.
      resplit(partition, {{}, group, tries, 0}, random, progress);
      return;
    }
    shuffle(around, random);
    for (std::size_t i = 0; i < std::min<std::size_t>(around.size(), 4); ++i) {
      if (!partition.district(around[i]).isAlive) continue;
      if (resplit(partition, {clusterAround(partition, around[i], count, false, random), group, tries, 0}, random, progress)) return;
    }
  }
}

}  // namespace

bool ejectFor(Partition& partition, int u, int depth) { return Chain(partition).place(u, depth); }

void placeLeftovers(Partition& partition, int tries, Random& random, const Progress& progress) {
  if (partition.unassigned() == 0) return;
  constexpr int kChainDepth = 3;
  const int n = static_cast<int>(partition.graph().size());
  for (int u = 0; u < n && !progress.isCancelled(); ++u) {
    if (partition.label(u) < 0) ejectFor(partition, u, kChainDepth);
  }
  std::vector<char> isSeen(at(n), 0);
  for (int u = 0; u < n; ++u) {
    if (partition.label(u) >= 0 || isSeen[at(u)] != 0) continue;
    if (progress.isCancelled()) return;
    const std::vector<int> group = leftoverGroup(partition, u, isSeen);
    placeGroup(partition, group, tries, random, progress);
  }
  for (int u = 0; u < n && !progress.isCancelled(); ++u) {
    if (partition.label(u) < 0) ejectFor(partition, u, kChainDepth);
  }
  constexpr int kWalks = 4, kSteps = 40;
  for (int walk = 0; walk < kWalks && partition.unassigned() > 0; ++walk) {
    for (int u = 0; u < n && !progress.isCancelled(); ++u) {
      if (partition.label(u) < 0) wander(partition, u, kSteps, random);
    }
  }
}

}  // namespace pianqu::geo
