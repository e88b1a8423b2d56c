#include "layers/plan/graph_units.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <unordered_map>

#include "geo/base/disjoint_sets.hpp"

namespace pianqu::layers {
namespace {

/// Rows that hang together; the root of each set is its first row in the order of ids.
class RowSets {
 public:
  RowSets(const std::vector<std::size_t>& byId, const std::vector<std::size_t>& rank) : m_byId(byId), m_rank(rank), m_sets(rank.size()) {}
  std::size_t rootOf(std::size_t row) { return m_byId[m_sets.rootOf(m_rank[row])]; }
  void join(std::size_t a, std::size_t b) { m_sets.join(m_rank[a], m_rank[b]); }

 private:
  const std::vector<std::size_t>& m_byId;
  const std::vector<std::size_t>& m_rank;
  geo::DisjointSets m_sets;
};

class UnitMaker {
 public:
  UnitMaker(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge)
      : m_graph(graph), m_options(options), m_merge(merge), m_rank(ranksOf(merge.byId)), m_pieces(merge.byId, m_rank), m_components(merge.byId, m_rank) {}

  /// Each step ends early when the work is cancelled.
  geo::Result<void> run(const geo::Progress& progress) {
    if (auto found = findColumns(); !found) return found;
    geo::CancelPoll isCancelled(progress);
    joinRows(isCancelled);
    if (progress.isCancelled()) return cancelled();
    const std::vector<bool> isOut = findStraddling(isCancelled);
    if (progress.isCancelled()) return cancelled();
    numberUnits(isOut);
    if (progress.isCancelled()) return cancelled();
    fillUnits(isCancelled);
    if (progress.isCancelled()) return cancelled();
    for (const auto& [a, b] : m_together) m_merge.problem.together.emplace_back(m_merge.unitOf[a], m_merge.unitOf[b]);
    fillEdges(isCancelled);
    if (progress.isCancelled()) return cancelled();
    return {};
  }

 private:
  static tl::unexpected<geo::Error> cancelled() { return geo::fail(geo::ErrorCode::Cancelled, "Making units was cancelled."); }
  static std::vector<std::size_t> ranksOf(const std::vector<std::size_t>& byId) {
    std::vector<std::size_t> rank(byId.size());
    for (std::size_t i = 0; i < byId.size(); ++i) rank[byId[i]] = i;
    return rank;
  }

  geo::Result<std::size_t> columnOf(const std::string& name) const {
    const auto at = std::find(m_graph.columns.begin(), m_graph.columns.end(), name);
    if (at == m_graph.columns.end()) return geo::fail(geo::ErrorCode::NotFound, "There is no column " + name + " among those that were read.", "Ask for it when the units are read.");
    return static_cast<std::size_t>(at - m_graph.columns.begin());
  }

  geo::Result<void> findColumns() {
    for (const geo::SumRule& rule : m_options.rules.sums) {
      const auto column = columnOf(rule.name);
      if (!column) return geo::fail(column);
      m_sums.push_back(*column);
    }
    for (const std::string& trait : m_options.traits) {
      const auto column = columnOf(trait);
      if (!column) return geo::fail(column);
      m_traits.push_back(*column);
    }
    return {};
  }

  bool isCut(const UnitGraphEdge& edge) const { return (edge.flags & m_options.cutFlags) != 0; }
  bool isOneGroup(std::size_t a, std::size_t b) const { return !m_graph.groups.empty() && !m_graph.groups[a].empty() && m_graph.groups[a] == m_graph.groups[b]; }

  void joinRows(geo::CancelPoll& isCancelled) {
    for (const UnitGraphEdge& edge : m_graph.edges) {
      if (isCancelled()) return;
      if (isCut(edge)) continue;
      m_components.join(edge.a, edge.b);
      if (isOneGroup(edge.a, edge.b)) m_pieces.join(edge.a, edge.b);
    }
  }

  /// Groups in several components, which no district can hold; and pairs of pieces of the others, which must stay together.
  std::vector<bool> findStraddling(geo::CancelPoll& isCancelled) {
    std::vector<bool> isOut(m_graph.size(), false);
    if (m_graph.groups.empty()) return isOut;
    std::unordered_map<std::string_view, std::vector<std::size_t>> piecesOf;   // roots, in the order of ids
    std::vector<std::string_view> order;
    for (std::size_t row : m_merge.byId) {
      if (isCancelled()) return isOut;
      if (m_graph.groups[row].empty() || m_pieces.rootOf(row) != row) continue;
      auto& pieces = piecesOf[m_graph.groups[row]];
      if (pieces.empty()) order.push_back(m_graph.groups[row]);
      pieces.push_back(row);
    }
    for (const std::string_view group : order) {
      const auto& pieces = piecesOf[group];
      if (pieces.size() < 2) continue;
      Straddling straddling{std::string(group), {}};
      std::vector<std::size_t> components;
      for (std::size_t piece : pieces) {
        const std::size_t component = m_components.rootOf(piece);
        if (std::find(components.begin(), components.end(), component) != components.end()) continue;
        components.push_back(component);
        straddling.sides.push_back(m_graph.ids[piece]);
      }
      if (components.size() > 1) {
        m_merge.straddling.push_back(std::move(straddling));
        if (m_options.straddling == StraddlingRule::LeaveOver) for (std::size_t piece : pieces) isOut[piece] = true;
      }
      if (components.size() == 1 || m_options.straddling == StraddlingRule::Split) keepTogether(pieces);
    }
    return isOut;
  }

