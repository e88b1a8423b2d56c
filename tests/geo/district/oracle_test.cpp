#include <gtest/gtest.h>

#include <cstdlib>

#include "geo/base/random.hpp"
#include "geo/district/check.hpp"
#include "geo/district/solve.hpp"
#include "tests/support/district_oracle.hpp"
#include "tests/support/grid_plan.hpp"

namespace pianqu::geo {
namespace {

std::uint64_t seedOfRun() {
  const char* seed = std::getenv("PIANQU_SEED");
  return seed != nullptr ? std::strtoull(seed, nullptr, 10) : 20261128;
}

/// A component of `rows` x `columns` plots with a few walls, random households, and random bounds, tight ones too.
DistrictProblem randomComponent(Random& random, int rows, int columns) {
  std::string drawing;
  for (int row = 0; row < 2 * rows - 1; ++row) {
    for (int column = 0; column < 2 * columns - 1; ++column) {
      const bool isPlotRow = row % 2 == 0, isPlotColumn = column % 2 == 0;
      if (isPlotRow && isPlotColumn) drawing += static_cast<char>('1' + random.integer(0, 8));
      else if (isPlotRow) drawing += random.chance(0.1) ? '|' : ' ';
      else drawing += isPlotColumn && random.chance(0.1) ? '-' : ' ';
    }
    drawing += '\n';
  }
  DistrictProblem problem = test::parseGridPlan(drawing);
  problem.rules.sums[0].minimum = 100 * random.integer(8, 20);
  problem.rules.sums[0].maximum = *problem.rules.sums[0].minimum * random.uniform(1.05, 2.2);
  if (random.chance(0.5)) problem.rules.maxSpanM = random.uniform(220, 450);
  problem.options.seed = random.next();
  return problem;
}

double leftoverOf(const DistrictProblem& problem, const DistrictSolution& solution) {
  double leftover = 0;
  for (std::size_t u = 0; u < problem.units.size(); ++u) leftover += solution.placements[u].district < 0 ? problem.units[u].sums[0] : 0;
  return leftover;
}

/// What is left over, and the number of districts, against the optimum.
struct Compared {
  double leftover = 0, leastLeftover = 0;
  int districts = 0, mostDistricts = 0;
  bool isExact() const { return leftover <= leastLeftover + 1e-9 && districts == mostDistricts; }
};

Compared compared(const DistrictProblem& problem) {
  const auto solution = solveDistricts(problem);
  EXPECT_TRUE(solution) << toText(solution.error());
  if (!solution) return {};
  const auto best = test::bestDistricts(problem);
  return {leftoverOf(problem, *solution), best.leftover, static_cast<int>(solution->districts.size()), best.districts};
}

TEST(SolveDistrictsOracle, isExactOnEveryComponentOfFourteenUnits) {
  const std::uint64_t seed = seedOfRun();
  Random random(seed);
  for (int run = 0; run < 80; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    const bool isLong = random.chance(0.5);
    const Compared found = compared(randomComponent(random, isLong ? 2 : 3, isLong ? random.integer(3, 7) : random.integer(2, 4)));
    EXPECT_NEAR(found.leftover, found.leastLeftover, 1e-9);
    EXPECT_EQ(found.districts, found.mostDistricts);
  }
}

TEST(SolveDistrictsOracle, isNearlyAlwaysExactOnComponentsOfTwentyUnitsAndNeverBetterThanTheOptimum) {
  const std::uint64_t seed = seedOfRun();
  Random random(seed);
  constexpr int kRuns = 60;
  int exact = 0;
  double leftover = 0, optimum = 0;
  for (int run = 0; run < kRuns; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    const bool isLong = random.chance(0.5);
    const Compared found = compared(randomComponent(random, isLong ? 2 : 4, isLong ? random.integer(8, 10) : random.integer(4, 5)));
    EXPECT_GE(found.leftover, found.leastLeftover - 1e-9);
    if (found.leftover <= found.leastLeftover + 1e-9) {
      EXPECT_LE(found.districts, found.mostDistricts);
    }
    exact += found.isExact() ? 1 : 0;
    leftover += found.leftover;
    optimum += found.leastLeftover;
  }
  RecordProperty("exact", exact);
  EXPECT_GE(exact, kRuns * 97 / 100) << "PIANQU_SEED=" << seed;
  EXPECT_LE(leftover, optimum * 1.02) << "PIANQU_SEED=" << seed;
}

TEST(SolveDistrictsOracle, reachesTheOptimumWithPinsToo) {
  const std::uint64_t seed = seedOfRun();
  Random random(seed);
  constexpr int kRuns = 30;
  for (int run = 0; run < kRuns; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    DistrictProblem problem = randomComponent(random, 3, random.integer(3, 5));
    const int last = static_cast<int>(problem.units.size()) - 1;
    const auto a = static_cast<std::size_t>(random.integer(0, last)), b = static_cast<std::size_t>(random.integer(0, last)), c = static_cast<std::size_t>(random.integer(0, last));
    if (a != b) problem.together.emplace_back(a, b);
    if (c != a && c != b) problem.apart.emplace_back(a, c);
    const auto solution = solveDistricts(problem);
    if (!solution) {
      EXPECT_NE(solution.error().text.find("a cut or a gap"), std::string::npos) << toText(solution.error());
      continue;
    }
    const auto best = test::bestDistricts(problem);
    const double own = leftoverOf(problem, *solution);
    EXPECT_NEAR(own, best.leftover, 1e-9);
    EXPECT_EQ(static_cast<int>(solution->districts.size()), best.districts);
  }
}

}  // namespace
}  // namespace pianqu::geo
