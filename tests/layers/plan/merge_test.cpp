#include "layers/plan/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "geo/coverage/check.hpp"
#include "geo/coverage/turning_points.hpp"
#include "geo/district/check.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/district_names.hpp"
#include "layers/plan/edit.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

geo::MultiPolygon<XY> rectangle(double x, double y, double width, double height) {
  return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

std::string uidText(const std::string& kind, int number) {
  std::string text = kind + std::to_string(number);
  return std::string(32 - text.size(), '0') + text;
}

MergeRules shippedRules() { return *MergeRules::read(PIANQU_SOURCE_DIR "/data"); }

/// Estates in a row, 100 m apart, with one building each; an arterial road runs between the third and the fourth.
City rowOfEstates(int count) {
  City city;
  for (int i = 0; i < count; ++i) {
    Estate estate{.uid = uidText("e", i), .code = "E" + std::to_string(i), .name = "梅园" + std::to_string(i) + "小区", .shape = rectangle(100 * i, 0, 80, 60)};
    Building building{.uid = uidText("b", i), .code = "B" + std::to_string(i), .estateUid = estate.uid, .floors = 6, .households = 200, .built = 1988, .use = "住宅", .shape = rectangle(100 * i + 20, 20, 40, 12)};
    city.estates.push_back(estate);
    city.buildings.push_back(building);
  }
  city.roads.push_back({.uid = uidText("r", 0), .name = "人民路", .roadClass = "主干路", .line = {{{290, -3000}, {290, 3000}}}});
  city.roads.push_back({.uid = uidText("r", 1), .name = "解放路", .roadClass = "次干路", .line = {{{-3000, 75}, {3000, 75}}}});
  return city;
}

MergeOptions between(double minimum, double maximum) { return {.minHouseholds = minimum, .maxHouseholds = maximum}; }

std::string reasonsOf(const MergeProposal& proposal) {
  std::string text;
  for (const auto& leftover : proposal.edit.leftovers) text += leftover.reasonCode + " ";
  return text;
}

TEST(Merge, joinsEstatesOnEachSideOfAnArterialRoad) {
  const City city = rowOfEstates(6);
  const auto proposal = proposeDistricts(city, {}, between(600, 900), shippedRules());
  ASSERT_TRUE(proposal) << toText(proposal.error());
  ASSERT_EQ(proposal->edit.districts.size(), 2U);
  EXPECT_EQ(proposal->upperBound, 2);
  const District& west = proposal->edit.districts[0];
  EXPECT_EQ(west.code, "PQ01");
  EXPECT_EQ(west.name, "梅园0片区");
  EXPECT_EQ(west.members.size(), 3U);
  EXPECT_EQ(west.shape.size(), 1U);
  EXPECT_NE(west.note.find("东至人民路"), std::string::npos) << west.note;
  EXPECT_NE(west.note.find("北至解放路"), std::string::npos) << west.note;
  for (XY p : west.shape.front().outer) EXPECT_LE(p.x, 290.01);
  EXPECT_TRUE(apply(city, {}, proposal->edit)) << "the plan takes it";
}

TEST(Merge, neverCrossesALineOfThePlannersOwn) {
  const City city = rowOfEstates(6);
  MergeOptions options = between(200, 900);
  options.cuts = {{{90, -3000}, {90, 3000}}};
  const auto proposal = proposeDistricts(city, {}, options, shippedRules());
  ASSERT_TRUE(proposal) << geo::toText(proposal.error());
  for (const District& district : proposal->edit.districts) {
    const geo::Box box = geo::boxOf(district.shape);
    EXPECT_TRUE(box.maxX <= 90.01 || box.minX >= 89.99) << district.code << " reaches from " << box.minX << " to " << box.maxX;
  }
  EXPECT_TRUE(proposal->remarks.empty());
}

TEST(Merge, leavesNewEstatesAloneAndListsUnknownYears) {
  City city = rowOfEstates(4);
  city.buildings[1].built = 2012;
  city.buildings[2].built.reset();
  city.buildings[3].built.reset();
  city.estates[3].tenure = "房改房";
  const auto found = selectUnits(city, {}, shippedRules());
  ASSERT_EQ(found.units.size(), 2U);
  EXPECT_EQ(found.units[0].why, "1 of 1 buildings built by the end of 2000");
  EXPECT_EQ(found.units[1].why, "year unknown, tenure 房改房");
  ASSERT_EQ(found.leftovers.size(), 1U);
  EXPECT_EQ(found.leftovers[0].reasonCode, "year-unknown");
  EXPECT_EQ(found.leftovers[0].targetUid, city.estates[2].uid);
}

TEST(Merge, takesADangerousBuildingWhateverItsYear) {
  City city = rowOfEstates(1);
  city.buildings[0].built = 2015;
  EXPECT_TRUE(selectUnits(city, {}, shippedRules()).units.empty());
  city.buildings[0].safety = "D";
  EXPECT_EQ(selectUnits(city, {}, shippedRules()).units.size(), 1U);
}

TEST(Merge, estimatesUnknownHouseholdsAndSaysSo) {
  City city = rowOfEstates(1);
  city.buildings[0].households.reset();
  const auto found = selectUnits(city, {}, shippedRules());
  ASSERT_EQ(found.units.size(), 1U);
  EXPECT_TRUE(found.units[0].isEstimated);
  EXPECT_DOUBLE_EQ(found.units[0].households, 36) << "40 m x 12 m x 6 storeys / 80 m2";
  ASSERT_EQ(found.remarks.size(), 1U);
  city.buildings[0].floors.reset();
  EXPECT_EQ(selectUnits(city, {}, shippedRules()).leftovers.front().reasonCode, "households-unknown");
}

TEST(Merge, leavesPinnedDistrictsAndWhatAPersonTookOut) {
  const City city = rowOfEstates(6);
  Plan plan;
  auto first = proposeDistricts(city, plan, between(600, 900), shippedRules());
  ASSERT_TRUE(first);
  plan.districts = first->edit.districts;
  plan.districts[0].isPinned = true;
  plan.districts[0].name = "老城片区";
  plan.districts.pop_back();
  plan.leftovers = {{TargetKind::Estate, city.estates[5].uid, "by-hand", "later"}};
  const auto second = proposeDistricts(city, plan, between(400, 900), shippedRules());
  ASSERT_TRUE(second) << toText(second.error());
  ASSERT_EQ(second->edit.districts.size(), 2U);
  EXPECT_EQ(second->edit.districts[0].members, plan.districts[0].members);
  EXPECT_EQ(second->edit.districts[0].name, "老城片区");
  EXPECT_NEAR(geo::areaOf(second->edit.districts[0].shape).value, geo::areaOf(plan.districts[0].shape).value, 1);
  EXPECT_EQ(second->edit.districts[1].code, "PQ02");
  EXPECT_EQ(second->edit.districts[1].members.size(), 2U);
  EXPECT_EQ(reasonsOf(*second), "by-hand ");
  EXPECT_TRUE(apply(city, plan, second->edit));
}

TEST(Merge, reportsAnEstateOnBothSidesOfABarrier) {
  City city = rowOfEstates(6);
  city.roads[0].line = {{{230, -3000}, {230, 3000}}};
  const auto proposal = proposeDistricts(city, {}, between(400, 900), shippedRules());
  ASSERT_TRUE(proposal);
  ASSERT_EQ(proposal->remarks.size(), 1U);
  EXPECT_EQ(proposal->remarks[0].code, "straddles-barrier");
  EXPECT_EQ(proposal->remarks[0].where.feature, "E2");
}

TEST(Merge, saysWhatStraddlesBeforeItSolves) {
  City city = rowOfEstates(6);
  city.roads[0].line = {{{230, -3000}, {230, 3000}}};
  const auto hasStraddling = [](const geo::Problems& remarks) { return std::any_of(remarks.begin(), remarks.end(), [](const auto& r) { return r.code == "straddles-barrier"; }); };
  geo::Problems heard;
  struct Stop : geo::Progress {
    bool isStopped = false;
    bool isCancelled() const override { return isStopped; }
  } stop;
  MergeOptions options = between(400, 900);
  options.onRemarks = [&](const geo::Problems& remarks) {
    heard = remarks;
    stop.isStopped = true;
  };
  const auto proposal = proposeDistricts(city, {}, options, shippedRules(), stop);
  ASSERT_FALSE(proposal);
  EXPECT_EQ(proposal.error().code, geo::ErrorCode::Cancelled);
  EXPECT_TRUE(hasStraddling(heard));
}

TEST(Merge, explainsUnitsAndLeftovers) {
  City city = rowOfEstates(5);
  const auto proposal = proposeDistricts(city, {}, between(600, 900), shippedRules());
  ASSERT_TRUE(proposal);
  EXPECT_EQ(reasonsOf(*proposal), "component-below-minimum component-below-minimum ");
  const auto left = explainUnit(city, *proposal, "E4");
  ASSERT_TRUE(left);
  EXPECT_NE(left->back().find("400 households together, below 600"), std::string::npos) << left->back();
  const auto placed = explainUnit(city, *proposal, "E1");
  EXPECT_NE(placed->at(1).find("in PQ01 by"), std::string::npos) << placed->at(1);
  EXPECT_FALSE(explainUnit(city, *proposal, "E99"));
}

TEST(Merge, lowersTheMinimumOfASmallCityUnlessItIsGiven) {
  const City city = rowOfEstates(12);
  const auto lowered = proposeDistricts(city, {}, {}, shippedRules());
  ASSERT_TRUE(lowered);
  EXPECT_EQ(lowered->edit.parameters.at("min-households"), "300");
  EXPECT_EQ(lowered->remarks.front().code, "minimum-lowered");
  EXPECT_EQ(proposeDistricts(city, {}, {.minHouseholds = 1000}, shippedRules())->edit.parameters.at("min-households"), "1000");
  const auto citys = MergeRules::read(PIANQU_SOURCE_DIR "/data", {{{"merge.min-households", 900}}, {}});
  ASSERT_TRUE(citys);
  EXPECT_EQ(proposeDistricts(city, {}, {}, *citys)->edit.parameters.at("min-households"), "900") << "the city itself has set it";
}

TEST(Merge, aBuildingThatRidesAlongBehindAnotherEstateMakesNoSecondPart) {
  City city = rowOfEstates(1);   // to x = 80
  city.roads.clear();
  city.estates.push_back({.uid = uidText("n", 1), .code = "N1", .name = "新苑", .shape = rectangle(84, -60, 8, 180)});
  city.buildings.push_back({.uid = uidText("c", 1), .code = "C1", .estateUid = uidText("n", 1), .households = 10, .built = 2015, .use = "住宅", .shape = rectangle(85, 0, 4, 40)});
  city.buildings.push_back({.uid = uidText("c", 2), .code = "C2", .households = 10, .built = 2015, .use = "住宅", .shape = rectangle(95, 20, 10, 10)});
  const auto proposal = proposeDistricts(city, {}, between(100, 900), shippedRules());
  ASSERT_TRUE(proposal) << toText(proposal.error());
  ASSERT_EQ(proposal->edit.districts.size(), 1U);
  EXPECT_EQ(proposal->edit.districts[0].shape.size(), 1U);
  for (const auto& remark : proposal->remarks) EXPECT_NE(remark.code, "member-outside") << remark.text;
}

TEST(Merge, fromCurrentKeepsWhatAPersonMovedAndMendsOnlyWhatBreaksARule) {
  const City city = rowOfEstates(16);   // three west of the road, thirteen east of it
  const auto merged = proposeDistricts(city, {}, between(600, 1000), shippedRules());
  ASSERT_TRUE(merged) << toText(merged.error());
  const Plan plan = *apply(city, {}, merged->edit);
  MergeOptions options = between(600, 1000);
  options.isFromCurrent = true;
  // The easternmost estate of one district goes to the next, which still holds.
  const auto east = std::find_if(plan.districts.begin(), plan.districts.end(), [](const District& d) { return d.members.size() == 4; });
  ASSERT_NE(east, plan.districts.end());
  const auto isMember = [](const District& d, int estate) { return std::any_of(d.members.begin(), d.members.end(), [estate](const Member& m) { return m.targetUid == uidText("e", estate); }); };
  int last = 0;
  for (int e = 0; e < 16; ++e) if (isMember(*east, e)) last = e;
  const bool hasNext = last + 1 < 16;
  const int moving = hasNext ? last : last - 3, neighbour = hasNext ? last + 1 : last - 4;
  const auto to = std::find_if(plan.districts.begin(), plan.districts.end(), [&](const District& d) { return isMember(d, neighbour); });
  ASSERT_NE(to, plan.districts.end());
  const auto moved = apply(city, plan, AssignMembers{to->uid, {{TargetKind::Estate, uidText("e", moving)}}});
  ASSERT_TRUE(moved) << toText(moved.error());
  const auto kept = proposeDistricts(city, *moved, options, shippedRules());
  ASSERT_TRUE(kept) << toText(kept.error());
  EXPECT_TRUE(kept->moved.empty());
  for (const District& district : moved->districts) {
    const auto same = std::find_if(kept->edit.districts.begin(), kept->edit.districts.end(), [&](const District& d) { return d.uid == district.uid; });
    ASSERT_NE(same, kept->edit.districts.end()) << district.code;
    EXPECT_EQ(same->members, district.members);
    EXPECT_EQ(same->code, district.code);
    EXPECT_EQ(same->name, district.name);
  }
  // A lower maximum breaks a district of the east; the west is on the other side of the road and stays as it is.
  options.maxHouseholds = 700;
  const auto mended = proposeDistricts(city, *moved, options, shippedRules());
  ASSERT_TRUE(mended) << toText(mended.error());
  EXPECT_FALSE(mended->moved.empty());
  EXPECT_GT(mended->keptWhole, 0U);
  const auto west = std::find_if(moved->districts.begin(), moved->districts.end(), [&](const District& d) { return isMember(d, 0); });
  const auto stays = std::find_if(mended->edit.districts.begin(), mended->edit.districts.end(), [&](const District& d) { return d.uid == west->uid; });
  ASSERT_NE(stays, mended->edit.districts.end());
  EXPECT_EQ(stays->members, west->members);
  EXPECT_FALSE(stays->isPinned);
  EXPECT_LT(geo::areaOf(geo::differenceOf(stays->shape, west->shape).value()).value + geo::areaOf(geo::differenceOf(west->shape, stays->shape).value()).value, 0.01);
  EXPECT_TRUE(apply(city, *moved, mended->edit)) << "the plan takes it";
}

TEST(Merge, refusesACityWithNothingToRenew) { EXPECT_EQ(proposeDistricts({}, {}, {}, shippedRules()).error().code, geo::ErrorCode::Invalid); }

TEST(DistrictNames, areNeverTheSame) {
  std::set<std::string> taken;
  EXPECT_EQ(districtName({"梅园小区"}, "", taken), "梅园片区");
  EXPECT_EQ(districtName({"梅园小区", "祥云小区"}, "", taken), "祥云片区");
  EXPECT_EQ(districtName({"梅园小区"}, "", taken), "梅园2号片区");
  EXPECT_EQ(districtName({}, "解放路", taken), "解放路片区");
  EXPECT_EQ(districtName({"原市委宿舍"}, "", taken), "原市委片区");
}

TEST(MergeSampleCity, makesAnExactCoverageThatHoldsEveryMember) {
  const auto sample = generateCity(SampleSize::S, 1);
  ASSERT_TRUE(sample);
  const City& city = sample->city;
  const auto proposal = proposeDistricts(city, {}, {}, shippedRules());
  ASSERT_TRUE(proposal) << toText(proposal.error());
  EXPECT_GE(proposal->edit.districts.size(), 3U);
  std::vector<geo::MultiPolygon<XY>> shapes;
  std::set<std::string> names, members;
  for (const District& district : proposal->edit.districts) {
    shapes.push_back(district.shape);
    EXPECT_TRUE(names.insert(district.name).second) << district.name;
    EXPECT_FALSE(geo::turningPointsOf(district.shape).empty());
    for (const Member& member : district.members) EXPECT_TRUE(members.insert(member.targetUid).second);
  }
  EXPECT_TRUE(geo::isCoverageValid(shapes));
  std::size_t inside = 0;
  for (std::size_t u = 0; u < proposal->units.units.size(); ++u) {
    const int d = proposal->solution.placements[u].district;
    if (d < 0) continue;
    ++inside;
    const auto& code = proposal->codeOfDistrict[static_cast<std::size_t>(d)];
    const auto district = std::find_if(proposal->edit.districts.begin(), proposal->edit.districts.end(), [&](const District& each) { return each.code == code; });
    for (const auto& part : proposal->units.units[u].footprints) EXPECT_TRUE(geo::covers(district->shape, {part})) << proposal->units.units[u].name;
  }
  EXPECT_EQ(inside, members.size());
  EXPECT_EQ(inside + proposal->edit.leftovers.size(), proposal->units.units.size() + proposal->units.leftovers.size());
  EXPECT_TRUE(apply(city, {}, proposal->edit));
  const auto again = proposeDistricts(city, {}, {}, shippedRules());
  for (std::size_t d = 0; d < shapes.size(); ++d) EXPECT_EQ(again->edit.districts[d].shape, shapes[d]) << "same input, same bytes";
}

TEST(MergeSampleCity, isAnExactCoverageWhateverTheBoundariesFollow) {
  const auto sample = generateCity(SampleSize::S, 2);
  ASSERT_TRUE(sample);
  const City& city = sample->city;
  std::map<BoundaryFollow, double> areas;
  for (const BoundaryFollow follow : {BoundaryFollow::Centre, BoundaryFollow::Edge, BoundaryFollow::Wall, BoundaryFollow::Parcel}) {
    SCOPED_TRACE(nameOf(follow));
    const auto proposal = proposeDistricts(city, {}, {.follow = follow}, shippedRules());
    ASSERT_TRUE(proposal) << toText(proposal.error());
    EXPECT_EQ(proposal->edit.parameters.at("follow"), nameOf(follow));
    std::map<std::string, std::size_t> numbers;
    std::vector<geo::MultiPolygon<XY>> shapes;
    for (const District& district : proposal->edit.districts) {
      numbers[district.code] = shapes.size();
      shapes.push_back(district.shape);
    }
    std::vector<geo::BoundaryMembers> members(shapes.size());
    for (std::size_t u = 0; u < proposal->units.units.size(); ++u) {
      const int d = proposal->solution.placements[u].district;
      if (d < 0) continue;
      const MergeUnit& unit = proposal->units.units[u];
      auto& own = members[numbers.at(proposal->codeOfDistrict[static_cast<std::size_t>(d)])];
      own.footprints.insert(own.footprints.end(), unit.footprints.begin(), unit.footprints.end());
      own.footprints.insert(own.footprints.end(), unit.parcel.begin(), unit.parcel.end());
      own.parts = std::max(own.parts, unit.parcel.size());
    }
    const auto report = geo::checkBoundaries(shapes, members);
    ASSERT_TRUE(report) << toText(report.error());
    for (const auto& fault : report->faults) ADD_FAILURE() << "kind " << static_cast<int>(fault.kind) << " of " << proposal->edit.districts[fault.shape].code << ", " << fault.amount << " at " << fault.place.x << " " << fault.place.y;
    EXPECT_LT(report->errorPerKm2(), 0.1);
    areas[follow] = report->areaM2;
  }
  EXPECT_LT(areas[BoundaryFollow::Edge], areas[BoundaryFollow::Centre]);
  EXPECT_LT(areas[BoundaryFollow::Parcel], areas[BoundaryFollow::Centre]);
}

}  // namespace
}  // namespace pianqu::layers
