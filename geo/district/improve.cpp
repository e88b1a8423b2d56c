#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

std::size_t at(int u) { return static_cast<std::size_t>(u); }

/// `unit` goes from `from` to `to`; `back`, if not -1, the other way.
struct Move {
  int unit = -1, from = -1, to = -1, back = -1;
  double gain = std::numeric_limits<double>::infinity();
};

/// Neighbouring districts of one unit, each once; the first of a handful is enough for a search by chance.
class Around {
 public:
  Around(const Partition& partition, int u) {
    for (const auto& arc : partition.graph().arcsOf(u)) {
      const int d = partition.label(arc.to);
      if (d < 0 || d == partition.label(u) || m_count == m_districts.size()) continue;
      if (std::find(begin(), end(), d) == end()) m_districts[m_count++] = d;
    }
  }
  const int* begin() const { return m_districts.data(); }
  const int* end() const { return m_districts.data() + m_count; }
  std::size_t size() const { return m_count; }
  int operator[](std::size_t i) const { return m_districts[i]; }

 private:
  std::array<int, 12> m_districts{};
  std::size_t m_count = 0;
};

double sharedBetween(const Partition& partition, int u, int v) {
  double shared = 0;
  for (const auto& arc : partition.graph().arcsOf(u)) shared += arc.to == v ? arc.sharedM : 0;
  return shared;
}

bool touches(const Partition& partition, int u, int d, int butNot) {
  for (const auto& arc : partition.graph().arcsOf(u)) {
    if (arc.to != butNot && partition.label(arc.to) == d) return true;
  }
  return false;
}

Move bestSingle(const Partition& partition, int u, const Around& around) {
  Move best;
  const int from = partition.label(u);
  if (!partition.meetsMinimumWith(from, u, -1)) return best;
  const double leaving = partition.costWithout(from, u) - partition.cost(from) - partition.changeCost(u, from);
  for (int d : around) {
    const double gain = leaving + partition.costWith(d, u) - partition.cost(d) + partition.changeCost(u, d);
    if (gain < best.gain && partition.fits(u, d)) best = {u, from, d, -1, gain};
  }
  return best;
}

/// The best exchange of `u` for a unit of `d`.
Move bestExchange(const Partition& partition, int u, int d, double allowed) {
  Move best;
  best.gain = allowed;
  const int from = partition.label(u);
  for (int v : partition.district(d).members) {
    if (!partition.meetsMinimumWith(from, u, v) || !partition.meetsMinimumWith(d, v, u)) continue;
    if (!touches(partition, v, from, u) || !touches(partition, u, d, v)) continue;
    const double between = sharedBetween(partition, u, v);
    const double gain = partition.costWith(from, u, v, between) - partition.cost(from) + partition.costWith(d, v, u, between) - partition.cost(d) +
                        partition.changeCost(u, d) - partition.changeCost(u, from) + partition.changeCost(v, from) - partition.changeCost(v, d);
    if (gain >= best.gain || !partition.fitsInstead(u, d, v) || !partition.fitsInstead(v, from, u)) continue;
    if (!partition.staysWholeWith(u, v) || !partition.staysWholeWith(v, u)) continue;
    best = {u, from, d, v, gain};
  }
  return best;
}

void carryOut(Partition& partition, const Move& move) {
  partition.take(move.unit);
  if (move.back >= 0) partition.take(move.back);
  partition.put(move.unit, move.to, DistrictPhase::Move);
  if (move.back >= 0) partition.put(move.back, move.from, DistrictPhase::Move);
}

/// Units in pieces need a look at the whole districts.
bool isKept(Partition& partition, const Move& move) {
  if (!partition.graph().hasPieces || (partition.isWhole(move.from) && partition.isWhole(move.to))) return true;
  carryOut(partition, {move.unit, move.to, move.from, move.back, 0});
  return false;
}

