#include "app/edit/typed_point.hpp"

#include <gtest/gtest.h>

namespace pianqu::app {
namespace {

using geo::XY;

void expectNear(XY a, XY b) {
  EXPECT_NEAR(a.x, b.x, 1e-9);
  EXPECT_NEAR(a.y, b.y, 1e-9);
}

TEST(TypedPoint, withoutNumbersThePointerCounts) { expectNear(constrained(XY{0, 0}, {3, 4}, {}), {3, 4}); }
TEST(TypedPoint, aLengthKeepsTheDirectionOfThePointer) { expectNear(constrained(XY{0, 0}, {3, 4}, {.lengthM = 10}), {6, 8}); }
TEST(TypedPoint, aBearingKeepsTheFootOfThePointer) { expectNear(constrained(XY{1, 1}, {6, 30}, {.bearingDeg = 90}), {6, 1}); }
TEST(TypedPoint, aBearingNeverGoesBackwards) { expectNear(constrained(XY{1, 1}, {-6, 30}, {.bearingDeg = 90}), {1, 1}); }
TEST(TypedPoint, lengthAndBearingTogetherNeedNoPointer) { expectNear(constrained(XY{10, 20}, {0, 0}, {.lengthM = 5, .bearingDeg = 180}), {10, 15}); }
TEST(TypedPoint, oneCoordinateHoldsThePointerOnItsLine) { expectNear(constrained(XY{0, 0}, {3, 4}, {.x = 7}), {7, 4}); }
TEST(TypedPoint, theFirstPointHasOnlyCoordinates) { expectNear(constrained(std::nullopt, {3, 4}, {.lengthM = 10, .y = 2}), {3, 2}); }
TEST(TypedPoint, bearingsTurnClockwiseFromNorth) {
  EXPECT_DOUBLE_EQ(bearingOf({0, 0}, {0, 1}), 0);
  EXPECT_DOUBLE_EQ(bearingOf({0, 0}, {1, 0}), 90);
  EXPECT_DOUBLE_EQ(bearingOf({0, 0}, {0, -1}), 180);
  EXPECT_DOUBLE_EQ(bearingOf({0, 0}, {-1, 0}), 270);
}

}  // namespace
}  // namespace pianqu::app
