#include <gtest/gtest.h>

#include <map>
#include <set>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {
namespace {

const City& small() {
  static const SampleCity sample = *generateCity(SampleSize::S, 1);
  return sample.city;
}

void expectNear(std::int64_t count, double wanted) { EXPECT_NEAR(static_cast<double>(count), wanted, wanted * 0.05); }

TEST(SampleCity, hasTheNumbersThatItsSizePromises) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto sample = generateCity(SampleSize::S, seed);
    ASSERT_TRUE(sample);
    const auto& counts = sample->truth.counts;
    expectNear(counts.at("estate"), 50);
    expectNear(counts.at("building"), 160);
    expectNear(counts.at("households"), 5000);
    expectNear(counts.at("pipe"), 10000);
  }
}

TEST(SampleCity, isTheSameForTheSameSeedAndAnotherForAnother) {
  const auto a = generateCity(SampleSize::S, 7), b = generateCity(SampleSize::S, 7), c = generateCity(SampleSize::S, 8);
  ASSERT_TRUE(a && b && c);
  ASSERT_EQ(a->city.buildings.size(), b->city.buildings.size());
  for (std::size_t i = 0; i < a->city.buildings.size(); ++i) EXPECT_EQ(a->city.buildings[i].shape, b->city.buildings[i].shape);
  ASSERT_EQ(a->city.pipes.size(), b->city.pipes.size());
  for (std::size_t i = 0; i < a->city.pipes.size(); ++i) EXPECT_EQ(a->city.pipes[i].line, b->city.pipes[i].line);
  EXPECT_NE(a->city.buildings.front().shape, c->city.buildings.front().shape);
}

TEST(SampleCity, hasBuildingsThatOverlapNeitherOneAnotherNorWater) {
  std::vector<geo::Box> boxes;
  for (const auto& building : small().buildings) boxes.push_back(geo::boxOf(building.shape));
  const geo::BoxIndex index(boxes);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const auto& building = small().buildings[i];
    EXPECT_FALSE(geo::findInvalidity(building.shape)) << building.code;
    for (const std::size_t other : index.find(boxes[i])) {
      if (other <= i) continue;
      EXPECT_FALSE(geo::intersects(building.shape, small().buildings[other].shape)) << building.code << ' ' << small().buildings[other].code;
    }
    for (const auto& water : small().waters) EXPECT_FALSE(geo::intersects(building.shape, water.shape)) << building.code;
  }
}

TEST(SampleCity, hasNoBuildingOnARoad) {
  for (const auto& building : small().buildings) {
    const geo::Box near = geo::boxOf(building.shape).grownBy(40);
    for (const auto& road : small().roads) {
      if (!geo::boxOf(geo::XYGeometry{geo::XYGeometry::Lines{road.line}}).intersects(near)) continue;
      const double distance = geo::distanceBetween({geo::XYGeometry::Lines{road.line}}, {geo::XYGeometry::Polygons{building.shape}});
      EXPECT_GE(distance, road.widthM.value_or(0) / 2) << building.code << ' ' << road.name;
    }
  }
}

TEST(SampleCity, hasCommunitiesThatCoverItWithoutGapOrOverlap) {
  std::vector<geo::MultiPolygon<geo::XY>> communities, streets;
  for (const auto& area : small().adminAreas) (area.kind == "社区" ? communities : streets).push_back(area.shape);
  EXPECT_TRUE(geo::isCoverageValid(communities));
  EXPECT_TRUE(geo::isCoverageValid(streets));
  double communityArea = 0, streetArea = 0;
  for (const auto& shape : communities) communityArea += geo::areaOf(shape).value;
  for (const auto& shape : streets) streetArea += geo::areaOf(shape).value;
  EXPECT_NEAR(communityArea, streetArea, 0.01);
}

TEST(SampleCity, givesEveryEstateABuildingInsideItsRedLine) {
  std::map<Uid, int> buildings;
  for (const auto& building : small().buildings) ++buildings[building.estateUid];
  std::set<std::string> names;
  for (const auto& estate : small().estates) {
    EXPECT_GE(buildings[estate.uid], 1) << estate.name;
    EXPECT_TRUE(names.insert(estate.community + estate.name).second) << estate.name;
    for (const auto& building : small().buildings) {
      if (building.estateUid != estate.uid) continue;
      EXPECT_TRUE(geo::covers(estate.shape, building.shape)) << building.code;
    }
  }
}

}  // namespace
}  // namespace pianqu::layers
