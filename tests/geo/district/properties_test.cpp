#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "geo/base/random.hpp"
#include "geo/district/check.hpp"
#include "geo/district/solve.hpp"
#include "tests/support/grid_plan.hpp"

namespace pianqu::geo {
namespace {

std::uint64_t seedOfRun() {
  const char* seed = std::getenv("PIANQU_SEED");
  return seed != nullptr ? std::strtoull(seed, nullptr, 10) : 20250101;
}

std::string randomDrawing(Random& random, int rows, int columns) {
  std::string drawing;
  for (int row = 0; row < 2 * rows - 1; ++row) {
    for (int column = 0; column < 2 * columns - 1; ++column) {
      const bool isPlotRow = row % 2 == 0, isPlotColumn = column % 2 == 0;
      if (isPlotRow && isPlotColumn) drawing += random.chance(0.1) ? '#' : static_cast<char>('0' + random.integer(0, 9));
      else if (isPlotRow) drawing += random.chance(0.12) ? '|' : ' ';
      else drawing += isPlotColumn && random.chance(0.12) ? '-' : ' ';
    }
    drawing += '\n';
  }
  return drawing;
}

void addRandomRules(DistrictProblem& problem, Random& random) {
  problem.rules.sums[0].minimum = 100 * random.integer(3, 20);
  if (random.chance(0.7)) problem.rules.sums[0].maximum = *problem.rules.sums[0].minimum * random.uniform(1.0, 3.0);
  if (random.chance(0.5)) problem.rules.maxSpanM = random.uniform(150, 700);
  problem.options.seed = random.next();
  problem.options.effort = random.integer(0, 4);
}

std::vector<int> labelsOf(const DistrictSolution& solution) {
  std::vector<int> labels;
  for (const Placement& placement : solution.placements) labels.push_back(placement.district);
  return labels;
}

TEST(SolveDistrictsProperties, everyResultPassesTheCheckerAndAddsUp) {
  const std::uint64_t seed = seedOfRun();
  Random random(seed);
  for (int run = 0; run < 120; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    auto problem = test::parseGridPlan(randomDrawing(random, random.integer(1, 12), random.integer(1, 12)));
    addRandomRules(problem, random);
    const auto solution = solveDistricts(problem);
    ASSERT_TRUE(solution) << toText(solution.error());
    EXPECT_TRUE(checkDistricts(problem, labelsOf(*solution)).empty());
    int bound = 0, reached = 0;
    for (const ComponentReport& component : solution->components) {
      EXPECT_LE(component.districts, component.upperBound);
      bound += component.upperBound;
      reached += component.districts;
    }
    EXPECT_EQ(reached, static_cast<int>(solution->districts.size()));
    for (const Placement& placement : solution->placements) {
      EXPECT_EQ(placement.district < 0, placement.reason != LeftoverReason::None);
      EXPECT_EQ(placement.district < 0, placement.phase == DistrictPhase::Left);
    }
  }
}

TEST(SolveDistrictsProperties, rowOrderChangesNothing) {
  const std::uint64_t seed = seedOfRun();
  Random random(seed);
  for (int run = 0; run < 30; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    auto problem = test::parseGridPlan(randomDrawing(random, 8, 8));
    addRandomRules(problem, random);
    std::vector<std::size_t> order(problem.units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[static_cast<std::size_t>(random.integer(0, static_cast<int>(i) - 1))]);
    DistrictProblem shuffled = problem;
    for (std::size_t i = 0; i < order.size(); ++i) shuffled.units[order[i]] = problem.units[i];
    for (DistrictEdge& edge : shuffled.edges) edge = {order[edge.b], order[edge.a], edge.sharedM, edge.isCut};
    std::reverse(shuffled.edges.begin(), shuffled.edges.end());
    const auto first = solveDistricts(problem), second = solveDistricts(shuffled);
    ASSERT_TRUE(first && second);
    for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(first->placements[i].district, second->placements[order[i]].district);
  }
}

/// The best (least left over, then most districts) that any assignment reaches, by trying all of them.
class Oracle {
 public:
  explicit Oracle(const DistrictProblem& problem) : m_problem(problem), m_labels(problem.units.size(), -1) { extend(0, 0); }
  double leftover() const { return m_leftover; }
  int districts() const { return m_districts; }

 private:
  void extend(std::size_t unit, int used) {
    if (unit == m_labels.size()) return weigh(used);
    for (int label = -1; label <= used; ++label) {
      m_labels[unit] = label;
      extend(unit + 1, std::max(used, label + 1));
    }
  }
  void weigh(int used) {
    double leftover = 0;
    for (std::size_t unit = 0; unit < m_labels.size(); ++unit) leftover += m_labels[unit] < 0 ? m_problem.units[unit].sums[0] : 0;
    if (leftover > m_leftover || (leftover == m_leftover && used <= m_districts)) return;
    if (!checkDistricts(m_problem, m_labels).empty()) return;
    m_leftover = leftover;
    m_districts = used;
  }
  const DistrictProblem& m_problem;
  std::vector<int> m_labels;
  double m_leftover = 1e18;
  int m_districts = 0;
};

TEST(SolveDistrictsProperties, agreesWithTryingEverythingOnSmallWorlds) {
  const std::uint64_t seed = seedOfRun();
  Random random(seed);
  int best = 0;
  constexpr int kRuns = 40;
  for (int run = 0; run < kRuns; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    auto problem = test::parseGridPlan(randomDrawing(random, 2, random.integer(2, 4)));
    addRandomRules(problem, random);
    problem.options.effort = 6;
    const auto solution = solveDistricts(problem);
    ASSERT_TRUE(solution);
    double leftover = 0;
    for (std::size_t u = 0; u < problem.units.size(); ++u) leftover += solution->placements[u].district < 0 ? problem.units[u].sums[0] : 0;
    const Oracle oracle(problem);
    const int districts = static_cast<int>(solution->districts.size());
    EXPECT_GE(leftover, oracle.leftover());
    if (leftover == oracle.leftover()) {
      EXPECT_LE(districts, oracle.districts());
    }
    if (leftover == oracle.leftover() && districts == oracle.districts()) ++best;
  }
  EXPECT_GE(best, kRuns * 9 / 10) << "PIANQU_SEED=" << seed;
}

}  // namespace
}  // namespace pianqu::geo
