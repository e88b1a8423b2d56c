#pragma once

#include <vector>

#include "geo/coverage/blocks.hpp"

/// Inside of geo/coverage: land of a block between guides, and how far its sites reach.
namespace pianqu::geo {

/// Land that may have an owner. Parts may overlap.
struct Reach {
  MultiPolygon<XY> own;
  MultiPolygon<XY> towardsEdge;   ///< more, where it leads to the edge of the plot; bays of red lines that open elsewhere have no owner
};

struct Plot {
  Polygon<XY> shape;
  std::vector<LandSeed> seeds;
  std::vector<int> claiming;    ///< sites that claim land in it
  std::vector<SeparatingEdge> edges;   ///< between its seeds, or those of the block where it has none
  MultiPolygon<XY> solid, loose;       ///< its seeds and what lies between them; of that, what lies between footprints alone
  Reach reach;
};

/// Outer ring and holes.
MultiLine<XY> ringsOf(const Polygon<XY>& polygon);

/// Plots of a block, each with its seeds. One plot, the whole block, where guides enclose nothing.
Result<std::vector<Plot>> plotsOf(const Block& block, const LandOptions& options, const Progress& progress);

/// How far the sites of a plot reach: to their red lines and a margin around footprints outside any, over the gaps between them, on to the
/// edge of the plot where that is near, and along the `ways` from neighbour to neighbour. A plot in which nothing stands is reached when it
/// is narrow, else only along ways.
Result<Reach> reachOf(const Plot& plot, const std::vector<LandSite>& sites, const MultiLine<XY>& ways, const LandOptions& options);

/// The sides of its reach that bound it inside the plot, without those that run along the plot's own outline or a red line in it.
MultiLine<XY> innerEdges(const Plot& plot, const std::vector<LandSite>& sites);

}  // namespace pianqu::geo
