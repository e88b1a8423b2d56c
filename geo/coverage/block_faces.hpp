#pragma once

#include <map>
#include <vector>

#include "geo/coverage/blocks.hpp"

/// Inside of geo/coverage: the faces of one block, each with its owner. Blocks are worked on side by side.
namespace pianqu::geo {

/// What the Voronoi edges between two sites say.
struct Facing {
  double gapM = std::numeric_limits<double>::infinity();      ///< over edges whose straight way crosses no barrier
  double blockedM = std::numeric_limits<double>::infinity();  ///< over all
  Line<XY> way;                                               ///< from seed to seed, for gapM
};
using Facings = std::map<std::pair<int, int>, Facing>;

struct BlockFaces {
  std::vector<LandFace> faces;
  Facings facings;
};

Result<BlockFaces> divideBlock(const Block& block, const std::vector<LandSite>& sites, const BarrierCrossing& crossing, const LandOptions& options, const Progress& progress);

/// Where lines of one block meet its outline, the block on the other side gets the same corner: faces of all blocks then share edges
/// with the same end points.
Result<void> stitch(const std::vector<Block>& blocks, std::vector<BlockFaces>& all);

}  // namespace pianqu::geo
