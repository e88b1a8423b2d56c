#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "geo/base/random.hpp"
#include "geo/base/units.hpp"

namespace pianqu::geo {
namespace {

TEST(Fen, roundsAPriceHalfAwayFromZero) {
  EXPECT_EQ(priceOf(2.5, {1}).value, 3);
  EXPECT_EQ(priceOf(-2.5, {1}).value, -3);
  EXPECT_EQ(priceOf(123.456, {10000}).value, 1234560);
}

TEST(Fen, printsYuanWithTwoDecimals) {
  EXPECT_EQ(toYuan({0}), "0.00");
  EXPECT_EQ(toYuan({5}), "0.05");
  EXPECT_EQ(toYuan({-123456}), "-1234.56");
}

TEST(Error, namesFileLayerAndFeatureInFront) {
  EXPECT_EQ(toText(Error{.text = "no geometry", .where = {.file = "a.shp", .layer = "小区", .feature = "12"}}), "a.shp, layer 小区, feature 12: no geometry");
  EXPECT_EQ(toText(Error{.text = "no geometry"}), "no geometry");
}

TEST(Random, givesTheSameNumbersOnEveryMachine) {
  Random random(1);
  EXPECT_EQ(random.next(), 0x910A2DEC89025CC1ULL);  // published first value of SplitMix64 for seed 1
}

TEST(Random, staysWithinTheRangeThatWasAsked) {
  Random random(7);
  for (int i = 0; i < 10000; ++i) {
    const int value = random.integer(-3, 4);
    ASSERT_GE(value, -3);
    ASSERT_LE(value, 4);
    const double real = random.uniform(2, 3);
    ASSERT_GE(real, 2);
    ASSERT_LT(real, 3);
  }
}

TEST(Random, seedsOfDifferentPartsDiffer) { EXPECT_NE(seedFor(1, 1), seedFor(1, 2)); }

}  // namespace
}  // namespace pianqu::geo