/// Puts an unassigned unit where it costs least.
bool absorb(Partition& partition, int u, const Around& around) {
  if (partition.graph().node(u).pieces > 1) return false;
  Move best;
  for (int d : around) {
    const double gain = partition.costWith(d, u) - partition.cost(d) + partition.changeCost(u, d);
    if (gain < best.gain && partition.fits(u, d)) best = {u, -1, d, -1, gain};
  }
  if (best.to < 0) return false;
  partition.put(u, best.to, DistrictPhase::Absorb);
  return true;
}

std::optional<Move> moveOnce(Partition& partition, int u, double temperature, Random& random) {
  const Around around(partition, u);
  if (around.size() == 0) return std::nullopt;
  if (partition.label(u) < 0) {
    if (!absorb(partition, u, around)) return std::nullopt;
    return Move{u, partition.label(u), partition.label(u), -1, 0};
  }
  const double allowed = temperature > 0 ? -temperature * std::log(1 - random.uniform()) : -1e-9;
  Move move = bestSingle(partition, u, around);
  if (move.to < 0 || move.gain > allowed || !partition.staysWhole(u)) {
    constexpr double kExchangesWhenFree = 0.3;      // most of their time would go into units that can move alone
    if (temperature > 0 && move.to >= 0 && !random.chance(kExchangesWhenFree)) return std::nullopt;
    const std::size_t first = around.size() == 1 ? 0 : at(random.integer(0, static_cast<int>(around.size()) - 1));
    const std::size_t looks = temperature > 0 ? 1 : around.size();
    move = {};
    for (std::size_t i = 0; i < looks && move.to < 0; ++i) move = bestExchange(partition, u, around[(first + i) % around.size()], allowed);
    if (move.to < 0) return std::nullopt;
  }
  carryOut(partition, move);
  if (!isKept(partition, move)) return std::nullopt;
  return move;
}

struct Group {
  std::vector<int> members;
  std::vector<DistrictPhase> phases;
};

Group groupOf(const Partition& partition, int d) {
  Group group{partition.district(d).members, {}};
  for (int u : group.members) group.phases.push_back(partition.phase(u));
  return group;
}

PartitionScore localScore(const Partition& partition, const std::vector<int>& districts, const std::vector<int>& set) {
  PartitionScore score;
  for (int u : set) {
    if (partition.label(u) >= 0) continue;
    ++score.unassigned;
    if (partition.graph().sumCount > 0) score.uncovered += partition.graph().sum(u, 0);
  }
  score.districts = partition.limits().isTargeting ? 0 : static_cast<int>(districts.size());
  for (int d : districts) score.cost += partition.cost(d);
  return score;
}

/// Gives each group the slot of the district where most of its members were before a re-solve, so that staying costs nothing.
std::vector<Group> byHome(Partition& partition, std::vector<Group> groups, const std::vector<int>& slots) {
  if (partition.home().empty()) return groups;
  std::vector<Group> ordered(std::max(groups.size(), slots.size()));
  std::vector<char> isTaken(ordered.size(), 0), isPlaced(groups.size(), 0);
  for (std::size_t round = 0; round < std::min(groups.size(), slots.size()); ++round) {
    std::ptrdiff_t most = 0;
    std::size_t bestGroup = groups.size(), bestSlot = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (std::size_t s = 0; s < slots.size() && isPlaced[g] == 0; ++s) {
        const auto count = std::count_if(groups[g].members.begin(), groups[g].members.end(), [&](int u) { return partition.home()[at(u)] == slots[s]; });
        if (isTaken[s] != 0 || count <= most) continue;
        most = count;
        bestGroup = g;
        bestSlot = s;
      }
    }
    if (bestGroup == groups.size()) break;
    ordered[bestSlot] = std::move(groups[bestGroup]);
    isTaken[bestSlot] = isPlaced[bestGroup] = 1;
  }
  std::size_t next = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (isPlaced[g] != 0) continue;
    while (isTaken[next] != 0) ++next;
    ordered[next] = std::move(groups[g]);
    isTaken[next] = 1;
  }
  return ordered;
}

