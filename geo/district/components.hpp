#pragma once

#include <map>
#include <utility>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/district/partition.hpp"

/// Inside of geo/district: from rows to components.
namespace pianqu::geo {

/// errors  Invalid with the first unit, edge, rule or pin that cannot be worked with
Result<void> checkProblem(const DistrictProblem& problem);
/// errors  Invalid: a key that occurs twice
Result<void> checkKeys(const DistrictProblem& problem);

/// The rule that the unit breaks by itself; Kind::None when it could be in a district.
Blocking tooBigBy(const DistrictProblem& problem, const DistrictUnit& unit);

/// Mean and 1 / standard deviation of a trait.
struct TraitScale { double mean = 0, factor = 0; };

/// Which units are free, which make a node, and which nodes hang together; enough to make the graph of any one component.
class DistrictIndex {
 public:
  /// Not to be used where the work was cancelled: it ends early then.
  /// cost  O(units + edges)
  explicit DistrictIndex(const DistrictProblem& problem, const Progress& progress = noProgress());

  std::size_t componentCount() const { return m_firstNode.size() - 1; }
  std::size_t unitsOf(std::size_t component) const;
  std::vector<Milli> totalsOf(std::size_t component) const;
  /// Of a unit; -1 for one that is pinned or too big.
  int componentOf(std::size_t unit) const { return m_nodeOf[unit] < 0 ? -1 : m_componentOf[static_cast<std::size_t>(m_nodeOf[unit])]; }
  /// Nodes by key, arcs merged: the same graph for any order of rows.
  DistrictGraph graphOf(std::size_t component, const std::vector<TraitScale>& scales) const;
  /// Units that are in no district because they, or they and those that they must be with, break a rule alone.
  std::size_t nodesOf(std::size_t component) const { return m_firstNode[component + 1] - m_firstNode[component]; }
  const std::vector<std::pair<std::size_t, Blocking>>& tooBig() const { return m_tooBig; }
  /// errors  Invalid for units that must be together and cannot
  Result<void> checkTogether() const;

 private:
  /// Of one component: node of the graph by rank, pieces of units that share a node.
  struct Locals { std::vector<int> nodeAt; std::map<std::size_t, int> pieceOf; };
  void makeNodes(CancelPoll& isCancelled);
  void groupFree(const std::vector<char>& isFree);
  DistrictUnit joined(const std::vector<std::size_t>& own) const;
  void makeComponents(CancelPoll& isCancelled);
  const std::string& keyOf(std::size_t node) const;
  void fillNode(DistrictGraph& graph, std::size_t node, const std::vector<TraitScale>& scales) const;
  void fillArcs(DistrictGraph& graph, std::size_t node, const Locals& locals) const;
  std::vector<int> piecesOf(std::size_t node) const;

  const DistrictProblem* m_problem;
  std::vector<int> m_nodeOf;                       ///< of a unit, -1 for none
  std::vector<std::size_t> m_firstUnit, m_units;   ///< units of a node, by key
  std::vector<std::size_t> m_firstEdge;            ///< edges at a unit
  std::vector<std::uint32_t> m_edges;
  std::vector<int> m_componentOf;                  ///< of a node
  std::vector<std::size_t> m_firstNode, m_nodes;   ///< nodes of a component
  std::vector<std::size_t> m_rank;                 ///< of a node in its component
  std::vector<std::pair<std::size_t, Blocking>> m_tooBig;
  std::vector<std::size_t> m_firstApart, m_apart;  ///< units that a unit must not be with; empty without such pairs
};

/// Scales over all units, the same for any order of rows. Empty factors where likeness does not count.
std::vector<TraitScale> traitScales(const DistrictProblem& problem);

/// Least of floor(total / minimum) over the rules that have a minimum; the number of units when none has.
int upperBoundOf(const std::vector<Milli>& totals, std::size_t nodes, const DistrictLimits& limits);
inline int upperBoundOf(const DistrictGraph& graph, const DistrictLimits& limits) { return upperBoundOf(graph.totals, graph.size(), limits); }

/// Convex hull, the greatest distance of a set being between two of its corners. source [Andrew1979]
std::vector<XY> hullOf(std::vector<XY> points);

/// Limits with the scales that make weights comparable from city to city.
DistrictLimits limitsOf(const DistrictProblem& problem, const DistrictIndex& index);

/// Greatest distance between the points of the units, metres.
double spanOf(const DistrictProblem& problem, const std::vector<std::size_t>& units);

}  // namespace pianqu::geo
