#pragma once

#include <QColor>
#include <array>
#include <cstdint>
#include <vector>

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
};

/// One feature to draw, in the project CRS.
struct DrawnFeature {
  geo::XYGeometry geometry;
  std::size_t pen = 0;         ///< position in Drawing::pens
};

struct Drawing {
  std::vector<Pen> pens;
  std::vector<DrawnFeature> features;
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

/// Vertices of the features of one square of the grid, in metres of Web Mercator from `origin`, y down.
struct GeometryTile {
  geo::XY origin;
  geo::Box box;                               ///< of the contents, Web Mercator
  double maxScale = 0;                        ///< of the pens in it
  double featureSizeM = 0;                    ///< side of a square as large as the mean box of a feature, Web Mercator
  std::vector<FillVertex> fills;              ///< three a triangle
  std::vector<StrokeVertex> strokes;
  std::vector<std::uint32_t> strokeIndices;   ///< three a triangle
};

struct MapGeometry {
  std::vector<GeometryTile> tiles;
  geo::Box box;                               ///< Web Mercator
  std::size_t featureCount = 0;
  bool isFillAbove = false;
};

/// Triangles and stretched lines of a drawing, in squares of about `kFeaturesPerTile` features, one set of squares for each `maxScale`. Safe in any thread.
///
/// in        features in `crs`; a feature without geometry is skipped; a polygon that cannot be triangulated keeps its outline
/// errors    Invalid when a point cannot be projected; Cancelled
/// cost      about 10 us a building
geo::Result<MapGeometry> buildGeometry(Drawing drawing, const geo::Crs& crs, geo::Progress& progress = geo::noProgress());

inline constexpr std::size_t kFeaturesPerTile = 1500;

/// Adds `line` (Web Mercator) to a tile as a mitred strip. A closed ring is joined at its ends.
void addStroke(GeometryTile& tile, const geo::Line<geo::XY>& line, const Pen& pen, double stretch);
void addDisc(GeometryTile& tile, geo::XY point, const Pen& pen, double stretch);

}  // namespace pianqu::app
