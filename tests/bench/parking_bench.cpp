#include <benchmark/benchmark.h>

#include "geo/measure/measure.hpp"
#include "geo/parking/layout.hpp"
#include "geo/parking/verify.hpp"
#include "geo/shape/wkt.hpp"

/// Stalls and time of the layout on the reference lots, entrance fixed at the middle of the first edge that leaves the origin upwards or sideways.
/// Counters: stalls, percent of the row bound, and the reference floor, which was found with the entrance anywhere.
namespace {

using namespace pianqu::geo;

constexpr StallRules kRules{.stallWidthM = 2.4, .stallDepthM = 5.3, .aisleM = 5.5, .parallelLengthM = 6.0, .parallelDepthM = 2.4, .parallelAisleM = 4.0};

struct Lot {
  const char* name;
  const char* wkt;
  XY entrance;
  int floor;
};

const Lot kLots[] = {
    {"rect_60x32.2", "POLYGON((0 0,60 0,60 32.2,0 32.2,0 0))", {0, 8.05}, 93},
    {"rect_60x40", "POLYGON((0 0,60 0,60 40,0 40,0 0))", {0, 8.05}, 109},
    {"rect_100x48.3", "POLYGON((0 0,100 0,100 48.3,0 48.3,0 0))", {0, 24.15}, 242},
    {"rect_100x100", "POLYGON((0 0,100 0,100 100,0 100,0 0))", {0, 50}, 485},
    {"L_60x60-30x30", "POLYGON((0 0,60 0,60 30,30 30,30 60,0 60,0 0))", {0, 8.05}, 117},
    {"trapezoid", "POLYGON((0 0,60 0,50 35,10 35,0 0))", {30, 0}, 74},
    {"triangle", "POLYGON((0 0,60 0,20 50,0 0))", {30, 0}, 52},
    {"parallelogram", "POLYGON((0 0,60 0,80 35,20 35,0 0))", {30, 0}, 83},
    {"hole", "POLYGON((0 0,60 0,60 40,0 40,0 0),(24 14,36 14,36 26,24 26,24 14))", {0, 8.05}, 90},
    {"gap_45x11.5", "POLYGON((0 0,45 0,45 11.5,0 11.5,0 0))", {0, 3}, 18},
};

void layOutLot(benchmark::State& state) {
  const Lot& lot = kLots[static_cast<std::size_t>(state.range(0))];
  const auto polygon = std::get<XYGeometry::Polygons>(parseWkt(lot.wkt)->value).polygons.front();
  Layout layout;
  for (auto _ : state) {
    auto laid = layOut(polygon, lot.entrance, kRules);
    if (!laid) return state.SkipWithError(toText(laid.error()).c_str());
    layout = std::move(*laid);
  }
  const auto problems = verifyLayout(layout, {{polygon}, {}}, kRules);
  state.SetLabel(std::string(lot.name) + (problems && problems->empty() ? "" : " NOT VERIFIED"));
  state.counters["stalls"] = static_cast<double>(layout.stalls.size());
  state.counters["percent"] = 100.0 * static_cast<double>(layout.stalls.size()) / rowBound(areaOf(polygon).value, kRules);
  state.counters["floor"] = lot.floor;
}

BENCHMARK(layOutLot)->DenseRange(0, static_cast<int>(std::size(kLots)) - 1)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
