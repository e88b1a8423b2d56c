#include <algorithm>

#include <benchmark/benchmark.h>

#include "geo/base/random.hpp"
#include "geo/drainage/design.hpp"
#include "geo/drainage/repair.hpp"
#include "geo/network/trace.hpp"

/// Tracing, checking and designing on towns of 10 thousand to 2 million pipes: a storm and a sewage tree with one cross link in a
/// thousand pipes, one combined pipe in fifty. Growth is what to look at: all of it should be linear, the design n log n.
namespace pianqu::geo {
namespace {

SewerNode nodeAt(Random& random, int index, Water water, double invertM) {
  return {.code = std::string(codeOf(water)) + std::to_string(index),
          .point = {static_cast<double>(index % 1500) * 20 + random.uniform(0, 5), static_cast<double>(index / 1500) * 20 + random.uniform(0, 5)},
          .water = water, .groundM = invertM + 2, .invertM = invertM};
}

void addTree(SewerSystem& system, Random& random, Water water, int size) {
  const int first = static_cast<int>(system.nodes.size());
  for (int i = 0; i < size; ++i) {
    const int index = first + i;
    const int parent = i == 0 ? -1 : random.integer(first + std::max(0, i - 40), index - 1);
    const double invertM = parent < 0 ? 0 : *system.nodes[static_cast<std::size_t>(parent)].invertM + random.uniform(0.02, 0.1);
    system.nodes.push_back(nodeAt(random, index, water, invertM));
    if (parent < 0) {
      system.nodes.back().outfall = water == Water::Storm ? OutfallKind::Storm : OutfallKind::Sewage;
      continue;
    }
    const Water pipeWater = random.chance(0.02) ? Water::Combined : water;
    system.links.push_back({.code = std::to_string(index), .from = index, .to = parent, .water = pipeWater, .fromInvertM = invertM,
                            .toInvertM = system.nodes[static_cast<std::size_t>(parent)].invertM, .diameterMm = 300, .lengthM = 20});
    if (!random.chance(0.2)) continue;
    system.sources.push_back({.code = "R" + std::to_string(index), .node = index, .carriesSewage = water == Water::Sewage,
                              .carriesRain = water == Water::Storm, .point = system.nodes.back().point});
  }
}

const SewerSystem& townOf(int pipes) {
  static std::vector<std::pair<int, SewerSystem>> made;
  for (const auto& [size, town] : made) {
    if (size == pipes) return town;
  }
  made.clear();
  SewerSystem town;
  Random random(42);
  addTree(town, random, Water::Storm, pipes / 2);
  addTree(town, random, Water::Sewage, pipes / 2);
  for (int i = 0; i < pipes / 1000; ++i) {
    town.links.push_back({.code = "X" + std::to_string(i), .from = random.integer(pipes / 2, pipes - 1), .to = random.integer(0, pipes / 2 - 1),
                          .water = Water::Sewage, .fromInvertM = 2, .toInvertM = 1, .diameterMm = 300, .lengthM = 15});
  }
  made.emplace_back(pipes, std::move(town));
  return made.back().second;
}

DrainageLimits limits() {
  return {.minFallM = 0.01, .levelToleranceM = 0.05, .duplicateDistanceM = 0.05, .maxSizeDecrease = 2, .sizesMm = {100, 200, 300, 400, 500, 600}};
}

void buildGraph(benchmark::State& state) {
  const SewerSystem& town = townOf(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(flowGraphOf(town, 0.01));
}

void traceUp(benchmark::State& state) {
  const SewerSystem& town = townOf(static_cast<int>(state.range(0)));
  const FlowGraph graph = flowGraphOf(town, 0.01);
  for (auto _ : state) benchmark::DoNotOptimize(trace(graph, 0, TraceWay::Upstream));
}

void checkTown(benchmark::State& state) {
  const SewerSystem& town = townOf(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(check(town, limits()).value());
}

void repairTown(benchmark::State& state) {
  const SewerSystem& town = townOf(static_cast<int>(state.range(0)));
  const SewerCheck checked = check(town, limits()).value();
  const RepairPrices prices{std::vector<Fen>(town.links.size(), Fen{1'000'000}), std::vector<Fen>(town.sources.size(), Fen{700'000})};
  bool isVerified = true;
  for (auto _ : state) isVerified = isVerified && cheapestRepair(town, checked, Water::Sewage, prices).isVerified;
  state.counters["verified"] = isVerified;
}

void designTown(benchmark::State& state) {
  const SewerSystem& town = townOf(static_cast<int>(state.range(0)));
  const SewerCheck checked = check(town, limits()).value();
  const DesignScope scope{std::vector<int>(town.links.size(), 0), std::vector<int>(town.sources.size(), 0)};
  const DesignLimits design{.manholeSpacingM = 40, .parallelOffsetM = 1.2, .connectDistanceM = 60, .minSlope = 0.003, .stormMm = 300, .sewageMm = 300};
  for (auto _ : state) benchmark::DoNotOptimize(designSeparation(town, checked, scope, design));
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const int pipes : {10'000, 150'000, 2'000'000}) bench->Arg(pipes);
  bench->Unit(benchmark::kMillisecond);
}

BENCHMARK(buildGraph)->Apply(sizes);
BENCHMARK(traceUp)->Apply(sizes);
BENCHMARK(checkTown)->Apply(sizes);
BENCHMARK(repairTown)->Apply(sizes);
BENCHMARK(designTown)->Apply(sizes);

}  // namespace
}  // namespace pianqu::geo

BENCHMARK_MAIN();
