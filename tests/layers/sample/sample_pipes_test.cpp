#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {
namespace {

const SampleCity& small() {
  static const SampleCity sample = *generateCity(SampleSize::S, 1);
  return sample;
}

std::set<std::string> faultyPipes() {
  std::set<std::string> codes;
  for (const auto& fault : small().truth.faults) codes.insert(fault.pipes.begin(), fault.pipes.end());
  return codes;
}

TEST(SamplePipes, haveAllEightClasses) {
  std::set<std::string> classes;
  for (const auto& pipe : small().city.pipes) classes.insert(pipe.pipeClass);
  EXPECT_EQ(classes, (std::set<std::string>{"DL", "GY", "JS", "PS", "QT", "RL", "RQ", "TX"}));
}

TEST(SamplePipes, joinNodesThatExistExceptThePlantedLosses) {
  std::set<Uid> nodes, lost;
  for (const auto& node : small().city.pipeNodes) EXPECT_TRUE(nodes.insert(node.uid).second) << node.code;
  for (const auto& point : small().lostPoints) lost.insert(point.pipeUid);
  for (const auto& pipe : small().city.pipes) {
    EXPECT_EQ(nodes.contains(pipe.fromUid) && nodes.contains(pipe.toUid), !lost.contains(pipe.uid)) << pipe.code;
  }
}

TEST(SamplePipes, fallFromTheirStartUnlessAFaultWasPlanted) {
  const auto faulty = faultyPipes();
  for (const auto& pipe : small().city.pipes) {
    if (pipe.pipeClass != "PS" || faulty.contains(pipe.code)) continue;
    ASSERT_TRUE(pipe.fromInvert && pipe.toInvert) << pipe.code;
    EXPECT_GE(*pipe.fromInvert, *pipe.toInvert) << pipe.code;
  }
}

TEST(SamplePipes, haveDepthAndLevelThatAgreeWithTheGround) {
  std::unordered_map<Uid, double> ground;
  for (const auto& node : small().city.pipeNodes) ground[node.uid] = node.groundZ.value_or(NAN);
  for (const auto& pipe : small().city.pipes) {
    if (pipe.toUid.empty() || !pipe.toInvert) continue;
    EXPECT_NEAR(ground[pipe.toUid], *pipe.toInvert + *pipe.toDepth, 0.0015) << pipe.code;
  }
}

TEST(SamplePipes, plantEachKindOfFaultAsOftenAsTheSizeAsks) {
  std::map<std::string, int> kinds;
  for (const auto& fault : small().truth.faults) ++kinds[fault.kind];
  for (const char* kind : {"M1", "M2", "M3", "M4", "M5", "M6", "reverse-slope", "diameter-decrease", "dead-end", "duplicate-node", "cycle", "unknown-invert", "missing-point", "duplicate-code"})
    EXPECT_GE(kinds[kind], 1) << kind;
}

}  // namespace
}  // namespace pianqu::layers
