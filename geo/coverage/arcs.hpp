#pragma once

#include <vector>

#include "geo/shape/shape.hpp"

/// Inside of geo/coverage: a coverage as arcs between nodes, so that a shared boundary is worked on once.
namespace pianqu::geo {

struct Arcs {
  struct Use {
    int arc = 0;
    bool isReversed = false;
  };
  using RingUse = std::vector<Use>;
  struct PolygonUse {
    RingUse outer;
    std::vector<RingUse> holes;
  };
  std::vector<XY> points;                        ///< each place once
  std::vector<std::vector<int>> arcs;            ///< numbers of points from node to node; a ring without a node begins and ends at one point
  std::vector<std::vector<PolygonUse>> shapes;   ///< as the coverage was given
};

/// A node is where other than two sides meet. Arcs come in the order of the shapes.
Arcs arcsOf(const std::vector<MultiPolygon<XY>>& coverage);

/// The coverage again, from what the arcs are now.
std::vector<MultiPolygon<XY>> shapesOf(const Arcs& arcs);

}  // namespace pianqu::geo
