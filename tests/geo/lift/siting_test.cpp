#include "geo/lift/siting.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

SitingRules rules() {
  return {.sizes = {{"compact", 1.8, 1.8}, {"default", 2.2, 2.4}, {"stretcher", 2.5, 3.0}},
          .laneRemainderM = 4, .oppositeWallM = 6, .treeM = 1, .ancientTreeM = 5, .offsetMaxM = 0.6, .offsetStepM = 0.1, .corridorMaxM = 2, .corridorStepM = 0.5,
          .unknownLaneHalfM = 4, .detourM = 1, .surveyReachM = 40};
}

MultiPolygon<XY> boxed(double x0, double y0, double x1, double y1) { return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}}; }

/// A slab of 40 x 12 m north of y = 0 with a stairwell at x = -1.3..1.3 in its south wall, a far storm sewer, and nothing else in the way.
struct World {
  LiftSurroundings::Content content{.buildings = {{boxed(-20, 0, 20, 12)}}, .pipes = {{{{-50, -30}, {50, -30}}, 2.5, false, "雨水 DN300"}}};
  MultiPolygon<XY> redLine = boxed(-40, -40, 40, 40);
  Line<XY> facade{{-1.3, 0}, {1.3, 0}};
  bool hasRedLine = true;

  Siting site() {
    const LiftSurroundings surroundings(content, rules());
    return siteShaft({facade, 0, hasRedLine ? &redLine : nullptr}, surroundings, rules());
  }
};

bool mentions(const Siting& siting, const std::string& text) {
  return std::any_of(siting.reasons.begin(), siting.reasons.end(), [&text](const auto& reason) { return reason.find(text) != std::string::npos; });
}

std::string allOf(const Siting& siting) {
  std::string text;
  for (const auto& reason : siting.reasons) text += reason + "\n";
  return text;
}

TEST(SiteShaft, isFeasibleInFrontOfAnOpenWall) {
  const auto siting = World().site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Feasible) << allOf(siting);
  EXPECT_EQ(siting.candidates, 195);
  EXPECT_EQ(siting.size, "stretcher");
  EXPECT_NEAR(areaOf(siting.shaft).value, 7.5, 1e-9);
  EXPECT_LT(boxOf(siting.shaft).maxY, 1e-9) << "outside the building";
  EXPECT_NEAR(boxOf(siting.shaft).centre().x, 0, 1e-9) << "in the middle when nothing speaks against it";
}

TEST(SiteShaft, worksOnAWallOfAnyDirection) {
  World world;
  std::reverse(world.facade.begin(), world.facade.end());
  EXPECT_EQ(world.site().verdict, SitingVerdict::Feasible);
  World north;
  north.facade = {{-1.3, 12}, {1.3, 12}};
  EXPECT_GT(boxOf(north.site().shaft).minY, 12 - 1e-9);
}

TEST(SiteShaft, keepsFourMetresOfAFireLane) {
  World world;
  world.content.lanes = {{{{-50, -4}, {50, -4}}, 4.0, "梅园巷"}};  // edges at y = -2 and -6
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Feasible) << allOf(siting);
  EXPECT_GE(boxOf(siting.shaft).minY, -2 - 1e-9);
  EXPECT_EQ(siting.size, "compact");
}

TEST(SiteShaft, isInfeasibleWhereTheFireLaneWouldKeepThreeMetresEighty) {
  World world;
  world.content.lanes = {{{{-50, -2.8}, {50, -2.8}}, 5.6, "梅园巷"}};  // from the wall to y = -5.6; the smallest shaft leaves 3.8 m
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Infeasible);
  EXPECT_TRUE(mentions(siting, "剩余净宽不足 4 m (最大 3.8 m): 195/195")) << allOf(siting);
  EXPECT_TRUE(siting.shaft.outer.empty());
}

TEST(SiteShaft, acceptsALaneThatKeepsFourMetresExactly) {
  World world;
  world.content.lanes = {{{{-50, -2.9}, {50, -2.9}}, 5.8, ""}};  // 5.8 - 1.8 = 4.0
  EXPECT_EQ(world.site().verdict, SitingVerdict::Feasible);
}

TEST(SiteShaft, doesNotBlameTheShaftForALaneThatIsNarrowAlready) {
  World world;
  world.content.lanes = {{{{-50, -8}, {50, -8}}, 3.0, ""}};
  EXPECT_EQ(world.site().verdict, SitingVerdict::Feasible);
}

TEST(SiteShaft, isUnknownBesideALaneWhoseWidthNobodyMeasured) {
  World world;
  world.content.lanes = {{{{-50, -4}, {50, -4}}, std::nullopt, "梅园巷"}};
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Unknown);
  EXPECT_TRUE(mentions(siting, "净宽未测")) << allOf(siting);
}

TEST(SiteShaft, keepsSixMetresToTheWallOpposite) {
  World world;
  world.content.buildings.push_back({boxed(-20, -20, 20, -8)});
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Feasible);
  EXPECT_GE(boxOf(siting.shaft).minY, -2 - 1e-9);
}

