#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>

#include "layers/ledger/live.hpp"

/// The ledger of a boundary that is being dragged over a metropolis: seconds by buildings inside, of a million in the layer.
namespace pianqu::layers {
namespace {

constexpr int kSide = 1000;
constexpr double kPitchM = 25;

struct Metropolis {
  City city;
  std::unique_ptr<PlanIndex> index;
  std::unique_ptr<LiveLedger> live;
};

const Metropolis& metropolis() {
  static const Metropolis all = [] {
    Metropolis made;
    made.city.buildings.reserve(kSide * kSide);
    for (int n = 0; n < kSide * kSide; ++n) {
      const double x = 500000 + kPitchM * (n % kSide), y = 3400000 + kPitchM * (n / kSide);
      Building b{.uid = "b" + std::to_string(n), .code = "B" + std::to_string(n)};
      b.floors = 3 + n % 5;
      b.households = 10 + n % 7;
      b.built = 1975 + n % 40;
      b.tenure = n % 3 == 0 ? "商品房" : n % 3 == 1 ? "房改房" : "直管公房";
      b.shape = {{{{x, y}, {x + 14, y}, {x + 14, y + 10}, {x, y + 10}, {x, y}}, {}}};
      made.city.buildings.push_back(std::move(b));
    }
    made.index = std::make_unique<PlanIndex>(made.city);
    made.live = std::make_unique<LiveLedger>(*made.index);
    return made;
  }();
  return all;
}

void draggedBoundary(benchmark::State& state) {
  const auto& all = metropolis();
  const double radius = std::sqrt(static_cast<double>(state.range(0)) / 3.14159265) * kPitchM;
  geo::Ring<geo::XY> ring;
  for (int i = 0; i <= 300; ++i) ring.push_back({512000 + radius * std::cos(i * 6.28318531 / 300), 3412000 + radius * std::sin(i * 6.28318531 / 300)});
  ring.back() = ring.front();
  int buildings = 0;
  for (auto _ : state) {
    ring[40].x += 0.5;
    buildings = all.live->inside({{ring, {}}}).summary.buildings;
  }
  state.counters["inside"] = buildings;
}
BENCHMARK(draggedBoundary)->Arg(3000)->Arg(19000)->Arg(100000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace pianqu::layers

BENCHMARK_MAIN();
