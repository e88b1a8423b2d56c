#include "layers/plan/edit_gestures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/shape/wkt.hpp"
#include "layers/plan/records.hpp"
#include "layers/plan/units.hpp"
#include "tests/layers/project/project_world.hpp"
#include "tests/layers/project/random_edits.hpp"

namespace pianqu::layers::test {
namespace {

using geo::XY;

std::vector<geo::MultiPolygon<XY>> shapesOf(const Plan& plan) {
  std::vector<geo::MultiPolygon<XY>> shapes;
  for (const auto& d : plan.districts) if (!d.shape.empty()) shapes.push_back(d.shape);
  return shapes;
}

double areaOf(const Plan& plan) {
  double area = 0;
  for (const auto& d : plan.districts) area += geo::areaOf(d.shape).value;
  return area;
}

XY placeAt(double column, double row) { return {500000 + 40 * column - 14, 3400000 + 40 * row - 14}; }

/// Two districts of 6 x 3 cells, one above the other.
struct World {
  City city = gridCity(6);
  PlanIndex index{city};
  Plan plan;
  World() {
    plan = *apply(city, index.positions(), plan, AddDistrict{{.shape = cells(0, 0, 6, 3)}});
    plan = *apply(city, index.positions(), plan, AddDistrict{{.shape = cells(0, 3, 6, 3)}});
  }
  geo::Result<Plan> after(const geo::Result<Edit>& edit) const {
    if (!edit) return geo::fail(edit);
    return apply(city, index.positions(), plan, *edit);
  }
};

TEST(Gestures, splitGivesEachSideItsUnitsAndKeepsTheGround) {
  const World w;
  const auto edit = split(w.index, w.plan, "PQ01", {{placeAt(4, -1), placeAt(4, 4)}}, FollowRule::Centroid);
  ASSERT_TRUE(edit) << edit.error().text;
  const auto after = w.after(edit);
  ASSERT_TRUE(after) << after.error().text;
  ASSERT_EQ(after->districts.size(), 3U);
  EXPECT_EQ(after->districts[0].members.size(), 3U + 6U) << "three estates and two columns of single buildings";
  EXPECT_EQ(after->districts[2].members.size(), 6U);
  EXPECT_NEAR(areaOf(*after), areaOf(w.plan), 1e-3);
  EXPECT_TRUE(geo::isCoverageValid(shapesOf(*after)));
}

TEST(Gestures, splitRefusesALineThatLeavesOneSideWithoutUnits) {
  const World w;
  const auto edit = split(w.index, w.plan, "PQ01", {{placeAt(5.9, -1), placeAt(5.9, 4)}}, FollowRule::Centroid);
  ASSERT_FALSE(edit);
  EXPECT_EQ(edit.error().code, geo::ErrorCode::Invalid);
  EXPECT_FALSE(split(w.index, w.plan, "PQ01", {{placeAt(4, 1), placeAt(4, 2)}}, FollowRule::Centroid)) << "a line that ends inside cuts nothing";
}

TEST(Gestures, splitAndMergeAreInverse) {
  const World w;
  const auto two = w.after(split(w.index, w.plan, "PQ01", {{placeAt(3, -1), placeAt(4.5, 4)}}, FollowRule::Majority));
  ASSERT_TRUE(two);
  ASSERT_EQ(two->districts.size(), 3U);
  const auto edit = mergeDistricts(*two, {"PQ01", "PQ03"});
  ASSERT_TRUE(edit) << edit.error().text;
  const auto one = apply(w.city, w.index.positions(), *two, *edit);
  ASSERT_TRUE(one) << one.error().text;
  EXPECT_EQ(one->districts.size(), 2U);
  EXPECT_EQ(one->districts[0].members.size(), w.plan.districts[0].members.size());
  EXPECT_NEAR(geo::areaOf(one->districts[0].shape).value, geo::areaOf(w.plan.districts[0].shape).value, 1e-3);
}

TEST(Gestures, reshapeTakesGroundAndUnitsFromTheNeighbour) {
  const World w;
  // From inside PQ01 up into PQ02 around one column of cells and back.
  const geo::Line<XY> line{placeAt(4, 2.5), placeAt(4, 4), placeAt(5, 4), placeAt(5, 2.5)};
  const auto after = w.after(reshape(w.index, w.plan, "PQ01", line, FollowRule::Centroid));
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_EQ(after->districts[0].members.size(), w.plan.districts[0].members.size() + 1);
  EXPECT_EQ(after->districts[1].members.size(), w.plan.districts[1].members.size() - 1);
  EXPECT_NEAR(geo::areaOf(after->districts[0].shape).value - geo::areaOf(w.plan.districts[0].shape).value, 1600, 1e-2);
  EXPECT_NEAR(areaOf(*after), areaOf(w.plan), 1e-2) << "what one gains the other loses";
  EXPECT_TRUE(geo::isCoverageValid(shapesOf(*after)));
}

TEST(Gestures, reshapeMovesAUnitByTheRuleThatIsChosen) {
  const World w;
  // Takes the lower 7 of 12 metres of the footprints of one building.
  const double cut = (14 + 7) / 40.0;
  const geo::Line<XY> line{placeAt(4, 2.5), placeAt(4, 3 + cut), placeAt(5, 3 + cut), placeAt(5, 2.5)};
  const std::size_t had = w.plan.districts[0].members.size();
  for (const auto& [rule, gained] : std::map<FollowRule, std::size_t>{{FollowRule::Majority, 1}, {FollowRule::Centroid, 1}, {FollowRule::Whole, 0}, {FollowRule::Stay, 0}}) {
    const auto after = w.after(reshape(w.index, w.plan, "PQ01", line, rule));
    ASSERT_TRUE(after) << after.error().text;
    EXPECT_EQ(after->districts[0].members.size(), had + gained) << static_cast<int>(rule);
  }
}

TEST(Gestures, sharedCornerMovesForBothNeighbours) {
  const World w;
  const auto after = w.after(moveVertex(w.index, w.plan, placeAt(6, 3), placeAt(6, 3.1), 1, FollowRule::Centroid));
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_NE(after->districts[0].shape, w.plan.districts[0].shape);
  EXPECT_NE(after->districts[1].shape, w.plan.districts[1].shape);
  EXPECT_NEAR(areaOf(*after), areaOf(w.plan), 1e-3);
  EXPECT_TRUE(geo::isCoverageValid(shapesOf(*after)));
}

TEST(Gestures, cornerThatWouldOverlapANeighbourIsRefusedWithTheReason) {
  const World w;
  const auto across = moveVertex(w.index, w.plan, placeAt(0, 0), placeAt(2, 5), 1, FollowRule::Stay);
  ASSERT_FALSE(across);
  EXPECT_FALSE(across.error().text.empty());
  EXPECT_FALSE(moveVertex(w.index, w.plan, placeAt(3, 1.5), placeAt(3, 2), 1, FollowRule::Stay)) << "no corner there";
}

TEST(Gestures, addedCornerIsInBothBoundariesAndGoesAgain) {
  const World w;
  auto more = w.after(addVertex(w.index, w.plan, placeAt(3, 3), 1, FollowRule::Stay));
  ASSERT_TRUE(more) << more.error().text;
  for (const auto& d : more->districts) EXPECT_EQ(std::count(d.shape[0].outer.begin(), d.shape[0].outer.end(), placeAt(3, 3)), 1);
  const auto edit = deleteVertex(w.index, *more, placeAt(3, 3), 1, FollowRule::Stay);
  ASSERT_TRUE(edit) << edit.error().text;
  const auto back = apply(w.city, w.index.positions(), *more, *edit);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, w.plan);
}

TEST(Gestures, pinnedDistrictKeepsItsGroundUnderEveryGesture) {
  World w;
  w.plan = *apply(w.city, w.index.positions(), w.plan, PinDistrict{"PQ02", true});
  EXPECT_FALSE(split(w.index, w.plan, "PQ02", {{placeAt(4, 2), placeAt(4, 7)}}, FollowRule::Centroid));
  EXPECT_FALSE(moveVertex(w.index, w.plan, placeAt(6, 3), placeAt(6, 3.1), 1, FollowRule::Stay));
  EXPECT_FALSE(mergeDistricts(w.plan, {"PQ01", "PQ02"}));
  const auto after = w.after(reshape(w.index, w.plan, "PQ01", {placeAt(0.5, 1), placeAt(-1, 1), placeAt(-1, 4), placeAt(1, 4), placeAt(1, 2)}, FollowRule::Centroid));
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_NEAR(geo::areaOf(after->districts[0].shape).value - geo::areaOf(w.plan.districts[0].shape).value, 3 * 1600, 1e-2) << "what is not pinned is gained";
  EXPECT_EQ(after->districts[1].members, w.plan.districts[1].members);
  EXPECT_NEAR(geo::areaOf(after->districts[1].shape).value, geo::areaOf(w.plan.districts[1].shape).value, 1e-3);
}

TEST(Gestures, gapBetweenDistrictsIsAbsorbed) {
  World w;
  // A ring of ground around one cell is PQ03's; the cell itself is nobody's.
  geo::MultiPolygon<XY> ring = cells(8, 0, 3, 3);
  ring[0].holes.push_back(cells(9, 1, 1, 1)[0].outer);
  w.plan = *apply(w.city, w.index.positions(), w.plan, AddDistrict{{.members = {{TargetKind::Building, uid("b", 5), "并入", "手工"}}, .shape = ring}});
  ASSERT_EQ(w.plan.districts.size(), 3U);
  const XY inside = placeAt(9.5, 1.5);
  EXPECT_FALSE(absorbGap(w.index, w.plan, "PQ03", placeAt(20, 20), 0, FollowRule::Stay)) << "open ground";
  const auto after = w.after(absorbGap(w.index, w.plan, "PQ03", inside, 0, FollowRule::Stay));
  ASSERT_TRUE(after) << after.error().text;
  EXPECT_NEAR(geo::areaOf(after->districts[2].shape).value, 9 * 1600, 1e-2);
}

TEST(PickUnits, agreesWithLookingAtEveryUnit) {
  const City city = gridCity(8);
  const PlanIndex index(city);
  const std::uint64_t seed = seedOfRun(5);
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  geo::Random random(seed);
  for (int i = 0; i < 200; ++i) {
    geo::MultiPolygon<XY> area = rectangleArea(placeAt(random.uniform(-1, 9), random.uniform(-1, 9)), placeAt(random.uniform(-1, 9), random.uniform(-1, 9)));
    area[0].outer[2].x += random.uniform(-20, 20);
    if (geo::findInvalidity(area) || geo::areaOf(area).value < 1) continue;
    EXPECT_EQ(*pickUnits(index, area, PickRule::Centroid), *membersInside(city, index.positions(), area, InsideRule::Centroid)) << geo::toWkt(area);
    EXPECT_EQ(*pickUnits(index, area, PickRule::Majority), *membersInside(city, index.positions(), area, InsideRule::Majority)) << geo::toWkt(area);
  }
}

TEST(PickUnits, brushTakesWhatItTouchesAndWholeTakesLess) {
  const City city = gridCity(6);
  const PlanIndex index(city);
  const auto brush = brushArea({placeAt(3, 0.5), placeAt(3, 2.5)}, 16);
  ASSERT_TRUE(brush);
  const auto touched = pickUnits(index, *brush, PickRule::Touch), whole = pickUnits(index, *brush, PickRule::Whole);
  EXPECT_EQ(touched->size(), 6U) << "the brush reaches 2 m into the buildings of two columns, three rows of them";
  EXPECT_TRUE(whole->empty());
  EXPECT_FALSE(brushArea({}, 5));
  EXPECT_FALSE(brushArea({{0, 0}}, -1));
}

/// Some gesture somewhere; many are refused.
geo::Result<Edit> randomGesture(const PlanIndex& index, const Plan& plan, int size, geo::Random& random) {
  const auto place = [&] { return placeAt(random.uniform(-0.5, size + 0.5), random.uniform(-0.5, size + 0.5)); };
  const Uid district = plan.districts.empty() ? "" : plan.districts[static_cast<std::size_t>(random.integer(0, static_cast<int>(plan.districts.size()) - 1))].uid;
  const auto rule = static_cast<FollowRule>(random.integer(0, 3));
  if (plan.districts.empty()) return drawDistrict(index, plan, {.shape = cells(0, 0, size, size)}, rule);
  const auto corner = [&] {
    const auto& shape = plan.findDistrict(district)->shape;
    if (shape.empty()) return XY{};
    const auto& ring = shape[0].outer;
    return ring[static_cast<std::size_t>(random.integer(0, static_cast<int>(ring.size()) - 1))];
  };
  switch (random.integer(0, 9)) {
    case 0: return drawDistrict(index, plan, {.shape = cells(random.integer(0, size - 2), random.integer(0, size - 2), 2, 2)}, rule);
    case 1: return paint(index, plan, random.chance(0.1) ? Uid{} : district, *brushArea({place(), place()}, random.uniform(3, 30)), PickRule::Touch);
    case 2: return reshape(index, plan, district, {place(), place(), place(), place()}, rule);
    case 3: return split(index, plan, district, {{place(), place(), place()}}, rule);
    case 4: {
      const Uid other = plan.districts[static_cast<std::size_t>(random.integer(0, static_cast<int>(plan.districts.size()) - 1))].uid;
      return mergeDistricts(plan, {district, other});
    }
    case 5: return absorbGap(index, plan, district, place(), 10, rule);
    case 6: return Edit{PinDistrict{district, random.chance(0.2)}};
    case 7: {
      const XY from = corner();
      return moveVertex(index, plan, from, from + XY{random.uniform(-15, 15), random.uniform(-15, 15)}, 0.5, rule);
    }
    case 8: return addVertex(index, plan, corner() + XY{random.uniform(-9, 9), random.uniform(-9, 9)}, 10, rule);
    default: return deleteVertex(index, plan, corner(), 0.5, rule);
  }
}

std::string faultOf(const City& city, const PlanIndex& index, const Plan& plan) {
  std::set<std::pair<TargetKind, Uid>> seen;
  for (const auto& d : plan.districts) {
    if (d.members.empty()) return d.code + " is empty";
    if (geo::findInvalidity(d.shape)) return d.code + " is not valid";
    for (const auto& m : d.members) {
      if (!seen.insert({m.kind, m.targetUid}).second) return m.targetUid + " is in two districts";
      if (!checkUnit(city, index.positions(), m)) return m.targetUid + " is no unit";
    }
  }
  for (const auto& l : plan.leftovers) if (seen.contains({l.kind, l.targetUid})) return l.targetUid + " is left over and placed";
  return geo::isCoverageValid(shapesOf(plan)) ? "" : "no exact coverage";
}

TEST(Gestures, tenThousandRandomOnesKeepTheCoverageAndUndoToTheStart) {
  const City city = gridCity(6);
  const PlanIndex index(city);
  const std::uint64_t seed = seedOfRun(2024);
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  geo::Random random(seed);
  using Rows = std::map<std::pair<std::string, Uid>, std::optional<Row>>;
  Rows rows;   // what the store would hold
  std::vector<std::vector<RowChange>> history;
  Plan plan;
  int done = 0;
  std::map<std::string, int> counts;
  for (int i = 0; i < 10000; ++i) {
    const auto edit = randomGesture(index, plan, 6, random);
    if (!edit) {
      ASSERT_NE(edit.error().code, geo::ErrorCode::Internal) << i << ": " << edit.error().text;
      continue;
    }
    const auto next = apply(city, index.positions(), plan, *edit);
    if (!next) {
      ASSERT_NE(next.error().code, geo::ErrorCode::Internal) << i << ' ' << summaryOf(*edit) << ": " << next.error().text;
      continue;
    }
    ASSERT_EQ(faultOf(city, index, *next), "") << i << ' ' << summaryOf(*edit);
    for (const auto& before : plan.districts) {
      if (!before.isPinned || std::holds_alternative<PinDistrict>(*edit)) continue;
      const District* now = next->findDistrict(before.uid);
      ASSERT_TRUE(now && now->members == before.members) << i << ' ' << summaryOf(*edit) << " changed pinned " << before.code;
      ASSERT_NEAR(geo::areaOf(now->shape).value, geo::areaOf(before.shape).value, 0.5) << i << ' ' << summaryOf(*edit);
    }
    history.push_back(changesBetween(plan, *next));
    for (const auto& change : history.back()) {
      ASSERT_EQ((rows[{change.table, change.uid}]), change.before);
      rows[{change.table, change.uid}] = change.after;
    }
    ++counts[summaryOf(*edit).substr(0, summaryOf(*edit).find(" PQ"))];
    plan = *next;
    ++done;
  }
  EXPECT_GT(done, 1000);
  for (const char* what : {"RedrawDistricts split", "RedrawDistricts reshape", "RedrawDistricts merge", "RedrawDistricts move-vertex", "RedrawDistricts add-vertex", "RedrawDistricts delete-vertex", "RedrawDistricts absorb"}) EXPECT_GT(counts[what], 0) << what;
  for (auto step = history.rbegin(); step != history.rend(); ++step) {
    for (auto change = step->rbegin(); change != step->rend(); ++change) rows[{change->table, change->uid}] = change->before;
  }
  for (const auto& [key, row] : rows) EXPECT_FALSE(row && key.first != "plan") << key.first << ' ' << key.second << " was not there at the start";
}

}  // namespace
}  // namespace pianqu::layers::test
