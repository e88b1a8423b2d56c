#include "app/edit/path_tool.hpp"

#include <gtest/gtest.h>

#include "geo/measure/measure.hpp"
#include "tests/app/edit/drawn_world.hpp"

namespace pianqu::test {
namespace {

using app::ToolKind;
using layers::FollowRule;

void clickAll(DrawnWorld& world, const std::vector<geo::XY>& places) {
  for (const auto place : places) world.click(place.x, place.y);
}

TEST(PathTool, aBoundaryByCornersTakesItsGroundAndUnitsFromTheNeighbour) {
  DrawnWorld world("AAA\nAAA");
  world.take(ToolKind::Draw, ' ');
  clickAll(world, {{2, 0}, {3, 0}, {3, 2}, {2, 2}});
  world.tool->finish();
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAAN\nAAN");
  EXPECT_TRUE(world.isExact());
  EXPECT_NEAR(geo::areaOf(world.district('A').shape).value, 40000, 1e-6);
}

TEST(PathTool, aFreehandBoundaryEndsWhenTheButtonIsLetGo) {
  DrawnWorld world("....\n....");
  world.take(ToolKind::Draw, ' ');
  world.dragAlong({{0.1, 0.1}, {1, 0.05}, {1.9, 0.1}, {1.95, 1}, {1.9, 1.9}, {1, 1.95}, {0.1, 1.9}});
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nNN..\nNN..");
}

TEST(PathTool, membersFollowByTheChosenRule) {
  // The line takes a quarter, then three quarters of the building's ground.
  for (const auto& [rule, column, expected] : {std::tuple(FollowRule::Majority, 1.4, "\nAAB"), std::tuple(FollowRule::Majority, 1.6, "\nABB"), std::tuple(FollowRule::Whole, 1.6, "\nAAB"), std::tuple(FollowRule::Stay, 1.9, "\nAAB")}) {
    DrawnWorld world("AAB");
    world.take(ToolKind::Reshape, 'B', {.follow = rule});
    clickAll(world, {{2.2, 0.1}, {3 - column, 0.1}, {3 - column, 0.9}, {2.2, 0.9}});
    world.tool->finish();
    EXPECT_EQ(world.accept(), "") << column;
    EXPECT_EQ(world.draw(), expected) << static_cast<int>(rule) << " " << column;
    EXPECT_TRUE(world.isExact());
  }
}

TEST(PathTool, aLineSplitsADistrict) {
  DrawnWorld world("AAA\nAAA");
  world.take(ToolKind::Split, 'A');
  clickAll(world, {{1, -0.3}, {1, 2.3}});
  ASSERT_TRUE(world.tool->preview().pending && *world.tool->preview().pending) << "known before Enter";
  world.tool->finish();
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nNAA\nNAA");
  EXPECT_TRUE(world.isExact());
}

TEST(PathTool, whatIsRefusedCanBeDrawnOn) {
  DrawnWorld world("AA");
  world.take(ToolKind::Split, 'A');
  clickAll(world, {{1, 0.2}, {1, 0.8}});
  world.tool->finish();
  EXPECT_NE(world.accept(), "");
  EXPECT_TRUE(world.tool->isBusy()) << "the line is still there";
  EXPECT_TRUE(world.tool->takeBack());
  EXPECT_TRUE(world.tool->takeBack());
  EXPECT_FALSE(world.tool->takeBack());
  clickAll(world, {{1, -0.2}, {1, 1.2}});
  world.tool->finish();
  EXPECT_EQ(world.accept(), "");
}

TEST(PathTool, aCornerSnapsToTheBoundaryAndBothShareIt) {
  DrawnWorld world("A.");
  world.take(ToolKind::Draw, ' ');
  clickAll(world, {{1.02, 0.02}, {2, 0}, {2, 1}, {0.97, 1.01}});
  world.tool->finish();
  EXPECT_EQ(world.accept(), "");
  EXPECT_TRUE(world.isExact());
  EXPECT_NEAR(geo::areaOf(world.district('A').shape).value, 10000, 1e-9) << "the neighbour keeps every millimetre";
}

TEST(PathTool, tracingFollowsTheBoundaryBetweenTwoSnappedPoints) {
  DrawnWorld world("AAA\nA..\nA..");
  world.take(ToolKind::Draw, ' ', {.isTracing = true});
  // From the end of the upper arm along the inner corner to the end of the lower arm, then straight.
  world.click(3, 1);
  world.move(1, 3);
  ASSERT_EQ(world.tool->preview().path.size(), 1U);
  EXPECT_GT(world.tool->preview().path[0].size(), 2U) << "the way is shown before the click";
  world.click(1, 3);
  world.click(3, 3);
  world.tool->finish();
  EXPECT_EQ(world.accept(), "");
  EXPECT_EQ(world.draw(), "\nAAA\nANN\nANN");
  EXPECT_NEAR(geo::areaOf(world.district('A').shape).value, 50000, 1e-6);
}

TEST(PathTool, tracingFollowsARoad) {
  DrawnWorld world("....\n....", true);
  world.take(ToolKind::Draw, ' ', {.isTracing = true});
  world.click(0.2, 1);
  world.click(3.8, 1);
  const auto path = world.tool->preview().path.at(0);
  EXPECT_EQ(path.front().y, world.at(0, 1).y);
  EXPECT_EQ(path.back().y, world.at(0, 1).y);
}

TEST(PathTool, typedNumbersPlaceThePoint) {
  DrawnWorld world("...");
  world.take(ToolKind::Draw, ' ');
  auto* path = dynamic_cast<app::PathTool*>(world.tool.get());
  path->setTyped({.x = world.at(0, 1).x, .y = world.at(0, 1).y});
  EXPECT_TRUE(path->placeTyped({0, 0}));
  path->setTyped({.lengthM = 250, .bearingDeg = 90});
  EXPECT_TRUE(path->placeTyped({0, 0}));
  path->setTyped({.lengthM = 100});
  EXPECT_TRUE(path->placeTyped(world.at(2.5, -5))) << "the pointer gives the bearing";
  path->setTyped({});
  EXPECT_FALSE(path->placeTyped({0, 0}));
  world.move(0, 0);
  const auto& m = world.tool->preview().measures;
  EXPECT_NEAR(*m.segmentM, 250, 1e-6);
  EXPECT_NEAR(*m.bearingDeg, 270, 1e-6);
  EXPECT_NEAR(*m.turnDeg, 90, 1e-6);
  EXPECT_NEAR(*m.areaM2, 25000, 1e-3);
  EXPECT_NEAR(*m.lengthM, 700, 1e-6);
  world.click(0, 0);
  world.tool->finish();
  EXPECT_EQ(world.accept(), "");
  EXPECT_NEAR(geo::areaOf(world.scene.plan->districts[0].shape).value, 25000, 0.01);
}

TEST(PathTool, anAreaGoesToWhoAskedForIt) {
  DrawnWorld world("...");
  world.take(ToolKind::Area, ' ');
  clickAll(world, {{0, 0}, {2, 0}, {2, 1}, {0, 1}});
  world.tool->finish();
  const auto outcome = world.tool->takeOutcome();
  ASSERT_TRUE(outcome);
  EXPECT_FALSE(outcome->edit);
  EXPECT_NEAR(geo::areaOf(outcome->area).value, 20000, 1e-6);
}

}  // namespace
}  // namespace pianqu::test
