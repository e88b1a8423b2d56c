#include "layers/ledger/live.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/edit_units.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {
namespace {

const City& town() {
  static const City city = generateCity(SampleSize::S, 3).value().city;
  return city;
}

std::uint64_t seedOfRun(std::uint64_t standard) {
  const char* set = std::getenv("PIANQU_SEED");
  return set ? std::strtoull(set, nullptr, 10) : standard;
}

void expectSame(const Summary& live, const Summary& full) {
  EXPECT_EQ(live.estates, full.estates);
  EXPECT_EQ(live.buildings, full.buildings);
  EXPECT_EQ(live.scattered, full.scattered);
  EXPECT_EQ(live.entrances, full.entrances);
  EXPECT_EQ(live.households, full.households);
  EXPECT_EQ(live.buildingsWithoutHouseholds, full.buildingsWithoutHouseholds);
  EXPECT_NEAR(live.floorAreaM2, full.floorAreaM2, 1e-6 * (1 + full.floorAreaM2));
  EXPECT_EQ(live.buildingsWithoutFloorArea, full.buildingsWithoutFloorArea);
  EXPECT_EQ(live.builtBefore2001, full.builtBefore2001);
  EXPECT_EQ(live.buildingsWithoutYear, full.buildingsWithoutYear);
  EXPECT_EQ(live.leakingRoofs, full.leakingRoofs);
  EXPECT_EQ(live.dangerous, full.dangerous);
  EXPECT_EQ(live.liftUnits, full.liftUnits);
  EXPECT_EQ(live.stalls, full.stalls);
  EXPECT_EQ(live.areaM2, full.areaM2);
  EXPECT_EQ(live.compactness, full.compactness);
  EXPECT_EQ(live.oldShare(), full.oldShare());
}

geo::MultiPolygon<geo::XY> star(geo::XY centre, double radius, geo::Random& random) {
  geo::Ring<geo::XY> ring;
  for (int i = 0; i < 14; ++i) {
    const double r = radius * random.uniform(0.4, 1), angle = i * 0.4487989505;
    ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return {{ring, {}}};
}

TEST(LiveLedger, boundaryThatIsDraggedCountsAsTheFullLedgerDoes) {
  const PlanIndex index(town());
  const LiveLedger live(index);
  const std::uint64_t seed = seedOfRun(11);
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  geo::Random random(seed);
  geo::Box extent;
  for (const auto& building : town().buildings) extent.add(boxOf(building.shape));
  for (int i = 0; i < 100; ++i) {
    const auto area = star({random.uniform(extent.minX, extent.maxX), random.uniform(extent.minY, extent.maxY)}, random.uniform(20, extent.width()), random);
    std::vector<std::size_t> inside;
    for (std::size_t b = 0; b < town().buildings.size(); ++b) {
      if (!town().buildings[b].shape.empty() && geo::contains(area, geo::centroidOf(town().buildings[b].shape))) inside.push_back(b);
    }
    Summary full = summarize(town(), index.positions(), inside);
    full.areaM2 = geo::areaOf(area).value;
    full.compactness = geo::polsbyPopper(area);
    const LiveFigures figures = live.inside(area);
    expectSame(figures.summary, full);
    int byTenure = 0;
    for (const auto& [tenure, count] : figures.buildingsByTenure) byTenure += count;
    EXPECT_EQ(byTenure, full.buildings);
  }
  EXPECT_EQ(live.inside({}).summary.buildings, 0);
}

TEST(LiveLedger, pendingStrokeForetellsTheLedgerAfterIt) {
  const PlanIndex index(town());
  const LiveLedger live(index);
  const std::uint64_t seed = seedOfRun(12);
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  geo::Random random(seed);
  std::vector<Member> units;
  for (const auto& estate : town().estates) units.push_back({TargetKind::Estate, estate.uid, "并入", "手工"});
  for (const auto& building : town().buildings) if (building.estateUid.empty()) units.push_back({TargetKind::Building, building.uid, "并入", "手工"});
  Plan plan;
  for (int d = 0; d < 4; ++d) {
    plan.districts.push_back({.uid = "d" + std::to_string(d), .code = "PQ0" + std::to_string(d + 1), .name = "片区", .isPinned = d == 3});
    for (std::size_t u = 0; u < units.size(); ++u) if (static_cast<int>(u % 6) == d) plan.districts.back().members.push_back(units[u]);
  }
  sortPlan(plan);
  for (int i = 0; i < 60; ++i) {
    std::vector<Member> stroke;
    for (const Member& unit : units) if (random.chance(0.1)) stroke.push_back(unit);
    const Uid target = random.chance(0.2) ? Uid{} : Uid("d" + std::to_string(random.integer(0, 2)));
    // What a brush leaves alone: units of the pinned district.
    std::erase_if(stroke, [&](const Member& m) { return std::any_of(plan.districts[3].members.begin(), plan.districts[3].members.end(), [&](const Member& o) { return o.targetUid == m.targetUid; }); });
    const auto after = apply(town(), index.positions(), plan, AssignMembers{target, stroke});
    ASSERT_TRUE(after) << after.error().text;
    for (const LiveChange& change : live.stroke(plan, target, stroke)) {
      expectSame(change.before.summary, summarize(town(), index.positions(), *plan.findDistrict(change.districtUid)));
      const District* now = after->findDistrict(change.districtUid);
      Summary full = now ? summarize(town(), index.positions(), *now) : Summary{};
      full.areaM2 = change.after.summary.areaM2;
      full.compactness = change.after.summary.compactness;
      expectSame(change.after.summary, full);
    }
  }
}

TEST(DistrictThresholds, tellWhichBoundIsBroken) {
  Plan plan;
  plan.parameters["min-households"] = "500";
  const auto thresholds = DistrictThresholds::read(PIANQU_SOURCE_DIR "/data", plan);
  ASSERT_TRUE(thresholds) << thresholds.error().text;
  Summary s{.areaM2 = 50000, .buildings = 10, .households = 499, .floorAreaM2 = 1e6};
  const auto states = thresholds->judge(s);
  ASSERT_EQ(states.size(), 4U);
  EXPECT_EQ(states[0].standing, Standing::Below);
  EXPECT_EQ(states[1].standing, Standing::Below) << "the merge's own minimum counts";
  EXPECT_EQ(states[2].standing, Standing::Above);
  EXPECT_EQ(states[3].standing, Standing::Below) << "its households need stalls";
  s = {.areaM2 = 150000, .buildings = 10, .households = 500, .buildingsWithoutFloorArea = 10};
  EXPECT_EQ(thresholds->judge(s)[0].standing, Standing::Met);
  EXPECT_EQ(thresholds->judge(s)[1].standing, Standing::Met);
  EXPECT_EQ(thresholds->judge(s)[2].standing, Standing::Unknown) << "unknown never passes";
}

TEST(DistrictThresholds, areTheCitysWhereTheMergeSaysNothing) {
  Plan plan;
  plan.parameters["min-households"] = "500";
  const auto thresholds = DistrictThresholds::read(PIANQU_SOURCE_DIR "/data", plan, {{{"district.min-area", 200000}, {"merge.min-households", 800}}, {}});
  ASSERT_TRUE(thresholds) << thresholds.error().text;
  const Summary s{.areaM2 = 150000, .buildings = 10, .households = 600};
  EXPECT_EQ(thresholds->judge(s)[0].standing, Standing::Below) << "15 ha where the city asks for 20";
  EXPECT_EQ(thresholds->judge(s)[1].standing, Standing::Met) << "the merge's own minimum goes first";
}

}  // namespace
}  // namespace pianqu::layers
