#pragma once

#include <functional>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

/// Inside of geo/coverage: Voronoi edges between points of different owners.
namespace pianqu::geo {

struct LandSeed {
  XY point;
  int site = 0;
  int redLine = -1;      ///< the part of its site's parcel on whose outline it stands; -1 on a footprint
};

struct SeparatingEdge {
  XY from, to;
  XY seedA, seedB;       ///< the nearest points on either side
  int siteA = 0, siteB = 0;
  bool isFacing = false; ///< the line between the two seeds crosses this very edge, so it lies in their two cells alone
};

struct SeedReach {
  double edgeM = 0;      ///< edges farther than this from their seeds are cut there
  double fillM = 0;      ///< land between seeds is solid where a disc of this radius always meets one,
  double narrowM = 0;            ///< beside red lines the disc is smaller than this, or touches two owners on opposite sides,
  double gapM = 0;       ///< and no two owners across it are farther apart than this
};

struct SeedCells {
  std::vector<SeparatingEdge> edges;
  MultiPolygon<XY> solid;       ///< the seeds and what lies between them: an alpha shape; of bays of one red line nothing
  MultiPolygon<XY> loose;       ///< its part between footprints alone
};

/// The polygon that a seed on a red line stands on the outline of.
using RedLineOf = std::function<const Polygon<XY>&(const LandSeed&)>;

/// Seeds closer than a millimetre count once, for the first.
/// errors    Cancelled, within a thousand corners of the diagram
/// source    [EdelsbrunnerKirkpatrickSeidel1983] for the alpha shape
Result<SeedCells> seedCells(const std::vector<LandSeed>& seeds, const RedLineOf& redLineOf, const SeedReach& reach, const Progress& progress);

/// The same edges as lines from corner to corner (a corner is where three owners meet, or an end), with points left out that lie within
/// `toleranceM` of the line that remains. Noding costs by the segment, and most of them only follow the spacing of the seeds.
MultiLine<XY> joinEdges(const std::vector<SeparatingEdge>& edges, double toleranceM);

/// Lines from the ends of each boundary between a site with a parcel and one without to the parcel: they bound the land between the two.
MultiLine<XY> spokesToParcels(const std::vector<SeparatingEdge>& edges, const std::function<bool(int)>& hasParcel);

}  // namespace pianqu::geo
