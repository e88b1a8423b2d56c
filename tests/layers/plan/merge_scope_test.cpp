#include "layers/plan/merge_scope.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "geo/overlay/overlay.hpp"
#include "layers/plan/edit_units.hpp"
#include "layers/plan/loose_ends.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {
namespace {

struct Town {
  City city = generateCity(SampleSize::S, 2).value().city;
  PlanIndex index{city};
  MergeRules rules = MergeRules::read(PIANQU_SOURCE_DIR "/data").value();
  Plan plan;
  Town() {
    const auto proposal = proposeDistricts(city, {}, {.minHouseholds = 300}, rules);
    plan = *apply(city, index.positions(), {}, std::vector<Edit>{proposal->edit});
  }
};

const Town& town() {
  static const Town made;
  return made;
}

bool isCoverage(const Plan& plan) {
  std::vector<geo::MultiPolygon<geo::XY>> shapes;
  for (const auto& district : plan.districts) shapes.push_back(district.shape);
  return geo::isCoverageValid(shapes);
}

/// Ground around the first district.
geo::MultiPolygon<geo::XY> aroundFirst() {
  const geo::Box box = boxOf(town().plan.districts.front().shape).grownBy(30);
  return rectangleArea({box.minX, box.minY}, {box.maxX, box.maxY});
}

TEST(MergeScope, leavesDistrictsThatReachOutsideAsTheyAre) {
  const Town& t = town();
  ASSERT_GE(t.plan.districts.size(), 3U);
  const auto area = aroundFirst();
  const auto proposal = proposeWithin(t.index, t.plan, area, {.minHouseholds = 150}, t.rules);
  ASSERT_TRUE(proposal) << proposal.error().text;
  const auto picked = *pickUnits(t.index, area, PickRule::Centroid);
  std::set<Uid> inside;
  for (const auto& unit : picked) inside.insert(unit.targetUid);
  std::size_t kept = 0;
  for (const auto& district : t.plan.districts) {
    const bool isFree = std::all_of(district.members.begin(), district.members.end(), [&](const Member& m) { return inside.contains(m.targetUid); });
    if (isFree) continue;
    ++kept;
    const auto found = std::find_if(proposal->edit.districts.begin(), proposal->edit.districts.end(), [&](const District& d) { return d.uid == district.uid; });
    ASSERT_NE(found, proposal->edit.districts.end()) << district.code;
    EXPECT_EQ(found->members, district.members) << district.code;
    EXPECT_FALSE(found->isPinned) << "pinned only while it was solved";
  }
  EXPECT_GT(kept, 0U);
  const auto after = apply(t.city, t.index.positions(), t.plan, std::vector<Edit>{proposal->edit});
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_TRUE(isCoverage(*after));
  for (const auto& leftover : t.plan.leftovers)
    if (!inside.contains(leftover.targetUid)) { EXPECT_EQ(std::count(after->leftovers.begin(), after->leftovers.end(), leftover), 1); }
}

TEST(MergeScope, anEmptyAreaIsTheWholeCity) {
  const Town& t = town();
  const auto whole = proposeDistricts(t.city, t.plan, {.minHouseholds = 200}, t.rules);
  const auto same = proposeWithin(t.index, t.plan, {}, {.minHouseholds = 200}, t.rules);
  ASSERT_TRUE(whole && same);
  EXPECT_EQ(whole->edit.districts, same->edit.districts);
}

TEST(MergeScope, aPartOfAProposalIsDrawnOverWhatIsThere) {
  const Town& t = town();
  const auto proposal = proposeDistricts(t.city, t.plan, {.minHouseholds = 150}, t.rules);
  ASSERT_TRUE(proposal);
  const auto changes = changesOf(t.plan, *proposal);
  ASSERT_GT(changes.size(), 1U);
  const auto edits = partOf(t.plan, *proposal, {changes.front().proposed->code});
  ASSERT_TRUE(edits) << edits.error().text;
  const auto after = apply(t.city, t.index.positions(), t.plan, *edits);
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_TRUE(isCoverage(*after));
  EXPECT_TRUE(std::any_of(after->districts.begin(), after->districts.end(), [&](const District& d) { return d.members == changes.front().proposed->members; }));
  EXPECT_FALSE(partOf(t.plan, *proposal, {"PQ-none"}));
}

TEST(MergeScope, anAreaWithoutUnitsIsRefused) {
  const Town& t = town();
  EXPECT_FALSE(proposeWithin(t.index, t.plan, rectangleArea({0, 0}, {1, 1}), {}, t.rules));
  EXPECT_FALSE(groundOfArea(t.city, "没有的街道"));
  for (const auto& name : areaNames(t.city)) EXPECT_TRUE(groundOfArea(t.city, name)) << name;
}

TEST(LooseEnds, findUnitsWithoutADistrictPartsGapsAndEnclaves) {
  const Town& t = town();
  const auto wanted = selectUnits(t.city, {}, t.rules).units;
  const auto all = looseEnds(t.index, {}, wanted);
  EXPECT_EQ(all.size(), wanted.size()) << "nothing is placed yet";
  Plan plan = t.plan;
  const Member gone = plan.districts[0].members.back();
  plan = *apply(t.city, t.index.positions(), plan, std::vector<Edit>{AssignMembers{{}, {gone}}});
  const auto ends = looseEnds(t.index, plan, wanted);
  EXPECT_TRUE(std::any_of(ends.begin(), ends.end(), [&](const LooseEnd& e) { return e.kind == LooseEnd::Kind::Unassigned && e.uid == gone.targetUid; }));

  const auto square = [](double x, double y, double side) { return rectangleArea({x, y}, {x + side, y + side})[0]; };
  geo::Polygon<geo::XY> ring = square(0, 0, 100);
  ring.holes = {square(40, 40, 20).outer, square(10, 10, 10).outer};
  Plan drawn;
  drawn.districts = {{.uid = "a", .code = "A", .shape = {ring, square(200, 0, 10)}}, {.uid = "b", .code = "B", .shape = {square(40, 40, 20)}}};
  std::multiset<LooseEnd::Kind> kinds;
  for (const auto& end : looseEnds(t.index, drawn, {})) kinds.insert(end.kind);
  EXPECT_EQ(kinds, (std::multiset<LooseEnd::Kind>{LooseEnd::Kind::Enclave, LooseEnd::Kind::Gap, LooseEnd::Kind::Part}));
}

}  // namespace
}  // namespace pianqu::layers
