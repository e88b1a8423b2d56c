#include <gtest/gtest.h>

#include <cmath>

#include "geo/measure/measure.hpp"
#include "geo/shape/wkt.hpp"

namespace pianqu::geo {
namespace {

MultiPolygon<XY> polygons(const char* wkt) { return std::get<XYGeometry::Polygons>(parseWkt(wkt)->value).polygons; }

TEST(Area, subtractsHolesWhateverTheWinding) {
  EXPECT_EQ(areaOf(polygons("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 4,2 2))")).value, 96);
  EXPECT_EQ(areaOf(polygons("POLYGON ((0 0,0 10,10 10,10 0,0 0),(2 2,2 4,4 4,4 2,2 2))")).value, 96);
}

TEST(Area, losesNothingFarFromTheOrigin) {
  EXPECT_EQ(areaOf(polygons("POLYGON ((39361021.5 3302000.25,39361022.5 3302000.25,39361022.5 3302001.25,39361021.5 3302001.25,39361021.5 3302000.25))")).value, 1);
}

TEST(Area, isNothingForALine) { EXPECT_EQ(areaOf(Polygon<XY>{{{0, 0}, {1, 0}}, {}}).value, 0); }

TEST(Length, addsTheSegments) { EXPECT_EQ(lengthOf(Line<XY>{{0, 0}, {3, 4}, {3, 5}}).value, 6); }

TEST(PointAlong, stopsAtTheEnds) {
  const Line<XY> line{{0, 0}, {10, 0}, {10, 10}};
  EXPECT_EQ(pointAlong(line, 15), (XY{10, 5}));
  EXPECT_EQ(pointAlong(line, -1), (XY{0, 0}));
  EXPECT_EQ(pointAlong(line, 99), (XY{10, 10}));
}

TEST(DistanceToLine, isToTheNearestPlaceOnIt) {
  EXPECT_EQ(distanceToLine({5, 3}, {{0, 0}, {10, 0}}), 3);
  EXPECT_EQ(distanceToLine({-3, 4}, {{0, 0}, {10, 0}}), 5);
  EXPECT_TRUE(std::isinf(distanceToLine({0, 0}, {})));
}

TEST(Centroid, balancesAroundAHole) {
  const XY centre = centroidOf(polygons("POLYGON ((0 0,4 0,4 2,0 2,0 0),(2 0,4 0,4 2,2 2,2 0))"));
  EXPECT_NEAR(centre.x, 1, 1e-12);
  EXPECT_NEAR(centre.y, 1, 1e-12);
  EXPECT_EQ(centroidOf(MultiPolygon<XY>{}), (XY{0, 0}));
}

TEST(Contains, knowsHolesAndParts) {
  const auto shape = polygons("MULTIPOLYGON (((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 4,2 2)),((20 0,21 0,21 1,20 1,20 0)))");
  EXPECT_TRUE(contains(shape, {1, 1}));
  EXPECT_FALSE(contains(shape, {3, 3}));
  EXPECT_TRUE(contains(shape, {20.5, 0.5}));
  EXPECT_FALSE(contains(shape, {15, 0.5}));
}

TEST(PolsbyPopper, ofASquareIsAQuarterOfPi) {
  EXPECT_NEAR(polsbyPopper(polygons("POLYGON ((0 0,10 0,10 10,0 10,0 0))")), M_PI / 4, 1e-12);
  EXPECT_EQ(polsbyPopper({}), 0);
}

TEST(GroundArea, isSmallerThanTheGridAwayFromTheMeridian) {
  const Crs crs = Crs::localCity(114, 500000);
  const auto point = fromLonLat(crs, {115, 30});
  EXPECT_NEAR(*groundAreaFactor(crs, *point), 1 - 2 * 115e-6, 2e-6);
  EXPECT_NEAR(*groundAreaFactor(crs, *fromLonLat(crs, {114, 30})), 1, 1e-9);
}

}  // namespace
}  // namespace pianqu::geo
