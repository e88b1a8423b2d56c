#include <benchmark/benchmark.h>

#include <map>

#include "app/map/tiled_layer.hpp"
#include "geo/base/random.hpp"
#include "tests/support/big_city.hpp"

/// What the window does for a city of state.range(0) buildings. Frames are measured by `pianqu-desktop --measure` on a project of big-city-project.
namespace pianqu::app {
namespace {

layers::LayerSourcePtr buildingsOf(std::size_t count) {
  static std::map<std::size_t, layers::LayerSourcePtr> made;
  auto& source = made[count];
  if (source) return source;
  const auto style = layers::Style::read(PIANQU_SOURCE_DIR "/data");
  const auto city = std::make_shared<const layers::City>(test::bigCity({.buildings = count, .pipes = 0}));
  for (const auto& each : layers::cityLayers(city, std::make_shared<const layers::Theme>(*style->theme("screen"))))
    if (each->layer().key == "building") source = each;
  return source;
}

TiledLayerPtr layerOf(const benchmark::State& state) { return *TiledLayer::build(buildingsOf(static_cast<std::size_t>(state.range(0))), test::bigCityCrs(), 4); }

void buildLayer(benchmark::State& state) {
  const auto source = buildingsOf(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(TiledLayer::build(source, test::bigCityCrs(), 4));
}
BENCHMARK(buildLayer)->Arg(100000)->Unit(benchmark::kMillisecond);

void makeOneTile(benchmark::State& state) {
  const auto layer = layerOf(state);
  const auto& group = layer->groups().front();
  for (auto _ : state) benchmark::DoNotOptimize(layer->makeTile(group, group.tree.leaves()[group.tree.leaves().size() / 2]));
  state.counters["features"] = group.tree.leaves()[group.tree.leaves().size() / 2].count;
}
BENCHMARK(makeOneTile)->Arg(100000)->Unit(benchmark::kMillisecond);

/// The whole city in one square of the pyramid.
void paintDensityOfAll(benchmark::State& state) {
  const auto layer = layerOf(state);
  PyramidSquare square{PyramidSquare::levelFor(512 / std::max(layer->world().width(), layer->world().height())), 0, 0};
  const double side = PyramidSquare::sideM(square.level);
  square.x = static_cast<int>((layer->world().centre().x + PyramidSquare::sideM(0) / 2) / side);
  square.y = static_cast<int>((PyramidSquare::sideM(0) / 2 - layer->world().centre().y) / side);
  for (auto _ : state) benchmark::DoNotOptimize(layer->makeDensity(layer->groups().front(), square));
}
BENCHMARK(paintDensityOfAll)->Arg(100000)->Unit(benchmark::kMillisecond);

void pickAtRandom(benchmark::State& state) {
  const auto layer = layerOf(state);
  geo::Random random(7);
  for (auto _ : state) benchmark::DoNotOptimize(layer->pick({random.uniform(500000, 509000), random.uniform(3400000, 3409000)}, 2, 1000));
}
BENCHMARK(pickAtRandom)->Arg(100000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace pianqu::app

BENCHMARK_MAIN();
