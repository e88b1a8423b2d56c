#include "geo/parking/layout.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"
#include "geo/parking/verify.hpp"
#include "geo/shape/wkt.hpp"

namespace pianqu::geo {
namespace {

/// JGJ 100-2015 table 4.3.4, car reversing in; the lane beside parallel stalls of GB 50352-2019 5.2.2.
constexpr StallRules kRules{.stallWidthM = 2.4, .stallDepthM = 5.3, .aisleM = 5.5, .parallelLengthM = 6.0, .parallelDepthM = 2.4, .parallelAisleM = 4.0};

Polygon<XY> rectangle(double width, double height) { return {{{0, 0}, {width, 0}, {width, height}, {0, height}, {0, 0}}, {}}; }

Polygon<XY> polygonOf(const char* wkt) { return std::get<XYGeometry::Polygons>(parseWkt(wkt)->value).polygons.front(); }

XY turned(XY p, double angle, XY shift) { return {shift.x + p.x * std::cos(angle) - p.y * std::sin(angle), shift.y + p.x * std::sin(angle) + p.y * std::cos(angle)}; }

Polygon<XY> turned(Polygon<XY> polygon, double angle, XY shift) {
  for (XY& p : polygon.outer) p = turned(p, angle, shift);
  for (auto& hole : polygon.holes)
    for (XY& p : hole) p = turned(p, angle, shift);
  return polygon;
}

Layout verified(const Polygon<XY>& lot, XY entrance, const StallRules& rules = kRules) {
  const auto layout = layOut(lot, entrance, rules);
  EXPECT_TRUE(layout) << toText(layout.error());
  if (!layout) return {};
  const auto problems = verifyLayout(*layout, {{lot}, {}}, rules);
  EXPECT_TRUE(problems) << toText(problems.error());
  for (const auto& problem : problems.value_or(Problems{})) ADD_FAILURE() << problem.code << ": " << problem.text << " " << problem.where.feature << "\n" << toWkt(layout->aisles);
  return *layout;
}

std::size_t countOf(const Polygon<XY>& lot, XY entrance, const StallRules& rules = kRules) { return verified(lot, entrance, rules).stalls.size(); }

// F1 of the published closed forms: one aisle with a row on both sides holds 2 floor(L / w).
TEST(Layout, fillsOneDoubleLoadedModuleByItsClosedForm) {
  for (const auto& [length, stalls] : std::vector<std::pair<double, std::size_t>>{{12, 10}, {24, 20}, {47.9, 38}, {96, 80}}) {
    EXPECT_EQ(countOf(rectangle(length, 16.1), {0, 8.05}), stalls) << length;
  }
}

// F2: a row on one side, floor(L / w).
TEST(Layout, fillsASingleLoadedAisleByItsClosedForm) { EXPECT_EQ(countOf(rectangle(60, 10.8), {0, 2.75}), 25U); }

// F3: perpendicular on one side, parallel on the other: floor(L / 2.4) + floor(L / 6).
TEST(Layout, mixesAPerpendicularAndAParallelRow) { EXPECT_EQ(countOf(rectangle(30, 13.2), {0, 7}), 17U); }

// F5: a yard of 60 x 20 m between two buildings, 6 m away (GB 50067 4.2.1) and 2 m away (GB 50180 6.0.5).
TEST(Layout, showsWhatTheClearanceToBuildingsCosts) {
  EXPECT_EQ(countOf(rectangle(60, 8), {0, 2}), 10U);
  EXPECT_EQ(countOf(rectangle(60, 16), {0, 7}), 35U);
}

// F6: the best pattern by the width of a strip of 60 m, one-way lanes of 3.8 m open at both ends.
TEST(Layout, findsTheBestPatternForEveryStripWidth) {
  StallRules oneWay = kRules;
  oneWay.parallelAisleM = 3.8;
  for (const auto& [width, entrance, stalls] : std::vector<std::tuple<double, double, std::size_t>>{{6.2, 1.9, 10}, {8.6, 4.3, 20}, {10.8, 2.75, 25}, {13.2, 7, 35}, {16.1, 8.05, 50}}) {
    EXPECT_EQ(countOf(rectangle(60, width), {0, entrance}, oneWay), stalls) << width;
  }
}

// F4: a strip beside an existing lane holds floor(L / 6); no aisle is built.
TEST(LayoutBesideALane, fillsTheStripByItsClosedForm) {
  const auto strip = rectangle(18, 2.401);
  const auto layout = layOutBeside(strip, {0, 0}, {18, 0}, 4.0, kRules);
  EXPECT_EQ(layout.stalls.size(), 3U);
  const auto problems = verifyLayout(layout, {{strip}, {polygonOf("POLYGON((-1 -4, 19 -4, 19 0.01, -1 0.01, -1 -4))")}}, kRules);
  ASSERT_TRUE(problems);
  EXPECT_TRUE(problems->empty()) << problems->front().code;
}

TEST(LayoutBesideALane, placesNothingOnALaneThatIsTooNarrow) { EXPECT_TRUE(layOutBeside(rectangle(18, 2.5), {0, 0}, {18, 0}, 3.8, kRules).stalls.empty()); }

TEST(LayoutBesideALane, turnsStallsAcrossWhereTheLaneIsWideEnough) { EXPECT_EQ(layOutBeside(rectangle(24.1, 5.4), {0, 0}, {24.1, 0}, 6.0, kRules).stalls.size(), 10U); }

TEST(Layout, placesNothingWithoutRoomOrEntrance) {
  EXPECT_EQ(countOf(rectangle(60, 5), {0, 2.5}), 0U);
  EXPECT_EQ(countOf(rectangle(60, 16.1), {-50, 8}), 0U);
}

TEST(Layout, entersFromTheLongSideThroughTheRow) {
  // The stub of 5.5 m takes the place of three stalls of the lower row at most.
  const auto stalls = countOf(rectangle(60, 16.1), {30, 0});
  EXPECT_GE(stalls, 47U);
  EXPECT_LT(stalls, 50U);
}

TEST(Layout, joinsSeveralAislesByACrossAisle) { EXPECT_GE(countOf(rectangle(60, 32.2), {0, 8.05}), 85U); }

TEST(Layout, countsTheSameInEveryOrientation) {
  const auto lot = rectangle(60, 40);
  const XY entrance{0, 8};
  const auto straight = countOf(lot, entrance);
  for (const double degrees : {17.0, 45.0, 101.5, 233.0}) {
    const double angle = degrees * std::numbers::pi / 180;
    const XY shift{500123.4, 3312345.6};
    EXPECT_EQ(countOf(turned(lot, angle, shift), turned(entrance, angle, shift)), straight) << degrees;
  }
}

TEST(Layout, goesAroundAHoleAndAReflexCorner) {
  EXPECT_GE(countOf(polygonOf("POLYGON((0 0,60 0,60 40,0 40,0 0),(24 14,36 14,36 26,24 26,24 14))"), {0, 8}), 45U);
  EXPECT_GE(countOf(polygonOf("POLYGON((0 0,60 0,60 30,30 30,30 60,0 60,0 0))"), {0, 8}), 80U);
}

TEST(Layout, neverPassesTheRowBoundOnRectangles) {
  for (const auto& [width, height] : std::vector<std::pair<double, double>>{{60, 32.2}, {60, 40}, {100, 48.3}, {45, 11.5}}) {
    const auto lot = rectangle(width, height);
    EXPECT_LE(static_cast<int>(countOf(lot, {0, height / 2})), rowBound(areaOf(lot).value, kRules)) << width << " x " << height;
  }
}

TEST(Layout, verifiesOnRandomLotsAndRepeatsItself) {
  const std::uint64_t seed = 20240601;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  for (int i = 0; i < 40; ++i) {
    Polygon<XY> lot;
    const int corners = random.integer(4, 9);
    for (int k = 0; k < corners; ++k) {
      const double angle = 2 * std::numbers::pi * k / corners, radius = random.uniform(12, 32);
      lot.outer.push_back({500000 + radius * std::cos(angle), 3300000 + radius * std::sin(angle)});
    }
    lot.outer.push_back(lot.outer.front());
    const auto at = static_cast<std::size_t>(random.integer(0, corners - 1));
    const XY entrance = (lot.outer[at] + lot.outer[at + 1]) * 0.5;
    const auto first = verified(lot, entrance);
    const auto second = layOut(lot, entrance, kRules);
    ASSERT_TRUE(second);
    EXPECT_EQ(first.stalls, second->stalls);
  }
}

TEST(RowBound, isTheFormulaOfTheReference) {
  EXPECT_EQ(rowBound(60 * 16.1, kRules), 50);
  EXPECT_EQ(rowBound(2400, kRules), 124);
}

}  // namespace
}  // namespace pianqu::geo
