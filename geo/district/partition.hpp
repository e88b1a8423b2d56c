#pragma once

#include <cstdint>
#include <vector>

#include "geo/district/problem.hpp"
#include "geo/district/solve.hpp"

/// Inside of geo/district: one component of the graph of free units, and the state that the search works on.
namespace pianqu::geo {

/// Sums are kept in thousandths, so that they add up the same in any order.
using Milli = std::int64_t;
Milli toMilli(double value);

/// Units that hang together without a cut, numbered by key.
struct DistrictGraph {
  struct Arc { int to = 0; double sharedM = 0; };
  struct Node {
    std::size_t unit = 0;            ///< in DistrictProblem::units
    std::vector<XY> hull;            ///< convex hull of the points, relative to `origin`
    Box box;
    XY centre;
    double areaM2 = 0, perimeterM = 0, mass = 1;
  };
  std::vector<Node> nodes;
  std::vector<std::size_t> firstArc; ///< arcs of u: firstArc[u] .. firstArc[u + 1]
  std::vector<Arc> arcs;
  std::size_t sumCount = 0, traitCount = 0;
  std::vector<Milli> sums;           ///< node-major
  std::vector<double> traits;        ///< node-major, standardised over the whole problem
  std::vector<Milli> totals;
  XY origin;

  std::size_t size() const { return nodes.size(); }
  Milli sum(int u, std::size_t rule) const { return sums[static_cast<std::size_t>(u) * sumCount + rule]; }
};

/// The rules in thousandths; no rule is a number beyond any sum.
struct DistrictLimits {
  std::vector<Milli> minimum, maximum;
  double maxSpanM = 0;               ///< infinity: none
  double compactWeight = 1, likenessWeight = 0, likenessScale = 0;
  explicit DistrictLimits(const DistrictProblem& problem);
};

/// Districts of one component. Every put keeps maxima and span; minima and connection are the caller's to keep, through
/// meetsMinimum() and staysWhole().
class Partition {
 public:
  /// What compactness is reckoned from.
  struct Shape {
    double areaM2 = 0, perimeterM = 0;
    double mass = 0, mx = 0, my = 0, m2 = 0;  ///< moments about the component's origin
  };
  struct District {
    std::vector<int> members;
    std::vector<Milli> sums;
    std::vector<double> traitSums;
    double traitSquares = 0;
    Shape shape;
    Box box;
    bool isAlive = false;
  };

  Partition(const DistrictGraph& graph, const DistrictLimits& limits);

  const DistrictGraph& graph() const { return *m_graph; }
  const DistrictLimits& limits() const { return *m_limits; }
  int label(int u) const { return m_label[static_cast<std::size_t>(u)]; }
  DistrictPhase phase(int u) const { return m_phase[static_cast<std::size_t>(u)]; }
  const District& district(int d) const { return m_districts[static_cast<std::size_t>(d)]; }
  std::vector<int> aliveDistricts() const;
  int districtCount() const { return m_alive; }

  int open();                                   ///< an empty district
  void close(int d);                            ///< its units become unassigned
  void put(int u, int d, DistrictPhase phase);  ///< `u` must be unassigned and fit
  void take(int u);

  bool fits(int u, int d) const;
  Blocking blockingOf(int u, int d) const;      ///< of a put: Maximum or Span, else None
  bool meetsMinimum(int d) const;
  bool meetsMinimumWithout(int d, int u) const;
  bool staysWhole(int u) const;                 ///< its district still hangs together, and is not empty, without `u`

  double cost(int d) const;
  double costWith(int d, int u) const;
  double costWithout(int d, int u) const;
  double sharedWith(int u, int d) const;        ///< metres
  XY centre(int d) const;
  Milli uncovered() const { return m_uncovered; }     ///< first sum of all unassigned units
  std::size_t unassigned() const { return m_unassigned; }

  /// Marks by unit that a search borrows: a mark counts when it equals the clock of its day, so that nothing is ever cleared.
  struct Marks { std::vector<int> isInSet, isSeen; int setClock = 0, seenClock = 0; };
  Marks& marks() { return m_marks; }

 private:
  Shape shifted(const District& district, int u, double sharedM, double sign) const;
  double shapeCost(const Shape& shape) const;
  double likenessCost(const District& district, int u, double sign) const;
  double costShifted(int d, int u, double sign) const;
  bool isWithinSpan(int u, const District& district) const;
  double spanWith(int u, const District& district) const;

  const DistrictGraph* m_graph;
  const DistrictLimits* m_limits;
  std::vector<int> m_label, m_place;
  std::vector<DistrictPhase> m_phase;
  std::vector<District> m_districts;
  std::vector<int> m_free;
  mutable std::vector<int> m_stamp, m_queue;
  mutable int m_clock = 0;
  Marks m_marks;
  Milli m_uncovered = 0;
  std::size_t m_unassigned = 0;
  int m_alive = 0;
};

/// Worth of a state: less left over, then more districts, then less cost.
struct PartitionScore {
  Milli uncovered = 0;
  std::size_t unassigned = 0;
  int districts = 0;
  double cost = 0;
  bool isBetterThan(const PartitionScore& other) const;
};
PartitionScore scoreOf(const Partition& partition);

}  // namespace pianqu::geo
