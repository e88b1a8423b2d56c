#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

std::size_t at(int u) { return static_cast<std::size_t>(u); }

/// One run of growth over a set. Weights vary from run to run, so that runs differ by more than their direction.
class Growth {
 public:
  Growth(Partition& partition, const std::vector<int>& set, int wanted, Random& random, const Progress& progress)
      : m_partition(partition), m_graph(partition.graph()), m_limits(partition.limits()), m_set(set), m_marks(partition.marks()), m_wanted(wanted), m_progress(progress) {
    ++m_marks.setClock;
    for (int u : set) m_marks.isInSet[at(u)] = m_marks.setClock;
    m_borderWeight = random.uniform(0.5, 2.0);
    m_overshootWeight = random.chance(0.5) ? random.uniform(0.3, 2.0) : random.uniform(1, 8);
    const double weights = m_limits.compactWeight + m_limits.likenessWeight;
    if (m_limits.likenessWeight > 0) m_likenessWeight = m_limits.likenessWeight / weights * random.uniform(0.3, 0.8);
    m_direction = random.uniform(0, 2 * std::numbers::pi);
    m_free.assign(m_graph.sumCount, 0);
    double mass = 0;
    for (int u : m_set) {
      mass += m_graph.node(u).mass;
      for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) m_free[rule] += m_graph.sum(u, rule);
    }
    double districts = 1;
    for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
      const Milli size = sizeOf(rule);
      if (size > 0) districts = std::max(districts, static_cast<double>(m_free[rule]) / static_cast<double>(size));
    }
    m_extentM2 = std::max(1e-9, mass / districts);
  }

  std::vector<int> run() {
    const double cosine = std::cos(m_direction), sine = std::sin(m_direction);
    std::vector<std::pair<double, int>> order;
    order.reserve(m_set.size());
    for (int u : m_set) order.emplace_back(m_graph.node(u).centre.x * cosine + m_graph.node(u).centre.y * sine, u);
    std::sort(order.begin(), order.end());
    for (const auto& [along, seed] : order) {
      if (m_partition.label(seed) >= 0) continue;
      if (m_progress.isCancelled()) return m_made;
      if (m_wanted > 0 && !canStillMake(m_wanted - static_cast<int>(m_made.size()))) return m_made;
      const int d = growFrom(seed);
      if (d < 0) continue;
      m_made.push_back(d);
      absorbPockets(d);
    }
    giveRemainder();
    return m_made;
  }

 private:
  bool isInSet(int u) const { return m_marks.isInSet[at(u)] == m_marks.setClock; }
  bool isFree(int u) const { return isInSet(u) && m_partition.label(u) < 0; }

  /// What a district grows to: the target where there is one, else the minimum.
  Milli sizeOf(std::size_t rule) const { return m_limits.target[rule] > 0 ? m_limits.target[rule] : m_limits.minimum[rule]; }

  bool canStillMake(int count) const {
    for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
      if (m_limits.minimum[rule] > 0 && m_free[rule] < m_limits.minimum[rule] * count) return false;
    }
    return true;
  }

  void put(int u, int d, DistrictPhase phase) {
    m_partition.put(u, d, phase);
    for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) m_free[rule] -= m_graph.sum(u, rule);
  }

  void close(int d) {
    for (int u : m_partition.district(d).members) {
      for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) m_free[rule] += m_graph.sum(u, rule);
    }
    m_partition.close(d);
  }

  /// How far beyond its size the district would be.
  double overshoot(int u, int d) const {
    double worst = 0;
    for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
      const Milli size = sizeOf(rule);
      if (size <= 0) continue;
      worst = std::max(worst, static_cast<double>(m_partition.sum(d, rule) + m_graph.sum(u, rule) - size) / static_cast<double>(size));
    }
    return worst;
  }

  /// Near its centre, well embedded (much of the outline touches the district, little touches what is still free), not overshooting.
  double scoreOfUnit(int u, int d, XY centre) const {
    const auto& node = m_graph.node(u);
    const XY offset = node.centre - centre;
    const double outline = std::max(node.outlineM, 1e-9);
    const double embedding = (m_marks.own[at(u)] - 0.5 * m_marks.open[at(u)]) / outline;
    const double unlike = m_likenessWeight > 0 ? m_likenessWeight * m_partition.unlikeness(u, d) : 0;
    return (offset.x * offset.x + offset.y * offset.y) / m_extentM2 - m_borderWeight * embedding + m_overshootWeight * overshoot(u, d) + unlike;
  }

  /// Neighbours of a unit that was just put; shares of outline are kept up to date instead of counted anew at every step.
  void extendFrontier(int u, int d, std::vector<int>& frontier) {
    for (const auto& arc : m_graph.arcsOf(u)) {
      if (!isFree(arc.to)) continue;
      if (m_marks.isSeen[at(arc.to)] == m_marks.seenClock) {
        m_marks.own[at(arc.to)] += arc.sharedM;
        m_marks.open[at(arc.to)] -= arc.sharedM;
        continue;
      }
      m_marks.isSeen[at(arc.to)] = m_marks.seenClock;
      double own = 0, open = 0;
      for (const auto& side : m_graph.arcsOf(arc.to)) {
        if (m_partition.label(side.to) == d) own += side.sharedM;
        else if (isFree(side.to)) open += side.sharedM;
      }
      m_marks.own[at(arc.to)] = own;
      m_marks.open[at(arc.to)] = open;
      frontier.push_back(arc.to);
    }
  }

  bool isDone(int d) const {
    if (!m_partition.meetsMinimum(d)) return false;
    return !m_graph.hasPieces || m_partition.isWhole(d);
  }

  /// With a target a district goes on while that brings it nearer.
  bool isNearerWith(int u, int d) const {
    double now = 0, then = 0;
    for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
      if (m_limits.target[rule] == 0) continue;
      const auto target = static_cast<double>(m_limits.target[rule]);
      const auto total = static_cast<double>(m_partition.sum(d, rule));
      now += std::abs(total - target) / target;
      then += std::abs(total + static_cast<double>(m_graph.sum(u, rule)) - target) / target;
    }
    return then < now;
  }

  int bestOf(const std::vector<int>& frontier, int d) const {
    int best = -1;
    double bestScore = std::numeric_limits<double>::infinity();
    const XY centre = m_partition.centre(d);
    for (std::size_t i = 0; i < frontier.size(); ++i) {
      const double score = scoreOfUnit(frontier[i], d, centre);
      const bool isBetter = score < bestScore || (score == bestScore && best >= 0 && frontier[i] < frontier[at(best)]);
      if (isBetter && m_partition.fits(frontier[i], d)) {
        best = static_cast<int>(i);
        bestScore = score;
      }
    }
    return best;
  }

  /// A feasible district around `seed`, or -1 and nothing changed.
  int growFrom(int seed) {
    const int d = m_partition.open();
    if (!m_partition.fits(seed, d)) {
      m_partition.close(d);
      return -1;
    }
    ++m_marks.seenClock;
    m_marks.isSeen[at(seed)] = m_marks.seenClock;
    put(seed, d, DistrictPhase::Seed);
    std::vector<int>& frontier = m_frontier;
    frontier.clear();
    extendFrontier(seed, d, frontier);
    for (;;) {
      const bool isEnough = isDone(d);
      if (isEnough && !m_limits.isTargeting) return d;
      const int best = bestOf(frontier, d);
      if (isEnough && (best < 0 || !isNearerWith(frontier[at(best)], d))) return d;
      if (best < 0) {
        close(d);
        return -1;
      }
      const int chosen = frontier[at(best)];
      frontier[at(best)] = frontier.back();
      frontier.pop_back();
      put(chosen, d, DistrictPhase::Grow);
      extendFrontier(chosen, d, frontier);
    }
  }

  /// Free units that `start` reaches, or none as soon as they could make a district of their own: by themselves, or because they hang
  /// together with units that an earlier look since `firstClock` found to be enough.
  std::vector<int> pocketAt(int start, int firstClock) {
    std::vector<int> pocket{start};
    m_pocketSums.assign(m_graph.sumCount, 0);
    m_marks.isSeen[at(start)] = m_marks.seenClock;
    for (std::size_t i = 0; i < pocket.size(); ++i) {
      bool isEnough = true;
      for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
        m_pocketSums[rule] += m_graph.sum(pocket[i], rule);
        isEnough = isEnough && m_pocketSums[rule] >= m_limits.minimum[rule];
      }
      if (isEnough) return {};
      for (const auto& arc : m_graph.arcsOf(pocket[i])) {
        if (!isFree(arc.to) || m_marks.isSeen[at(arc.to)] == m_marks.seenClock) continue;
        if (m_marks.isSeen[at(arc.to)] >= firstClock) return {};
        m_marks.isSeen[at(arc.to)] = m_marks.seenClock;
        pocket.push_back(arc.to);
      }
    }
    return pocket;
  }

  void absorbPockets(int d) {
    m_members = m_partition.district(d).members;
    const int firstClock = m_marks.seenClock + 1;
    for (int u : m_members) {
      for (const auto& arc : m_graph.arcsOf(u)) {
        if (!isFree(arc.to) || m_marks.isSeen[at(arc.to)] >= firstClock) continue;
        ++m_marks.seenClock;
        giveAway(pocketAt(arc.to, firstClock));
      }
    }
  }

  /// Each unit to the neighbouring district of this run where it costs least, as long as any of them finds one.
  void giveAway(std::vector<int> units) {
    bool hasChanged = true;
    while (hasChanged && !units.empty()) {
      hasChanged = false;
      std::vector<int> rest;
      for (int u : units) {
        const int d = cheapestFor(u);
        if (d < 0) {
          rest.push_back(u);
        } else {
          put(u, d, DistrictPhase::Absorb);
          hasChanged = true;
        }
      }
      units = std::move(rest);
    }
  }

  int cheapestFor(int u) const {
    if (m_graph.node(u).pieces > 1) return -1;
    int best = -1;
    double bestCost = std::numeric_limits<double>::infinity();
    for (const auto& arc : m_graph.arcsOf(u)) {
      const int d = m_partition.label(arc.to);
      if (d < 0 || d == best || !isInSet(arc.to) || !m_partition.fits(u, d)) continue;
      const double cost = m_partition.costWith(d, u) - m_partition.cost(d);
      if (cost < bestCost) {
        best = d;
        bestCost = cost;
      }
    }
    return best;
  }

  void giveRemainder() {
    std::vector<int> rest;
    for (int u : m_set) {
      if (m_partition.label(u) < 0) rest.push_back(u);
    }
    giveAway(std::move(rest));
  }

  Partition& m_partition;
  const DistrictGraph& m_graph;
  const DistrictLimits& m_limits;
  const std::vector<int>& m_set;
  Partition::Marks& m_marks;
  int m_wanted = 0;
  const Progress& m_progress;
  std::vector<int> m_made, m_frontier, m_members;
  std::vector<Milli> m_free, m_pocketSums;
  double m_likenessWeight = 0, m_borderWeight = 1, m_overshootWeight = 1, m_direction = 0, m_extentM2 = 1;
};

}  // namespace

std::vector<int> growDistricts(Partition& partition, const std::vector<int>& set, int wanted, Random& random, const Progress& progress) {
  return Growth(partition, set, wanted, random, progress).run();
}

}  // namespace pianqu::geo
