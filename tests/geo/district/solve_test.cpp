#include "geo/district/solve.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "geo/base/random.hpp"
#include "geo/district/check.hpp"
#include "tests/support/grid_plan.hpp"

namespace pianqu::geo {
namespace {

using test::drawDistricts;
using test::parseGridPlan;

std::vector<int> labelsOf(const DistrictSolution& solution) {
  std::vector<int> labels;
  for (const Placement& placement : solution.placements) labels.push_back(placement.district);
  return labels;
}

DistrictProblem world(const std::string& drawing, double minimum, double maximum) {
  DistrictProblem problem = parseGridPlan(drawing);
  problem.rules.sums[0].minimum = minimum;
  problem.rules.sums[0].maximum = maximum;
  return problem;
}

TEST(SolveDistricts, neverCrossesABarrier) {
  const auto problem = world("3 3|3 3\n       \n3 3|3 3\n", 600, 2400);
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution) << toText(solution.error());
  EXPECT_EQ(solution->districts.size(), 4U);
  EXPECT_EQ(solution->components.size(), 2U);
  for (std::size_t row = 0; row < 2; ++row) EXPECT_NE(labelsOf(*solution)[4 * row + 1], labelsOf(*solution)[4 * row + 2]);
}

TEST(SolveDistricts, saysWhatMinimumWouldPlaceAComponentThatIsTooSmall) {
  const auto problem = world("2 2|9 9\n", 1000, 3000);
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution);
  EXPECT_EQ(drawDistricts(problem, *solution), "..AA\n");
  const Placement& left = solution->placements[0];
  EXPECT_EQ(left.reason, LeftoverReason::ComponentBelowMinimum);
  ASSERT_EQ(left.relaxations.size(), 1U);
  EXPECT_EQ(left.relaxations.front().rule, "households");
  EXPECT_DOUBLE_EQ(left.relaxations.front().value, 400);
  EXPECT_DOUBLE_EQ(left.relaxations.front().limit, 1000);
}

TEST(SolveDistricts, leavesOverAUnitThatBreaksARuleAlone) {
  const auto problem = world("2 9 2\n", 200, 800);
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution);
  EXPECT_EQ(drawDistricts(problem, *solution), "A.B\n");
  EXPECT_EQ(solution->placements[1].reason, LeftoverReason::UnitTooBig);
}

TEST(SolveDistricts, namesTheSmallestRelaxationForAUnitWithoutRoom) {
  auto problem = world("6 6 1\n", 1200, 1200);
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution);
  EXPECT_EQ(drawDistricts(problem, *solution), "AA.\n");
  const Placement& left = solution->placements[2];
  EXPECT_EQ(left.reason, LeftoverReason::NoRoom);
  EXPECT_EQ(left.otherDistrict, 0);
  ASSERT_EQ(left.relaxations.size(), 1U);
  EXPECT_DOUBLE_EQ(left.relaxations.front().value, 1300);
  problem.rules.sums[0].maximum = left.relaxations.front().value;
  EXPECT_EQ(drawDistricts(problem, *solveDistricts(problem)), "AAA\n");
}

TEST(SolveDistricts, keepsSpanBetweenTheFarthestPoints) {
  auto problem = world("1 1 1 1 1 1\n", 100, 900);
  problem.rules.sums[0].minimum = 300;
  problem.rules.maxSpanM = 200;
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution);
  EXPECT_EQ(drawDistricts(problem, *solution), "AAABBB\n");
}

TEST(SolveDistricts, leavesAPinnedDistrictAlone) {
  auto problem = world("3 3 3 3 3 3\n", 600, 1200);
  for (std::size_t u : {std::size_t{2}, std::size_t{3}}) problem.units[u].pin = 7;
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution);
  EXPECT_EQ(drawDistricts(problem, *solution), "AABBCC\n");
  EXPECT_EQ(solution->placements[2].phase, DistrictPhase::Pinned);
  EXPECT_EQ(solution->districts[1].pin, 7);
}

