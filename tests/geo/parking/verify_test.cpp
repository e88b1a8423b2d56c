#include "geo/parking/verify.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "geo/measure/measure.hpp"
#include "geo/parking/free_space.hpp"
#include "geo/shape/wkt.hpp"

namespace pianqu::geo {
namespace {

constexpr StallRules kRules{.stallWidthM = 2.4, .stallDepthM = 5.3, .aisleM = 5.5, .parallelLengthM = 6.0, .parallelDepthM = 2.4, .parallelAisleM = 4.0};
const Polygon<XY> kLot{{{0, 0}, {24, 0}, {24, 16.1}, {0, 16.1}, {0, 0}}, {}};

/// Ten stalls on each side of an aisle in the middle of the lot, drawn by hand.
Layout drawn() {
  Layout layout;
  layout.entrance = {0, 8.05};
  layout.aisles = {{{{0, 5.3}, {24, 5.3}, {24, 10.8}, {0, 10.8}, {0, 5.3}}, {}}};
  for (int i = 0; i < 10; ++i) {
    const double low = 2.4 * i, high = low + 2.4;
    layout.stalls.push_back({{{high, 5.3}, {low, 5.3}, {low, 0}, {high, 0}, {high, 5.3}}, {}});
    layout.stalls.push_back({{{low, 10.8}, {high, 10.8}, {high, 16.1}, {low, 16.1}, {low, 10.8}}, {}});
  }
  return layout;
}

std::vector<std::string> codesOf(const Layout& layout) {
  std::vector<std::string> codes;
  const auto problems = verifyLayout(layout, {{kLot}, {}}, kRules);
  if (!problems) return {toText(problems.error())};
  for (const auto& problem : *problems) codes.push_back(problem.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

void shift(Polygon<XY>& polygon, XY by) {
  for (XY& p : polygon.outer) p = p + by;
}

using Codes = std::vector<std::string>;

TEST(VerifyLayout, findsNothingInARightLayout) { EXPECT_EQ(codesOf(drawn()), Codes{}); }

TEST(VerifyLayout, findsAStallThatIsShiftedByFiveCentimetres) {
  auto layout = drawn();
  shift(layout.stalls[4], {0.05, 0});
  EXPECT_EQ(codesOf(layout), Codes{"stalls-overlap"});
}

TEST(VerifyLayout, findsAStallThatLeavesTheFreeSpace) {
  auto layout = drawn();
  shift(layout.stalls[0], {0, -0.05});
  const auto codes = codesOf(layout);
  EXPECT_TRUE(std::count(codes.begin(), codes.end(), "stall-outside-free"));
}

TEST(VerifyLayout, findsAStallOnTheAisle) {
  auto layout = drawn();
  shift(layout.stalls[0], {0, 0.05});
  const auto codes = codesOf(layout);
  EXPECT_TRUE(std::count(codes.begin(), codes.end(), "stall-on-aisle"));
}

TEST(VerifyLayout, findsAStallOfTheWrongSize) {
  auto layout = drawn();
  for (XY& p : layout.stalls[19].outer) p.x = std::min(p.x, 23.9);
  EXPECT_EQ(codesOf(layout), Codes{"stall-size"});
}

TEST(VerifyLayout, findsAnAisleThatIsTooNarrow) {
  auto layout = drawn();
  layout.aisles = {{{{0, 5.35}, {24, 5.35}, {24, 10.8}, {0, 10.8}, {0, 5.35}}, {}}};
  EXPECT_EQ(codesOf(layout), Codes{"stall-not-served"});
}

TEST(VerifyLayout, findsAnAisleInTwoPieces) {
  auto layout = drawn();
  layout.aisles = {{{{0, 5.3}, {12, 5.3}, {12, 10.8}, {0, 10.8}, {0, 5.3}}, {}}, {{{12.2, 5.3}, {24, 5.3}, {24, 10.8}, {12.2, 10.8}, {12.2, 5.3}}, {}}};
  const auto codes = codesOf(layout);
  EXPECT_TRUE(std::count(codes.begin(), codes.end(), "aisle-split"));
}

TEST(VerifyLayout, findsAnEntranceThatNoAisleReaches) {
  auto layout = drawn();
  layout.entrance = {0, 2};
  EXPECT_EQ(codesOf(layout), Codes{"entrance-off-aisle"});
}

TEST(VerifyLayout, findsAnAisleOutsideTheFreeSpace) {
  auto layout = drawn();
  layout.aisles[0].outer = {{-1, 5.3}, {24, 5.3}, {24, 10.8}, {-1, 10.8}, {-1, 5.3}};
  EXPECT_EQ(codesOf(layout), Codes{"aisle-outside-free"});
}

XYGeometry shapeOf(const char* wkt) { return parseWkt(wkt).value(); }
MultiPolygon<XY> polygonsOf(const char* wkt) { return std::get<XYGeometry::Polygons>(shapeOf(wkt).value).polygons; }

TEST(FreeSpace, isTheYardLessTheClearances) {
  const auto yard = polygonsOf("POLYGON((0 0,60 0,60 20,0 20,0 0))");
  const std::vector<Obstacle> buildings{{shapeOf("POLYGON((0 20,60 20,60 30,0 30,0 20))"), 6}, {shapeOf("POLYGON((0 -10,60 -10,60 0,0 0,0 -10))"), 6}};
  const auto free = freeSpaceOf(yard, buildings, 2.4);
  ASSERT_TRUE(free);
  // The clearance is pushed out by half a percent so that chords do not undercut it.
  EXPECT_NEAR(areaOf(*free).value, 60 * 8, 60 * 8 * 0.01);
  EXPECT_LE(areaOf(*free).value, 60 * 8 + 1e-6);
}

TEST(FreeSpace, dropsPartsInWhichNoStallFits) {
  const auto free = freeSpaceOf(polygonsOf("MULTIPOLYGON(((0 0,30 0,30 2,0 2,0 0)),((0 10,30 10,30 20,0 20,0 10)))"), {}, 2.4);
  ASSERT_TRUE(free);
  EXPECT_EQ(free->size(), 1U);
}

TEST(FreeSpace, neverGrowsWhenAnObstacleIsAddedOrMovedApart) {
  const auto yard = polygonsOf("POLYGON((0 0,60 0,60 40,0 40,0 0))");
  double last = 1e9;
  std::vector<Obstacle> obstacles;
  for (int i = 0; i < 6; ++i) {
    obstacles.push_back({shapeOf(("POINT(" + std::to_string(8 * i + 5) + " 20)").c_str()), 1.0 + i});
    const auto free = freeSpaceOf(yard, obstacles, 2.4);
    ASSERT_TRUE(free);
    EXPECT_LT(areaOf(*free).value, last);
    last = areaOf(*free).value;
  }
}

}  // namespace
}  // namespace pianqu::geo
