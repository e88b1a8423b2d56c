#include "layers/plan/lift_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "plan_world.hpp"

namespace pianqu::layers {
namespace {

struct Studied {
  std::optional<LiftPlanner::Result> unit;
  LiftPlanner::DistrictLifts district;
};

Studied study(const City& city, LiftOptions options = {.liftCost = geo::Fen{50'000'000}}) {
  const auto rules = PlanRules::read(kPlanData);
  EXPECT_TRUE(rules) << toText(rules.error());
  const PlanIndex index(city);
  const RedLines redLines(city);
  const District district = planDistrict();
  const LiftPlanner planner(index, redLines, rules->lift);
  auto unit = planner.study(0, options);
  EXPECT_TRUE(unit) << toText(unit.error());
  auto lifts = planner.of(scopeOf(index, district), options);
  EXPECT_TRUE(lifts) << toText(lifts.error());
  return {unit.value_or(std::nullopt), lifts.value_or(LiftPlanner::DistrictLifts{})};
}

bool mentions(const Studied& studied, const std::string& text) {
  return std::any_of(studied.unit->study.reasons.begin(), studied.unit->study.reasons.end(), [&text](const auto& reason) { return reason.find(text) != std::string::npos; });
}

TEST(LiftPlan, offersALiftWhereEverythingIsKnownAndFree) {
  const auto studied = study(planWorld());
  ASSERT_TRUE(studied.unit);
  EXPECT_EQ(studied.unit->study.verdict, "可行");
  ASSERT_EQ(studied.district.measures.measures.size(), 1U);
  EXPECT_EQ(studied.district.measures.measures[0].catalogueCode, "DT-01");
  EXPECT_EQ(studied.district.measures.measures[0].quantityInside, 1);
}

TEST(LiftPlan, studiesOnlyUnitsOfFourStoreysOrMoreWithoutALift) {
  auto city = planWorld();
  city.entrances[0].floors = 3;
  EXPECT_FALSE(study(city).unit);
  city.entrances[0].floors = 4;
  EXPECT_TRUE(study(city).unit);
  city.entrances[0].liftStatus = "已装";
  EXPECT_FALSE(study(city).unit);
  city.entrances[0].liftStatus = "";
  city.buildings[0].use = "商业";
  EXPECT_FALSE(study(city).unit);
}

TEST(LiftPlan, neverPutsALiftOnADangerousBuilding) {
  auto city = planWorld();
  city.buildings[0].safety = "C";
  const auto studied = study(city);
  EXPECT_EQ(studied.unit->study.verdict, "不可行");
  EXPECT_TRUE(mentions(studied, "C 级"));
  EXPECT_TRUE(studied.district.measures.measures.empty());
}

TEST(LiftPlan, asksForAnAppraisalOfOldBuildings) {
  auto city = planWorld();
  city.buildings[0].built = 1985;
  EXPECT_EQ(study(city).unit->study.verdict, "可行") << "class B is an appraisal";
  city.buildings[0].safety = "未鉴定";
  const auto studied = study(city);
  EXPECT_EQ(studied.unit->study.verdict, "有条件");
  EXPECT_TRUE(mentions(studied, "1985 年建成且未鉴定"));
}

TEST(LiftPlan, saysWhatIsMissing) {
  auto city = planWorld();
  city.buildings[0].built.reset();
  city.buildings[0].safety = "";
  EXPECT_EQ(study(city).unit->study.verdict, "资料不足");
  city = planWorld();
  city.entrances[0].floors.reset();
  city.buildings[0].floors.reset();
  EXPECT_EQ(study(city).unit->study.verdict, "资料不足");
  city = planWorld();
  city.pipes.clear();
  EXPECT_EQ(study(city).unit->study.verdict, "资料不足");
  city = planWorld();
  city.entrances[0].facade.clear();
  city.entrances[0].door = {-500, -500};
  const auto studied = study(city);
  EXPECT_EQ(studied.unit->study.verdict, "资料不足");
  EXPECT_TRUE(studied.district.measures.measures.empty());
}

TEST(LiftPlan, infersTheWallFromTheDoorAndSaysSo) {
  City city = planWorld();
  const auto& facade = city.entrances[0].facade;
  city.entrances[0].door = (facade[0] + facade[1]) * 0.5;
  city.entrances[0].facade.clear();
  const auto studied = study(city);
  EXPECT_EQ(studied.unit->study.verdict, "有条件");
  const auto& reasons = studied.unit->study.reasons;
  EXPECT_NE(std::find(reasons.begin(), reasons.end(), "外墙段按门位推定, 需现场核实"), reasons.end());
}

TEST(LiftPlan, makesAMeasureOfThePipesThatMove) {
  auto city = planWorld();
  city.pipes[0].line = {{50, 79}, {150, 79}};
  const auto studied = study(city);
  EXPECT_EQ(studied.unit->study.verdict, "有条件");
  ASSERT_EQ(studied.district.measures.measures.size(), 2U);
  const Measure& pipes = studied.district.measures.measures[1];
  EXPECT_EQ(pipes.catalogueCode, "DT-02");
  EXPECT_EQ(pipes.quantity, 8.8);
  EXPECT_EQ(pipes.quantityInside + pipes.quantityOutside, pipes.quantity);
}

TEST(LiftPlan, judgesConsentByTheCivilCodeAndByOlderRules) {
  auto city = planWorld();
  EXPECT_EQ(study(city).unit->study.consent, "待定");
  city.consents.push_back({.uid = "C", .entranceUid = "U", .topic = "加装电梯", .totalAreaM2 = 960, .attendedAreaM2 = 640, .agreedAreaM2 = 480, .totalOwners = 12, .attendedOwners = 8, .agreedOwners = 6});
  EXPECT_EQ(study(city).unit->study.consent, "满足");
  EXPECT_EQ(study(city, {.regime = "property-law-76"}).unit->study.consent, "不满足");
  city.consents[0].attendedOwners = 7;
  const auto studied = study(city);
  EXPECT_EQ(studied.unit->study.consent, "不满足") << "a quorum by area only";
  EXPECT_NE(studied.unit->consentReason.find("人数"), std::string::npos);
}

TEST(LiftPlan, sharesTheCostLessTheSubsidyToTheFen) {
  const auto shares = study(planWorld()).unit->study.shareByFloor;
  ASSERT_EQ(shares.size(), 6U);
  EXPECT_EQ(shares.at(1), geo::Fen{0});
  // 300 000 yuan, coefficients 0 0.5 1.0 1.1 1.2 1.3, two homes a floor
  EXPECT_EQ(shares.at(3), geo::Fen{2'941'177});
  EXPECT_LT(shares.at(5), shares.at(6));
  EXPECT_TRUE(study(planWorld(), {}).unit->study.shareByFloor.empty()) << "no price, no shares";
}

TEST(LiftPlan, refusesSchemesThatAreNotInTheCatalogue) {
  const auto rules = PlanRules::read(kPlanData);
  const City city = planWorld();
  const PlanIndex index(city);
  const RedLines redLines(city);
  const LiftPlanner planner(index, redLines, rules->lift);
  EXPECT_FALSE(planner.study(0, {.regime = "none"}));
  EXPECT_FALSE(planner.study(0, {.shareScheme = "none"}));
}

}  // namespace
}  // namespace pianqu::layers
