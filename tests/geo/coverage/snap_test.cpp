#include "geo/coverage/snap.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

TEST(Snap, vertexGoesBeforeSide) {
  const SnapIndex index({{{{0, 0}, {100, 0}}, 0}});
  EXPECT_EQ(index.find({2, 1}, 5)->kind, SnapKind::Vertex);
  EXPECT_EQ(index.find({2, 1}, 5)->point, (XY{0, 0}));
  EXPECT_EQ(index.find({50, 1}, 5)->kind, SnapKind::Edge);
  EXPECT_EQ(index.find({50, 1}, 5)->point, (XY{50, 0}));
  EXPECT_FALSE(index.find({50, 6}, 5));
}

TEST(Snap, findsWhereARoadCrossesAWall) {
  const SnapIndex index({{{{0, 0}, {100, 0}}, 1}, {{{40, -30}, {40, 30}}, 2}});
  const auto snap = index.find({42, 2}, 5);
  ASSERT_TRUE(snap);
  EXPECT_EQ(snap->kind, SnapKind::Intersection);
  EXPECT_EQ(snap->point, (XY{40, 0}));
  SnapFilter walls;
  walls.layers = 1U << 2;
  EXPECT_EQ(index.find({42, 2}, 5, walls)->kind, SnapKind::Edge) << "the road is switched off";
}

TEST(Snap, agreesWithLookingAtEverySide) {
  const char* set = std::getenv("PIANQU_SEED");
  const std::uint64_t seed = set ? std::strtoull(set, nullptr, 10) : 9;
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  Random random(seed);
  std::vector<SnapLine> lines;
  for (int i = 0; i < 200; ++i) {
    const XY a{random.uniform(0, 500), random.uniform(0, 500)};
    lines.push_back({{a, a + XY{random.uniform(-30, 30), random.uniform(-30, 30)}, a + XY{random.uniform(-60, 60), random.uniform(-60, 60)}}, 0});
  }
  const SnapIndex index(lines);
  SnapFilter edges, vertices;
  edges.hasVertices = edges.hasIntersections = false;
  vertices.hasEdges = vertices.hasIntersections = false;
  for (int i = 0; i < 500; ++i) {
    const XY p{random.uniform(0, 500), random.uniform(0, 500)};
    double least = 10, leastVertex = 10;
    for (const auto& line : lines) {
      least = std::min(least, distanceToLine(p, line.line));
      for (XY v : line.line) leastVertex = std::min(leastVertex, distance(p, v));
    }
    const auto snap = index.find(p, 10, edges), vertex = index.find(p, 10, vertices);
    EXPECT_EQ(snap.has_value(), least < 10);
    if (snap) { EXPECT_NEAR(snap->distanceM, least, 1e-9); }
    EXPECT_EQ(vertex.has_value(), leastVertex < 10);
    if (vertex) { EXPECT_NEAR(vertex->distanceM, leastVertex, 1e-9); }
  }
}

TEST(Trace, followsTheShorterWayAroundABlock) {
  const SnapIndex index({{{{0, 0}, {100, 0}, {100, 60}, {0, 60}, {0, 0}}, 0}});
  const auto from = index.find({10, 1}, 3), to = index.find({99, 20}, 3);
  ASSERT_TRUE(from && to);
  const auto way = index.trace(*from, *to, 1000);
  ASSERT_TRUE(way);
  EXPECT_EQ(*way, (Line<XY>{{10, 0}, {100, 0}, {100, 20}}));
  EXPECT_FALSE(index.trace(*from, *to, 50)) << "longer than it may be";
}

TEST(Trace, turnsFromOneRoadIntoAnotherWhereTheyCross) {
  const SnapIndex index({{{{0, 0}, {100, 0}}, 0}, {{{50, -50}, {50, 50}}, 0}, {{{200, 0}, {300, 0}}, 0}});
  const auto from = index.find({5, 0}, 1), to = index.find({50, 40}, 1), far = index.find({250, 0}, 1);
  EXPECT_EQ(*index.trace(*from, *to, 500), (Line<XY>{{5, 0}, {50, 0}, {50, 40}}));
  EXPECT_FALSE(index.trace(*from, *far, 5000)) << "they do not hang together";
}

}  // namespace
}  // namespace pianqu::geo
