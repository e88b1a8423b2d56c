#include "layers/plan/measure_rules.hpp"

#include <gtest/gtest.h>

#include <map>

#include "plan_world.hpp"

namespace pianqu::layers {
namespace {

std::map<std::string, std::vector<Measure>> measuresOf(const City& city, District district = planDistrict()) {
  const auto rules = PlanRules::read(kPlanData);
  EXPECT_TRUE(rules) << toText(rules.error());
  const PlanIndex index(city);
  const RedLines redLines(city);
  const auto edits = FlagMeasures(index, redLines, rules->flags).of(scopeOf(index, district));
  EXPECT_TRUE(edits) << toText(edits.error());
  std::map<std::string, std::vector<Measure>> measures;
  for (const auto& edit : *edits) {
    for (const Measure& measure : edit.measures) measures[edit.origin].push_back(measure);
  }
  return measures;
}

TEST(FlagMeasures, makesNothingOfWhatIsInOrderOrNotKnown) {
  auto city = planWorld();
  city.roads.clear();
  EXPECT_TRUE(measuresOf(city).empty());
  city.estates[0].hasSecurity.reset();
  EXPECT_TRUE(measuresOf(city).empty());
}

TEST(FlagMeasures, repairsALeakingRoofByItsSurveyedArea) {
  auto city = planWorld();
  city.buildings[0].isRoofLeaking = true;
  auto roofs = measuresOf(city).at("rule:roof-leak");
  ASSERT_EQ(roofs.size(), 1U);
  EXPECT_EQ(roofs[0].catalogueCode, "WM-01");
  EXPECT_EQ(roofs[0].quantity, 480) << "the footprint where no roof area is known";
  EXPECT_EQ(roofs[0].quantityInside, 480);
  city.buildings[0].roofAreaM2 = 512.345;
  roofs = measuresOf(city).at("rule:roof-leak");
  EXPECT_EQ(roofs[0].quantity, 512.35);
}

TEST(FlagMeasures, takesTheFacadeFromPerimeterAndStoreysWhenItIsNotSurveyed) {
  auto city = planWorld();
  city.buildings[0].isFacadeLoose = true;
  EXPECT_EQ(measuresOf(city).at("rule:facade-loose")[0].quantity, 104 * 6 * 3);
}

TEST(FlagMeasures, countsMissingFacilitiesOncePerEstate) {
  auto city = planWorld();
  city.estates[0].hasSecurity = city.estates[0].hasPartyBranch = city.estates[0].hasSportSite = false;
  city.estates[0].propertyMode = "无";
  const auto measures = measuresOf(city);
  for (const char* rule : {"rule:no-security", "rule:no-party-branch", "rule:no-sport-site", "rule:no-property-management"}) {
    ASSERT_EQ(measures.at(rule).size(), 1U) << rule;
    EXPECT_EQ(measures.at(rule)[0].quantity, 1);
    EXPECT_EQ(measures.at(rule)[0].quantityInside, 1);
  }
}

TEST(FlagMeasures, treatsDangerousBuildingsOfScatteredMembersOutsideTheRedLine) {
  auto city = planWorld();
  city.buildings[1].safety = "D";
  const auto dangerous = measuresOf(city).at("rule:dangerous-building");
  ASSERT_EQ(dangerous.size(), 1U);
  EXPECT_EQ(dangerous[0].targetUid, "Z");
  EXPECT_EQ(dangerous[0].quantityOutside, 1);
}

TEST(FlagMeasures, removesIllegalStructuresThatStillStand) {
  auto city = planWorld();
  city.illegalStructures.push_back({.uid = "I1", .stage = "认定", .areaM2 = 33.5, .shape = boxed(10, 10, 15, 16)});
  city.illegalStructures.push_back({.uid = "I2", .stage = "拆除", .shape = boxed(20, 10, 25, 16)});
  city.illegalStructures.push_back({.uid = "I3", .stage = "认定", .shape = boxed(900, 10, 905, 16)});
  const auto removed = measuresOf(city).at("rule:illegal-structure");
  ASSERT_EQ(removed.size(), 1U);
  EXPECT_EQ(removed[0].quantity, 33.5);
}

TEST(FlagMeasures, opensNarrowFireLanesInsideAndRepairsConnectingRoadsOutside) {
  auto city = planWorld();
  EXPECT_FALSE(measuresOf(city).contains("rule:fire-lane")) << "5 m are enough";
  city.roads[0].clearWidthM = 3.6;
  const auto measures = measuresOf(city);
  const auto& lane = measures.at("rule:fire-lane");
  ASSERT_EQ(lane.size(), 1U);
  EXPECT_EQ(lane[0].quantity, 200);
  EXPECT_EQ(lane[0].quantityInside, 200);
  const auto& outside = measures.at("rule:outside-road");
  ASSERT_EQ(outside.size(), 1U);
  EXPECT_EQ(outside[0].quantity, 50 + 60) << "to the district's boundary in the west, 60 m from the red line in the east";
  EXPECT_EQ(outside[0].quantityInside, 0);
}

TEST(FlagMeasures, setsLampsOnlyWhereTheSurveyKnowsLamps) {
  auto city = planWorld();
  EXPECT_FALSE(measuresOf(city).contains("rule:lighting"));
  city.facilities.push_back({.uid = "F", .kind = "路灯", .point = {1000, 1000}});
  EXPECT_EQ(measuresOf(city).at("rule:lighting")[0].quantity, 8);  // 200 m of lane, a lamp each 25 m
  city.facilities[0].point = {50, 50};
  EXPECT_FALSE(measuresOf(city).contains("rule:lighting"));
}

TEST(FlagMeasures, givesTheSameUidsEveryTime) {
  auto city = planWorld();
  city.buildings[0].isRoofLeaking = true;
  const auto first = measuresOf(city), second = measuresOf(city);
  EXPECT_EQ(first.at("rule:roof-leak")[0].uid, second.at("rule:roof-leak")[0].uid);
  EXPECT_EQ(first.at("rule:roof-leak")[0].uid.str().size(), 32U);
}

}  // namespace
}  // namespace pianqu::layers
