#include "geo/drainage/pipe_router.hpp"

#include <cmath>
#include <iostream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

using ::testing::ElementsAre;

constexpr RouteLimits kLimits{.clearanceM = 2.5, .clearanceCost = 3, .searchM = 60};

Polygon<XY> house(double minX, double minY, double maxX, double maxY) {
  return {{{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}, {minX, minY}}, {}};
}

/// Metres of the line inside the polygon, by walking along it: the oracle.
double walkedInsideM(const Line<XY>& line, const Polygon<XY>& polygon) {
  constexpr double kStepM = 0.01;
  const double length = lengthOf(line).value;
  double inside = 0;
  for (double along = kStepM / 2; along < length; along += kStepM) {
    if (contains(polygon, pointAlong(line, along))) inside += kStepM;
  }
  return inside;
}

TEST(PipeRouter, goesStraightOnOpenGround) {
  EXPECT_THAT(*PipeRouter().route({0, 0}, {50, 0}), ElementsAre(XY{0, 0}, XY{50, 0}));
  const PipeRouter router({house(0, 10, 50, 20)}, kLimits);
  EXPECT_THAT(*router.route({0, 0}, {50, 0}), ElementsAre(XY{0, 0}, XY{50, 0}));
}

TEST(PipeRouter, goesAroundAHouseAtTheClearance) {
  const PipeRouter router({house(20, -5, 30, 10)}, kLimits);
  const Line<XY> line = *router.route({0, 0}, {50, 0});
  ASSERT_EQ(line.size(), 4u);
  EXPECT_EQ(line[1], (XY{17.5, -7.5}));
  EXPECT_EQ(line[2], (XY{32.5, -7.5}));
  EXPECT_FALSE(router.isBlocked(line));
  EXPECT_NEAR(router.tightM(line), 0, 1e-6);
  EXPECT_TRUE(router.isBlocked({{0, 0}, {50, 0}}));
}

TEST(PipeRouter, leavesAFacadeOutwardsAndNeverThroughItsHouse) {
  const PipeRouter router({house(0, 0, 40, 12)}, kLimits);
  // The riser hangs on the north wall, the manhole lies to the south.
  const Line<XY> line = *router.route({10, 12}, {10, -10});
  EXPECT_GT(line.size(), 3u);
  EXPECT_LT(walkedInsideM(line, house(0, 0, 40, 12)), 0.35);
  EXPECT_LT(lengthOf(line).value, 60);
}

TEST(PipeRouter, findsThePlaceOffTheWallThatARiserHangsOn) {
  const PipeRouter router({house(0, 0, 40, 12), house(50, 0, 60, 12)}, kLimits);
  EXPECT_EQ(router.offWall({10, 12}), (XY{10, 14.5}));
  EXPECT_EQ(router.offWall({10, -0.2}), (XY{10, -2.5}));
  EXPECT_EQ(router.offWall({10, 11.8}), (XY{10, 14.5})) << "drawn a little inside";
  EXPECT_FALSE(router.offWall({10, 20})) << "hangs on no wall";
  EXPECT_FALSE(PipeRouter({house(0, 0, 40, 12), house(0, 14, 40, 26)}, kLimits).offWall({10, 12})) << "another house stands there";
}

TEST(PipeRouter, takesANarrowLaneOnlyWhereTheWayAroundIsMuchLonger) {
  // A lane of 3 m between two houses: nowhere 2.5 m from a wall.
  const auto laneOf = [](double depthM) { return PipeRouter({house(-60, 0, -1.5, depthM), house(1.5, 0, 60, depthM)}, kLimits); };
  const Line<XY> through = *laneOf(8).route({0, -5}, {0, 13});
  EXPECT_LT(lengthOf(through).value, 20);
  EXPECT_NEAR(laneOf(8).tightM(through), 8 + 2 * 2, 1.1);
}

TEST(PipeRouter, findsTheEndThatLiesUnderAHouse) {
  const PipeRouter router({house(0, 0, 10, 10)}, kLimits);
  const Line<XY> line = *router.route({9, 5}, {30, 5});   // 1 m inside
  EXPECT_THAT(line, ElementsAre(XY{9, 5}, XY{30, 5}));
}

TEST(PipeRouter, saysWhenThereIsNoWay) {
  Polygon<XY> ring = house(-20, -20, 20, 20);
  ring.holes.push_back(house(-10, -10, 10, 10).outer);
  EXPECT_FALSE(PipeRouter({ring}, kLimits).route({0, 0}, {50, 0}));
}

TEST(PipeRouter, entersNoHouseOfARandomTown) {
  const unsigned seed = 20261128;
  std::cout << "seed " << seed << '\n';
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> place(0, 200), size(6, 30);
  for (int round = 0; round < 20; ++round) {
    std::vector<Polygon<XY>> houses;
    for (int i = 0; i < 25; ++i) {
      const double x = place(random), y = place(random);
      houses.push_back(house(x, y, x + size(random), y + size(random)));
    }
    const PipeRouter router(houses, kLimits);
    const XY from{place(random), place(random)}, to{place(random), place(random)};
    const auto line = router.route(from, to);
    if (!line) continue;
    EXPECT_EQ(line->front(), from);
    EXPECT_EQ(line->back(), to);
    for (const auto& each : houses) {
      if (contains(each, from) || contains(each, to)) continue;
      EXPECT_LT(walkedInsideM(*line, each), 0.1) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace pianqu::geo
