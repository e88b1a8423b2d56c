#include "layers/rules/plan_checks.hpp"

#include <algorithm>

#include "geo/measure/measure.hpp"
#include "layers/plan/edit.hpp"
#include "tests/layers/project/project_world.hpp"

namespace pianqu::layers::test {
namespace {

RuleBook shippedRules() { return *RuleBook::read(PIANQU_SOURCE_DIR "/data"); }

std::size_t countOf(const geo::Problems& problems, const std::string& code) {
  return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), [&code](const geo::Problem& p) { return p.code == code; }));
}

Plan twoDistricts(const City& city) {
  auto plan = *apply(city, {}, AddDistrict{{.shape = cells(0, 0, 2, 4)}});
  plan = *apply(city, plan, AddDistrict{{.shape = cells(2, 0, 2, 4)}});
  plan.parameters = {{"min-households", "10"}, {"max-households", "200"}, {"max-span", "500"}};
  return plan;
}

TEST(PlanChecks, findNothingWrongWithAGoodPlan) {
  const City city = gridCity(4);
  const auto problems = *checkPlan(city, twoDistricts(city), shippedRules());
  EXPECT_TRUE(problems.empty()) << problems.front().text;
}

TEST(PlanChecks, findEachBrokenInvariant) {
  const City city = gridCity(4);
  Plan plan = twoDistricts(city);
  plan.districts[1].members.push_back(plan.districts[0].members[0]);
  plan.districts[1].members.push_back({TargetKind::Building, uid("x", 1)});
  plan.districts[1].members.push_back({TargetKind::Building, uid("b", 0)});
  plan.districts[1].shape = cells(1, 0, 3, 4);
  plan.leftovers.push_back({TargetKind::Building, uid("b", 2)});
  plan.measures.push_back({.uid = "m", .districtUid = "gone", .quantity = 3, .quantityInside = 1, .quantityOutside = 1});
  const auto problems = *checkPlan(city, plan, shippedRules());
  for (const char* code : {"member-twice", "member-unknown", "estate-split", "coverage-broken", "leftover-placed", "measure-lost", "split-broken"}) EXPECT_EQ(countOf(problems, code), 1u) << code;
}

/// As merging does: the red lines of the estates reach 145 m from end to end.
TEST(PlanChecks, measureTheSpanFromMiddleToMiddleOfBuildings) {
  const City city = gridCity(4);
  Plan plan = twoDistricts(city);
  plan.parameters["max-span"] = "127";   // the diagonal of 40 m by 120 m is 126.5 m
  EXPECT_EQ(countOf(*checkPlan(city, plan, shippedRules()), "span-outside"), 0u);
  plan.parameters["max-span"] = "126";
  EXPECT_EQ(countOf(*checkPlan(city, plan, shippedRules()), "span-outside"), 2u);
}

/// A member with houses inside its red line is one piece, and excuses no district of two.
TEST(PlanChecks, countPiecesOfAMemberNotItsHouses) {
  const City city = gridCity(4);
  Plan plan = twoDistricts(city);
  EXPECT_EQ(countOf(*checkPlan(city, plan, shippedRules()), "boundary-parts"), 0u);
  const auto far = cells(10, 10, 1, 1);
  plan.districts[0].shape.insert(plan.districts[0].shape.end(), far.begin(), far.end());
  EXPECT_EQ(countOf(*checkPlan(city, plan, shippedRules()), "boundary-parts"), 1u);
}

TEST(PlanChecks, warnOfSmallDistrictsOnlyWhereTheCityHasSetALimit) {
  const City city = gridCity(4);
  const Plan plan = twoDistricts(city);   // of 0.32 ha each
  EXPECT_EQ(countOf(*checkPlan(city, plan, shippedRules()), "area-outside"), 0u);
  const auto asks = [](double areaM2) { return *RuleBook::read(PIANQU_SOURCE_DIR "/data", {{{"district.min-area", areaM2}}, {}}); };
  const double areaM2 = geo::areaOf(plan.districts[0].shape).value;
  EXPECT_EQ(countOf(*checkPlan(city, plan, asks(areaM2 - 1)), "area-outside"), 0u);
  EXPECT_EQ(countOf(*checkPlan(city, plan, asks(areaM2 + 1)), "area-outside"), 2u);
}

TEST(PlanChecks, warnOfLimitsUnknownsAndStaleBoundaries) {
  City city = gridCity(4);
  Plan plan = twoDistricts(city);
  plan.parameters = {{"min-households", "10"}, {"max-households", "20"}, {"max-span", "50"}};
  city.buildings[2].households.reset();
  plan.districts[1].shape = cells(2, 1, 2, 3);
  const auto problems = *checkPlan(city, plan, shippedRules());
  EXPECT_EQ(countOf(problems, "households-outside"), 2u);
  EXPECT_EQ(countOf(problems, "households-unknown"), 1u);
  EXPECT_EQ(countOf(problems, "span-outside"), 2u);
  EXPECT_EQ(countOf(problems, "shape-stale"), 2u);
  EXPECT_TRUE(problems.back().where.x.has_value());
}

}  // namespace
}  // namespace pianqu::layers::test
