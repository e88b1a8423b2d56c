#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <cmath>
#include <cstdlib>

#include "geo/base/random.hpp"
#include "geo/coverage/dissolve_by.hpp"
#include "geo/index/area_index.hpp"

/// Buildings joined to estates (a hundred buildings each), and dissolved to 25 districts. Seconds by number of buildings.
namespace pianqu::geo {
namespace {

struct City {
  std::vector<MultiPolygon<XY>> buildings, estates;
  std::vector<int> districtOf;
};

/// Turned buildings every 24 m, one in ten of them against its neighbour; estates with a corner every few metres.
City makeCity(int count) {
  City city;
  Random random(3);
  const int side = static_cast<int>(std::ceil(std::sqrt(count)));
  for (int i = 0; i < count; ++i) {
    const XY centre{24.0 * (i % side) + random.uniform(-2, 2), 24.0 * (i / side) + random.uniform(-2, 2)};
    const double width = random.chance(0.1) ? 26 : random.uniform(8, 18), depth = random.uniform(7, 12), angle = random.uniform(-0.2, 0.2);
    const XY u{std::cos(angle) * width / 2, std::sin(angle) * width / 2}, v{-std::sin(angle) * depth / 2, std::cos(angle) * depth / 2};
    const XY a = centre - u - v;
    city.buildings.push_back({{{a, centre + u - v, centre + u + v, centre - u + v, a}, {}}});
    city.districtOf.push_back((i % side) * 5 / side * 5 + (i / side) * 5 / side);
  }
  for (double y = 0; y < 24.0 * side; y += 240) {
    for (double x = 0; x < 24.0 * side; x += 240) {
      Ring<XY> ring;
      for (int k = 0; k < 40; ++k) ring.push_back({x + 114 + 112 * std::cos(k * 0.157), y + 114 + 112 * std::sin(k * 0.157)});
      ring.push_back(ring.front());
      city.estates.push_back({{ring, {}}});
    }
  }
  return city;
}

double peakMb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void joined(benchmark::State& state) {
  const City city = makeCity(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    const auto join = joinToAreas(city.buildings, city.estates);
    if (!join) std::abort();
    benchmark::DoNotOptimize(join->areaOf.data());
  }
  state.counters["estates"] = static_cast<double>(city.estates.size());
  state.counters["peakMB"] = peakMb();
  state.SetComplexityN(state.range(0));
}
BENCHMARK(joined)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Complexity();

void dissolved(benchmark::State& state) {
  const City city = makeCity(static_cast<int>(state.range(0)));
  std::size_t parts = 0;
  for (auto _ : state) {
    const auto shapes = dissolveBy(city.buildings, city.districtOf, 25);
    if (!shapes) std::abort();
    parts = 0;
    for (const auto& shape : *shapes) parts += shape.size();
  }
  state.counters["parts"] = static_cast<double>(parts);
  state.counters["peakMB"] = peakMb();
  state.SetComplexityN(state.range(0));
}
BENCHMARK(dissolved)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Complexity();

}  // namespace
}  // namespace pianqu::geo

BENCHMARK_MAIN();
