#include <gtest/gtest.h>

#include "tests/app/edit/drawn_world.hpp"

namespace pianqu::test {
namespace {

using app::BrushShape;
using app::ToolKind;

TEST(PaintTool, aBrushTakesWhatItTouchesOnItsWay) {
  DrawnWorld world("AA....\nAA....\nBB....");
  world.take(ToolKind::Paint, 'A', {.radiusM = 10});
  world.drag(2.5, 0.5, 4.5, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAAAAA.\nAA....\nBB....");
  EXPECT_TRUE(world.isExact());
}

TEST(PaintTool, theStrokeIsKnownBeforeItIsAccepted) {
  DrawnWorld world("AAB");
  world.take(ToolKind::Paint, 'A', {.radiusM = 10});
  world.tool->press(world.pointer(2.5, 0.5));
  ASSERT_TRUE(world.tool->preview().pending && *world.tool->preview().pending);
  const auto changes = world.scene.ground->ledger.changes(*world.scene.plan, **world.tool->preview().pending);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].before.summary.households, 40);
  EXPECT_EQ(changes[0].after.summary.households, 60);
  EXPECT_EQ(changes[1].after.summary.households, 0);
  world.tool->cancel();
  EXPECT_EQ(world.accept(), "nothing") << "Esc before the button is let go";
  EXPECT_EQ(world.draw(), "\nAAB");
}

TEST(PaintTool, aRectangleTakesTheUnitsThatTheRuleAsksFor) {
  for (const auto& [rule, expected] : {std::pair(layers::PickRule::Touch, "\nAAA."), std::pair(layers::PickRule::Whole, "\nAA..")}) {
    DrawnWorld world("A...");
    world.take(ToolKind::Paint, 'A', {.brush = BrushShape::Rectangle, .pick = rule});
    world.drag(1.1, 0.1, 2.5, 0.9);
    EXPECT_EQ(world.accept(), "");
    EXPECT_EQ(world.draw(), expected);
  }
}

TEST(PaintTool, aLassoThatCrossesItselfTakesWhatItEncloses) {
  DrawnWorld world("A....\n.....");
  world.take(ToolKind::Paint, 'A', {.brush = BrushShape::Lasso, .pick = layers::PickRule::Centroid});
  world.dragAlong({{1.1, 0.1}, {3.9, 0.1}, {3.9, 1.9}, {1.1, 0.9}, {1.1, 0.05}, {1.3, 0.05}});
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAAAA.\n...A.");
}

TEST(PaintTool, aClickTakesTheUnitUnderThePointerAndControlTakesItOut) {
  DrawnWorld world("AA.");
  world.take(ToolKind::Paint, 'A', {.brush = BrushShape::Click});
  world.click(2.5, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAAA");
  auto event = world.pointer(0.5, 0.5);
  event.isControl = true;
  world.tool->press(event);
  world.tool->release(event);
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\n.AA");
}

TEST(PaintTool, withoutADistrictANewOneIsMade) {
  DrawnWorld world("A..");
  world.take(ToolKind::Paint, ' ', {.radiusM = 10});
  world.drag(1.5, 0.5, 2.5, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nANN");
  EXPECT_TRUE(world.isExact());
}

TEST(PaintTool, unitsOfAPinnedDistrictStay) {
  DrawnWorld world("Ab.");
  world.take(ToolKind::Paint, 'A', {.radiusM = 10});
  world.drag(1.5, 0.5, 2.5, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAbA");
  world.drag(1.5, 0.5, 1.5, 0.6);
  EXPECT_NE(world.accept().find("pinned"), std::string::npos);
}

TEST(PaintTool, aStrokeOverNothingSaysSo) {
  DrawnWorld world("A#.");
  world.take(ToolKind::Paint, 'A', {.radiusM = 10});
  world.click(1.5, 0.5);
  EXPECT_EQ(world.accept(), "no estate or building is under the brush");
}

}  // namespace
}  // namespace pianqu::test
