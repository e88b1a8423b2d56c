#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <set>

#include "geo/base/random.hpp"
#include "geo/district/check.hpp"
#include "geo/district/solve.hpp"
#include "tests/support/city_graph.hpp"
#include "tests/support/grid_plan.hpp"

namespace pianqu::geo {
namespace {

std::vector<int> labelsOf(const DistrictSolution& solution) {
  std::vector<int> labels;
  for (const Placement& placement : solution.placements) labels.push_back(placement.district);
  return labels;
}

DistrictProblem city() {
  DistrictProblem problem = test::fullTask(test::makeCity(3000, 5));
  problem.options.effort = 3;
  return problem;
}

TEST(ResolveDistricts, aPinMovesLittleAndOnlyInItsComponent) {
  DistrictProblem problem = city();
  const auto solved = solveDistricts(problem);
  ASSERT_TRUE(solved) << toText(solved.error());
  const std::vector<int> before = labelsOf(*solved);
  Random random(3);
  int tried = 0;
  for (int run = 0; run < 40; ++run) {
    const DistrictEdge& edge = problem.edges[static_cast<std::size_t>(random.integer(0, static_cast<int>(problem.edges.size()) - 1))];
    if (edge.isCut || before[edge.a] < 0 || before[edge.b] < 0) continue;
    DistrictProblem changed = problem;
    const bool isApart = before[edge.a] == before[edge.b];
    (isApart ? changed.apart : changed.together).emplace_back(edge.a, edge.b);
    const auto change = resolveDistricts(changed, before, {edge.a, edge.b});
    ASSERT_TRUE(change) << toText(change.error());
    ++tried;
    EXPECT_TRUE(checkDistricts(changed, change->districtOf).empty());
    const std::set<std::size_t> solvedUnits(change->solved.begin(), change->solved.end());
    for (std::size_t u = 0; u < before.size(); ++u) {
      if (!solvedUnits.contains(u)) {
        EXPECT_EQ(change->districtOf[u], before[u]);
      }
    }
    EXPECT_LE(change->moved.size(), 40U);
  }
  EXPECT_GT(tried, 10);
}

TEST(ResolveDistricts, leavesASoundAssignmentAlone) {
  const DistrictProblem problem = city();
  const auto solved = solveDistricts(problem);
  ASSERT_TRUE(solved);
  const auto change = resolveDistricts(problem, labelsOf(*solved), {});
  ASSERT_TRUE(change);
  EXPECT_TRUE(change->moved.empty());
  EXPECT_TRUE(change->solved.empty());
}

TEST(ResolveDistricts, mendsADistrictThatAPersonTore) {
  auto problem = test::parseGridPlan("3 3 3 3 3 3\n");
  problem.rules.sums[0].minimum = 600;
  problem.rules.sums[0].maximum = 1200;
  const auto change = resolveDistricts(problem, {0, 0, 1, 2, 1, 2}, {2, 3, 4, 5});
  ASSERT_TRUE(change) << toText(change.error());
  EXPECT_TRUE(checkDistricts(problem, change->districtOf).empty());
  EXPECT_EQ(std::count(change->districtOf.begin(), change->districtOf.end(), -1), 0);
  EXPECT_EQ(change->districtOf[0], 0);
  EXPECT_EQ(change->districtOf[1], 0);
}

TEST(ResolveDistricts, keepsAPinnedDistrictAndALockedUnit) {
  auto problem = test::parseGridPlan("3 3 3 3 3 3\n");
  problem.rules.sums[0].minimum = 600;
  problem.rules.sums[0].maximum = 900;
  for (std::size_t u : {std::size_t{0}, std::size_t{1}}) problem.units[u].pin = 4;
  for (std::size_t u : {std::size_t{2}, std::size_t{4}}) problem.units[u].lock = 9;
  const auto change = resolveDistricts(problem, {0, 0, 1, 1, 2, 2}, {2, 4});
  ASSERT_TRUE(change) << toText(change.error());
  EXPECT_TRUE(checkDistricts(problem, change->districtOf).empty());
  EXPECT_EQ(change->districtOf[0], 0);
  EXPECT_EQ(change->districtOf[2], change->districtOf[4]);
}

TEST(DescribeDistricts, explainsWhatAPersonDrew) {
  auto problem = test::parseGridPlan("3 3 3 3\n");
  problem.rules.sums[0].minimum = 600;
  const auto described = describeDistricts(problem, {0, 0, 1, 1});
  ASSERT_TRUE(described) << toText(described.error());
  EXPECT_EQ(described->placements[1].blocked.kind, Blocking::Kind::Minimum);
  EXPECT_EQ(described->components[0].districts, 2);
  EXPECT_FALSE(describeDistricts(problem, {0, 1, 1, 1}));
}

TEST(SolveDistricts, givesTheSameForAnyNumberOfThreads) {
  const DistrictProblem problem = city();
  const auto many = solveDistricts(problem);
  const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
  const auto single = solveDistricts(problem);
  ASSERT_TRUE(many && single);
  EXPECT_EQ(labelsOf(*many), labelsOf(*single));
}

TEST(SolveDistricts, relaxingABoundLeavesNoMoreOverOnTheWhole) {
  DistrictProblem problem = city();
  double before = 1e18;
  for (const double span : {300.0, 450.0, 700.0, 2000.0}) {
    problem.rules.maxSpanM = span;
    const auto solution = solveDistricts(problem);
    ASSERT_TRUE(solution);
    double leftover = 0;
    for (std::size_t u = 0; u < problem.units.size(); ++u) leftover += solution->placements[u].district < 0 ? problem.units[u].sums[0] : 0;
    EXPECT_LE(leftover, before);
    before = leftover;
  }
}

TEST(SolveDistricts, placesALeftoverOnceItsSmallestRelaxationIsGranted) {
  DistrictProblem problem = city();
  problem.rules.sums[0].maximum = 1150;
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution);
  int tried = 0;
  for (std::size_t u = 0; u < problem.units.size() && tried < 40; ++u) {
    const Placement& left = solution->placements[u];
    if (left.reason != LeftoverReason::NoRoom || left.otherDistrict < 0) continue;
    ++tried;
    DistrictProblem relaxed = problem;
    for (const Blocking& change : left.relaxations) {
      if (change.kind == Blocking::Kind::Span) relaxed.rules.maxSpanM = change.value * (1 + 1e-9);
      for (SumRule& rule : relaxed.rules.sums) if (change.kind == Blocking::Kind::Maximum && rule.name == change.rule) rule.maximum = change.value;
    }
    std::vector<int> labels = labelsOf(*solution);
    labels[u] = left.otherDistrict;
    EXPECT_TRUE(checkDistricts(relaxed, labels).empty()) << problem.units[u].key;
  }
  EXPECT_GT(tried, 0);
}

}  // namespace
}  // namespace pianqu::geo
