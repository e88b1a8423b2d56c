#include <benchmark/benchmark.h>

#include <cmath>

#include "geo/base/random.hpp"
#include "geo/coverage/land.hpp"
#include "geo/district/solve.hpp"

/// Merging and boundaries over the number of units: a grid of plots with barriers every 12 plots.
namespace {

using namespace pianqu::geo;

DistrictProblem plots(int side) {
  Random random(1);
  DistrictProblem problem;
  problem.rules.sums = {{"households", 1000, 3000}, {"floor area", std::nullopt, 300000}};
  problem.rules.maxSpanM = 700;
  const auto at = [side](int row, int column) { return static_cast<std::size_t>(row * side + column); };
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      const int households = random.integer(40, 260);
      problem.units.push_back({.key = "r" + std::to_string(row) + "c" + std::to_string(column), .points = {{80.0 * column, 80.0 * row}},
                               .sums = {static_cast<double>(households), households * 75.0}, .areaM2 = 6400, .perimeterM = 320});
      if (column > 0) problem.edges.push_back({at(row, column - 1), at(row, column), 80, column % 12 == 0});
      if (row > 0) problem.edges.push_back({at(row - 1, column), at(row, column), 80, row % 12 == 0});
    }
  }
  return problem;
}

void solve(benchmark::State& state) {
  const DistrictProblem problem = plots(static_cast<int>(state.range(0)));
  int reached = 0, bound = 0;
  for (auto _ : state) {
    const auto solution = solveDistricts(problem);
    reached = static_cast<int>(solution->districts.size());
    bound = 0;
    for (const auto& component : solution->components) bound += component.upperBound;
  }
  state.counters["districts"] = reached;
  state.counters["bound"] = bound;
  state.SetComplexityN(static_cast<std::int64_t>(problem.units.size()));
}

void divide(benchmark::State& state) {
  Random random(1);
  const int side = static_cast<int>(state.range(0));
  std::vector<LandSite> sites;
  for (int i = 0; i < side * side; ++i) {
    const double x = 40.0 * (i % side) + random.uniform(0, 10), y = 30.0 * (i / side) + random.uniform(0, 6);
    sites.push_back({.footprints = {{{{x, y}, {x + 22, y}, {x + 22, y + 11}, {x, y + 11}, {x, y}}, {}}}});
  }
  MultiLine<XY> barriers;
  for (int i = 0; i <= side; i += 15) {
    barriers.push_back({{40.0 * i - 4, -1e5}, {40.0 * i - 4, 1e5}});
    barriers.push_back({{-1e5, 30.0 * i - 6}, {1e5, 30.0 * i - 6}});
  }
  for (auto _ : state) benchmark::DoNotOptimize(divideLand(sites, {.barriers = barriers}, {}));
  state.SetComplexityN(static_cast<std::int64_t>(sites.size()));
}

BENCHMARK(solve)->Arg(30)->Arg(100)->Arg(300)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(divide)->Arg(30)->Arg(60)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace

BENCHMARK_MAIN();
