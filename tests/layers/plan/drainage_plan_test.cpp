#include "layers/plan/drainage_plan.hpp"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kData = std::string(PIANQU_SOURCE_DIR) + "/data";

DrainageCatalogue catalogue() { return readDrainageCatalogue(kData).value(); }

geo::MultiPolygon<geo::XY> rectangle(double minX, double minY, double maxX, double maxY) {
  return {{{{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}, {minX, minY}}, {}}};
}

PipeNode node(const std::string& code, geo::XY point, double invertM, const std::string& attachment = "检查井") {
  return {.uid = code, .code = code, .pipeClass = "PS", .subclass = code.substr(0, 2), .attachment = attachment,
          .groundZ = invertM + 1.5, .invertZ = invertM, .point = point};
}

Pipe pipe(const City& city, const std::string& from, const std::string& to, const std::string& subclass) {
  const auto find = [&](const std::string& uid) {
    return *std::find_if(city.pipeNodes.begin(), city.pipeNodes.end(), [&](const PipeNode& n) { return n.uid == uid; });
  };
  const PipeNode a = find(from), b = find(to);
  return {.uid = from + "-" + to, .code = from + "-" + to, .pipeClass = "PS", .subclass = subclass, .fromUid = from, .toUid = to,
          .fromInvert = a.invertZ, .toInvert = b.invertZ, .diameterMm = 300, .status = "在用", .line = {a.point, b.point}};
}

/// One combined estate: HS1 -> HS2 -> HS3, which leaves the red line at x = 60 and ends in the sewer WS1 -> WS2; a storm main YS1 -> YS2
/// passes outside. LG1 is mixed, LG2 carries rain, LG3 sewage.
City combinedEstate() {
  City city;
  city.estates.push_back({.uid = "E1", .name = "梅园小区", .shape = rectangle(-10, -20, 60, 20)});
  city.pipeNodes = {node("HS1", {0, 0}, 10), node("HS2", {50, 0}, 9.5), node("HS3", {80, 0}, 9.2), node("WS1", {85, 0}, 9),
                    node("WS2", {120, 0}, 8, "出水口"), node("YS1", {85, -10}, 8.5), node("YS2", {120, -10}, 8, "出水口")};
  for (const auto& [from, to, water] : {std::tuple{"HS1", "HS2", "HS"}, {"HS2", "HS3", "HS"}, {"HS3", "WS1", "HS"}, {"WS1", "WS2", "WS"}, {"YS1", "YS2", "YS"}}) {
    city.pipes.push_back(pipe(city, from, to, water));
  }
  city.risers = {{.uid = "LG1", .code = "LG1", .toNodeUid = "HS1", .category = "合流", .source = "洗衣机、雨水", .point = {0, 2}},
                 {.uid = "LG2", .code = "LG2", .toNodeUid = "HS2", .category = "雨水", .source = "雨水", .point = {50, 2}},
                 {.uid = "LG3", .code = "LG3", .toNodeUid = "HS2", .category = "污水", .source = "厨房", .point = {50, -2}}};
  city.outfalls = {{.uid = "O1", .code = "PK1", .kind = "市政污水", .nodeUid = "WS2", .point = {120, 0}},
                   {.uid = "O2", .code = "PK2", .kind = "市政雨水", .nodeUid = "YS2", .point = {120, -10}}};
  return city;
}

Plan oneDistrict() {
  Plan plan;
  plan.districts.push_back({.uid = "D1", .code = "PQ01", .name = "梅园片区", .shape = rectangle(-10, -20, 90, 20)});
  return plan;
}

std::map<std::string, double> quantityByCode(const std::vector<Measure>& measures) {
  std::map<std::string, double> sums;
  for (const Measure& measure : measures) sums[measure.catalogueCode + " " + measure.action] += measure.quantity;
  return sums;
}

TEST(DrainageCatalogue, isWholeAndSaysWhatIsNotVerified) {
  const DrainageCatalogue rules = catalogue();
  EXPECT_EQ(rules.limits.maxSizeDecrease, 2);
  EXPECT_GT(rules.limits.sizesMm.size(), 10u);
  EXPECT_EQ(rules.meaningOf("node-role", "雨水箅"), "gully");
  EXPECT_EQ(rules.meaningOf("node-role", "anything"), "");
  EXPECT_THAT(rules.unverifiedRules, ::testing::Contains("drainage.connect-distance"));
  EXPECT_THAT(rules.unverifiedRules, ::testing::Not(::testing::Contains("drainage.max-size-decrease")));
}

TEST(CitySewers, readsTheWatersOfARiserFromCategoryAndSources) {
  City city = combinedEstate();
  city.risers.push_back({.uid = "LG4", .code = "LG4", .toNodeUid = "HS2", .category = "雨水", .source = "空调、洗衣机"});
  city.risers.push_back({.uid = "LG5", .code = "LG5", .toNodeUid = "HS2", .category = "雨水", .source = "地漏"});
  city.risers.push_back({.uid = "LG6", .code = "LG6", .toNodeUid = "nowhere"});
  const CitySewers sewers = sewersOf(city, catalogue());
  const auto& sources = sewers.system.sources;
  ASSERT_EQ(sources.size(), 6u);
  EXPECT_TRUE(sources[0].carriesRain && sources[0].carriesSewage);
  EXPECT_TRUE(sources[3].carriesRain && sources[3].carriesSewage);
  EXPECT_TRUE(sources[4].carriesRain && !sources[4].carriesSewage);
  EXPECT_FALSE(sources[5].carriesRain || sources[5].carriesSewage);
  ASSERT_EQ(sewers.problems.size(), 1u);
  EXPECT_EQ(sewers.problems[0].code, "riser-without-node");
}

