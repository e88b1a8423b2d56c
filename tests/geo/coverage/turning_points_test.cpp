#include "geo/coverage/turning_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <variant>

#include "geo/shape/wkt.hpp"

namespace pianqu::geo {
namespace {

MultiPolygon<XY> polygons(const std::string& wkt) { return std::get<XYGeometry::Polygons>(parseWkt(wkt)->value).polygons; }

std::string namesAndPlaces(const std::vector<TurningPoint>& points) {
  std::string text;
  for (const auto& p : points) text += p.name + "(" + std::to_string(std::lround(p.point.x)) + " " + std::to_string(std::lround(p.point.y)) + ") ";
  return text;
}

TEST(TurningPoints, runClockwiseFromTheNorthWest) {
  const auto points = turningPointsOf(polygons("POLYGON((0 0,10 0,10 8,0 8,0 0))"));
  EXPECT_EQ(namesAndPlaces(points), "J1(0 8) J2(10 8) J3(10 0) J4(0 0) ");
  EXPECT_DOUBLE_EQ(points[0].toNextM, 10);
  EXPECT_DOUBLE_EQ(points[0].bearingDeg, 90);
  EXPECT_DOUBLE_EQ(points[3].bearingDeg, 0);
}

TEST(TurningPoints, leavesOutPointsOnStraightSides) {
  EXPECT_EQ(turningPointsOf(polygons("POLYGON((0 0,5 0,10 0,10 8,5 8,0 8,0 4,0 0))")).size(), 4U);
}

TEST(TurningPoints, numbersRunOnThroughHolesAndParts) {
  const auto points = turningPointsOf(polygons("MULTIPOLYGON(((50 0,60 0,60 5,50 5,50 0)),((0 0,30 0,30 30,0 30,0 0),(10 10,20 10,20 20,10 20,10 10)))"));
  ASSERT_EQ(points.size(), 12U);
  EXPECT_EQ(points[0].point, (XY{0, 30}));
  EXPECT_EQ(points[4].point, (XY{10, 20}));
  EXPECT_EQ(points[8].point, (XY{50, 5}));
  EXPECT_EQ(points[11].name, "J12");
}

}  // namespace
}  // namespace pianqu::geo
