#include "geo/coverage/contiguity.hpp"

#include <gtest/gtest.h>

namespace pianqu::geo {
namespace {

MultiPolygon<XY> box(double x0, double y0, double x1, double y1) { return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}}; }

TEST(SharedBorders, measuresTheCommonPieceAlsoWhereOnlyOneSideHasAVertex) {
  // One long shape beside two short ones: it has no vertex where they meet.
  const auto borders = sharedBorders({box(0, 0, 10, 20), box(10, 0, 20, 8), box(10, 8, 20, 20)}, 0.001);
  ASSERT_TRUE(borders);
  ASSERT_EQ(borders->size(), 3U);
  EXPECT_NEAR((*borders)[0].sharedM, 8, 1e-9);
  EXPECT_NEAR((*borders)[1].sharedM, 12, 1e-9);
  EXPECT_NEAR((*borders)[2].sharedM, 10, 1e-9);
}

TEST(SharedBorders, aCornerIsNoBorderAndAGapIsNone) {
  const auto borders = sharedBorders({box(0, 0, 1, 1), box(1, 1, 2, 2), box(2.1, 0, 3, 3)}, 0.001);
  ASSERT_TRUE(borders);
  EXPECT_TRUE(borders->empty());
}

TEST(SharedBorders, anIslandInAHoleTouchesWhatIsAroundIt) {
  MultiPolygon<XY> ring = box(0, 0, 10, 10);
  ring[0].holes.push_back({{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}});
  const auto borders = sharedBorders({ring, box(4, 4, 6, 6)}, 0.001);
  ASSERT_TRUE(borders);
  ASSERT_EQ(borders->size(), 1U);
  EXPECT_NEAR(borders->front().sharedM, 8, 1e-9);
}

}  // namespace
}  // namespace pianqu::geo
