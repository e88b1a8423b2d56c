#include "app/map/map_geometry.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "app/map/camera_view.hpp"
#include "app/map/stamp_atlas.hpp"
#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

using Points = geo::XYGeometry::Points;
using Lines = geo::XYGeometry::Lines;
using Polygons = geo::XYGeometry::Polygons;

geo::Crs city() { return geo::Crs::localCity(115.5, 500000); }

geo::Polygon<geo::XY> square(double x, double y, double side) {
  return {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}};
}

double filledAreaM2(const MapGeometry& geometry) {
  double area = 0;
  for (const auto& tile : geometry.tiles)
    for (std::size_t i = 0; i + 2 < tile.fillIndices.size(); i += 3) {
      const auto &a = tile.fills[tile.fillIndices[i]], &b = tile.fills[tile.fillIndices[i + 1]], &c = tile.fills[tile.fillIndices[i + 2]];
      area += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
  return area;
}

TEST(MapGeometry, fillsCoverTheAreaOfThePolygonsAndNotTheirHoles) {
  auto block = square(500000, 3400000, 100);
  block.holes.push_back(square(500030, 3400030, 40).outer);
  Drawing drawing{{{.fill = Qt::red}}, {{{Polygons{{block}}}, 0}}};
  const auto geometry = buildGeometry(drawing, city());
  ASSERT_TRUE(geometry) << geo::toText(geometry.error());
  const double stretch = mercatorStretch(geometry->box.centre());
  EXPECT_NEAR(filledAreaM2(*geometry) / (stretch * stretch), 100 * 100 - 40 * 40, 60);  // the ellipsoid's local scale is within 0.5 %
}

TEST(MapGeometry, everyFeatureIsInExactlyOneTileWhoseBoxHoldsIt) {
  geo::Random random(7);
  Drawing drawing{{{.fill = Qt::red}}, {}};
  for (int i = 0; i < 6000; ++i)
    drawing.features.push_back({{Polygons{{square(500000 + random.uniform(0, 8000), 3400000 + random.uniform(0, 8000), 12)}}}, 0});
  const auto geometry = buildGeometry(drawing, city());
  ASSERT_TRUE(geometry);
  EXPECT_EQ(geometry->featureCount, 6000u);
  EXPECT_GT(geometry->tiles.size(), 2u);
  std::size_t triangles = 0;
  for (const auto& tile : geometry->tiles) {
    triangles += tile.fillIndices.size() / 3;
    const geo::Box box = tile.box.grownBy(0.01);
    for (const auto& vertex : tile.fills) EXPECT_TRUE(box.contains({tile.origin.x + vertex.x, tile.origin.y - vertex.y}));
  }
  EXPECT_EQ(triangles, 12000u);
}

TEST(MapGeometry, verticesKeepMillimetresFarFromTheWorldsOrigin) {
  const geo::XY corner{512345.678, 3412345.678};
  Drawing drawing{{{.radiusPx = 3}}, {{{Points{{corner}}}, 0}}};
  drawing.pens[0].fill = Qt::red;
  const auto geometry = buildGeometry(drawing, city());
  ASSERT_TRUE(geometry);
  const auto lonLat = geo::toLonLat(city(), corner);
  ASSERT_TRUE(lonLat);
  const geo::XY world = worldOf(*lonLat);
  const auto& tile = geometry->tiles.front();
  EXPECT_NEAR(tile.origin.x + tile.strokes.front().x, world.x, 1e-3);
  EXPECT_NEAR(tile.origin.y - tile.strokes.front().y, world.y, 1e-3);
}

TEST(MapGeometry, pensOfDifferentScalesAreInDifferentTiles) {
  Pen far{.stroke = Qt::black}, near{.stroke = Qt::black};
  near.maxScale = 2000;
  const geo::Line<geo::XY> line{{500000, 3400000}, {500010, 3400000}};
  const auto geometry = buildGeometry({{far, near}, {{{Lines{{line}}}, 0}, {{Lines{{line}}}, 1}}}, city());
  ASSERT_TRUE(geometry);
  ASSERT_EQ(geometry->tiles.size(), 2u);
  EXPECT_EQ(geometry->tiles[0].maxScale, 0);
  EXPECT_EQ(geometry->tiles[1].maxScale, 2000);
}

TEST(MapGeometry, aCornerIsMitredAndARingIsClosed) {
  GeometryTile tile;
  addStroke(tile, square(0, 0, 10).outer, {.stroke = Qt::black}, 1);
  ASSERT_EQ(tile.strokes.size(), 10u);
  EXPECT_EQ(tile.strokeIndices.size(), 24u);
  for (const auto& vertex : tile.strokes) EXPECT_NEAR(std::hypot(vertex.normalX, vertex.normalY), std::sqrt(2), 1e-5);
}

TEST(MapGeometry, aSharpTurnDoesNotMakeASpike) {
  GeometryTile tile;
  addStroke(tile, {{0, 0}, {10, 0}, {0, 0.1}}, {.stroke = Qt::black}, 1);
  for (const auto& vertex : tile.strokes) EXPECT_LE(std::hypot(vertex.normalX, vertex.normalY), 2.5F);
}

TEST(MapGeometry, lettersOfLinesSideBySideStandApartAndOnTheirLines) {
  const auto lettersOf = [](double shift) {
    const StampAtlas::Stamp stamp{{0, 0, 1, 1}, {6, 6}, shift};
    Pen pen;
    pen.letter = &stamp;
    GeometryTile tile;
    addStampsAlong(tile, {{0, 0}, {100, 0}}, pen, 0);
    std::vector<double> places;
    for (std::size_t i = 0; i < tile.stamps.size(); i += 4) places.push_back(tile.stamps[i].x);
    return places;
  };
  const auto plain = lettersOf(0), early = lettersOf(-0.35), late = lettersOf(0.35);
  ASSERT_FALSE(plain.empty());
  EXPECT_DOUBLE_EQ(plain.front(), 50);
  EXPECT_DOUBLE_EQ(early.front(), 32.5);
  EXPECT_DOUBLE_EQ(late.front(), 67.5);
  for (const double place : early) EXPECT_GT(place, 0);
  for (const double place : late) EXPECT_LT(place, 100);
}

TEST(MapGeometry, linesOfNoLengthAndEmptyDrawingsDrawNothing) {
  GeometryTile tile;
  addStroke(tile, {{1, 1}, {1, 1}, {1, 1}}, {.stroke = Qt::black}, 1);
  EXPECT_TRUE(tile.strokes.empty());
  const auto geometry = buildGeometry({}, city());
  ASSERT_TRUE(geometry);
  EXPECT_TRUE(geometry->tiles.empty());
}

TEST(MapGeometry, aPointThatCannotBeProjectedIsAnErrorAndNotACrash) {
  Drawing drawing{{{.stroke = Qt::red}}, {{{Points{{{std::nan(""), 0}}}}, 0}}};
  EXPECT_FALSE(buildGeometry(drawing, city()));
}

}  // namespace
}  // namespace pianqu::app