  void keepTogether(const std::vector<std::size_t>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      for (std::size_t j = i + 1; j < pieces.size(); ++j) {
        if (m_components.rootOf(pieces[i]) != m_components.rootOf(pieces[j])) continue;
        m_together.emplace_back(pieces[i], pieces[j]);
        break;     // a chain is enough
      }
    }
  }

  void numberUnits(const std::vector<bool>& isOut) {
    m_merge.unitOf.assign(m_graph.size(), GraphMerge::kNoUnit);
    std::size_t count = 0;
    for (std::size_t row : m_merge.byId) {
      const std::size_t root = m_pieces.rootOf(row);
      if (isOut[root]) continue;
      m_merge.unitOf[row] = root == row ? count++ : m_merge.unitOf[root];
    }
    m_merge.problem.units.resize(count);
  }

  void fillUnits(geo::CancelPoll& isCancelled) {
    auto& problem = m_merge.problem;
    problem.rules = m_options.rules;
    problem.options = m_options.search;
    std::vector<double> rows(problem.units.size(), 0);
    for (std::size_t row : m_merge.byId) {
      if (isCancelled()) return;
      const std::size_t number = m_merge.unitOf[row];
      if (number == GraphMerge::kNoUnit) continue;
      geo::DistrictUnit& unit = problem.units[number];
      if (unit.key.empty()) {
        unit.key = m_graph.ids[row];
        unit.sums.assign(m_sums.size(), 0);
        unit.traits.assign(m_traits.size(), 0);
      }
      unit.points.push_back(m_graph.centres[row]);
      unit.areaM2 += m_graph.areaM2[row];
      unit.perimeterM += m_graph.perimeterM[row];
      for (std::size_t s = 0; s < m_sums.size(); ++s) unit.sums[s] += m_graph.numbers[m_sums[s]][row];
      for (std::size_t t = 0; t < m_traits.size(); ++t) unit.traits[t] += m_graph.numbers[m_traits[t]][row];
      rows[number] += 1;
    }
    for (std::size_t u = 0; u < rows.size(); ++u) for (double& trait : problem.units[u].traits) trait /= rows[u];
  }

  void fillEdges(geo::CancelPoll& isCancelled) {
    auto& problem = m_merge.problem;
    problem.edges.reserve(m_graph.edges.size());
    std::vector<std::pair<std::size_t, double>> inner;
    for (const UnitGraphEdge& edge : m_graph.edges) {
      if (isCancelled()) return;
      const std::size_t a = m_merge.unitOf[edge.a], b = m_merge.unitOf[edge.b];
      if (a == GraphMerge::kNoUnit || b == GraphMerge::kNoUnit) continue;
      if (a == b) inner.emplace_back(a, edge.sharedM);
      else problem.edges.push_back({a, b, edge.sharedM, isCut(edge)});
    }
    std::sort(inner.begin(), inner.end());   // lengths add up the same for any order of rows
    for (const auto& [unit, sharedM] : inner) problem.units[unit].perimeterM -= 2 * sharedM;
    for (geo::DistrictUnit& unit : problem.units) unit.perimeterM = std::max(0.0, unit.perimeterM);
  }

  const UnitGraph& m_graph;
  const GraphMergeOptions& m_options;
  GraphMerge& m_merge;
  std::vector<std::size_t> m_rank;
  RowSets m_pieces, m_components;
  std::vector<std::size_t> m_sums, m_traits;
  std::vector<std::pair<std::size_t, std::size_t>> m_together;
};

}  // namespace

std::vector<std::size_t> rowsById(const UnitGraph& graph) {
  struct Key {
    long long number = 0;
    bool isWord = true;
  };
  std::vector<Key> keys(graph.size());
  for (std::size_t row = 0; row < graph.size(); ++row) {
    const std::string& id = graph.ids[row];
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), keys[row].number);
    keys[row].isWord = error != std::errc() || end != id.data() + id.size();
    if (keys[row].isWord) keys[row].number = 0;
  }
  std::vector<std::size_t> rows(graph.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  const auto isBefore = [&](std::size_t a, std::size_t b) {
    if (keys[a].isWord != keys[b].isWord) return keys[b].isWord;
    if (keys[a].number != keys[b].number) return keys[a].number < keys[b].number;
    return graph.ids[a] < graph.ids[b];
  };
  if (!std::is_sorted(rows.begin(), rows.end(), isBefore)) std::sort(rows.begin(), rows.end(), isBefore);
  return rows;
}

geo::Result<void> makeUnits(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge, const geo::Progress& progress) {
  merge.byId = rowsById(graph);
  return UnitMaker(graph, options, merge).run(progress);
}

}  // namespace pianqu::layers
