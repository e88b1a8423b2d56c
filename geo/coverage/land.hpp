#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/coverage/faces.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Something that land belongs to: an estate with its red line and buildings, or a single building.
struct LandSite {
  MultiPolygon<XY> parcel;       ///< wholly its own, to the line (a red line); may be empty
  MultiPolygon<XY> footprints;   ///< its own too; land outside both goes to the nearest outline
  bool isFixed = false;          ///< owns its parcel before all others, and nothing else: a district that stays as it is
};

/// Lines that land is divided along.
struct LandLines {
  MultiLine<XY> barriers;        ///< no cell lies on both sides of one that closes a block
  MultiLine<XY> guides;          ///< where they enclose land, cells end at them rather than halfway between buildings; neighbours across one stay neighbours
};

struct LandOptions {
  double spacingM = 3;           ///< between the outline points that distances are measured from
  double gapM = 60;              ///< neighbours farther apart than this are cut
  double marginM = 20;           ///< footprints reach no farther into open land and parcels not beyond their outline, but for what lies between neighbours,
  double followM = 20;           ///< and on to a barrier or guide that is no farther away than this from there (from a parcel: margin and this)
  double medianM = 15;           ///< land between guides on which nothing stands is divided too where it is no wider than this
  double pocketM2 = 2500;        ///< pieces of a block that nobody reaches go to a site beside them up to this area
  double restShare = 0.5;        ///< what is left of a plot of which this share is reached goes to the nearest sites,
  double restM2 = 10000;         ///< in pieces up to this area
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
  Line<XY> way;                  ///< the two points that lie nearest; empty where they touch or nothing leads across
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
  bool isGround = false;         ///< of its owner's parcel or footprint, not land around them
};

struct LandCells {
  std::vector<LandFace> faces;
  std::vector<FaceEdge> edges;             ///< between the faces
  std::vector<LandCell> cells;             ///< one a site
  std::vector<LandNeighbours> neighbours;  ///< by a, b; without those that share less than a metre
  std::size_t blocks = 0;
};

/// Divides the land among sites: barriers make blocks and guides make plots in them, in each plot land goes to the nearest outline,
/// parcels stay whole, and cells end at the margin or at the line that runs close to it. One tessellation for both adjacency and
/// boundaries, so that a connected district is one polygon. Blocks are divided on all cores; the result does not depend on their number.
///
/// in        metres; where sites overlap a fixed parcel wins, then footprints, then parcels, each time the first site
/// keeps     faces form a coverage that GEOS calls valid, at `gridM`; no face lies on both sides of a barrier that closes a block
/// errors    Invalid for coordinates that are not numbers, with the site; Cancelled
/// cost      O(n log n) in outline points
/// source    [Fortune1987] by Boost.Polygon on integer millimetres
Result<LandCells> divideLand(const std::vector<LandSite>& sites, const LandLines& lines, const LandOptions& options,
                             Progress& progress = noProgress());

struct DissolveOptions {
  double absorbedHoleM2 = 10000;   ///< land without a district that one district encloses becomes part of it up to this area
  double absorbedGapM2 = 400;      ///< and up to this area where several enclose it, of the one that borders it most
};

/// Districts from sites: the i-th result is the union of the faces of the sites with districtOf = i.
///
/// keeps     an exact coverage; a multipart result only where a site is in several parts
/// errors    Cancelled
Result<std::vector<MultiPolygon<XY>>> dissolveLand(const LandCells& land, const std::vector<int>& districtOf, std::size_t count,
                                                   const DissolveOptions& options = {}, const Progress& progress = noProgress());

}  // namespace pianqu::geo
