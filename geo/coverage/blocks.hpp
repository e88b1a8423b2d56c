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
  bool isNear(const Box& box) const;   ///< may a barrier cross the box?

 private:
  std::vector<std::pair<XY, XY>> m_segments;
  BoxIndex m_index;
};

/// A site with ground in a block. One that is drawn a little over a barrier keeps that ground and claims none around it.
struct Standing {
  int site = 0;
  bool isClaiming = false;
};

struct Block {
  Polygon<XY> shape;
  std::vector<LandSeed> seeds;
  std::vector<Standing> sites;   ///< ascending
  MultiLine<XY> guides;          ///< stretches near it
};

struct SitePlace {
  int block = -1;
  bool isStraddling = false;
};

struct Blocks {
  std::vector<Block> blocks;     ///< those in which something stands
  std::vector<SitePlace> places; ///< one a site
};

/// Share of its outline beyond a line from which a site stands on both sides, rather than being drawn a little over the line.
constexpr double kStraddlingShare = 0.1;

/// Runs `work` for each number below `count`, on all cores; the error of the first that has one, whatever ran first.
Result<void> forEachBlock(std::size_t count, const std::function<Result<void>(std::size_t)>& work);

/// Footprints that stand outside the site's own parcel, or reach over its line.
MultiPolygon<XY> footprintsOutside(const LandSite& site);

/// Blocks of the land around the sites, each with its seeds: outline points every `spacingM`.
Result<Blocks> makeBlocks(const std::vector<LandSite>& sites, const LandLines& lines, const BarrierCrossing& crossing, const LandOptions& options, const Progress& progress);

}  // namespace pianqu::geo
