#include <gtest/gtest.h>

#include <algorithm>

#include "geo/measure/measure.hpp"
#include "tests/app/edit/drawn_world.hpp"

namespace pianqu::test {
namespace {

using app::ToolKind;

bool hasCorner(const layers::District& district, geo::XY at) {
  const auto& ring = district.shape.at(0).outer;
  return std::any_of(ring.begin(), ring.end(), [at](geo::XY p) { return geo::distance(p, at) < 0.002; });
}

TEST(CornerTool, aSharedCornerMovesForBothNeighbours) {
  DrawnWorld world("AB");
  world.take(ToolKind::Corner, 'A');
  world.drag(1, 0, 1.2, 0);
  EXPECT_EQ(world.accept(), "");
  EXPECT_TRUE(hasCorner(world.district('A'), world.at(1.2, 0)));
  EXPECT_TRUE(hasCorner(world.district('B'), world.at(1.2, 0)));
  EXPECT_TRUE(world.isExact());
}

TEST(CornerTool, aSideIsDraggedIntoACorner) {
  DrawnWorld world("AB");
  world.take(ToolKind::Corner, 'A');
  world.drag(1, 0.5, 1.2, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_TRUE(hasCorner(world.district('A'), world.at(1.2, 0.5)));
  EXPECT_NEAR(geo::areaOf(world.district('B').shape).value, 10000 - 1000, 0.1);
  EXPECT_TRUE(world.isExact());
}

TEST(CornerTool, aClickOnASideAddsACornerAndControlTakesItAway) {
  DrawnWorld world("AB");
  world.take(ToolKind::Corner, 'A');
  world.click(1, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_TRUE(hasCorner(world.district('A'), world.at(1, 0.5)));
  EXPECT_TRUE(hasCorner(world.district('B'), world.at(1, 0.5)));
  auto event = world.pointer(1, 0.5);
  event.isControl = true;
  world.tool->press(event);
  world.tool->release(event);
  EXPECT_EQ(world.accept(), "");
  EXPECT_FALSE(hasCorner(world.district('A'), world.at(1, 0.5)));
}

TEST(CornerTool, deleteTakesTheCornerUnderThePointer) {
  DrawnWorld world("AB\nA#");
  world.take(ToolKind::Corner, 'A', {.follow = layers::FollowRule::Stay});
  world.move(2, 0);
  ASSERT_TRUE(world.tool->preview().hovered);
  world.tool->erase();
  EXPECT_EQ(world.accept(), "");
  EXPECT_FALSE(hasCorner(world.district('B'), world.at(2, 0)));
  EXPECT_TRUE(world.isExact());
}

TEST(CornerTool, aCornerThatWouldOverlapANeighbourIsRefusedWithTheReason) {
  DrawnWorld world("ABC");
  world.take(ToolKind::Corner, 'A');
  world.drag(0, 0, 2.5, 0.5);
  EXPECT_NE(world.accept(), "");
  EXPECT_TRUE(world.isExact());
}

TEST(CornerTool, aTypedLengthAndBearingMoveTheCorner) {
  DrawnWorld world("AB");
  world.take(ToolKind::Corner, 'A');
  world.tool->press(world.pointer(1, 0));
  world.tool->setTyped({.lengthM = 10, .bearingDeg = 270});
  world.tool->move(world.pointer(1, 0));
  world.tool->finish();
  EXPECT_EQ(world.accept(), "");
  EXPECT_TRUE(hasCorner(world.district('A'), world.at(0.9, 0)));
}

TEST(CornerTool, aPinnedBoundaryStays) {
  DrawnWorld world("aB");
  world.take(ToolKind::Corner, 'B');
  world.drag(1, 0, 1.2, 0);
  EXPECT_NE(world.accept(), "");
}

}  // namespace
}  // namespace pianqu::test
