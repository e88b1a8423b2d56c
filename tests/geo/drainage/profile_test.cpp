#include "geo/drainage/profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/base/random.hpp"
#include "geo/network/path.hpp"
#include "tests/support/pipe_sketch.hpp"

namespace pianqu::geo {
namespace {

using pianqu::testing::linkAt;
using pianqu::testing::nodeAt;
using pianqu::testing::sketchSewers;
using pianqu::testing::testLimits;

/// A-B-C go down to the outfall S; X hangs on B by a pipe of which nothing is known; Z is apart.
SewerSystem sketch() {
  return sketchSewers(R"(
    A->-B->-C->-S
        |
        ?
        |
        X   Z
  )", "WS:ABCXS sewage:S");
}
FlowGraph graphOf(const SewerSystem& system) { return flowGraphOf(system, testLimits().minFallM); }
std::string codesOf(const Profile& profile) {
  std::string text;
  for (const ProfileStation& station : profile.stations) text += station.code;
  return text;
}

TEST(DrainageProfile, followsTheWaterWithLevelsDepthsAndSlopes) {
  const SewerSystem system = sketch();
  const Profile profile = profileBetween(system, graphOf(system), nodeAt(system, "A"), nodeAt(system, "S")).value();
  EXPECT_EQ(codesOf(profile), "ABCS");
  EXPECT_DOUBLE_EQ(profile.lengthM(), 60);
  for (const ProfileReach& reach : profile.reaches) EXPECT_NEAR(reach.slopePermille().value(), 5, 1e-9) << reach.code;
  for (const ProfileStation& station : profile.stations) EXPECT_NEAR(station.depthM().value(), 2, 1e-9) << station.code;
}

TEST(DrainageProfile, againstTheWaterTheSameLevelsComeBackwards) {
  const SewerSystem system = sketch();
  const FlowGraph graph = graphOf(system);
  const Profile down = profileBetween(system, graph, nodeAt(system, "A"), nodeAt(system, "S")).value();
  const Profile up = profileBetween(system, graph, nodeAt(system, "S"), nodeAt(system, "A")).value();
  EXPECT_EQ(codesOf(up), "SCBA");
  for (std::size_t i = 0; i < up.reaches.size(); ++i) {
    const ProfileReach& same = down.reaches[down.reaches.size() - 1 - i];
    EXPECT_EQ(up.reaches[i].fromInvertM, same.toInvertM);
    EXPECT_NEAR(up.reaches[i].slopePermille().value(), -same.slopePermille().value(), 1e-9);
  }
}

TEST(DrainageProfile, aPipeOfUnknownDirectionIsTakenOnlyWhenNothingElseLeadsThereAndStaysUnknown) {
  const SewerSystem system = sketch();
  const Profile profile = profileBetween(system, graphOf(system), nodeAt(system, "X"), nodeAt(system, "S")).value();
  EXPECT_EQ(codesOf(profile), "XBCS");
  EXPECT_FALSE(profile.reaches.front().slopePermille());
  EXPECT_FALSE(placeAt(profile, 1).invertM);
}

TEST(DrainageProfile, manholesOfDifferentNetworksAreNamed) {
  const SewerSystem system = sketch();
  const auto profile = profileBetween(system, graphOf(system), nodeAt(system, "A"), nodeAt(system, "Z"));
  ASSERT_FALSE(profile);
  EXPECT_EQ(profile.error().code, ErrorCode::NotFound);
  EXPECT_NE(profile.error().text.find("from A to Z"), std::string::npos);
}

TEST(DrainageProfile, pipesThatDoNotFollowEachOtherAreRefused) {
  const SewerSystem system = sketch();
  EXPECT_FALSE(profileAlong(system, nodeAt(system, "A"), {linkAt(system, "A-B"), linkAt(system, "C-S")}));
}

TEST(DrainageProfile, aManholeWithADropHasBothInvertsAndItsDepthIsToTheLower) {
  SewerSystem system = sketch();
  SewerLink& leaving = system.links[static_cast<std::size_t>(linkAt(system, "B-C"))];
  leaving.fromInvertM = *leaving.fromInvertM - 0.8;
  const Profile profile = profileBetween(system, graphOf(system), nodeAt(system, "A"), nodeAt(system, "S")).value();
  const ProfileStation& manhole = profile.stations[1];
  EXPECT_NEAR(*manhole.arrivingInvertM - *manhole.leavingInvertM, 0.8, 1e-9);
  EXPECT_NEAR(*manhole.depthM(), 2.8, 1e-9);
}

TEST(DrainageProfile, aPlaceOfTheProfileIsFoundAgainFromItsPointOnTheMap) {
  const SewerSystem system = sketch();
  const Profile profile = profileBetween(system, graphOf(system), nodeAt(system, "A"), nodeAt(system, "S")).value();
  Random random(11);
  for (int i = 0; i < 200; ++i) {
    const double chainage = random.uniform(0, profile.lengthM());
    const ProfilePlace place = placeAt(profile, chainage);
    const NearestOnProfile found = nearestOn(profile, place.point);
    EXPECT_NEAR(found.chainageM, chainage, 1e-6) << "seed 11 case " << i;
    EXPECT_NEAR(*place.topM - *place.invertM, 0.3, 1e-9);
    EXPECT_LT(*place.topM, *place.groundM);
  }
  EXPECT_DOUBLE_EQ(placeAt(profile, -5).chainageM, 0);
  EXPECT_DOUBLE_EQ(placeAt(profile, 500).chainageM, 60);
}

TEST(ShortestPath, equalsBruteForceOnRandomNetworks) {
  Random random(5);
  for (int round = 0; round < 60; ++round) {
    constexpr int kNodes = 7;
    std::vector<FlowLink> links;
    for (int i = 0; i < 12; ++i) {
      const int from = static_cast<int>(random.uniform(0, kNodes)), to = static_cast<int>(random.uniform(0, kNodes));
      links.push_back({.from = from, .to = to, .arrow = from == to ? 0 : 1, .lengthM = 1 + std::floor(random.uniform(0, 5))});
    }
    const FlowGraph graph(kNodes, links, 0.01);
    double best[kNodes][kNodes];
    for (auto& row : best) std::fill(std::begin(row), std::end(row), 1e9);
    for (int i = 0; i < kNodes; ++i) best[i][i] = 0;
    for (const FlowLink& link : links)
      if (link.arrow) best[link.from][link.to] = std::min(best[link.from][link.to], link.lengthM);
    for (int k = 0; k < kNodes; ++k)
      for (int i = 0; i < kNodes; ++i)
        for (int j = 0; j < kNodes; ++j) best[i][j] = std::min(best[i][j], best[i][k] + best[k][j]);
    for (int i = 0; i < kNodes; ++i)
      for (int j = 0; j < kNodes; ++j) {
        const auto path = shortestPath(graph, i, j, PathWay::Downstream);
        ASSERT_EQ(path.has_value(), best[i][j] < 1e9) << "seed 5 round " << round;
        double length = 0;
        for (const int link : path.value_or(std::vector<int>{})) length += graph.lengthM(link);
        EXPECT_DOUBLE_EQ(length, path ? best[i][j] : 0);
      }
  }
}

}  // namespace
}  // namespace pianqu::geo