void restore(Partition& partition, const std::vector<Group>& groups, const std::vector<int>& slots) {
  const auto ordered = byHome(partition, groups, slots);
  for (std::size_t g = 0; g < ordered.size(); ++g) {
    if (ordered[g].members.empty()) continue;
    // The same slots as before: callers hold numbers of districts across a re-split that changed nothing.
    const int d = g < slots.size() ? partition.openAt(slots[g]) : partition.open();
    for (std::size_t i = 0; i < ordered[g].members.size(); ++i) partition.put(ordered[g].members[i], d, ordered[g].phases[i]);
  }
}

}  // namespace

bool tryMove(Partition& partition, int u, double temperature, Random& random) { return moveOnce(partition, u, temperature, random).has_value(); }

int shakeBoundaries(Partition& partition, double temperature, Random& random, const Progress& progress) {
  const int n = static_cast<int>(partition.graph().size());
  int moves = 0;
  for (int i = 0; i < n; ++i) {
    if (i % 1024 == 0 && progress.isCancelled()) break;
    if (tryMove(partition, random.integer(0, n - 1), temperature, random)) ++moves;
  }
  return moves;
}

void settleBoundaries(Partition& partition, std::vector<int> units, Random& random, const Progress& progress) {
  std::vector<char> isWaiting(partition.graph().size(), 0);
  for (int u : units) isWaiting[at(u)] = 1;
  constexpr std::size_t kTriesAUnit = 12;      // a bound that ends any cycle of equal costs
  const std::size_t most = kTriesAUnit * std::max<std::size_t>(units.size(), partition.graph().size());
  for (std::size_t i = 0; i < units.size() && i < most; ++i) {
    if (i % 1024 == 0 && progress.isCancelled()) return;
    const int u = units[i];
    isWaiting[at(u)] = 0;
    const auto move = moveOnce(partition, u, 0, random);
    if (!move) continue;
    for (int d : {move->from, move->to}) {
      for (int v : partition.district(d).members) {
        if (isWaiting[at(v)] != 0) continue;
        isWaiting[at(v)] = 1;
        units.push_back(v);
      }
    }
  }
}

bool resplit(Partition& partition, const Resplit& task, Random& random, const Progress& progress) {
  std::vector<int> set = task.extra;
  for (int d : task.districts) set.insert(set.end(), partition.district(d).members.begin(), partition.district(d).members.end());
  std::sort(set.begin(), set.end());
  PartitionScore best = localScore(partition, task.districts, set);
  if (!partition.home().empty()) for (int u : set) if (partition.label(u) >= 0) best.cost += partition.changeCost(u, partition.label(u));
  std::vector<Group> bestGroups;
  for (int d : task.districts) bestGroups.push_back(groupOf(partition, d));
  for (int d : task.districts) partition.close(d);
  bool hasImproved = false;
  for (int attempt = 0; attempt < task.tries && !progress.isCancelled(); ++attempt) {
    const std::vector<int> made = growDistricts(partition, set, task.wanted, random, progress);
    if (task.wanted == 0 || static_cast<int>(made.size()) >= task.wanted) {
      PartitionScore score = localScore(partition, made, set);
      // At worst all but the largest share of each district leave.
      if (!partition.home().empty()) score.cost += partition.limits().changeWeight * static_cast<double>(set.size()) / 2;
      if (score.isBetterThan(best)) {
        best = score;
        bestGroups.clear();
        for (int d : made) {
          bestGroups.push_back(groupOf(partition, d));
          for (DistrictPhase& phase : bestGroups.back().phases) phase = phase == DistrictPhase::Seed ? phase : DistrictPhase::Resplit;
        }
        hasImproved = true;
      }
    }
    for (int d : made) partition.close(d);
    if (hasImproved && task.wanted > 0) break;
  }
  restore(partition, bestGroups, task.districts);
  return hasImproved;
}

}  // namespace pianqu::geo
