#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <unordered_map>

#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

std::size_t at(int u) { return static_cast<std::size_t>(u); }

/// All districts that the rules allow, then which of them to take: a memory of the best for every set of nodes that is still open.
class ExactSearch {
 public:
  ExactSearch(const DistrictGraph& graph, const DistrictLimits& limits, int mostSets, const Progress& progress)
      : m_graph(graph), m_scratch(graph, limits), m_isTargeting(limits.isTargeting), m_setsLeft(mostSets), m_looksLeft(kLooksPerSet * mostSets), m_progress(progress), m_order(graph.size()),
        m_touching(graph.size()), m_districts(graph.size()) {
    sweep();
  }

  /// nullopt when there is more to look at than allowed.
  std::optional<Partition> run(const DistrictLimits& limits) {
    m_slot = m_scratch.open();
    for (std::size_t first = 0; first < m_order.size() && m_setsLeft > 0; ++first) extend(first, 0, first, (Mask{2} << first) - 1);
    if (m_setsLeft <= 0) return std::nullopt;
    const Mask all = (Mask{2} << (m_order.size() - 1)) - 1;
    bestOf(all);
    if (m_looksLeft <= 0) return std::nullopt;
    Partition partition(m_graph, limits);
    for (Mask open = all; open != 0;) {
      const Mask taken = m_known.at(open).taken;
      open &= taken != 0 ? ~taken : ~(open & (~open + 1));
      if (taken == 0) continue;
      const int d = partition.open();
      for (std::size_t p = 0; p < m_order.size(); ++p) {
        if ((taken >> p & 1) != 0) partition.put(m_order[p], d, DistrictPhase::Resplit);
      }
    }
    return partition;
  }

 private:
  using Mask = std::uint64_t;
  struct Choice { Mask nodes = 0; double cost = 0; };
  struct Best { PartitionScore score; Mask taken = 0; };   // 0: the first open node is left over

  /// Nodes are decided from one end of the component to the other, so that few sets are ever open.
  void sweep() {
    std::iota(m_order.begin(), m_order.end(), 0);
    Box box;
    for (const auto& node : m_graph.nodes) box.add(node.centre);
    const bool isWide = box.width() >= box.height();
    const auto along = [&](int u) { return isWide ? m_graph.node(u).centre.x : m_graph.node(u).centre.y; };
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) { return along(a) < along(b); });
    std::vector<std::size_t> placeOf(m_order.size());
    for (std::size_t p = 0; p < m_order.size(); ++p) placeOf[at(m_order[p])] = p;
    for (std::size_t p = 0; p < m_order.size(); ++p) {
      for (const auto& arc : m_graph.arcsOf(m_order[p])) m_touching[p] |= Mask{1} << placeOf[at(arc.to)];
    }
  }

  /// Connected sets with `nodes`, the node at `place` and none that another branch takes; what breaks a maximum is not grown.
  void extend(std::size_t first, Mask nodes, std::size_t place, Mask banned) {
    const int u = m_order[place];
    if (!m_scratch.fits(u, m_slot) || --m_setsLeft <= 0) return;
    if (m_setsLeft % 256 == 0 && m_progress.isCancelled()) m_setsLeft = 0;
    m_scratch.put(u, m_slot, DistrictPhase::Grow);
    nodes |= Mask{1} << place;
    if (m_scratch.meetsMinimum(m_slot) && m_scratch.isWhole(m_slot)) m_districts[first].push_back({nodes, m_scratch.cost(m_slot)});
    Mask next = 0;
    for (Mask rest = nodes; rest != 0; rest &= rest - 1) next |= m_touching[static_cast<std::size_t>(std::countr_zero(rest))];
    for (next &= ~(nodes | banned); next != 0 && m_setsLeft > 0; next &= next - 1) {
      const auto joining = static_cast<std::size_t>(std::countr_zero(next));
      extend(first, nodes, joining, banned);
      banned |= Mask{1} << joining;
    }
    m_scratch.take(u);
  }

  PartitionScore bestOf(Mask open) {
    if (open == 0 || m_looksLeft <= 0) return {};
    if (const auto known = m_known.find(open); known != m_known.end()) return known->second.score;
    const auto first = static_cast<std::size_t>(std::countr_zero(open));
    Best best{bestOf(open & (open - 1)), 0};
    ++best.score.unassigned;
    if (m_graph.sumCount > 0) best.score.uncovered += m_graph.sum(m_order[first], 0);
    for (const Choice& choice : m_districts[first]) {
      if (--m_looksLeft <= 0 || (m_looksLeft % 4096 == 0 && m_progress.isCancelled())) return m_looksLeft = 0, best.score;
      if ((choice.nodes & ~open) != 0) continue;
      PartitionScore with = bestOf(open & ~choice.nodes);
      with.districts += m_isTargeting ? 0 : 1;
      with.cost += choice.cost;
      if (with.isBetterThan(best.score)) best = {with, choice.nodes};
    }
    return m_known.emplace(open, best).first->second.score;
  }

  static constexpr int kLooksPerSet = 40;
  const DistrictGraph& m_graph;
  Partition m_scratch;
  bool m_isTargeting;
  int m_slot = 0, m_setsLeft, m_looksLeft;
  const Progress& m_progress;
  std::vector<int> m_order;                        ///< node at a place of the sweep
  std::vector<Mask> m_touching;                    ///< places beside a place
  std::vector<std::vector<Choice>> m_districts;    ///< by the first place in them
  std::unordered_map<Mask, Best> m_known;
};

}  // namespace

std::optional<Partition> exactPartition(const DistrictGraph& graph, const DistrictLimits& limits, int mostSets, const Progress& progress) {
  constexpr std::size_t kMostNodes = 40;
  if (graph.size() == 0 || graph.size() > kMostNodes || mostSets <= 0) return std::nullopt;
  return ExactSearch(graph, limits, mostSets, progress).run(limits);
}

}  // namespace pianqu::geo
