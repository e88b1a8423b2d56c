#pragma once

#include <vector>

#include "layers/sample/workshop.hpp"

/// Streets as a graph: a node where roads meet or a gate is, an edge between two of them along one road.
namespace pianqu::layers {

struct RoadNode {
  geo::XY flat, world;
  geo::XY normal;                 ///< unit, across the widest road here
  double halfWidthM = 1e9;        ///< of the narrowest road here
  double z = 0;
  std::vector<int> edges;
};

struct RoadEdge {
  int a = -1, b = -1, cut = -1;
  geo::Line<geo::XY> path;        ///< from a to b, local city system
  double lengthM = 0;
  bool isBridge = false;          ///< crosses the river
};

struct RoadGraph {
  std::vector<RoadNode> nodes;
  std::vector<RoadEdge> edges;
  std::vector<int> nodeOfSite;    ///< by Workshop::sites; -1 without a gate
};

RoadGraph roadGraph(Workshop& shop);

/// Shortest ways from every node to the nearest of the sources over dry edges; going against the fall of the ground counts double.
struct WaysDown {
  std::vector<int> edge;          ///< first edge of the way, -1 at sources and where there is none
  std::vector<int> source;        ///< position in the list of sources, -1: none reached
  std::vector<double> distanceM;
  std::vector<int> order;         ///< reached nodes, nearest first
};
WaysDown waysDown(const RoadGraph& graph, const std::vector<int>& sources);

}  // namespace pianqu::layers
