#include "layers/plan/pipe_crossings.hpp"

#include <gtest/gtest.h>

namespace pianqu::layers {
namespace {

const ClearanceRules& rules() {
  static const ClearanceRules all = ClearanceRules::read(std::string(PIANQU_SOURCE_DIR) + "/data").value();
  return all;
}

Pipe pipe(const char* code, const char* pipeClass, geo::XY from, geo::XY to, double bottomM, double diameterMm) {
  Pipe made;
  made.uid = made.code = code;
  made.pipeClass = pipeClass;
  made.fromInvert = made.toInvert = bottomM;
  made.diameterMm = diameterMm;
  made.line = {from, to};
  return made;
}

/// A sewer from west to east at 10.0 to 10.4, and what crosses it at x = 5.
City cityWith(Pipe crossing) {
  City city;
  city.pipes = {pipe("sewer", "PS", {0, 0}, {20, 0}, 10, 400), std::move(crossing)};
  return city;
}
PipeCrossing onlyCrossing(const City& city) {
  const PipeIndex index(city);
  const auto found = index.crossingsOf(0, rules());
  EXPECT_EQ(found.size(), 1u);
  return found.at(0);
}

TEST(PipeCrossings, aWaterPipeHalfAMetreAbovePassesAndTenCentimetresFails) {
  const PipeCrossing far = onlyCrossing(cityWith(pipe("w", "JS", {5, -3}, {5, 3}, 10.9, 200)));
  EXPECT_NEAR(*far.clearanceM, 0.5, 1e-9);
  EXPECT_DOUBLE_EQ(far.share, 0.25);
  EXPECT_DOUBLE_EQ(far.required->metres, 0.4);
  EXPECT_EQ(far.state, ClearanceState::Pass);
  EXPECT_EQ(onlyCrossing(cityWith(pipe("w", "JS", {5, -3}, {5, 3}, 10.5, 200))).state, ClearanceState::Fail);
}

TEST(PipeCrossings, theOneBelowCountsTheSame) {
  const PipeCrossing below = onlyCrossing(cityWith(pipe("w", "JS", {5, -3}, {5, 3}, 9.3, 200)));
  EXPECT_NEAR(*below.clearanceM, 0.5, 1e-9);
}

TEST(PipeCrossings, anUnknownDepthNeverPasses) {
  Pipe unknown = pipe("w", "JS", {5, -3}, {5, 3}, 0, 200);
  unknown.fromInvert.reset();
  const PipeCrossing crossing = onlyCrossing(cityWith(unknown));
  EXPECT_FALSE(crossing.clearanceM);
  EXPECT_EQ(crossing.state, ClearanceState::Unknown);
}

TEST(PipeCrossings, aClassWithoutARuleIsUnknownButMeetingPipesFail) {
  EXPECT_EQ(onlyCrossing(cityWith(pipe("?", "QT", {5, -3}, {5, 3}, 12, 200))).state, ClearanceState::Unknown);
  EXPECT_EQ(onlyCrossing(cityWith(pipe("?", "QT", {5, -3}, {5, 3}, 10.2, 200))).state, ClearanceState::Fail);
}

TEST(PipeCrossings, aCableOfUnknownLayingMustKeepTheLargerClearance) {
  Pipe cable = pipe("c", "DL", {5, -3}, {5, 3}, 10.8, 100);
  EXPECT_DOUBLE_EQ(onlyCrossing(cityWith(cable)).required->metres, 0.5);
  cable.laying = "GK";
  EXPECT_DOUBLE_EQ(onlyCrossing(cityWith(cable)).required->metres, 0.25);
}

TEST(PipeCrossings, aDepthIsToTheBottomOfADrainAndToTheTopOfAPressurePipe) {
  City city;
  PipeNode a, b;
  a.uid = "a"; b.uid = "b";
  a.groundZ = b.groundZ = 12;
  city.pipeNodes = {a, b};
  for (const char* pipeClass : {"PS", "JS"}) {
    Pipe made = pipe(pipeClass, pipeClass, {0, 0}, {10, 0}, 0, 300);
    made.fromInvert.reset();
    made.toInvert.reset();
    made.fromUid = "a"; made.toUid = "b";
    made.fromDepth = made.toDepth = 2;
    city.pipes.push_back(made);
  }
  const PipeIndex index(city);
  EXPECT_NEAR(*index.levelsAt(0, 0.5).bottomM, 10, 1e-9);
  EXPECT_NEAR(*index.levelsAt(0, 0.5).topM, 10.3, 1e-9);
  EXPECT_NEAR(*index.levelsAt(1, 0.5).topM, 10, 1e-9);
  EXPECT_NEAR(*index.levelsAt(1, 0.5).bottomM, 9.7, 1e-9);
}

TEST(PipeCrossings, pipesThatShareAManholeDoNotCross) {
  City city = cityWith(pipe("w", "PS", {0, 0}, {5, 5}, 10, 300));
  city.pipes[0].fromUid = city.pipes[1].fromUid = "m";
  EXPECT_TRUE(PipeIndex(city).crossingsOf(0, rules()).empty());
}

TEST(PipeCut, meetsEachPipeInOrderOfDistance) {
  City city;
  city.pipes = {pipe("far", "JS", {8, -5}, {8, 5}, 10, 200), pipe("near", "RQ", {3, -5}, {3, 5}, 11, 100), pipe("off", "DL", {30, -5}, {30, 5}, 11, 100)};
  const PipeIndex index(city);
  const auto cuts = index.cut({0, 0}, {10, 0});
  ASSERT_EQ(cuts.size(), 2u);
  EXPECT_EQ(city.pipes[cuts[0].pipe].code, "near");
  EXPECT_DOUBLE_EQ(cuts[1].distanceM, 8);
}

}  // namespace
}  // namespace pianqu::layers
