#include <gtest/gtest.h>

#include <cmath>

#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/shape/wkt.hpp"

namespace pianqu::geo {
namespace {

MultiPolygon<XY> polygons(const char* wkt) { return std::get<XYGeometry::Polygons>(parseWkt(wkt)->value).polygons; }
MultiLine<XY> lines(const char* wkt) { return std::get<XYGeometry::Lines>(parseWkt(wkt)->value).lines; }

const char* const kSquare = "POLYGON ((0 0,10 0,10 10,0 10,0 0))";

TEST(Overlay, areasOfPartsAddUp) {
  Random random(5);
  for (int round = 0; round < 50; ++round) {
    const auto a = bufferOf(XYGeometry{XYGeometry::Points{{{random.uniform(0, 20), random.uniform(0, 20)}}}}, random.uniform(1, 9));
    const auto b = polygons(kSquare);
    const double whole = areaOf(*a).value, inside = areaOf(*intersectionOf(*a, b)).value, outside = areaOf(*differenceOf(*a, b)).value;
    ASSERT_NEAR(inside + outside, whole, 1e-9 * whole) << "seed 5, round " << round;
  }
}

TEST(Overlay, unionDropsTheSharedEdge) {
  const auto joined = unionOf(polygons("MULTIPOLYGON (((0 0,1 0,1 1,0 1,0 0)),((1 0,2 0,2 1,1 1,1 0)))"));
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->size(), 1u);
  EXPECT_EQ(areaOf(*joined).value, 2);
}

TEST(Overlay, nothingIsNothing) {
  EXPECT_TRUE(unionOf({})->empty());
  EXPECT_TRUE(intersectionOf({}, polygons(kSquare))->empty());
  EXPECT_FALSE(pointInside({}));
  EXPECT_TRUE(std::isinf(distanceBetween({}, *parseWkt("POINT (0 0)"))));
}

TEST(SplitLines, insideAndOutsideMakeTheWhole) {
  const auto parts = splitLines(lines("MULTILINESTRING ((-5 5,15 5),(20 0,30 0))"), polygons(kSquare));
  ASSERT_TRUE(parts);
  EXPECT_NEAR(lengthOf(parts->inside).value, 10, 1e-9);
  EXPECT_NEAR(lengthOf(parts->outside).value, 20, 1e-9);
}

TEST(Repair, closesARingAndSaysSo) {
  Problems problems;
  const auto shape = repairPolygons({{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {}}}, problems);
  ASSERT_TRUE(shape);
  EXPECT_EQ(areaOf(*shape).value, 16);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "ring-closed");
}

TEST(Repair, untanglesABowTie) {
  Problems problems;
  const auto shape = repairPolygons({{{{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}, {}}}, problems);
  ASSERT_TRUE(shape);
  EXPECT_FALSE(findInvalidity(*shape));
  EXPECT_EQ(areaOf(*shape).value, 8);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "self-crossing");
  EXPECT_EQ(problems[0].where.x, 2);
}

TEST(Repair, refusesWhatHasNoArea) {
  Problems problems;
  EXPECT_FALSE(repairPolygons({{{{0, 0}, {4, 0}, {0, 0}}, {}}}, problems));
  EXPECT_FALSE(repairPolygons({{{{0, 0}, {4, 0}, {8, 0}, {0, 0}}, {}}}, problems));
  EXPECT_FALSE(repairPolygons({{{{NAN, 0}, {4, 0}, {8, NAN}, {0, 0}}, {}}}, problems));
}

TEST(Validity, namesThePlace) {
  const auto invalidity = findInvalidity(polygons("POLYGON ((0 0,4 4,4 0,0 4,0 0))"));
  ASSERT_TRUE(invalidity);
  EXPECT_EQ(invalidity->place, (XY{2, 2}));
  EXPECT_FALSE(findInvalidity(polygons(kSquare)));
}

TEST(Triangulate, coversAPolygonWithAHole) {
  const auto corners = triangulate(polygons("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 4,2 2))")[0]);
  ASSERT_TRUE(corners);
  double area = 0;
  for (std::size_t i = 0; i < corners->size(); i += 3) {
    const double one = signedAreaM2({(*corners)[i], (*corners)[i + 1], (*corners)[i + 2]});
    EXPECT_GT(one, 0);
    area += one;
  }
  EXPECT_NEAR(area, 96, 1e-9);
}

TEST(Coverage, seesAGapAndAnOverlap) {
  EXPECT_TRUE(isCoverageValid({polygons("POLYGON ((0 0,1 0,1 1,0 1,0 0))"), polygons("POLYGON ((1 0,2 0,2 1,1 1,1 0))")}));
  EXPECT_FALSE(isCoverageValid({polygons("POLYGON ((0 0,1.1 0,1.1 1,0 1,0 0))"), polygons("POLYGON ((1 0,2 0,2 1,1 1,1 0))")}));
  EXPECT_FALSE(isCoverageValid({polygons("POLYGON ((0 0,1 0,1 1,0 1,0 0))"), polygons("POLYGON ((1 0,2 0,2 1,1 1,1 0.5,1 0))")})) << "a vertex that only one side has";
}

TEST(Coverage, simplifiesSharedEdgesTogether) {
  const auto simple = simplifyCoverage({polygons("POLYGON ((0 0,5 0,5.1 5,5 10,0 10,0 0))"), polygons("POLYGON ((5 0,10 0,10 10,5 10,5.1 5,5 0))")}, 1, false);
  ASSERT_TRUE(simple);
  EXPECT_TRUE(isCoverageValid(*simple));
  EXPECT_EQ((*simple)[0][0].outer.size(), 5u);
}

}  // namespace
}  // namespace pianqu::geo
