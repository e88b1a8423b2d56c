#include <gtest/gtest.h>

#include "geo/measure/measure.hpp"
#include "tests/app/edit/drawn_world.hpp"

namespace pianqu::test {
namespace {

using app::ToolKind;

TEST(ClickTool, aClickOnTheNeighbourMergesIt) {
  DrawnWorld world("AB.");
  world.take(ToolKind::Merge, 'A');
  world.move(1.5, 0.5);
  EXPECT_TRUE(world.tool->preview().pending && *world.tool->preview().pending);
  world.click(1.5, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAA.");
  world.click(2.5, 0.5);
  EXPECT_NE(world.accept(), "") << "nobody's ground";
}

TEST(ClickTool, districtsThatDoNotTouchAreNotMerged) {
  DrawnWorld world("A.B");
  world.take(ToolKind::Merge, 'A');
  world.click(2.5, 0.5);
  EXPECT_NE(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nA.B");
}

TEST(ClickTool, aGapIsAbsorbedWithTheUnitInIt) {
  DrawnWorld world("AAA\nA.A\nAAB");
  world.take(ToolKind::Absorb, 'A');
  world.click(1.1, 1.1);
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAAA\nAAA\nAAB");
  EXPECT_TRUE(world.isExact());
  EXPECT_TRUE(world.district('A').shape[0].holes.empty());
}

TEST(ClickTool, aDistrictIsCutAlongTheBarrier) {
  DrawnWorld world("AA\nAA", true);
  world.scene.ground = std::make_shared<const app::EditGround>(world.city, geo::MultiLine<geo::XY>{{world.at(-1, 1), world.at(3, 1)}});
  world.take(ToolKind::Cut, ' ');
  world.click(0.5, 0.5);
  EXPECT_EQ(world.accept(), "");
  EXPECT_TRUE(world.draw() == "\nAA\nNN" || world.draw() == "\nNN\nAA") << world.draw();
  EXPECT_TRUE(world.isExact());
}

TEST(ClickTool, withoutABarrierNearNothingIsCut) {
  DrawnWorld world("AA");
  world.take(ToolKind::Cut, ' ');
  world.click(0.5, 0.5);
  EXPECT_NE(world.accept().find("no barrier"), std::string::npos);
}

}  // namespace
}  // namespace pianqu::test
