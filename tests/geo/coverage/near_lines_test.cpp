#include "geo/coverage/near_lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "geo/base/random.hpp"
#include "geo/coverage/land.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr double kWithinM = 0.02;

TEST(NearLines, twoDrawingsOfOneStreetBecomeOne) {
  const auto merged = joinNear({{{0, 0}, {10, 0}, {20, 5}}, {{20.001, 5}, {15, 2.501}, {9.999, 0.001}, {0, -0.001}}}, kWithinM);
  ASSERT_EQ(merged.size(), 2u);
  Line<XY> back = merged[1];
  std::reverse(back.begin(), back.end());
  EXPECT_EQ(merged[0], back);
  EXPECT_EQ(merged[0].size(), 4u) << "the corner that only one has";
}

TEST(NearLines, whatIsFartherApartStaysToTheBit) {
  const MultiLine<XY> lines{{{0, 0}, {10, 0.1}, {20, 5}}, {{0, 0.0301}, {10, 0.1301}}, {{5, -3}, {5, 3}}};
  EXPECT_EQ(joinNear(lines, kWithinM), lines);
}

TEST(NearLines, theOrderOfTheLinesDoesNotMatter) {
  const MultiLine<XY> lines{{{0, 0}, {10, 0}}, {{0.015, 0}, {10, 0.015}}, {{0.03, 0}, {10, 0.03}}};
  MultiLine<XY> turned(lines.rbegin(), lines.rend());
  auto a = joinNear(lines, kWithinM), b = joinNear(turned, kWithinM);
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  EXPECT_EQ(a, b);
}

TEST(NearLines, aLineThatComesToNothingGoes) { EXPECT_TRUE(joinNear({{{0, 0}, {0.01, 0}}}, kWithinM).empty()); }

/// Two files have the same street, rounded differently: both sides of it must share their boundary.
TEST(NearLines, landOnBothSidesOfAStreetDrawnTwiceIsAnExactCoverage) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    Line<XY> street, again;
    for (double y = -200; y <= 200; y += 14) {
      const XY p{30 + random.uniform(-2.0, 2.0), y};
      street.push_back(p);
      again.push_back({p.x + random.uniform(-0.0012, 0.0012), p.y + random.uniform(-0.0012, 0.0012)});
    }
    std::vector<LandSite> sites;
    for (double y = -120; y < 120; y += 25) {
      for (double x : {0.0, 45.0}) sites.push_back({{}, {{{{x, y}, {x + 14, y}, {x + 14, y + 9}, {x, y + 9}, {x, y}}, {}}}});
    }
    const auto land = divideLand(sites, {.barriers = {street, again}}, {});
    ASSERT_TRUE(land) << toText(land.error());
    std::vector<int> own;
    for (std::size_t s = 0; s < sites.size(); ++s) own.push_back(static_cast<int>(s));
    const auto shapes = dissolveLand(*land, own, sites.size());
    ASSERT_TRUE(shapes);
    EXPECT_TRUE(isCoverageValid(*shapes)) << seed;
    EXPECT_TRUE(std::any_of(land->neighbours.begin(), land->neighbours.end(), [](const auto& both) { return both.cut == LandCut::Barrier; })) << "neighbours across the street";
  }
}

}  // namespace
}  // namespace pianqu::geo
