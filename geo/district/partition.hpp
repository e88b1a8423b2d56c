#pragma once

#include <cstdint>
#include <vector>

#include "geo/district/graph.hpp"
#include "geo/district/solve.hpp"

/// Inside of geo/district: the state that the search works on.
namespace pianqu::geo {

/// Districts of one component. Every put keeps maxima, span and what must be apart; minima and connection are the caller's to keep,
/// through meetsMinimum(), staysWhole() and isWhole().
class Partition {
 public:
  /// What the cost of a district is reckoned from.
  struct Shape {
    double areaM2 = 0, perimeterM = 0;
    double mass = 0, mx = 0, my = 0, m2 = 0;  ///< moments about the component's origin
    double traitSquares = 0;
    double units = 0;
  };
  struct District {
    std::vector<int> members;
    Shape shape;
    Box box;
    double cost = 0;
    int locked = 0;                           ///< members with a lock
    bool isAlive = false;
  };
  Partition(const DistrictGraph& graph, const DistrictLimits& limits);

  const DistrictGraph& graph() const { return *m_graph; }
  const DistrictLimits& limits() const { return *m_limits; }
  int label(int u) const { return m_label[static_cast<std::size_t>(u)]; }
  DistrictPhase phase(int u) const { return m_phase[static_cast<std::size_t>(u)]; }
  void setPhase(int u, DistrictPhase phase) { m_phase[static_cast<std::size_t>(u)] = phase; }
  const District& district(int d) const { return m_districts[static_cast<std::size_t>(d)]; }
  Milli sum(int d, std::size_t rule) const { return m_sums[static_cast<std::size_t>(d) * m_graph->sumCount + rule]; }
  std::vector<int> aliveDistricts() const;
  int districtCount() const { return m_alive; }
  int slotCount() const { return static_cast<int>(m_districts.size()); }

  int open();                                   ///< an empty district
  int openAt(int d);                            ///< the closed slot `d`, again
  void close(int d);                            ///< its units become unassigned
  void put(int u, int d, DistrictPhase phase);  ///< `u` must be unassigned and fit
  void take(int u);

  /// For a while: rewards districts for being far above the minimum, so that surplus gathers where it can make a district of its own.
  void setDrift(double weight);

  bool fits(int u, int d) const { return fitsInstead(u, d, -1); }
  bool fitsInstead(int u, int d, int without) const;   ///< once `without` has left
  std::vector<Blocking> blockingsOf(int u, int d) const;  ///< everything that a put would break; Maximum has the rule's number as its name
  bool meetsMinimum(int d) const;
  bool meetsMinimumWith(int d, int without, int with) const;   ///< -1: nobody
  bool staysWhole(int u) const { return staysWholeWith(u, -1); }
  bool staysWholeWith(int u, int joining) const;       ///< its district still hangs together, and is not empty, without `u` and with `joining`
  bool isWhole(int d) const;

  double cost(int d) const { return district(d).cost; }
  double costWith(int d, int without, int with, double sharedBetweenM) const;  ///< after an exchange; -1: nobody
  double costWith(int d, int u) const { return costWith(d, -1, u, 0); }
  double costWithout(int d, int u) const { return costWith(d, u, -1, 0); }
  ChoiceTerms termsOf(int d, int without, int with) const;
  double sharedWith(int u, int d) const;        ///< metres
  double unlikeness(int u, int d) const;        ///< squared distance of the traits of `u` from the mean of `d`
  XY centre(int d) const;
  Milli uncovered() const { return m_uncovered; }     ///< first sum of all unassigned units
  std::size_t unassigned() const { return m_unassigned; }

  /// The district in which a unit was before a re-solve; leaving it costs. Empty: nobody was anywhere.
  std::vector<int>& home() { return m_home; }
  double changeCost(int u, int d) const { return m_home.empty() || m_home[static_cast<std::size_t>(u)] == d ? 0 : m_limits->changeWeight; }

  /// Marks by unit that a search borrows: a mark counts when it equals the clock of its day, so that nothing is ever cleared.
  struct Marks { std::vector<int> isInSet, isSeen; std::vector<double> own, open; int setClock = 0, seenClock = 0; };
  Marks& marks() { return m_marks; }

 private:
  void add(Shape& shape, int u, double sharedM, double sign) const;
  double costOf(int d, const Shape& shape, int without, int with) const;
  double likenessOf(int d, const Shape& shape, int without, int with) const;
  double targetCost(int d, int without, int with) const;
  double driftOf(int d, int without, int with) const;
  bool isWithinSpan(int u, int d, int without) const;
  double spanWith(int u, int d, int without) const;
  bool isWholeByPieces(int d, int without, int joining) const;
  void refresh(int d);
  int start(int d);

  const DistrictGraph* m_graph;
  const DistrictLimits* m_limits;
  std::vector<int> m_label, m_place, m_home;
  std::vector<DistrictPhase> m_phase;
  std::vector<District> m_districts;
  std::vector<Milli> m_sums;
  std::vector<double> m_traitSums;
  std::vector<int> m_free;
  mutable std::vector<int> m_stamp, m_queue;
  mutable int m_clock = 0;
  Marks m_marks;
  Milli m_uncovered = 0;
  std::size_t m_unassigned = 0;
  int m_alive = 0;
  double m_drift = 0;
};

double shapeCost(const Partition::Shape& shape);   ///< 0 for a circle, up to about 1.5

/// Worth of a state: less left over, then more districts (not with a target), then less cost.
struct PartitionScore {
  Milli uncovered = 0;
  std::size_t unassigned = 0;
  int districts = 0;
  double cost = 0;
  bool isBetterThan(const PartitionScore& other) const;
};
PartitionScore scoreOf(const Partition& partition);

}  // namespace pianqu::geo
