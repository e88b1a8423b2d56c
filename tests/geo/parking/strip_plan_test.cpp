#include "geo/parking/strip_plan.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "geo/base/random.hpp"

namespace pianqu::geo {
namespace {

constexpr StallRules kRules{.stallWidthM = 2.4, .stallDepthM = 5.3, .aisleM = 5.5, .parallelLengthM = 6.0, .parallelDepthM = 2.4, .parallelAisleM = 4.0};

double between(Random& random, double low, double high) { return random.uniform(low, high); }

/// A star-shaped lot with a hole here and there.
Polygon<XY> randomLot(Random& random) {
  Polygon<XY> lot;
  const int corners = random.integer(5, 13);
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners, radius = between(random, 18, 45);
    lot.outer.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  lot.outer.push_back(lot.outer.front());
  for (int i = random.integer(0, 2); i > 0; --i) {
    const double x = -6.0 + 5 * i, y = between(random, -4, 4), size = between(random, 0.4, 3);
    lot.holes.push_back({{x, y}, {x, y + size}, {x + size, y + size}, {x + size, y}, {x, y}});
  }
  return lot;
}

TEST(StripPlanner, countsWhatItPlaces) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto lot = randomLot(random);
    const XY entrance = lot.outer[1];
    const StripPlanner planner(lot, kRules, boxOf(lot).minY);
    for (int i = 0; i < 12; ++i) {
      std::optional<Spine> spine;
      if (i > 0) {
        const double x = between(random, -30, 20);
        const Bands columns(transposed(lot));
        const auto reaches = columns.along(x, kRules.aisleM);
        if (reaches.empty()) continue;
        spine = Spine{x, reaches.front(), takesIn(reaches.front(), entrance.y, {x, x + kRules.aisleM}, entrance.x, kRules.aisleM)};
      }
      const int placed = static_cast<int>(planner.best(entrance, spine).stalls.size());
      EXPECT_EQ(planner.countBest(entrance, spine, 0), placed);
      EXPECT_EQ(planner.countBest(entrance, spine, placed - 1), std::max(0, placed));
      EXPECT_LE(planner.countBest(entrance, spine, placed), placed);
    }
  }
}

TEST(BandSweep, findsTheSpansThatBandsFindOneByOne) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto lot = randomLot(random);
    const Bands bands(lot);
    BandSweep sweep(bands, 2.4);
    for (double y = bands.extent().minY - 1; y < bands.extent().maxY + 1; y += 0.37) {
      std::vector<Span> spans;
      sweep.append(y, spans);
      const auto alone = bands.along(y, 2.4);
      ASSERT_EQ(spans.size(), alone.size());
      for (std::size_t i = 0; i < spans.size(); ++i) {
        EXPECT_EQ(spans[i].low, alone[i].low);
        EXPECT_EQ(spans[i].high, alone[i].high);
        // What is said to be free holds; what lies between two spans does not.
        EXPECT_TRUE(bands.holds({spans[i].low, y, spans[i].high, y + 2.4}));
        if (i > 0) { EXPECT_FALSE(bands.holds({spans[i - 1].low, y, spans[i].high, y + 2.4})); }
      }
    }
  }
}

}  // namespace
}  // namespace pianqu::geo
