#include "geo/coverage/land.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <string>

#include "geo/base/random.hpp"
#include "geo/coverage/draw.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

MultiPolygon<XY> rectangle(double x, double y, double width, double height) {
  return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

LandSite building(double x, double y, double width = 20, double height = 10) { return {{}, rectangle(x, y, width, height)}; }

const LandNeighbours* between(const LandCells& land, std::size_t a, std::size_t b) {
  for (const auto& both : land.neighbours) {
    if (both.a == std::min(a, b) && both.b == std::max(a, b)) return &both;
  }
  return nullptr;
}

std::vector<int> each(std::size_t count) {
  std::vector<int> own(count);
  std::iota(own.begin(), own.end(), 0);
  return own;
}

TEST(DivideLand, meetsHalfwayBetweenTwoBuildings) {
  const std::vector<LandSite> sites{building(0, 0), building(40, 0)};
  const auto land = divideLand(sites, {}, {});
  ASSERT_TRUE(land) << toText(land.error());
  const auto* both = between(*land, 0, 1);
  ASSERT_NE(both, nullptr);
  EXPECT_EQ(both->cut, LandCut::None);
  EXPECT_NEAR(both->gapM, 20, 1e-9);
  EXPECT_NEAR(land->cells[0].areaM2, land->cells[1].areaM2, 1);
  const auto shapes = dissolveLand(*land, each(2), 2);
  ASSERT_TRUE(shapes);
  EXPECT_NEAR(boxOf((*shapes)[0]).maxX, 30, 0.01);
  EXPECT_NEAR(boxOf((*shapes)[0]).minX, -20, 0.6) << "the margin towards open land";
  EXPECT_TRUE(isCoverageValid(*shapes));
}

TEST(DivideLand, cutsAtABarrierAndFollowsIt) {
  const MultiLine<XY> road{{{32, -5000}, {28, 0}, {33, 5000}}};
  const std::vector<LandSite> sites{building(0, 0), building(40, 0)};
  const auto land = divideLand(sites, {.barriers = road}, {});
  ASSERT_TRUE(land);
  EXPECT_EQ(land->blocks, 2U);
  const auto* both = between(*land, 0, 1);
  ASSERT_NE(both, nullptr);
  EXPECT_EQ(both->cut, LandCut::Barrier);
  const auto shapes = dissolveLand(*land, each(2), 2);
  EXPECT_TRUE(isCoverageValid(*shapes));
  for (const auto& part : (*shapes)[0]) {
    for (XY p : part.outer) EXPECT_LT(p.x, 32.1);
  }
}

TEST(DivideLand, cutsAtABarrierThatEndsInTheMiddleOfTheLand) {
  const auto land = divideLand({building(0, 0), building(40, 0)}, {.barriers = {{{30, -100}, {30, 100}}}}, {});
  ASSERT_TRUE(land);
  EXPECT_EQ(land->blocks, 1U);
  ASSERT_NE(between(*land, 0, 1), nullptr);
  EXPECT_EQ(between(*land, 0, 1)->cut, LandCut::Barrier);
}

TEST(DivideLand, cutsAtAWideGap) {
  const auto near = divideLand({building(0, 0), building(79, 0)}, {}, {});
  ASSERT_NE(between(*near, 0, 1), nullptr);
  EXPECT_EQ(between(*near, 0, 1)->cut, LandCut::None);
  const auto joined = dissolveLand(*near, {0, 0}, 1);
  EXPECT_EQ((*joined)[0].size(), 1U) << "neighbours within the gap make one polygon";
  const auto far = divideLand({building(0, 0), building(81, 0)}, {}, {});
  const auto* both = between(*far, 0, 1);
  EXPECT_TRUE(both == nullptr || both->cut == LandCut::Gap);
}

TEST(DivideLand, keepsAParcelWholeToTheLine) {
  const LandSite estate{rectangle(0, 0, 100, 60), rectangle(60, 40, 20, 10)};
  const auto land = divideLand({estate, building(101, 20)}, {}, {});
  ASSERT_TRUE(land);
  const auto shapes = dissolveLand(*land, each(2), 2);
  EXPECT_TRUE(covers((*shapes)[0], estate.parcel));
  EXPECT_TRUE(covers((*shapes)[1], rectangle(101, 20, 20, 10)));
  EXPECT_TRUE(isCoverageValid(*shapes));
}

TEST(DivideLand, reportsASiteOnBothSidesOfABarrier) {
  const LandSite estate{rectangle(0, 0, 100, 60), {}};
  const auto land = divideLand({estate, building(140, 0)}, {.barriers = {{{40, -5000}, {40, 5000}}}}, {});
  ASSERT_TRUE(land);
  EXPECT_TRUE(land->cells[0].isStraddling);
  EXPECT_FALSE(land->cells[1].isStraddling);
  EXPECT_EQ(land->cells[0].block, land->cells[1].block) << "most of it lies east";
}

TEST(DivideLand, leavesOpenLandOut) {
  const auto land = divideLand({building(0, 0)}, {}, {});
  EXPECT_LT(land->cells[0].areaM2, (20 + 40) * (10 + 40) + 12);
  EXPECT_GT(land->cells[0].areaM2, 20 * 10 + 2 * 20 * (20 + 10));
}

LandSite estate(double x, double y, double width, double height) { return {rectangle(x, y, width, height), {}}; }

TEST(DivideLand, keepsAnEstateInOpenLandToItsRedLine) {
  const Ring<XY> bay{{0, 0}, {200, 0}, {200, 200}, {120, 200}, {120, 90}, {80, 90}, {80, 200}, {0, 200}, {0, 0}};
  const auto land = divideLand({{{{bay, {}}}, {}}}, {}, {});
  ASSERT_TRUE(land) << toText(land.error());
  EXPECT_NEAR(land->cells[0].areaM2, 200 * 200 - 40 * 110, 0.1) << "nor does it take its bay";
}

TEST(DivideLand, sharesALaneBetweenTwoEstatesWithoutEarsAtItsEnds) {
  const double laneM = 10;
  const auto land = divideLand({estate(0, 0, 300, 100), estate(0, 100 + laneM, 150, 100)}, {}, {});
  ASSERT_TRUE(land);
  ASSERT_NE(between(*land, 0, 1), nullptr);
  const double around = land->cells[0].areaM2 + land->cells[1].areaM2 - 300 * 100 - 150 * 100;
  EXPECT_GT(around, 0.95 * 150 * laneM);
  EXPECT_LT(around, 150 * laneM + laneM * laneM);
}

TEST(DivideLand, leadsAnEstateOnToAStreetThatIsNear) {
  const MultiLine<XY> streets{{{-900, -30}, {900, -30}}, {{-900, 400}, {900, 400}}};
  const auto land = divideLand({estate(0, 0, 200, 100)}, {.barriers = streets}, {});
  ASSERT_TRUE(land);
  const auto shapes = dissolveLand(*land, {0}, 1);
  ASSERT_TRUE(shapes);
  EXPECT_NEAR(boxOf((*shapes)[0]).minY, -30, 0.01) << "30 m to the street in front";
  EXPECT_NEAR(boxOf((*shapes)[0]).maxY, 100, 0.01) << "300 m of open land behind";
}

TEST(DivideLand, takesTheRestOfAPlotThatIsReachedForTheMostPart) {
  const auto streetsAround = [](double x, double y, double width, double height) { return LandLines{.barriers = {rectangle(x, y, width, height).front().outer}}; };
  const auto most = divideLand({estate(20, 20, 135, 160)}, streetsAround(0, 0, 200, 200), {});
  ASSERT_TRUE(most);
  EXPECT_NEAR(most->cells[0].areaM2, 200 * 200, 1);
  const auto little = divideLand({estate(20, 20, 40, 160)}, streetsAround(0, 0, 200, 200), {});
  ASSERT_TRUE(little);
  EXPECT_LT(little->cells[0].areaM2, 90 * 200) << "the larger part of the plot is open";
  const auto wide = divideLand({estate(20, 20, 400, 360)}, streetsAround(0, 0, 550, 400), {});
  ASSERT_TRUE(wide);
  EXPECT_LT(wide->cells[0].areaM2, 460 * 400) << "what is left is more than a hectare";
}

TEST(DivideLand, refusesCoordinatesThatAreNotNumbers) {
  EXPECT_FALSE(divideLand({building(std::numeric_limits<double>::quiet_NaN(), 0)}, {}, {}));
  EXPECT_TRUE(divideLand({}, {}, {}));
  EXPECT_TRUE(divideLand({LandSite{}}, {}, {}));
}

TEST(DissolveLand, absorbsASmallHoleButNotAnotherDistrict) {
  std::vector<LandSite> sites;
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) sites.push_back(building(40 * column, 30 * row));
  }
  const auto land = divideLand(sites, {}, {});
  ASSERT_TRUE(land);
  const auto filled = dissolveLand(*land, {0, 0, 0, 0, -1, 0, 0, 0, 0}, 1);
  EXPECT_TRUE((*filled)[0].front().holes.empty());
  const auto kept = dissolveLand(*land, {0, 0, 0, 0, 1, 0, 0, 0, 0}, 2);
  EXPECT_EQ((*kept)[0].front().holes.size(), 1U);
  EXPECT_TRUE(isCoverageValid(*kept));
}

