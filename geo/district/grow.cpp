#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

/// One run of growth over a set. Weights vary a little from run to run, so that runs differ by more than their direction.
class Growth {
 public:
  Growth(Partition& partition, const std::vector<int>& set, Random& random) : m_partition(partition), m_graph(partition.graph()), m_set(set), m_marks(partition.marks()) {
    ++m_marks.setClock;
    for (int u : set) m_marks.isInSet[at(u)] = m_marks.setClock;
    m_borderWeight = random.uniform(0.5, 2.0);
    m_overshootWeight = random.uniform(0.3, 2.0);
    m_direction = random.uniform(0, 2 * std::numbers::pi);
    m_extentM2 = typicalExtent();
  }

  std::vector<int> run() {
    std::vector<int> order = m_set;
    const double cosine = std::cos(m_direction), sine = std::sin(m_direction);
    const auto along = [&](int u) { return m_graph.nodes[at(u)].centre.x * cosine + m_graph.nodes[at(u)].centre.y * sine; };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return along(a) != along(b) ? along(a) < along(b) : a < b; });
    for (int seed : order) {
      if (m_partition.label(seed) >= 0) continue;
      const int d = growFrom(seed);
      if (d < 0) continue;
      m_made.push_back(d);
      absorbPockets(d);
    }
    giveRemainder();
    return m_made;
  }

 private:
  static std::size_t at(int u) { return static_cast<std::size_t>(u); }
  bool isInSet(int u) const { return m_marks.isInSet[at(u)] == m_marks.setClock; }
  bool isFree(int u) const { return isInSet(u) && m_partition.label(u) < 0; }

  /// Mass that a district at the minimum has on average; scales distances in the score.
  double typicalExtent() const {
    double mass = 0, districts = 1;
    for (int u : m_set) mass += m_graph.nodes[at(u)].mass;
    for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
      const Milli minimum = m_partition.limits().minimum[rule];
      if (minimum <= 0) continue;
      Milli total = 0;
      for (int u : m_set) total += m_graph.sum(u, rule);
      districts = std::max(districts, static_cast<double>(total) / static_cast<double>(minimum));
    }
    return std::max(1e-9, mass / districts);
  }

  /// How much of the outline of `u` touches `d`, and how much touches nothing that is still free.
  double embedding(int u, int d) const {
    double own = 0, open = 0, all = 0;
    for (std::size_t a = m_graph.firstArc[at(u)]; a < m_graph.firstArc[at(u) + 1]; ++a) {
      const auto& arc = m_graph.arcs[a];
      all += arc.sharedM;
      if (m_partition.label(arc.to) == d) own += arc.sharedM;
      else if (isFree(arc.to)) open += arc.sharedM;
    }
    const double outline = std::max(all, m_graph.nodes[at(u)].perimeterM);
    return outline > 0 ? (own - 0.5 * open) / outline : 0;
  }

  double overshoot(int u, int d) const {
    double worst = 0;
    for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
      const Milli minimum = m_partition.limits().minimum[rule];
      if (minimum <= 0) continue;
      const Milli sum = m_partition.district(d).sums[rule] + m_graph.sum(u, rule);
      worst = std::max(worst, static_cast<double>(sum - minimum) / static_cast<double>(minimum));
    }
    return worst;
  }

  double scoreOfUnit(int u, int d) const {
    const XY offset = m_graph.nodes[at(u)].centre - m_partition.centre(d);
    return (offset.x * offset.x + offset.y * offset.y) / m_extentM2 - m_borderWeight * embedding(u, d) + m_overshootWeight * overshoot(u, d);
  }

  void addFrontier(int u, std::vector<int>& frontier) {
    for (std::size_t a = m_graph.firstArc[at(u)]; a < m_graph.firstArc[at(u) + 1]; ++a) {
      const int other = m_graph.arcs[a].to;
      if (!isFree(other) || m_marks.isSeen[at(other)] == m_marks.seenClock) continue;
      m_marks.isSeen[at(other)] = m_marks.seenClock;
      frontier.push_back(other);
    }
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
    m_partition.put(seed, d, DistrictPhase::Seed);
    std::vector<int> frontier;
    addFrontier(seed, frontier);
    while (!m_partition.meetsMinimum(d)) {
      std::size_t best = frontier.size();
      double bestScore = std::numeric_limits<double>::infinity();
      for (std::size_t i = 0; i < frontier.size(); ++i) {
        const double score = scoreOfUnit(frontier[i], d);
        const bool isBetter = score < bestScore || (score == bestScore && frontier[i] < frontier[best]);
        if (isBetter && m_partition.fits(frontier[i], d)) {
          best = i;
          bestScore = score;
        }
      }
      if (best == frontier.size()) {
        m_partition.close(d);
        return -1;
      }
      const int chosen = frontier[best];
      frontier[best] = frontier.back();
      frontier.pop_back();
      m_partition.put(chosen, d, DistrictPhase::Grow);
      addFrontier(chosen, frontier);
    }
    return d;
  }

  /// Free units that `start` reaches, or none as soon as they could make a district of their own.
  std::vector<int> pocketAt(int start) {
    std::vector<int> pocket{start};
    std::vector<Milli> sums(m_graph.sumCount, 0);
    m_marks.isSeen[at(start)] = m_marks.seenClock;
    for (std::size_t i = 0; i < pocket.size(); ++i) {
      const int u = pocket[i];
      bool isEnough = true;
      for (std::size_t rule = 0; rule < m_graph.sumCount; ++rule) {
        sums[rule] += m_graph.sum(u, rule);
        isEnough = isEnough && sums[rule] >= m_partition.limits().minimum[rule];
      }
      if (isEnough) return {};
      addFrontier(u, pocket);
    }
    return pocket;
  }

  void absorbPockets(int d) {
    const std::vector<int> members = m_partition.district(d).members;
    for (int u : members) {
      for (std::size_t a = m_graph.firstArc[at(u)]; a < m_graph.firstArc[at(u) + 1]; ++a) {
        const int other = m_graph.arcs[a].to;
        if (!isFree(other)) continue;
        ++m_marks.seenClock;
        const std::vector<int> pocket = pocketAt(other);
        giveAway(pocket);
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
          m_partition.put(u, d, DistrictPhase::Absorb);
          hasChanged = true;
        }
      }
      units = std::move(rest);
    }
  }

  int cheapestFor(int u) const {
    int best = -1;
    double bestCost = std::numeric_limits<double>::infinity();
    for (std::size_t a = m_graph.firstArc[at(u)]; a < m_graph.firstArc[at(u) + 1]; ++a) {
      const int other = m_graph.arcs[a].to;
      const int d = m_partition.label(other);
      if (d < 0 || d == best || !isInSet(other)) continue;
      if (!m_partition.fits(u, d)) continue;
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
    giveAway(rest);
  }

  Partition& m_partition;
  const DistrictGraph& m_graph;
  const std::vector<int>& m_set;
  Partition::Marks& m_marks;
  std::vector<int> m_made;
  double m_borderWeight = 1, m_overshootWeight = 1, m_direction = 0, m_extentM2 = 1;
};

}  // namespace

std::vector<int> growDistricts(Partition& partition, const std::vector<int>& set, Random& random) { return Growth(partition, set, random).run(); }

}  // namespace pianqu::geo
