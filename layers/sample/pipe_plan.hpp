#pragma once

#include "layers/sample/network.hpp"
#include "layers/sample/road_graph.hpp"

namespace pianqu::layers {

/// A yard that was joined to the wrong system on purpose.
enum class YardFault { None, SewageIntoStorm, StormIntoSewage, Remixed };

/// A place where a storm street pipe and a combined one could be linked along one street.
struct LinkPlace { int edge, stormNode, combinedNode; };

struct PipePlan {
  RoadGraph graph;
  std::vector<Network> nets = emptyNetworks();
  std::vector<std::vector<int>> streetNode;   ///< by network and road node; -1: none there
  std::vector<char> isCombined;               ///< by road node: drains by a combined sewer
  std::vector<YardFault> faultOfSite;
  struct YardRoots { int sewage = -1, storm = -1, combined = -1; };   ///< first node behind the street
  std::vector<YardRoots> rootsOfSite;
  struct BuildingWells { int sewageNet = -1, sewage = -1, storm = -1; };  ///< by building: wells that risers join
  std::vector<BuildingWells> wells;
  std::vector<LinkPlace> links;
};

void layStreetMains(Workshop& shop, PipePlan& plan);
void layYardPipes(Workshop& shop, PipePlan& plan);
/// Decides which yards are joined to the wrong system; before their pipes are laid.
void chooseYardFaults(Workshop& shop, PipePlan& plan);
/// Risers of the buildings with the wells they join, among them the planted ones (M4, M5). After the survey.
void buildRisers(Workshop& shop, PipePlan& plan);
/// The other faults, planted into the surveyed pipes; records those of the yards too.
void plantFaults(Workshop& shop, PipePlan& plan);
/// Where a network lies at a road node or along a road, beside the centre line.
geo::XY besideNode(const RoadNode& node, double offset);

}  // namespace pianqu::layers