TEST(DivideLandProperties, isAnExactCoverageThatHoldsEveryMember) {
  const char* given = std::getenv("PIANQU_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : 7;
  Random random(seed);
  for (int run = 0; run < 12; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    const double east = random.chance(0.5) ? 0 : 39500000;
    std::vector<LandSite> sites;
    for (int i = 0; i < 60; ++i) {
      const int column = i % 10, row = i / 10;
      LandSite site = building(east + 45 * column + random.uniform(0, 12), 3400000 + 30 * row + random.uniform(0, 8));
      if (random.chance(0.2)) site.parcel = rectangle(east + 45 * column, 3400000 + 30 * row, 45, 30);
      sites.push_back(site);
    }
    MultiLine<XY> barriers{{{east - 900, 3400000 + random.uniform(20, 150)}, {east + 200, 3400000 + random.uniform(20, 150)}, {east + 1500, 3400090}},
                           {{east + random.uniform(50, 400), 3399000}, {east + random.uniform(50, 400), 3400100}, {east + 250, 3401000}}};
    const auto land = divideLand(sites, {.barriers = barriers}, {});
    ASSERT_TRUE(land) << toText(land.error());
    std::vector<int> districtOf;
    std::vector<MultiPolygon<XY>> members(7);
    for (std::size_t s = 0; s < sites.size(); ++s) {
      districtOf.push_back(random.integer(0, 6));
      auto& own = members[static_cast<std::size_t>(districtOf.back())];
      if (!land->cells[s].isStraddling) own.insert(own.end(), sites[s].footprints.begin(), sites[s].footprints.end());
    }
    const auto shapes = dissolveLand(*land, districtOf, 7);
    ASSERT_TRUE(shapes) << toText(shapes.error());
    EXPECT_TRUE(isCoverageValid(*shapes));
    const auto drawn = drawBoundaries(*shapes, {}, {.freeM = 1.5});
    ASSERT_TRUE(drawn);
    EXPECT_TRUE(isCoverageValid(*drawn));
    double cells = 0, districts = 0;
    for (const auto& cell : land->cells) cells += cell.areaM2;
    for (const auto& shape : *shapes) districts += areaOf(shape).value;
    EXPECT_GE(districts + 1e-3, cells);
  }
}

}  // namespace
}  // namespace pianqu::geo
