#pragma once

#include <QColor>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/map/stamp_atlas.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::app {

/// How a class of features is drawn. Widths in pixels stay the same at every zoom; a width on the ground takes over where it is larger.
struct Pen {
  QColor fill;                 ///< invalid: none
  QColor stroke;               ///< invalid: none
  float widthPx = 1;
  float groundWidthM = 0;
  float radiusPx = 3;          ///< points
  float groundRadiusM = 0;     ///< of points: where it is smaller than radiusPx it counts, down to a dot; 0: radiusPx always
  std::array<float, 4> dashPx{};  ///< on, off, on, off; zeros: solid; up to 63 pixels each
  double maxScale = 0;         ///< largest scale denominator at which it is drawn; 0: always
  layers::Hatch hatch = layers::Hatch::None;   ///< of an area, in the colour of the stroke
  float hatchPx = 8;           ///< distance of its lines
  bool hasCrosses = false;     ///< corner to corner over an area
  const StampAtlas::Stamp* marker = nullptr;   ///< of points, instead of a disc
  const StampAtlas::Stamp* arrow = nullptr;    ///< along lines that flow
  const StampAtlas::Stamp* letter = nullptr;   ///< along lines
  const StampAtlas::Stamp* cross = nullptr;    ///< along lines
};

/// One feature to draw, in the project CRS.
struct DrawnFeature {
  geo::XYGeometry geometry;
  std::size_t pen = 0;         ///< position in Drawing::pens
  int flow = 0;                ///< of a line: 1 along it, -1 against it
};

struct Drawing {
  std::vector<Pen> pens;
  std::vector<DrawnFeature> features;
  std::shared_ptr<const StampAtlas> atlas = nullptr;   ///< holds the stamps of the pens
  bool isFillAbove = false;    ///< outlines lie under all fills, so that crossing roads open into each other
};

struct FillVertex {
  float x, y;
  std::uint8_t r, g, b, a;     ///< premultiplied
};

/// A corner of a stretched line segment or of a disc; see shaders/stroke.vert.
struct StrokeVertex {
  float x, y;
  float normalX, normalY;      ///< unit, longer at a mitre; a corner (+-1, +-1) for discs
  float side;                  ///< -1 or 1 across a line; 2: a disc
  float halfPx, halfM;         ///< half the width: the larger of the two counts; of discs the smaller
  float alongM;                ///< from the start of the line, Web Mercator
  std::uint8_t dash[4];        ///< on, off, on, off in quarters of a pixel
  std::uint8_t r, g, b, a;     ///< premultiplied
};

/// A corner of an area that is hatched; see shaders/hatch.vert.
struct HatchVertex {
  float x, y;
  float kind, distancePx;
  std::uint8_t r, g, b, a;     ///< premultiplied
};

/// A corner of a piece of the atlas; see shaders/stamp.vert.
struct StampVertex {
  float x, y;
  float offsetX, offsetY;      ///< pixels
  float u, v;                  ///< place in the atlas, 0 to 1
  float kind;                  ///< 0 upright marker, 1 along a line, 2 a letter along a line
  float alongX, alongY;        ///< direction of the line in the tile, unit
  float limit;                 ///< of a marker half its width on the ground (0: its pixels always), of others the largest units a pixel at which it is shown
};

/// Vertices of the features of one square of the grid, in metres of Web Mercator from `origin`, y down.
struct GeometryTile {
  geo::XY origin;
  geo::Box box;                               ///< of the contents, Web Mercator
  double maxScale = 0;                        ///< of the pens in it
  double featureSizeM = 0;                    ///< side of a square as large as the mean box of a feature, Web Mercator
  std::vector<FillVertex> fills;
  std::vector<std::uint32_t> fillIndices;     ///< three a triangle
  std::vector<StrokeVertex> strokes;
  std::vector<std::uint32_t> strokeIndices;   ///< three a triangle
  std::vector<HatchVertex> hatches;
  std::vector<std::uint32_t> hatchIndices;
  std::vector<StampVertex> stamps;
  std::vector<std::uint32_t> stampIndices;
  std::shared_ptr<const StampAtlas> atlas;    ///< of the stamps; null when there are none
};

struct MapGeometry {
  std::vector<GeometryTile> tiles;
  geo::Box box;                               ///< Web Mercator
  std::size_t featureCount = 0;
  bool isFillAbove = false;
};

/// Triangles and stretched lines of a drawing as one tile. Safe in any thread.
///
/// in        as buildGeometry; the pens' maxScale is not looked at. A ring of more points than a screen can show is thinned to
///           kMostRingPoints, a polygon or line without extent becomes a dot
/// errors    as buildGeometry
/// cost      2 us a building
geo::Result<GeometryTile> buildTile(Drawing drawing, const geo::Crs& crs, geo::Progress& progress = geo::noProgress());

inline constexpr std::size_t kMostRingPoints = 20000;

/// Triangles and stretched lines of a drawing, in squares of about `kFeaturesPerTile` features, one set of squares for each `maxScale`. Safe in any thread.
///
/// in        features in `crs`; a feature without geometry is skipped; a polygon that cannot be triangulated keeps its outline
/// errors    Invalid when a point cannot be projected; Cancelled
/// cost      2 us a building
geo::Result<MapGeometry> buildGeometry(Drawing drawing, const geo::Crs& crs, geo::Progress& progress = geo::noProgress());

inline constexpr std::size_t kFeaturesPerTile = 1500;

/// Adds `line` (Web Mercator) to a tile as a mitred strip. A closed ring is joined at its ends.
void addStroke(GeometryTile& tile, const geo::Line<geo::XY>& line, const Pen& pen, double stretch);
void addDisc(GeometryTile& tile, geo::XY point, const Pen& pen, double stretch);
void addMarker(GeometryTile& tile, geo::XY point, const Pen& pen, double stretch);
/// Arrows, letters and crosses of the pen along `line`: one in the middle, more between as the line grows on the screen.
void addStampsAlong(GeometryTile& tile, const geo::Line<geo::XY>& line, const Pen& pen, int flow);

}  // namespace pianqu::app
