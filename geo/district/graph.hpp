#pragma once

#include <cstdint>
#include <vector>

#include "geo/district/problem.hpp"

/// Inside of geo/district: one component of the graph of free units.
namespace pianqu::geo {

/// Sums are kept in thousandths, so that they add up the same in any order.
using Milli = std::int64_t;
Milli toMilli(double value);

/// Nodes that hang together without a cut, numbered by key. A node is a unit, or units that must be together; units of one node that do
/// not touch are its pieces, and a district must join them by other nodes.
struct DistrictGraph {
  struct Arc {
    int to = 0;
    std::int16_t fromPiece = 0, toPiece = 0;
    double sharedM = 0;
  };
  struct Node {
    std::size_t firstUnit = 0, unitCount = 0;    ///< in `units`
    std::size_t firstPoint = 0, pointCount = 0;  ///< in `points`: convex hull, relative to `origin`
    std::size_t firstApart = 0, apartCount = 0;  ///< in `apart`
    std::size_t firstArc = 0, arcCount = 0;
    Box box;
    XY centre;
    double areaM2 = 0, perimeterM = 0, mass = 1;
    double outlineM = 0;                         ///< perimeter, or what is known of it by its neighbours
    int pieces = 1;
    int lock = -1;
  };
  std::vector<Node> nodes;
  std::vector<std::size_t> units;    ///< in DistrictProblem::units
  std::vector<XY> points;
  std::vector<Arc> arcs;
  std::vector<int> apart;            ///< nodes that a node must not be with
  std::size_t sumCount = 0, traitCount = 0;
  std::vector<Milli> sums;           ///< node-major
  std::vector<double> traits;        ///< node-major, standardised over the whole problem, sum over the node's units
  std::vector<double> traitSquares;  ///< a node, sum of squares over its units
  std::vector<Milli> totals;
  XY origin;
  bool hasPieces = false;

  std::size_t size() const { return nodes.size(); }
  const Node& node(int u) const { return nodes[static_cast<std::size_t>(u)]; }
  Milli sum(int u, std::size_t rule) const { return sums[static_cast<std::size_t>(u) * sumCount + rule]; }

  struct Arcs {
    const Arc* first;
    const Arc* last;
    const Arc* begin() const { return first; }
    const Arc* end() const { return last; }
  };
  Arcs arcsOf(int u) const {
    const Arc* first = arcs.data() + node(u).firstArc;
    return {first, first + node(u).arcCount};
  }
};

/// The rules in thousandths; no rule is a number beyond any sum.
struct DistrictLimits {
  std::vector<Milli> minimum, maximum, target;   ///< target 0: none
  double maxSpanM = 0;                           ///< infinity: none
  double compactWeight = 1, boundaryWeight = 0, likenessWeight = 0, changeWeight = 0;
  double likenessScale = 0;                      ///< weight of one unit of variance
  double outlineScale = 0;                       ///< 1 / outline of a typical district, 1/m
  bool isTargeting = false;
  explicit DistrictLimits(const DistrictProblem& problem);
};

}  // namespace pianqu::geo
