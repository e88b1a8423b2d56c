#pragma once

#include <functional>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/coverage/faces.hpp"
#include "geo/coverage/land.hpp"
#include "geo/coverage/voronoi.hpp"
#include "geo/index/box_index.hpp"

/// Inside of geo/coverage: land between barriers, and what stands in it.
namespace pianqu::geo {

/// Does the straight way between two points cross a barrier?
class BarrierCrossing {
 public:
  explicit BarrierCrossing(const MultiLine<XY>& barriers);
  bool isCrossed(XY a, XY b) const;

 private:
  std::vector<std::pair<XY, XY>> m_segments;
  BoxIndex m_index;
};

struct Block {
  Polygon<XY> shape;
  std::vector<LandSeed> seeds;
  MultiPolygon<XY> built;        ///< parcels and footprints of its sites
  MultiPolygon<XY> reach;        ///< land that its sites may own
};

struct SitePlace {
  int block = -1;
  bool isStraddling = false;
};

struct Blocks {
  std::vector<Block> blocks;     ///< those with a seed
  std::vector<SitePlace> places; ///< one a site
};

/// Runs `work` for each block, on all cores; the error of the first block that has one, whatever ran first.
Result<void> forEachBlock(std::size_t count, const std::function<Result<void>(std::size_t)>& work);

/// Footprints that stand outside the site's own parcel.
MultiPolygon<XY> footprintsOutside(const LandSite& site);

/// Blocks of the land around the sites, each with its seeds: outline points every `spacingM`.
Result<Blocks> makeBlocks(const std::vector<LandSite>& sites, const MultiLine<XY>& barriers, const LandOptions& options);

}  // namespace pianqu::geo