TEST(SolveDistricts, explainsWhatHoldsAUnitInItsDistrict) {
  const auto problem = world("3 3 3 3\n", 600, 1200);
  const auto solution = solveDistricts(problem);
  ASSERT_TRUE(solution);
  ASSERT_EQ(drawDistricts(problem, *solution), "AABB\n");
  const Placement& placed = solution->placements[1];
  EXPECT_EQ(placed.otherDistrict, 1);
  EXPECT_EQ(placed.blocked.kind, Blocking::Kind::Minimum);
  EXPECT_DOUBLE_EQ(placed.blocked.value, 300);
  EXPECT_DOUBLE_EQ(placed.sharedWithOwnM, 100);
  EXPECT_EQ(solution->districts[0].binding, "minimum households");
  EXPECT_DOUBLE_EQ(solution->districts[0].slack, 0);
}

TEST(SolveDistricts, takesDegenerateWorlds) {
  EXPECT_TRUE(solveDistricts(DistrictProblem{}));
  EXPECT_EQ(drawDistricts(world("9", 100, 1000), *solveDistricts(world("9", 100, 1000))), "A\n");
  EXPECT_EQ(drawDistricts(world("0 0", 100, 1000), *solveDistricts(world("0 0", 100, 1000))), "..\n");
  auto loops = world("5 5", 1000, 1000);
  loops.edges.push_back({0, 0, 10, false});
  EXPECT_EQ(drawDistricts(loops, *solveDistricts(loops)), "AA\n");
}

TEST(SolveDistricts, refusesWhatItCannotWorkWith) {
  const auto codeOf = [](const DistrictProblem& problem) { return solveDistricts(problem).error().text; };
  auto negative = world("3 3", 100, 900);
  negative.units[1].sums[0] = -4;
  EXPECT_NE(codeOf(negative).find("r0c1"), std::string::npos);
  auto notANumber = world("3 3", 100, 900);
  notANumber.units[0].points[0].x = std::numeric_limits<double>::quiet_NaN();
  EXPECT_NE(codeOf(notANumber).find("r0c0"), std::string::npos);
  auto twice = world("3 3", 100, 900);
  twice.units[1].key = twice.units[0].key;
  EXPECT_NE(codeOf(twice).find("twice"), std::string::npos);
  auto nowhere = world("3 3", 100, 900);
  nowhere.edges.push_back({0, 9, 1, false});
  EXPECT_NE(codeOf(nowhere).find("Edge 2"), std::string::npos);
  EXPECT_NE(codeOf(world("3 3", 900, 100)).find("above its maximum"), std::string::npos);
}

class Cancelling : public Progress {
 public:
  bool isCancelled() const override { return true; }
};

TEST(SolveDistricts, stopsWhenAskedTo) {
  Cancelling cancelling;
  const auto solution = solveDistricts(world("3 3 3 3", 300, 900), cancelling);
  ASSERT_FALSE(solution);
  EXPECT_EQ(solution.error().code, ErrorCode::Cancelled);
}

TEST(CheckDistricts, findsEveryBrokenRule) {
  auto problem = world("3 3 3 3\n", 600, 600);
  problem.rules.maxSpanM = 100;
  EXPECT_TRUE(checkDistricts(problem, {0, 0, 1, 1}).empty());
  const auto codes = [&](const std::vector<int>& labels) {
    std::string all;
    for (const Problem& found : checkDistricts(problem, labels)) all += found.code + " ";
    return all;
  };
  EXPECT_EQ(codes({0, 1, 1, -1}), "below-minimum ");
  EXPECT_EQ(codes({0, 0, 0, -1}), "above-maximum span ");
  EXPECT_EQ(codes({0, 1, 1, 0}), "span not-connected ");
  problem.units[0].pin = 1;
  EXPECT_EQ(codes({-1, 0, 0, -1}), "pin-broken ");
}

}  // namespace
}  // namespace pianqu::geo