TEST(CitySewers, leavesOutAndReportsAPipeWhosePointIsMissing) {
  City city = combinedEstate();
  city.pipes[1].fromUid.clear();
  const CitySewers sewers = sewersOf(city, catalogue());
  EXPECT_EQ(sewers.system.links.size(), 4u);
  ASSERT_EQ(sewers.problems.size(), 1u);
  EXPECT_EQ(sewers.problems[0].where.feature, "HS2-HS3");
}

TEST(CitySewers, takesAnOutletWithoutARowForAnOutfallOfUnknownKind) {
  City city = combinedEstate();
  city.outfalls.clear();
  EXPECT_EQ(sewersOf(city, catalogue()).system.nodes[4].outfall, geo::OutfallKind::Unknown);
}

TEST(DrainagePlan, convertsACombinedEstateAndProvesTheResult) {
  const City city = combinedEstate();
  const Plan plan = oneDistrict();
  const DrainagePlan drainage = planDrainage(city, plan, sewersOf(city, catalogue()), catalogue()).value();
  ASSERT_EQ(drainage.edits.size(), 1u);
  EXPECT_EQ(drainage.edits[0].districtUid, "D1");
  EXPECT_EQ(drainage.edits[0].origin, "drainage");
  auto sums = quantityByCode(drainage.edits[0].measures);
  EXPECT_NEAR(sums["PS-06 改建"], 85, 0.01);      // HS1-HS2-HS3-WS1
  EXPECT_GT(sums["PS-01 新建"], 80);              // beside it, and on to YS1
  EXPECT_EQ(sums["PS-04 改建"], 1);               // LG1
  EXPECT_EQ(sums["PS-08 保留"], 2);               // LG2, LG3
  EXPECT_EQ(sums["PS-07 改建"], 0);
  const SeparationProof &before = drainage.before.back(), &after = drainage.after.back();
  EXPECT_EQ(before.provenOf(geo::Water::Sewage), 0);
  EXPECT_EQ(before.combinedPipes, 3);
  EXPECT_EQ(after.combinedPipes, 0);
  EXPECT_EQ(after.sourcesOf(geo::Water::Sewage), 2);
  EXPECT_EQ(after.provenOf(geo::Water::Sewage), 2);
  EXPECT_EQ(after.provenOf(geo::Water::Storm), 2);
  EXPECT_THAT(after.exceptions, IsEmpty());
}

TEST(DrainagePlan, splitsEveryQuantityByTheRedLine) {
  const City city = combinedEstate();
  const DrainagePlan drainage = planDrainage(city, oneDistrict(), sewersOf(city, catalogue()), catalogue()).value();
  for (const Measure& measure : drainage.edits[0].measures) {
    EXPECT_NEAR(measure.quantityInside + measure.quantityOutside, measure.quantity, 1e-9) << measure.catalogueCode;
    if (measure.targetUid != "HS2-HS3") continue;
    EXPECT_DOUBLE_EQ(measure.quantityInside, 10);
    EXPECT_DOUBLE_EQ(measure.quantityOutside, 20);
  }
}

TEST(DrainagePlan, plansEveryPipeOfADistrictOnceAndReportsTheOthers) {
  const City city = combinedEstate();
  const DrainagePlan drainage = planDrainage(city, oneDistrict(), sewersOf(city, catalogue()), catalogue()).value();
  std::map<Uid, int> planned;
  for (const Measure& measure : drainage.edits[0].measures) {
    if (measure.targetKind == TargetKind::Pipe && measure.catalogueCode != "PS-07") ++planned[measure.targetUid];
  }
  // The outfall pipes have their middle 12.5 m outside the district, nearer than the rule's 30 m.
  EXPECT_EQ(planned.size(), 5u);
  for (const auto& [uid, count] : planned) EXPECT_EQ(count, 1) << uid;
  EXPECT_THAT(drainage.unplannedPipes, IsEmpty());

  Plan far = oneDistrict();
  far.districts[0].shape = rectangle(-10, -20, 20, 20);
  const DrainagePlan small = planDrainage(city, far, sewersOf(city, catalogue()), catalogue()).value();
  EXPECT_THAT(small.unplannedPipes, ElementsAre("HS2-HS3", "HS3-WS1", "WS1-WS2", "YS1-YS2"));
}

TEST(DrainagePlan, isTheSameEveryTime) {
  const City city = combinedEstate();
  const auto first = planDrainage(city, oneDistrict(), sewersOf(city, catalogue()), catalogue()).value();
  const auto second = planDrainage(city, oneDistrict(), sewersOf(city, catalogue()), catalogue()).value();
  EXPECT_EQ(first.edits[0].measures, second.edits[0].measures);
}

}  // namespace
}  // namespace pianqu::layers
