#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <vector>

#include "geo/base/random.hpp"
#include "geo/coverage/draw.hpp"
#include "geo/coverage/land.hpp"
#include "geo/overlay/overlay.hpp"
#include "tests/geo/coverage/random_town.hpp"

/// Boundaries of a whole city: divide the land, dissolve it to districts, simplify, check. Seconds by number of buildings.
namespace pianqu::geo {
namespace {

struct Town {
  std::vector<LandSite> sites;
  LandLines lines;
};

constexpr double kBlockM = 320;       // between arterial roads
constexpr double kPlotM = 32;         // between buildings

XY bent(double x, double y) { return {x + 18 * std::sin(y / 240), y + 14 * std::sin(x / 310)}; }

/// Curved roads every kBlockM, a dead end in some blocks, open ground in others, one estate in each fourth block.
Town makeTown(int buildings) {
  Town town;
  Random random(7);
  const int perBlock = static_cast<int>(kBlockM / kPlotM) - 1;
  const int blocks = std::max(1, static_cast<int>(std::ceil(std::sqrt(buildings / static_cast<double>(perBlock * perBlock)))));
  const double side = blocks * kBlockM;
  for (int r = 0; r <= blocks; ++r) {
    Line<XY> across, along;
    for (double s = -200; s <= side + 200; s += 20) {
      across.push_back(bent(s, r * kBlockM));
      along.push_back(bent(r * kBlockM, s));
    }
    town.lines.barriers.push_back(across);
    town.lines.barriers.push_back(along);
  }
  for (int by = 0; by < blocks; ++by) {
    for (int bx = 0; bx < blocks; ++bx) {
      const bool isEstate = (bx + by) % 4 == 0;
      LandSite estate;
      if (random.chance(0.2)) town.lines.barriers.push_back({bent(bx * kBlockM, (by + 0.5) * kBlockM), bent((bx + 0.4) * kBlockM, (by + 0.55) * kBlockM)});
      for (int y = 1; y <= perBlock; ++y) {
        for (int x = 1; x <= perBlock; ++x) {
          const XY centre = bent(bx * kBlockM + x * kPlotM + random.uniform(-3, 3), by * kBlockM + y * kPlotM + random.uniform(-3, 3));
          const auto shape = test::house(centre, random.uniform(8, 19), random.uniform(7, 13), random.uniform(-0.3, 0.3));
          if (isEstate && x <= 6 && y <= 6) estate.footprints.push_back(shape.front());
          else town.sites.push_back({.parcel = {}, .footprints = shape});
        }
      }
      if (!isEstate) continue;
      const auto corner = [&](double x, double y) { return bent(bx * kBlockM + x, by * kBlockM + y); };
      const double far = 6.5 * kPlotM;
      estate.parcel = {{{corner(12, 12), corner(far, 12), corner(far, far), corner(12, far), corner(12, 12)}, {}}};
      town.sites.push_back(std::move(estate));
    }
  }
  return town;
}

void boundaries(benchmark::State& state) {
  const Town town = makeTown(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    const auto land = divideLand(town.sites, town.lines, {});
    if (!land) std::abort();
    std::size_t count = 0;
    const auto districtOf = test::growDistricts(*land, 30, count);
    auto shapes = dissolveLand(*land, districtOf, count);
    if (!shapes) std::abort();
    DrawLines around{.followed = town.lines.barriers};
    for (const LandSite& site : town.sites) {
      around.whole.insert(around.whole.end(), site.footprints.begin(), site.footprints.end());
      around.whole.insert(around.whole.end(), site.parcel.begin(), site.parcel.end());
      for (const auto& part : site.parcel) around.exact.push_back(part.outer);
    }
    const auto drawn = drawBoundaries(*shapes, around);
    if (!drawn || !isCoverageValid(*drawn)) std::abort();
    std::size_t multipart = 0, corners = 0;
    for (const auto& shape : *drawn) {
      multipart += shape.size() > 1;
      for (const auto& part : shape) corners += part.outer.size();
    }
    state.counters["sites"] = static_cast<double>(town.sites.size());
    state.counters["districts"] = static_cast<double>(count);
    state.counters["multipart"] = static_cast<double>(multipart);
    state.counters["corners"] = static_cast<double>(corners);
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(boundaries)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Complexity();

}  // namespace
}  // namespace pianqu::geo

BENCHMARK_MAIN();
