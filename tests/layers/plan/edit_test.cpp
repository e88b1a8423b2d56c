#include "layers/plan/edit.hpp"

#include <gtest/gtest.h>

#include <set>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/records.hpp"
#include "layers/plan/units.hpp"
#include "tests/layers/project/project_world.hpp"
#include "tests/layers/project/random_edits.hpp"

namespace pianqu::layers::test {
namespace {

/// Why a plan is not what apply() promises; empty when it is.
std::string faultOf(const City& city, const Plan& plan) {
  std::set<std::pair<TargetKind, Uid>> seen;
  std::vector<geo::MultiPolygon<geo::XY>> shapes;
  const CityIndex index(city);
  for (const auto& d : plan.districts) {
    if (d.members.empty()) return d.code + " is empty";
    for (const auto& m : d.members) {
      if (!seen.insert({m.kind, m.targetUid}).second) return m.targetUid + " is in two districts";
      if (!checkUnit(city, index, m)) return m.targetUid + " is no unit";
    }
    if (!d.shape.empty()) shapes.push_back(d.shape);
    if (geo::findInvalidity(d.shape)) return d.code + " is not valid";
  }
  for (const auto& l : plan.leftovers) {
    if (seen.contains({l.kind, l.targetUid})) return l.targetUid + " is left over and placed";
  }
  if (!geo::isCoverageValid(shapes)) return "no exact coverage";
  for (const auto& m : plan.measures) {
    if (!plan.findDistrict(m.districtUid)) return "a measure is lost";
  }
  return {};
}

TEST(Edit, keepsEveryInvariantThroughRandomEdits) {
  const City city = gridCity(6);
  const CityIndex index(city);
  for (std::uint64_t run = 0; run < 20; ++run) {
    const std::uint64_t seed = seedOfRun(100) + run;
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
    geo::Random random(seed);
    Plan plan;
    for (int i = 0; i < 30; ++i) {
      const Edit edit = randomEdit(city, plan, 6, random);
      const auto next = apply(city, index, plan, edit);
      if (!next) {
        ASSERT_NE(next.error().code, geo::ErrorCode::Internal) << summaryOf(edit) << ": " << next.error().text;
        continue;
      }
      ASSERT_EQ(faultOf(city, *next), "") << summaryOf(edit);
      ASSERT_EQ(*next, *apply(city, plan, edit)) << "same input, other plan";
      plan = *next;
    }
  }
}

TEST(Edit, drawnDistrictTakesItsGroundAndMembersFromItsNeighbour) {
  const City city = gridCity(4);
  auto plan = *apply(city, {}, AddDistrict{{.shape = cells(0, 0, 4, 4)}});
  const double total = geo::areaOf(plan.districts[0].shape).value;
  plan = *apply(city, plan, AddDistrict{{.name = "东", .shape = cells(2, 0, 4, 2)}});
  ASSERT_EQ(plan.districts.size(), 2u);
  EXPECT_EQ(plan.districts[0].members.size(), 4u + 4u);
  EXPECT_EQ(plan.districts[1].members.size(), 4u);
  EXPECT_NEAR(geo::areaOf(plan.districts[0].shape).value, total - 80.0 * 80.0, 1e-3);
  EXPECT_EQ(faultOf(city, plan), "");
}

TEST(Edit, districtThatLosesItsLastMemberGoesWithItsMeasures) {
  const City city = gridCity(3);
  auto plan = *apply(city, {}, AddDistrict{{.shape = cells(2, 0, 1, 1)}});
  Measure onDistrict{.districtUid = "PQ01", .catalogueCode = "lane"};
  Measure onBuilding{.districtUid = "PQ01", .catalogueCode = "roof", .targetKind = TargetKind::Building, .targetUid = uid("b", 2)};
  plan = *apply(city, plan, AddMeasure{onDistrict});
  plan = *apply(city, plan, AddMeasure{onBuilding});
  plan = *apply(city, plan, AddDistrict{{.shape = cells(2, 0, 1, 3)}});
  ASSERT_EQ(plan.districts.size(), 1u);
  ASSERT_EQ(plan.measures.size(), 1u);
  EXPECT_EQ(plan.measures[0].catalogueCode, "roof");
  EXPECT_EQ(plan.measures[0].districtUid, plan.districts[0].uid);
}

TEST(Edit, pinnedDistrictKeepsMembersAndGround) {
  const City city = gridCity(4);
  auto plan = *apply(city, {}, AddDistrict{{.shape = cells(2, 0, 2, 2)}});
  plan = *apply(city, plan, PinDistrict{"PQ01", true});
  const District pinned = plan.districts[0];
  plan = *apply(city, plan, AddDistrict{{.shape = cells(0, 0, 4, 4)}});
  EXPECT_EQ(plan.findDistrict("PQ01")->members, pinned.members);
  EXPECT_NEAR(geo::areaOf(plan.findDistrict("PQ01")->shape).value, geo::areaOf(pinned.shape).value, 1e-6);
  EXPECT_EQ(faultOf(city, plan), "");
  EXPECT_FALSE(apply(city, plan, RemoveDistrict{"PQ01"}));
  EXPECT_FALSE(apply(city, plan, AssignMembers{"PQ02", {pinned.members[0]}}));
  EXPECT_FALSE(apply(city, plan, ReplaceDistricts{{}, {}, {}}));
}

TEST(Edit, estatesStayWhole) {
  const City city = gridCity(3);
  const auto plan = *apply(city, {}, AddDistrict{{.shape = cells(0, 0, 3, 3)}});
  const auto refused = apply(city, plan, AssignMembers{"PQ01", {{TargetKind::Building, uid("b", 0)}}});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().text.find("梅园0小区"), std::string::npos) << refused.error().text;
}

TEST(Edit, assignedMemberLiesWithinTheNewBoundaryOnly) {
  const City city = gridCity(4);
  auto plan = *apply(city, {}, AddDistrict{{.name = "西", .shape = cells(0, 0, 3, 4)}});
  plan = *apply(city, plan, AddDistrict{{.name = "东", .shape = cells(3, 0, 1, 4)}});
  const Member moved{TargetKind::Building, uid("b", 2)};
  plan = *apply(city, plan, AssignMembers{"PQ02", {moved}});
  const CityIndex index(city);
  EXPECT_TRUE(geo::covers(plan.findDistrict("PQ02")->shape, groundOf(city, index, moved)));
  EXPECT_FALSE(geo::intersects(plan.findDistrict("PQ01")->shape, groundOf(city, index, moved)));
  EXPECT_EQ(faultOf(city, plan), "");
  plan = *apply(city, plan, AssignMembers{"", {moved}});
  ASSERT_EQ(plan.leftovers.size(), 1u);
  EXPECT_EQ(plan.leftovers[0].reasonCode, "by-hand");
  EXPECT_EQ(faultOf(city, plan), "");
}

TEST(Edit, refusesBoundariesThatCrossThemselvesOrOverlap) {
  const City city = gridCity(3);
  District bowTie{.shape = {{{{500000, 3400000}, {500100, 3400100}, {500100, 3400000}, {500000, 3400100}, {500000, 3400000}}, {}}}};
  EXPECT_EQ(apply(city, {}, AddDistrict{bowTie}).error().code, geo::ErrorCode::Invalid);
  const District a{.code = "A", .name = "A", .members = {{TargetKind::Building, uid("b", 2)}}, .shape = square(0, 0, 10)};
  const District b{.code = "B", .name = "B", .members = {{TargetKind::Building, uid("b", 5)}}, .shape = square(5, 0, 10)};
  EXPECT_EQ(apply(city, {}, ReplaceDistricts{{a, b}, {}, {}}).error().code, geo::ErrorCode::Invalid);
}

TEST(Rows, tellExactlyWhatDiffersAndReadBack) {
  const City city = gridCity(4);
  geo::Random random(5);
  Plan before;
  for (int i = 0; i < 40; ++i) {
    const auto next = apply(city, before, randomEdit(city, before, 4, random));
    if (!next) continue;
    for (const auto& change : changesBetween(before, *next)) {
      const PlanTable& table = *findPlanTable(change.table);
      EXPECT_EQ(*rowFromJson(table, toJson(table, change.before)), change.before);
      EXPECT_EQ(*rowFromJson(table, toJson(table, change.after)), change.after);
    }
    EXPECT_TRUE(changesBetween(*next, *next).empty());
    before = *next;
  }
}

}  // namespace
}  // namespace pianqu::layers::test
