#include <benchmark/benchmark.h>

#include "geo/base/random.hpp"
#include "geo/coverage/land.hpp"
#include "geo/district/solve.hpp"
#include "tests/support/city_graph.hpp"

/// Merging, re-solving after a pin, and boundaries.
namespace {

using namespace pianqu::geo;

std::vector<int> labelsOf(const DistrictSolution& solution) {
  std::vector<int> labels;
  for (const Placement& placement : solution.placements) labels.push_back(placement.district);
  return labels;
}

/// The full task over made-up cities of 1 k to 1 M buildings; complexity is fitted over units.
void solve(benchmark::State& state) {
  const DistrictProblem problem = pianqu::test::fullTask(pianqu::test::makeCity(static_cast<std::size_t>(state.range(0)), 1));
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

/// One pin, then its component anew.
void resolve(benchmark::State& state) {
  DistrictProblem problem = pianqu::test::fullTask(pianqu::test::makeCity(static_cast<std::size_t>(state.range(0)), 1));
  problem.options.effort = 1;
  const std::vector<int> before = labelsOf(*solveDistricts(problem));
  Random random(7);
  double moved = 0, pins = 0;
  for (auto _ : state) {
    const DistrictEdge& edge = problem.edges[static_cast<std::size_t>(random.integer(0, static_cast<int>(problem.edges.size()) - 1))];
    if (edge.isCut) continue;
    problem.apart = {{edge.a, edge.b}};
    const auto change = resolveDistricts(problem, before, {edge.a, edge.b});
    moved += static_cast<double>(change->moved.size());
    pins += 1;
  }
  state.counters["moved"] = pins > 0 ? moved / pins : 0;
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

BENCHMARK(solve)->Arg(1000)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(resolve)->Arg(10000)->Arg(95000)->Unit(benchmark::kMillisecond);
BENCHMARK(divide)->Arg(30)->Arg(60)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace

BENCHMARK_MAIN();
