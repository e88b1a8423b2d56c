#include "layers/plan/parking_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "plan_world.hpp"

namespace pianqu::layers {
namespace {

DistrictParking parkingOf(const City& city, const std::string& profile = "strict-50067") {
  const auto rules = PlanRules::read(kPlanData);
  EXPECT_TRUE(rules) << toText(rules.error());
  const PlanIndex index(city);
  const RedLines redLines(city);
  const District district = planDistrict();
  auto parking = planParking(scopeOf(index, district), index, redLines, rules->parking, profile);
  EXPECT_TRUE(parking) << toText(parking.error());
  return parking.value_or(DistrictParking{});
}

int added(const DistrictParking& parking, const std::string& profile) {
  for (const auto& [name, count] : parking.balance.added) if (name == profile) return count;
  return -1;
}

TEST(PlanParking, studiesBothProfilesAndVerifiesEveryStudy) {
  const auto parking = parkingOf(planWorld());
  std::set<std::string> profiles;
  for (const auto& study : parking.studies.studies) {
    EXPECT_TRUE(study.isVerified);
    EXPECT_FALSE(study.stalls.empty());
    profiles.insert(study.profile);
  }
  EXPECT_EQ(profiles.size(), 2U);
  EXPECT_GT(added(parking, "strict-50067"), 100) << "a green field of two hectares";
  EXPECT_GE(added(parking, "roadside-50180"), added(parking, "strict-50067"));
}

TEST(PlanParking, keepsSixMetresFromBuildingsUnderTheStrictProfile) {
  const auto parking = parkingOf(planWorld());
  const geo::XYGeometry building{geo::XYGeometry::Polygons{planWorld().buildings[0].shape}};
  for (const auto& study : parking.studies.studies) {
    for (const auto& stall : study.stalls) {
      EXPECT_GE(geo::distanceBetween({geo::XYGeometry::Polygons{{stall}}}, building), (study.profile == "strict-50067" ? 6.0 : 2.5) - 0.002);
    }
  }
}

TEST(PlanParking, turnsTheChosenProfileIntoMeasures) {
  for (const std::string profile : {"strict-50067", "roadside-50180"}) {
    const auto parking = parkingOf(planWorld(), profile);
    double stalls = 0;
    for (const auto& measure : parking.measures.measures) {
      if (measure.targetKind == TargetKind::Estate) {
        EXPECT_EQ(measure.quantityInside, measure.quantity);
      }
      stalls += measure.catalogueCode == "TC-01" ? measure.quantity : 0;
    }
    EXPECT_EQ(stalls, added(parking, profile));
  }
}

TEST(PlanParking, givesTheGroundAroundAScatteredBuildingALotOfTheDistrict) {
  const auto parking = parkingOf(planWorld());
  const auto& measures = parking.measures.measures;
  const auto own = std::find_if(measures.begin(), measures.end(), [](const Measure& measure) { return measure.targetKind == TargetKind::District && measure.catalogueCode == "TC-01"; });
  ASSERT_NE(own, measures.end());
  EXPECT_EQ(own->quantityInside, 0) << "it lies in no estate";
  EXPECT_EQ(own->quantityOutside, own->quantity);
}

TEST(PlanParking, keepsGroupsSmallAndEquipsLots) {
  const auto parking = parkingOf(planWorld());
  const auto rules = PlanRules::read(kPlanData).value().parking;
  for (const auto& study : parking.studies.studies) {
    EXPECT_LE(geo::groupsOf(study.stalls, rules.equip.groupGapM).front(), rules.equip.groupMax);
  }
  double charging = 0, accessible = 0, stalls = 0;
  for (const auto& measure : parking.measures.measures) {
    (measure.catalogueCode == "CD-02" ? charging : measure.catalogueCode == "WZ-01" ? accessible : stalls) += measure.quantity;
  }
  EXPECT_GE(charging, stalls * rules.equip.chargingShare - 1e-9);
  EXPECT_GE(accessible, 1);
}

TEST(PlanParking, balancesStallsAgainstHouseholds) {
  auto city = planWorld();
  city.stalls.push_back({.uid = "S", .kind = "垂直", .shape = boxed(5, 5, 7.4, 10.3)});
  const auto parking = parkingOf(city);
  EXPECT_EQ(parking.balance.households, 65);
  EXPECT_EQ(parking.balance.demand, 33);
  EXPECT_EQ(parking.balance.existing, 1);
  EXPECT_EQ(parking.balance.gap("strict-50067"), 33 - 1 - added(parking, "strict-50067"));
}

TEST(PlanParking, proposesNothingBehindAWallWithoutAGate) {
  auto city = planWorld();
  city.buildings.pop_back();   // the scattered one, outside the wall
  city.roads[0].line = {{{-100, -10}, {300, -10}}};
  city.barriers.push_back({.uid = "W", .kind = "围墙", .isPassable = false, .line = {{{0, 0}, {200, 0}, {200, 120}, {0, 120}, {0, 0}}}});
  const auto parking = parkingOf(city);
  EXPECT_TRUE(parking.studies.studies.empty());
  ASSERT_FALSE(parking.lots.empty());
  EXPECT_NE(parking.lots[0].reason.find("no gate or lane"), std::string::npos);
  city.barriers.back().line = {{{0, 0}, {100, 0}}, {{104, 0}, {200, 0}, {200, 120}, {0, 120}, {0, 0}}};
  city.barriers.push_back({.uid = "G", .kind = "门", .isPassable = true, .line = {{{100, 0}, {104, 0}}}});
  EXPECT_FALSE(parkingOf(city).studies.studies.empty());
}

TEST(PlanParking, leavesGreensAloneUntilSomebodySaysTheyMayGo) {
  auto city = planWorld();
  city.buildings.pop_back();   // the scattered one, beside the green
  city.greens.push_back({.uid = "G", .shape = boxed(0, 0, 200, 120)});
  EXPECT_TRUE(parkingOf(city).studies.studies.empty());
  city.greens[0].isProtected = false;
  EXPECT_FALSE(parkingOf(city).studies.studies.empty());
}

TEST(PlanParking, neverGainsStallsFromAnObstacle) {
  auto city = planWorld();
  const int before = added(parkingOf(city), "strict-50067");
  city.buildings.push_back({.uid = "N", .estateUid = "E", .shape = boxed(10, 10, 60, 22)});
  EXPECT_LT(added(parkingOf(city), "strict-50067"), before);
}

TEST(PlanParking, refusesAnUnknownProfileByName) {
  const auto rules = PlanRules::read(kPlanData);
  const City city = planWorld();
  const PlanIndex index(city);
  const District district = planDistrict();
  const auto parking = planParking(scopeOf(index, district), index, RedLines(city), rules->parking, "loose");
  ASSERT_FALSE(parking);
  EXPECT_NE(parking.error().hint.find("roadside-50180"), std::string::npos);
}

}  // namespace
}  // namespace pianqu::layers
