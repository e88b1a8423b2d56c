#include <gtest/gtest.h>

#include "geo/lift/facade.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

const MultiPolygon<XY> kSlab{{{{0, 0}, {40, 0}, {40, 12}, {0, 12}, {0, 0}}, {}}};

TEST(FacadeAtDoor, liesOnTheNearestWallWithTheDoorInTheMiddle) {
  const auto facade = facadeAtDoor(kSlab, {10, 12.4}, 2.6, 2);
  ASSERT_TRUE(facade);
  EXPECT_NEAR(lengthOf(*facade).value, 2.6, 1e-9);
  EXPECT_NEAR(((*facade)[0].x + (*facade)[1].x) / 2, 10, 1e-9);
  EXPECT_EQ((*facade)[0].y, 12);
}

TEST(FacadeAtDoor, staysOnTheWallNearACorner) {
  const auto facade = facadeAtDoor(kSlab, {0.3, 12.1}, 2.6, 2);
  ASSERT_TRUE(facade);
  EXPECT_NEAR(lengthOf(*facade).value, 2.6, 1e-9);
  for (const XY p : *facade) EXPECT_GE(p.x, -1e-9);
}

TEST(FacadeAtDoor, isTheWholeOfAShortWall) {
  const auto facade = facadeAtDoor({{{{0, 0}, {2, 0}, {2, 9}, {0, 9}, {0, 0}}, {}}}, {1, -0.2}, 2.6, 2);
  ASSERT_TRUE(facade);
  EXPECT_NEAR(lengthOf(*facade).value, 2, 1e-9);
}

TEST(FacadeAtDoor, isNotGuessedFarFromAnyWall) {
  EXPECT_FALSE(facadeAtDoor(kSlab, {10, 15}, 2.6, 2));
  EXPECT_FALSE(facadeAtDoor({}, {0, 0}, 2.6, 2));
}

}  // namespace
}  // namespace pianqu::geo
