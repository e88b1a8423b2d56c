#include <gtest/gtest.h>

#include <algorithm>

#include "layers/plan/merge.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {
namespace {

const MergeRules& shippedRules() {
  static const MergeRules rules = *MergeRules::read(PIANQU_SOURCE_DIR "/data");
  return rules;
}

const City& sampleCity() {
  static const auto sample = generateCity(SampleSize::S, 1);
  return sample->city;
}

/// Districts of 200 households or more, so that even the small city has many.
MergeProposal merged(MergeOptions options) {
  options.minHouseholds = 200;
  auto proposal = proposeDistricts(sampleCity(), {}, options, shippedRules());
  EXPECT_TRUE(proposal) << toText(proposal.error());
  return std::move(*proposal);
}

/// Sum of squares of the years of building about the mean of their district, over placed units.
double unlikenessOf(const MergeProposal& proposal) {
  const auto traits = traitsOf(sampleCity(), proposal.units, {MergeTrait::Year});
  std::vector<double> sums(proposal.solution.districts.size()), counts(sums.size());
  const auto forEachPlaced = [&](const auto& use) {
    for (std::size_t u = 0; u < traits.size(); ++u)
      if (const int d = proposal.solution.placements[u].district; d >= 0) use(static_cast<std::size_t>(d), traits[u].front());
  };
  forEachPlaced([&](std::size_t d, double year) { sums[d] += year, counts[d] += 1; });
  double squares = 0;
  forEachPlaced([&](std::size_t d, double year) { squares += (year - sums[d] / counts[d]) * (year - sums[d] / counts[d]); });
  return squares;
}

int districtOf(const MergeProposal& proposal, const std::string& code) {
  const auto& units = proposal.units.units;
  const auto unit = std::find_if(units.begin(), units.end(), [&code](const MergeUnit& each) { return each.code == code; });
  return unit == units.end() ? -2 : proposal.solution.placements[static_cast<std::size_t>(unit - units.begin())].district;
}

TEST(MergeWishes, districtsAreMoreAlikeWhenAskedTo) {
  const MergeProposal plain = merged({}), alike = merged({.like = {MergeTrait::Year}, .likenessWeight = 4, .compactWeight = 0.2});
  EXPECT_LT(unlikenessOf(alike), 0.8 * unlikenessOf(plain));
  EXPECT_EQ(alike.edit.parameters.at("like"), "year");
  EXPECT_EQ(plain.edit.parameters.count("like"), 0u);
}

TEST(MergeWishes, aTargetMakesFewerAndLargerDistricts) {
  const MergeProposal plain = merged({}), large = merged({.targetHouseholds = 800});
  EXPECT_LT(large.edit.districts.size(), plain.edit.districts.size());
  EXPECT_EQ(large.edit.parameters.at("target-households"), "800");
}

TEST(MergeWishes, pairsStayTogetherOrApart) {
  const MergeProposal plain = merged({});
  // Two units of one district that is large enough to lose one, and two of districts beside each other.
  std::vector<std::string> codes;
  const auto& largest = *std::max_element(plain.solution.districts.begin(), plain.solution.districts.end(), [](const auto& a, const auto& b) { return a.totals[0] < b.totals[0]; });
  const int district = static_cast<int>(&largest - plain.solution.districts.data());
  for (std::size_t u = 0; u < plain.units.units.size(); ++u)
    if (plain.solution.placements[u].district == district) codes.push_back(plain.units.units[u].code);
  ASSERT_GE(codes.size(), 2u);
  const MergeProposal apart = merged({.apart = {{codes.front(), codes.back()}}});
  EXPECT_NE(districtOf(apart, codes.front()), districtOf(apart, codes.back()));
  const geo::DistrictEdge* between = nullptr;
  for (const auto& edge : plain.problem.edges) {
    const int a = plain.solution.placements[edge.a].district, b = plain.solution.placements[edge.b].district;
    const double both = plain.problem.units[edge.a].sums[0] + plain.problem.units[edge.b].sums[0];
    if (!edge.isCut && a >= 0 && b >= 0 && a != b && both < 1000) between = &edge;
  }
  ASSERT_NE(between, nullptr);
  const std::string first = plain.units.units[between->a].code, second = plain.units.units[between->b].code;
  const MergeProposal together = merged({.together = {{first, second}}});
  EXPECT_EQ(districtOf(together, first), districtOf(together, second));
}

TEST(MergeWishes, aPairThatNamesNobodyIsRefused) {
  const auto refused = proposeDistricts(sampleCity(), {}, {.together = {{"NOBODY", "NOBODY ELSE"}}}, shippedRules());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, geo::ErrorCode::NotFound);
  EXPECT_EQ(refused.error().where.feature, "NOBODY");
}

TEST(MergeTraits, areMeansOverBuildingsElseOfTheEstateElseOfAll) {
  City city;
  city.estates = {{.uid = "e1", .builtFrom = 1970, .builtTo = 1980, .tenure = "直管公房"}, {.uid = "e2", .builtFrom = 1984}, {.uid = "e3"}};
  city.buildings = {{.uid = "b1", .estateUid = "e1", .built = 1990, .safety = "C"}, {.uid = "b2", .estateUid = "e1", .built = 1992, .isRoofLeaking = true, .safety = "A"}, {.uid = "b3", .built = 2000, .tenure = "私房"}};
  MergeUnits found;
  for (const char* uid : {"e1", "e2", "e3"}) found.units.push_back({.kind = TargetKind::Estate, .uid = uid});
  found.units.push_back({.kind = TargetKind::Building, .uid = "b3"});
  const auto traits = traitsOf(city, found, {MergeTrait::Year, MergeTrait::Tenure, MergeTrait::Condition});
  EXPECT_EQ(traits[0], (std::vector<double>{1991, 1, 1}));
  EXPECT_EQ(traits[1], (std::vector<double>{1984, 0.5, 1})) << "tenure and condition are the means of those that are known";
  EXPECT_NEAR(traits[2][0], (1991 + 1984 + 2000) / 3.0, 1e-9);
  EXPECT_EQ(traits[3], (std::vector<double>{2000, 0, 1}));
  EXPECT_EQ(mergeTraitFrom("tenure"), MergeTrait::Tenure);
  EXPECT_EQ(mergeTraitFrom("colour"), std::nullopt);
}

}  // namespace
}  // namespace pianqu::layers
