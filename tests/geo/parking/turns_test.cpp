#include "geo/parking/turns.hpp"

#include <gtest/gtest.h>

namespace pianqu::geo {
namespace {

constexpr TurningCar kCar{.radiusM = 6, .wheelbaseM = 2.7, .frontOverhangM = 0.9, .widthM = 1.8, .trackM = 1.5};

/// An L of two aisles of `width`, with one stall so that it counts as a layout.
Layout corner(double width) {
  Layout layout;
  layout.aisles = {{{{0, 0}, {20, 0}, {20, width}, {width, width}, {width, 20}, {0, 20}, {0, 0}}, {}}};
  layout.stalls = {{{{10, width}, {12.4, width}, {12.4, width + 5.3}, {10, width + 5.3}, {10, width}}, {}}};
  layout.entrance = {20, width / 2};
  return layout;
}

TEST(TurningCar, sweepsTheRingOfTheFormulas) {
  EXPECT_NEAR(kCar.innerM(), 3.708, 0.001);
  EXPECT_NEAR(kCar.outerM(), 6.581, 0.001);
}

TEST(TightTurns, areNoneInAislesOfFiveAndAHalfMetres) { EXPECT_TRUE(findTightTurns(corner(5.5), {}, kCar).empty()); }

TEST(TightTurns, areFoundWhereTheAisleIsNarrowerThanTheSweep) {
  // A right-angled corner needs outer - inner / sqrt 2 = 3.96 m.
  EXPECT_TRUE(findTightTurns(corner(4.0), {}, kCar).empty());
  const auto problems = findTightTurns(corner(3.6), {}, kCar);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "turn-too-tight");
  EXPECT_DOUBLE_EQ(*problems[0].where.x, 3.6);
}

TEST(TightTurns, mayUseTheLaneBesideTheAisle) {
  const MultiPolygon<XY> lane{{{{-4, -4}, {24, -4}, {24, 0}, {-4, 0}, {-4, -4}}, {}}};
  const MultiPolygon<XY> side{{{{-4, -4}, {0, -4}, {0, 24}, {-4, 24}, {-4, -4}}, {}}};
  MultiPolygon<XY> both = lane;
  both.push_back(side.front());
  EXPECT_TRUE(findTightTurns(corner(3.6), both, kCar).empty());
}

}  // namespace
}  // namespace pianqu::geo