TEST(SiteShaft, isInfeasibleWhereTheWallOppositeIsTooNear) {
  World world;
  world.content.buildings.push_back({boxed(-20, -20, 20, -7.5)});
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Infeasible);
  EXPECT_TRUE(mentions(siting, "与对面建筑间距不足 6 m (最大 5.7 m)")) << allOf(siting);
}

TEST(SiteShaft, ignoresTheNeighbourInTheSameRow) {
  World world;
  world.content.buildings.push_back({boxed(20, 0, 60, 12)});
  world.facade = {{17, 0}, {19, 0}};
  EXPECT_EQ(world.site().verdict, SitingVerdict::Feasible);
}

TEST(SiteShaft, staysInsideTheRedLine) {
  World world;
  world.redLine = boxed(-40, -1.5, 40, 40);
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Infeasible);
  EXPECT_TRUE(mentions(siting, "越出小区红线: 195/195")) << allOf(siting);
}

TEST(SiteShaft, makesABuildingWithoutRedLineConditional) {
  World world;
  world.hasRedLine = false;
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Conditional);
  EXPECT_TRUE(mentions(siting, "用地需勘定"));
}

TEST(SiteShaft, neverComesNearGas) {
  World world;
  world.content.pipes.push_back({{{-50, -2}, {50, -2}}, 1.5, true, "燃气"});
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Infeasible);
  EXPECT_TRUE(mentions(siting, "距燃气不足 1.5 m")) << allOf(siting);
}

TEST(SiteShaft, goesBehindGasWhereTheCorridorReaches) {
  World world;
  world.content.pipes.push_back({{{-50, -0.4}, {50, -0.4}}, 1.5, true, "燃气"});
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Feasible);
  EXPECT_NEAR(siting.corridorM, 2.0, 1e-9);
}

TEST(SiteShaft, isUnknownNearGasOfUnknownPressure) {
  World world;
  world.content.pipes.push_back({{{-50, -0.1}, {50, -0.1}}, 0.7, true, "燃气", 3.0});
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Unknown);
  EXPECT_TRUE(mentions(siting, "压力级别不明")) << allOf(siting);
}

TEST(SiteShaft, movesAPipeUnderThePitAndMeasuresIt) {
  World world;
  world.content.pipes.push_back({{{-50, -1}, {50, -1}}, 2.5, false, "污水 DN300"});
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Conditional);
  EXPECT_TRUE(mentions(siting, "需迁改污水 DN300约 8.8 m")) << allOf(siting);  // 1.8 + 2 x 2.5 within the clearance, 2 x 1 m of detour
  EXPECT_NEAR(siting.relocatedPipeM, 8.8, 1e-9);
  EXPECT_NEAR(lengthOf(siting.relocatedPipes).value, 6.8, 1e-9);
}

TEST(SiteShaft, leavesAPipeAloneThatIsFarEnough) {
  World world;
  world.content.pipes.push_back({{{-50, -4.4}, {50, -4.4}}, 2.5, false, "污水 DN300"});
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Feasible);
  EXPECT_EQ(siting.size, "compact");
}

TEST(SiteShaft, countsTreesThatHaveToMove) {
  World world;
  world.content.trees = {{{0, -0.5}, false}};
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Feasible) << "a corridor of 2 m passes a single tree";
  world.content.trees = {{{0, -0.5}, false}, {{0, -2.5}, false}, {{0, -4.5}, false}};
  EXPECT_TRUE(mentions(world.site(), "需移栽树木 1 株")) << allOf(world.site());
}

TEST(SiteShaft, isInfeasibleBesideAnAncientTree) {
  World world;
  world.content.trees = {{{0, -3}, true}};
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Infeasible);
  EXPECT_TRUE(mentions(siting, "距保护古树不足 5 m")) << allOf(siting);
}

TEST(SiteShaft, asksForTheRemovalOfAnIllegalStructure) {
  World world;
  world.content.temporary = {boxed(-6, -6, 6, -0.1)};
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Conditional);
  EXPECT_TRUE(mentions(siting, "拆除占位违建"));
}

TEST(SiteShaft, isUnknownWithoutAPipeSurvey) {
  World world;
  world.content.pipes.clear();
  const auto siting = world.site();
  EXPECT_EQ(siting.verdict, SitingVerdict::Unknown);
  EXPECT_TRUE(mentions(siting, "无管线普查资料"));
}

TEST(SiteShaft, isUnknownWithoutTheStairWall) {
  World world;
  world.facade.clear();
  EXPECT_EQ(world.site().verdict, SitingVerdict::Unknown);
  world.facade = {{0, -30}, {2, -30}};
  EXPECT_EQ(world.site().verdict, SitingVerdict::Unknown) << "a wall that is not on the building";
}

TEST(SiteShaft, neverGetsBetterWhenSomethingIsAdded) {
  World world;
  int last = static_cast<int>(world.site().verdict);
  EXPECT_EQ(last, static_cast<int>(SitingVerdict::Feasible));
  world.content.pipes.push_back({{{-50, -1}, {50, -1}}, 2.5, false, "污水"});
  EXPECT_EQ(world.site().verdict, SitingVerdict::Conditional);
  world.content.buildings.push_back({boxed(-20, -20, 20, -7)});
  EXPECT_EQ(world.site().verdict, SitingVerdict::Infeasible);
}

}  // namespace
}  // namespace pianqu::geo
