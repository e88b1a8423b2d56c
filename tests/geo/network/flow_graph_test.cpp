#include "geo/network/flow_graph.hpp"

#include <gtest/gtest.h>

#include "geo/base/random.hpp"
#include "geo/network/components.hpp"
#include "geo/network/trace.hpp"

namespace pianqu::geo {
namespace {

FlowLink pipe(int from, int to, int arrow = 1) { return {.from = from, .to = to, .arrow = arrow, .lengthM = 10}; }

TEST(FlowDirection, followsTheInverts) {
  const FlowDirection down = directionOf({.from = 0, .to = 1, .fromInvertM = 20.30, .toInvertM = 20.29}, 0.01);
  EXPECT_EQ(down.sense, 1);
  EXPECT_EQ(down.proof, FlowProof::Inverts);
  EXPECT_EQ(directionOf({.from = 0, .to = 1, .fromInvertM = 20.1, .toInvertM = 20.5}, 0.01).sense, -1);
}

TEST(FlowDirection, believesInvertsBeforeTheArrow) {
  EXPECT_EQ(directionOf({.from = 0, .to = 1, .fromInvertM = 5, .toInvertM = 4, .arrow = -1}, 0.01).sense, 1);
}

TEST(FlowDirection, takesTheArrowWhereTheFallIsTooSmallOrAnInvertIsMissing) {
  const FlowDirection flat = directionOf({.from = 0, .to = 1, .fromInvertM = 5, .toInvertM = 4.995, .arrow = -1}, 0.01);
  EXPECT_EQ(flat.sense, -1);
  EXPECT_EQ(flat.proof, FlowProof::Arrow);
  EXPECT_EQ(directionOf({.from = 0, .to = 1, .fromInvertM = 5, .arrow = 1}, 0.01).sense, 1);
}

TEST(FlowDirection, staysUnknownWithoutProof) {
  EXPECT_EQ(directionOf({.from = 0, .to = 1, .fromInvertM = 5}, 0.01).sense, 0);
  EXPECT_EQ(directionOf({.from = 0, .to = 1, .fromInvertM = 5, .toInvertM = 5}, 0).sense, 0);
}

TEST(Trace, stopsAtLinksOfUnknownDirectionAndNamesThem) {
  const FlowGraph graph(4, {pipe(0, 1), pipe(1, 2, 0), pipe(2, 3)}, 0.01);
  const Trace down = trace(graph, 0, TraceWay::Downstream);
  EXPECT_EQ(down.nodes, (std::vector<int>{0, 1}));
  EXPECT_EQ(down.links, (std::vector<int>{0}));
  EXPECT_EQ(down.unknownLinks, (std::vector<int>{1}));
  EXPECT_DOUBLE_EQ(down.lengthM, 10);
}

TEST(Trace, givesThePathToEachNode) {
  const FlowGraph graph(6, {pipe(0, 1), pipe(1, 2), pipe(0, 3), pipe(3, 4), pipe(4, 2), pipe(2, 5)}, 0.01);
  const Trace down = trace(graph, 0, TraceWay::Downstream);
  ASSERT_EQ(down.nodes.back(), 5);
  EXPECT_EQ(pathTo(graph, down, down.nodes.size() - 1, TraceWay::Downstream), (std::vector<int>{0, 1, 5}));
  const Trace up = trace(graph, 5, TraceWay::Upstream);
  ASSERT_EQ(up.nodes.size(), 6u);
  EXPECT_DOUBLE_EQ(up.lengthM, 60);
}

TEST(Reach, mayPassUnknownLinksWhenAsked) {
  const FlowGraph graph(3, {pipe(0, 1), pipe(2, 1, 0)}, 0.01);
  EXPECT_FALSE(reachDown(graph, {2}).reaches(0));
  const Reach may = reachDown(graph, {2}, {.isUnknownPassed = true});
  EXPECT_TRUE(may.reaches(0));
  EXPECT_EQ(pathDown(graph, may, 0), (std::vector<int>{0, 1}));
}

TEST(Cycles, areFoundInTheMiddleOfANetworkAndAtASingleNode) {
  const FlowGraph graph(6, {pipe(0, 1), pipe(1, 2), pipe(2, 3), pipe(3, 1), pipe(3, 4), pipe(5, 5)}, 0.01);
  EXPECT_EQ(findCycles(graph), (std::vector<std::vector<int>>{{1, 2, 3}, {5}}));
}

struct RandomGraph {
  FlowGraph graph;
  std::vector<std::vector<bool>> reaches;  ///< by Warshall's closure
};

RandomGraph randomGraph(std::uint64_t seed) {
  Random random(seed);
  const int nodes = random.integer(1, 14);
  std::vector<FlowLink> links;
  for (int i = random.integer(0, 24); i > 0; --i) {
    links.push_back(pipe(random.integer(0, nodes - 1), random.integer(0, nodes - 1), random.integer(-1, 1)));
  }
  RandomGraph result{FlowGraph(nodes, links, 0.01), {}};
  auto& closure = result.reaches;
  closure.assign(static_cast<std::size_t>(nodes), std::vector<bool>(static_cast<std::size_t>(nodes)));
  for (std::size_t i = 0; i < closure.size(); ++i) closure[i][i] = true;
  for (const FlowLink& link : links) {
    if (link.arrow > 0) closure[static_cast<std::size_t>(link.from)][static_cast<std::size_t>(link.to)] = true;
    if (link.arrow < 0) closure[static_cast<std::size_t>(link.to)][static_cast<std::size_t>(link.from)] = true;
  }
  for (std::size_t k = 0; k < closure.size(); ++k) {
    for (std::size_t i = 0; i < closure.size(); ++i) {
      for (std::size_t j = 0; j < closure.size(); ++j) closure[i][j] = closure[i][j] || (closure[i][k] && closure[k][j]);
    }
  }
  return result;
}

TEST(Network, agreesWithTheClosureOnRandomGraphs) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const RandomGraph random = randomGraph(seed);
    const std::vector<int> component = strongComponents(random.graph);
    for (std::size_t from = 0; from < random.reaches.size(); ++from) {
      const Trace down = trace(random.graph, static_cast<int>(from), TraceWay::Downstream);
      std::vector<bool> reached(random.reaches.size());
      for (const int node : down.nodes) reached[static_cast<std::size_t>(node)] = true;
      ASSERT_EQ(reached, random.reaches[from]);
      const Reach reach = reachDown(random.graph, {static_cast<int>(from)});
      for (std::size_t to = 0; to < random.reaches.size(); ++to) {
        ASSERT_EQ(reach.reaches(static_cast<int>(to)), random.reaches[to][from]);
        ASSERT_EQ(component[from] == component[to], random.reaches[from][to] && random.reaches[to][from]);
      }
    }
  }
}

TEST(Network, carriesAPathOfAMillionLinks) {
  std::vector<FlowLink> links;
  for (int i = 0; i < 1'000'000; ++i) links.push_back(pipe(i, i + 1));
  const FlowGraph graph(1'000'001, links, 0.01);
  EXPECT_EQ(trace(graph, 0, TraceWay::Downstream).nodes.size(), 1'000'001u);
  EXPECT_TRUE(findCycles(graph).empty());
}

}  // namespace
}  // namespace pianqu::geo
