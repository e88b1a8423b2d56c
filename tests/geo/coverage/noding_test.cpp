#include "geo/coverage/noding.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>

#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/shape/wkt.hpp"

namespace pianqu::geo {
namespace {

MultiLine<XY> lines(const char* wkt) { return std::get<XYGeometry::Lines>(parseWkt(wkt)->value).lines; }

std::vector<Polygon<XY>> faces(const char* wkt) { return *facesOnGrid(lines(wkt), 0.001); }

double areaOfAll(const std::vector<Polygon<XY>>& faces) {
  double all = 0;
  for (const auto& face : faces) all += areaOf(face).value;
  return all;
}

std::int64_t turn(GridPoint a, GridPoint b, GridPoint c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

int signOf(std::int64_t v) { return v > 0 ? 1 : v < 0 ? -1 : 0; }

/// Is `p` on the edge, but no end of it?
bool isWithin(const GridEdge& e, GridPoint p) {
  if (p == e.first || p == e.second || turn(e.first, e.second, p) != 0) return false;
  return p.x >= e.first.x && p.x <= e.second.x && p.y >= std::min(e.first.y, e.second.y) && p.y <= std::max(e.first.y, e.second.y);
}

bool meetInEndsOnly(const GridEdge& e, const GridEdge& f) {
  if (isWithin(e, f.first) || isWithin(e, f.second) || isWithin(f, e.first) || isWithin(f, e.second)) return false;
  const int a = signOf(turn(e.first, e.second, f.first)), b = signOf(turn(e.first, e.second, f.second));
  const int c = signOf(turn(f.first, f.second, e.first)), d = signOf(turn(f.first, f.second, e.second));
  return !(a * b < 0 && c * d < 0);
}

TEST(Noding, facesAreWhatTheLinesEnclose) {
  const auto found = faces("MULTILINESTRING ((0 0,10 0,10 10,0 10,0 0),(5 -5,5 15),(20 20,30 30))");
  ASSERT_EQ(found.size(), 2u) << "the dangling ends enclose nothing";
  EXPECT_EQ(areaOf(found[0]).value, 50);
}

TEST(Noding, aBridgeBetweenFacesBoundsNothing) {
  const auto found = faces("MULTILINESTRING ((0 0,4 0,4 4,0 4,0 0),(10 0,14 0,14 4,10 4,10 0),(4 2,10 2))");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(areaOfAll(found), 32);
  EXPECT_EQ(found[0].outer.size(), 6u) << "the bridge leaves its end";
}

TEST(Noding, anIslandIsAHoleOfTheSmallestFaceAroundIt) {
  const auto found = faces("MULTILINESTRING ((0 0,100 0,100 100,0 100,0 0),(10 10,90 10,90 90,10 90,10 10),(40 40,60 40,60 60,40 60,40 40))");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(areaOfAll(found), 100 * 100);
  for (const auto& face : found) EXPECT_LE(face.holes.size(), 1u);
}

TEST(Noding, aFaceThatTouchesItselfInAPointIsValid) {
  const auto found = faces("MULTILINESTRING ((0 0,10 0,10 10,0 10,0 0),(0 0,6 2,2 6,0 0),(10 10,8 9,9 8,10 10))");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(areaOfAll(found), 100);
  for (const auto& face : found) EXPECT_FALSE(findInvalidity({face}));
}

TEST(Noding, edgesOfAnyLinesMeetInTheirEndsOnly) {
  const char* given = std::getenv("PIANQU_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : 3;
  Random random(seed);
  for (int run = 0; run < 300; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed) + " run " + std::to_string(run));
    // Few steps and many lines, so that crossings, overlaps and touching corners are everywhere; and fine ones, which round.
    const int side = run % 3 == 0 ? 12 : run % 3 == 1 ? 60 : 100000;
    MultiLine<XY> all;
    for (int i = random.integer(3, 30); i > 0; --i) {
      Line<XY> line;
      for (int k = random.integer(2, 4); k > 0; --k) line.push_back({static_cast<double>(random.integer(-side, side)), static_cast<double>(random.integer(-side, side))});
      all.push_back(line);
    }
    const auto noded = nodeOnGrid(all, 1);
    ASSERT_TRUE(noded);
    for (std::size_t i = 0; i < noded->size(); ++i) {
      for (std::size_t j = i + 1; j < noded->size(); ++j) ASSERT_TRUE(meetInEndsOnly((*noded)[i], (*noded)[j])) << i << " and " << j;
    }
    const auto found = facesOnGrid(all, 1);
    ASSERT_TRUE(found);
    MultiPolygon<XY> parts;
    for (const auto& face : *found) {
      ASSERT_FALSE(findInvalidity({face})) << toWkt(XYGeometry{XYGeometry::Polygons{{face}}});
      parts.push_back(face);
    }
    if (parts.empty()) continue;
    ASSERT_NEAR(areaOf(*unionOf(parts)).value, areaOfAll(*found), 1e-9 * areaOfAll(*found));
  }
}

TEST(Noding, stopsWhenItIsCancelled) {
  struct Cancelled : Progress {
    bool isCancelled() const override { return true; }
  };
  const auto found = facesOnGrid(lines("MULTILINESTRING ((0 0,10 0,10 10,0 10,0 0))"), 0.001, Cancelled{});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
}

TEST(Noding, refusesWhatIsNoNumber) {
  for (const double x : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e9}) {
    EXPECT_FALSE(facesOnGrid(MultiLine<XY>{Line<XY>{XY{0, 0}, XY{x, 3}}}, 0.001)) << x;
  }
}

}  // namespace
}  // namespace pianqu::geo
