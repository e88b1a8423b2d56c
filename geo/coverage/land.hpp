#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Something that land belongs to: an estate with its red line and buildings, or a single building.
struct LandSite {
  MultiPolygon<XY> parcel;       ///< wholly its own, to the line (a red line); may be empty
  MultiPolygon<XY> footprints;   ///< its own too; land outside both goes to the nearest outline
  bool isFixed = false;          ///< owns its parcel before all others, and nothing else: a district that stays as it is
};

struct LandOptions {
  double spacingM = 3;           ///< between the outline points that distances are measured from
  double gapM = 60;              ///< neighbours farther apart than this are cut
  double marginM = 20;           ///< no cell reaches farther into open land, but for the streets between neighbours
  double thinningM = 0.3;        ///< middle lines between sites keep within this of the exact ones
  double gridM = 0.001;
};

enum class LandCut { None, Barrier, Gap };

/// Two sites whose cells share a boundary.
struct LandNeighbours {
  std::size_t a = 0, b = 0;      ///< a < b
  double sharedM = 0;
  double gapM = 0;               ///< least distance between their outlines across the shared boundary
  LandCut cut = LandCut::None;
};

struct LandCell {
  double areaM2 = 0, perimeterM = 0;
  std::optional<std::size_t> block;   ///< where most of it lies; nullopt for a site without geometry
  bool isStraddling = false;          ///< a good part of its outline lies in another block
};

/// A piece of land with one owner. Together the faces are an exact coverage: shared edges have the same end points.
struct LandFace {
  Polygon<XY> shape;
  int site = -1;                 ///< -1: nobody's
};

struct LandCells {
  std::vector<LandFace> faces;
  std::vector<LandCell> cells;             ///< one a site
  std::vector<LandNeighbours> neighbours;  ///< by a, b; without those that share less than a metre
  std::size_t blocks = 0;
};

/// Divides the land among sites: barriers make blocks, in each block land goes to the nearest outline, parcels stay whole, and cells
/// end at the margin. One tessellation for both adjacency and boundaries, so that a connected district is one polygon.
///
/// in        metres; where sites overlap a fixed parcel wins, then footprints, then parcels, each time the first site
/// keeps     faces form a coverage that GEOS calls valid, at `gridM`; no face lies on both sides of a barrier that closes a block
/// errors    Invalid for coordinates that are not numbers, with the site; Cancelled
/// cost      O(n log n) in outline points
/// source    [Fortune1987] by Boost.Polygon on integer millimetres
Result<LandCells> divideLand(const std::vector<LandSite>& sites, const MultiLine<XY>& barriers, const LandOptions& options,
                             Progress& progress = noProgress());

struct DissolveOptions {
  double absorbedHoleM2 = 10000;   ///< land without a district that one district encloses becomes part of it up to this area
};

/// Districts from sites: the i-th result is the union of the faces of the sites with districtOf = i.
///
/// keeps     an exact coverage; a multipart result only where a site is in several parts
Result<std::vector<MultiPolygon<XY>>> dissolveLand(const LandCells& land, const std::vector<int>& districtOf, std::size_t count,
                                                   const DissolveOptions& options = {});

/// Simplifies all shapes together, so that shared edges stay identical. Where a footprint would fall out of its district the tolerance
/// is halved, down to no simplification at all.
///
/// in        `footprints[i]` lie in `coverage[i]`
/// returns   the shapes and the tolerance that was used
struct SimplifiedCoverage {
  std::vector<MultiPolygon<XY>> shapes;
  double toleranceM = 0;
};
Result<SimplifiedCoverage> simplifyAround(const std::vector<MultiPolygon<XY>>& coverage, const std::vector<MultiPolygon<XY>>& footprints, double toleranceM);

}  // namespace pianqu::geo
