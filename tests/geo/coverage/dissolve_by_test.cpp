#include "geo/coverage/dissolve_by.hpp"

#include <gtest/gtest.h>

#include "geo/index/area_index.hpp"
#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "tests/geo/coverage/random_town.hpp"

namespace pianqu::geo::test {
namespace {

TEST(DissolveBy, isTheUnionOfEachGroup) {
  Random random(5);
  std::vector<MultiPolygon<XY>> shapes, byGroup(3);
  std::vector<int> groupOf;
  for (int i = 0; i < 400; ++i) {
    shapes.push_back(house({random.uniform(0, 400), random.uniform(0, 400)}, random.uniform(5, 30), random.uniform(5, 15), random.uniform(0, 3)));
    groupOf.push_back(random.integer(-1, 2));
    if (groupOf.back() >= 0) byGroup[static_cast<std::size_t>(groupOf.back())].push_back(shapes.back().front());
  }
  const auto dissolved = dissolveBy(shapes, groupOf, 3);
  ASSERT_TRUE(dissolved) << toText(dissolved.error());
  for (std::size_t g = 0; g < 3; ++g) {
    const auto oracle = unionOf(byGroup[g]);
    EXPECT_NEAR(areaOf((*dissolved)[g]).value, areaOf(*oracle).value, 1e-6);
    EXPECT_EQ((*dissolved)[g].size(), oracle->size());
    EXPECT_FALSE(findInvalidity((*dissolved)[g]));
  }
}

TEST(JoinToAreas, givesTheAreaThatHoldsAPointInside) {
  Random random(6);
  std::vector<MultiPolygon<XY>> areas, shapes;
  for (int i = 0; i < 60; ++i) areas.push_back(house({random.uniform(0, 1000), random.uniform(0, 1000)}, random.uniform(20, 300), random.uniform(20, 200), random.uniform(0, 3)));
  for (int i = 0; i < 2000; ++i) shapes.push_back(house({random.uniform(-100, 1100), random.uniform(-100, 1100)}, 12, 8, random.uniform(0, 3)));
  shapes.emplace_back();
  shapes.push_back(house({std::numeric_limits<double>::quiet_NaN(), 0}, 5, 5, 0));
  const auto join = joinToAreas(shapes, areas);
  ASSERT_TRUE(join);
  std::size_t several = 0;
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    const auto place = innerPointOf(shapes[s]);
    int first = -1, count = 0;
    for (std::size_t a = 0; place && a < areas.size(); ++a) {
      if (!contains(areas[a], *place)) continue;
      if (count++ == 0) first = static_cast<int>(a);
    }
    EXPECT_EQ(join->areaOf[s], first) << s;
    several += count > 1;
  }
  EXPECT_EQ(join->inSeveral.size(), several);
  EXPECT_GT(several, 0U);
  EXPECT_TRUE(joinToAreas(shapes, {})->inSeveral.empty());
}

TEST(InnerPoint, liesInsideEvenWhereTheCentreOfMassDoesNot) {
  const MultiPolygon<XY> hook{{{{0, 0}, {30, 0}, {30, 30}, {0, 30}, {0, 25}, {25, 25}, {25, 5}, {0, 5}, {0, 0}}, {}}};
  ASSERT_TRUE(innerPointOf(hook));
  EXPECT_TRUE(contains(hook, *innerPointOf(hook)));
  EXPECT_FALSE(innerPointOf(MultiPolygon<XY>{}));
  const MultiPolygon<XY> yard{{{{0, 0}, {30, 0}, {30, 30}, {0, 30}, {0, 0}}, {{{5, 5}, {25, 5}, {25, 25}, {5, 25}, {5, 5}}}}};
  EXPECT_TRUE(contains(yard, *innerPointOf(yard)));
}

}  // namespace
}  // namespace pianqu::geo::test
