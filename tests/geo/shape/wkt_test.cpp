#include <gtest/gtest.h>

#include "geo/base/random.hpp"
#include "geo/shape/wkt.hpp"

namespace pianqu::geo {
namespace {

TEST(Wkt, readsWhatItWrites) {
  for (const char* text : {"POINT (1 2)", "MULTIPOINT (1 2,3 4)", "LINESTRING (0 0,1 1.5)", "MULTILINESTRING ((0 0,1 1),(2 2,3 3))",
                           "POLYGON ((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))", "MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))", "POLYGON EMPTY"}) {
    const auto geometry = parseWkt(text);
    ASSERT_TRUE(geometry) << geometry.error().text;
    EXPECT_EQ(toWkt(*geometry), text);
  }
}

TEST(Wkt, keepsEveryBitOfRandomCoordinates) {
  Random random(20261122);
  for (int i = 0; i < 2000; ++i) {
    const XYGeometry geometry{XYGeometry::Points{{{random.uniform(-1e8, 1e8), random.uniform(-1e-8, 1e-8)}}}};
    const auto back = parseWkt(toWkt(geometry));
    ASSERT_TRUE(back);
    ASSERT_EQ(*back, geometry) << "seed 20261122, round " << i;
  }
}

TEST(Wkt, dropsHeights) { EXPECT_EQ(toWkt(*parseWkt("LINESTRING Z (0 0 9, 1 1 9)")), "LINESTRING (0 0,1 1)"); }

TEST(Wkt, saysWhereItBreaks) {
  const auto geometry = parseWkt("POLYGON ((0 0, 1 x))");
  ASSERT_FALSE(geometry);
  EXPECT_EQ(geometry.error().text, "well-known text breaks at character 18: expected a number");
}

TEST(Wkt, refusesWhatIsNotFinite) {
  EXPECT_FALSE(parseWkt("POINT (nan 0)"));
  EXPECT_FALSE(parseWkt("POINT (1e999 0)"));
  EXPECT_FALSE(parseWkt("GEOMETRYCOLLECTION (POINT (0 0))"));
  EXPECT_FALSE(parseWkt(""));
}

TEST(Box, growsFromNothing) {
  Box box;
  EXPECT_TRUE(box.isEmpty());
  EXPECT_EQ(box.width(), 0);
  box.add(XY{2, 3});
  box.add(XY{-1, 5});
  EXPECT_EQ(box.width(), 3);
  EXPECT_TRUE(box.contains({0, 4}));
  EXPECT_FALSE(box.contains({0, 6}));
}

}  // namespace
}  // namespace pianqu::geo
