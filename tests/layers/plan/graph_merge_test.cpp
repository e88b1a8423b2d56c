#include "layers/plan/graph_merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace pianqu::layers {
namespace {

/// A row of cells 10 m wide, 100 households each, touching left and right.
UnitGraph row(int count) {
  UnitGraph graph;
  graph.columns = {"hh"};
  graph.numbers.resize(1);
  for (int i = 0; i < count; ++i) {
    graph.ids.push_back(std::to_string(i));
    graph.centres.push_back({10.0 * i, 0});
    graph.areaM2.push_back(100);
    graph.perimeterM.push_back(40);
    graph.numbers[0].push_back(100);
    if (i > 0) graph.edges.push_back({static_cast<std::size_t>(i) - 1, static_cast<std::size_t>(i), 10, 0});
  }
  return graph;
}

GraphMergeOptions rules(double minimum, double maximum) {
  GraphMergeOptions options;
  options.rules.sums = {{.name = "hh", .minimum = minimum, .maximum = maximum}};
  options.cutFlags = 1;
  return options;
}

std::string drawing(const UnitGraph& graph, const GraphMerge& merge) {
  std::string text;
  for (std::size_t r = 0; r < graph.size(); ++r) text += merge.districtOf(r) < 0 ? std::string(".") : merge.districtNames[static_cast<std::size_t>(merge.districtOf(r))];
  return text;
}

TEST(GraphMerge, keepsGroupsWholeAndCutsUncrossed) {
  UnitGraph graph = row(8);
  graph.groups = {"", "", "e", "e", "", "", "", ""};
  graph.edges[3].flags = 3;        // between 3 and 4
  const auto merge = mergeGraph(graph, rules(200, 400));
  ASSERT_TRUE(merge) << geo::toText(merge.error());
  EXPECT_EQ(drawing(graph, *merge), "11223344");
  EXPECT_EQ(merge->problem.units.size(), 7U);
  EXPECT_EQ(merge->figures.upperBound, 4);
  ASSERT_TRUE(merge->figures.meanCompactness);
  EXPECT_NEAR(*merge->figures.meanCompactness, 4 * 3.14159265 * 200 / (60.0 * 60.0), 1e-6);
}

TEST(GraphMerge, reportsAGroupOnBothSidesOfACutAndLeavesItOverOrSplitsIt) {
  UnitGraph graph = row(6);
  graph.groups = {"", "", "e", "e", "", ""};
  graph.edges[2].flags = 1;
  auto options = rules(200, 400);
  const auto left = mergeGraph(graph, options);
  ASSERT_TRUE(left);
  EXPECT_EQ(drawing(graph, *left), "11..22");
  EXPECT_EQ(left->reasonOf(2), "straddles-cut");
  ASSERT_EQ(left->straddling.size(), 1U);
  EXPECT_EQ(left->straddling[0].sides, (std::vector<std::string>{"2", "3"}));
  options.straddling = StraddlingRule::Split;
  EXPECT_EQ(drawing(graph, *mergeGraph(graph, options)), "111222");
}

TEST(GraphMerge, aGroupInPiecesIsJoinedByWhatLiesBetween) {
  UnitGraph graph = row(5);
  graph.groups = {"", "e", "", "e", ""};
  const auto merge = mergeGraph(graph, rules(200, 500));
  ASSERT_TRUE(merge) << geo::toText(merge.error());
  EXPECT_EQ(merge->districtOf(1), merge->districtOf(3));
  EXPECT_EQ(merge->districtOf(1), merge->districtOf(2));
  EXPECT_GE(merge->districtOf(1), 0);
}

TEST(GraphMerge, rowOrderChangesNothing) {
  UnitGraph graph = row(40);
  UnitGraph reversed = graph;
  std::reverse(reversed.ids.begin(), reversed.ids.end());
  std::reverse(reversed.centres.begin(), reversed.centres.end());
  for (auto& edge : reversed.edges) edge = {39 - edge.b, 39 - edge.a, edge.sharedM, edge.flags};
  const auto first = mergeGraph(graph, rules(300, 700)), second = mergeGraph(reversed, rules(300, 700));
  ASSERT_TRUE(first && second);
  std::string other = drawing(reversed, *second);
  for (std::size_t r = 0; r < 40; ++r) EXPECT_EQ(first->districtOf(r), second->districtOf(39 - r));
}

TEST(GraphMerge, pinsHold) {
  UnitGraph graph = row(6);
  auto options = rules(200, 300);
  options.pins.together = {{"1", "2"}};
  options.pins.apart = {{"2", "3"}};
  const auto merge = mergeGraph(graph, options);
  ASSERT_TRUE(merge) << geo::toText(merge.error());
  EXPECT_EQ(drawing(graph, *merge), "111222");
  options.pins.apart = {{"1", "2"}};
  EXPECT_NE(geo::toText(mergeGraph(graph, options).error()).find("must also be apart"), std::string::npos);
  options.pins.apart = {{"1", "77"}};
  EXPECT_NE(geo::toText(mergeGraph(graph, options).error()).find("77"), std::string::npos);
  graph.edges[1].flags = 1;
  options.pins = {};
  options.pins.together = {{"1", "2"}};
  EXPECT_NE(geo::toText(mergeGraph(graph, options).error()).find("a cut or a gap lies between them"), std::string::npos);
}

TEST(GraphMerge, anEarlierResultIsKeptButForWhatAPinTouches) {
  const UnitGraph graph = row(12);
  auto options = rules(200, 400);
  options.present.emplace();
  const std::string before = "aabbccddeeff";
  for (std::size_t i = 0; i < 12; ++i) options.present->emplace(std::to_string(i), before.substr(i, 1));
  const auto same = mergeGraph(graph, options);
  ASSERT_TRUE(same) << geo::toText(same.error());
  EXPECT_EQ(drawing(graph, *same), before);
  EXPECT_TRUE(same->change.moved.empty());
  options.pins.together = {{"1", "2"}};
  const auto pinned = mergeGraph(graph, options);
  ASSERT_TRUE(pinned) << geo::toText(pinned.error());
  const std::string after = drawing(graph, *pinned);
  EXPECT_EQ(after[1], after[2]);
  EXPECT_EQ(after.substr(4), before.substr(4));
  EXPECT_FALSE(pinned->change.moved.empty());
  options.pins = {};
  options.pins.kept = {"c"};
  options.pins.locks = {{"6", "d"}};
  EXPECT_EQ(drawing(graph, *mergeGraph(graph, options)), before);
  options.pins.kept = {"z"};
  EXPECT_FALSE(mergeGraph(graph, options));
}

TEST(GraphMerge, explainsARowWithTheSmallestRelaxation) {
  UnitGraph graph = row(5);
  auto options = rules(200, 400);
  options.rules.maxSpanM = 18;
  const auto merge = mergeGraph(graph, options);
  ASSERT_TRUE(merge);
  std::size_t left = 0;
  while (merge->districtOf(left) >= 0) ++left;
  const auto lines = explainRow(graph, *merge, graph.ids[left]);
  ASSERT_TRUE(lines);
  EXPECT_NE(lines->back().find("if the span rises from 18 to 20 m"), std::string::npos) << lines->back();
  options.rules.maxSpanM = 20;
  const auto relaxed = mergeGraph(graph, options);
  EXPECT_EQ(std::count_if(relaxed->solution.placements.begin(), relaxed->solution.placements.end(), [](const geo::Placement& p) { return p.district < 0; }), 0);
  EXPECT_FALSE(explainRow(graph, *merge, "nobody"));
}

TEST(GraphMerge, aTargetMakesDistrictsOfAboutItsSize) {
  const UnitGraph graph = row(12);
  auto options = rules(100, 1200);
  options.rules.sums[0].target = 400;
  const auto merge = mergeGraph(graph, options);
  ASSERT_TRUE(merge);
  EXPECT_EQ(drawing(graph, *merge), "111122223333");
}

}  // namespace
}  // namespace pianqu::layers
