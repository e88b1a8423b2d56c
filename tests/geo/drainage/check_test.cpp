#include "geo/drainage/check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/pipe_sketch.hpp"

namespace pianqu::geo {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using pianqu::testing::faultLines;
using pianqu::testing::linkAt;
using pianqu::testing::sketchSewers;
using pianqu::testing::sourceAt;
using pianqu::testing::testLimits;
using pianqu::testing::unknownLines;

struct Drawn {
  SewerSystem system;
  SewerCheck check;
};

Drawn checked(std::string_view map, std::string_view legend) {
  Drawn drawn{sketchSewers(map, legend), {}};
  drawn.check = check(drawn.system, testLimits()).value();
  return drawn;
}

std::vector<std::string> faultsOf(std::string_view map, std::string_view legend) {
  const Drawn drawn = checked(map, legend);
  return faultLines(drawn.system, drawn.check);
}

TEST(DrainageCheck, findsNothingInASeparatedEstate) {
  EXPECT_THAT(faultsOf(R"(
    H->-A->-B->-S
    G~>~C~>~D~>~O
  )", "WS:HABS YS:GCDO house:H gully:G sewage:S storm:O riser-sewage:A riser-rain:C"), IsEmpty());
}

TEST(DrainageCheck, findsNothingInACombinedEstateButTheCombinedPipes) {
  const Drawn drawn = checked(R"(
    H->-A=>=B=>=C
        ^
        :
        G
  )", "WS:H YS:G HS:ABC house:H gully:G combined:C");
  EXPECT_THAT(faultLines(drawn.system, drawn.check), IsEmpty());
  EXPECT_EQ(drawn.check.tallies[static_cast<std::size_t>(Fault::CombinedPipe)].failed, 2);
  EXPECT_EQ(drawn.check.proofs[0].sewage, Outcome::Combined);
  EXPECT_EQ(drawn.check.proofs[1].rain, Outcome::Combined);
}

TEST(DrainageCheck, findsASewagePipeThatRunsIntoAStormManhole) {
  const Drawn drawn = checked(R"(
    H->-A->-B->-S
        |
        v
        |
    G~>~C~>~D~>~O
  )", "WS:HABS YS:GCDO house:H gully:G sewage:S storm:O");
  EXPECT_THAT(faultLines(drawn.system, drawn.check),
              ElementsAre("M1 sewage-into-storm A-C", "M4 sewage-reaches-storm H"));
  const Finding& m4 = drawn.check.findings[1];
  std::vector<std::string> codes;
  for (const int link : evidenceOf(drawn.check, drawn.system, m4)) codes.push_back(drawn.system.links[static_cast<std::size_t>(link)].code);
  EXPECT_THAT(codes, ElementsAre("H-A", "A-C", "C-D", "D-O"));
  EXPECT_THAT(m4.text, HasSubstr("after 2 pipes"));
  EXPECT_EQ(drawn.check.proofs[0].sewage, Outcome::Misled);
}

TEST(DrainageCheck, findsAStormPipeThatBeginsInASewageManhole) {
  EXPECT_THAT(faultsOf(R"(
    H->-A->-S
        :
        v
        :
        D~>~O
  )", "WS:HAS YS:DO house:H sewage:S storm:O"),
              ElementsAre("M1 sewage-into-storm A-D", "M4 sewage-reaches-storm H"));
}

TEST(DrainageCheck, findsStormWaterInTheSewer) {
  EXPECT_THAT(faultsOf(R"(
    G~>~C~>~A->-S
  )", "YS:GC WS:AS gully:G sewage:S riser-rain:C"),
              ElementsAre("M2 storm-into-sewage C-A", "M5 rain-reaches-sewage G", "M5 rain-reaches-sewage R-C"));
}

TEST(DrainageCheck, findsWhereSeparatedWaterIsMixedAgainOnce) {
  EXPECT_THAT(faultsOf(R"(
    A~>~B~>~C=>=D=>=E
            ^
            |
            F-<-G
  )", "YS:AB HS:CDE WS:FG combined:E"),
              ElementsAre("M3 remixed C-D", "M6 storm-combined-link B-C"));
}

TEST(DrainageCheck, findsRemixingAlongACombinedPipe) {
  EXPECT_THAT(faultsOf(R"(
    A~>~B~>~C=>=D=>=E
                ^
                |
                F-<-G
  )", "YS:AB HS:CDE WS:FG combined:E"),
              ElementsAre("M3 remixed D-E", "M6 storm-combined-link B-C"));
}

TEST(DrainageCheck, findsACombinedPipeThatEndsInTheStormSystem) {
  EXPECT_THAT(faultsOf(R"(
    A=>=B=>=C~>~O
  )", "HS:AB YS:CO storm:O riser-sewage:A"),
              ElementsAre("M4 sewage-reaches-storm R-A", "M6 storm-combined-link B-C"));
}

TEST(DrainageCheck, findsSewageThatACombinedPipeBringsToTheRiver) {
  EXPECT_THAT(faultsOf("A=>=B=>=R", "HS:ABR river:R riser-sewage:A"), ElementsAre("M4 sewage-reaches-storm R-A"));
}

TEST(DrainageCheck, findsRisersOnTheWrongManhole) {
  EXPECT_THAT(faultsOf(R"(
    A->-S
    B~>~O
  )", "WS:AS YS:BO sewage:S storm:O riser-rain:A riser-mixed:B"),
              ElementsAre("M4 sewage-reaches-storm R-B", "M5 rain-reaches-sewage R-A", "LG mixed-riser R-B"));
}

TEST(DrainageCheck, findsASlopeAgainstTheArrow) {
  EXPECT_THAT(faultsOf("A->-B->!-C->-S", "WS:ABCS sewage:S"), ElementsAre("M7 reverse-slope B-C"));
}

TEST(DrainageCheck, findsASlopeThatLeadsBackIntoASinkWithoutAnyArrow) {
  EXPECT_THAT(faultsOf("A->-B-<-C->-S", "WS:ABCS sewage:S"), ElementsAre("M7 reverse-slope B-C"));
}

TEST(DrainageCheck, findsDeadEndsButNotOutfalls) {
  EXPECT_THAT(faultsOf("A->-B->-C  D->-S", "WS:ABCDS sewage:S"), ElementsAre("M7 dead-end C"));
}

TEST(DrainageCheck, leavesADeadEndOpenBesideAnUnknownPipe) {
  const Drawn drawn = checked("A->-B-?-C->-S", "WS:ABCS sewage:S riser-sewage:A");
  EXPECT_THAT(faultLines(drawn.system, drawn.check), IsEmpty());
  EXPECT_THAT(unknownLines(drawn.system, drawn.check), ElementsAre("UN unknown B-C"));
  EXPECT_EQ(drawn.check.proofs[0].sewage, Outcome::Unknown);
  EXPECT_EQ(drawn.check.tallies[static_cast<std::size_t>(Fault::AdverseSlope)].unknown, 1);
}

TEST(DrainageCheck, neverPassesASourceBesideAnUnknownCrossing) {
  const Drawn drawn = checked(R"(
    A->-B->-S
        |
        ?
        |
        C~>~O
  )", "WS:ABS YS:CO sewage:S storm:O riser-sewage:A riser-rain:C");
  EXPECT_THAT(faultLines(drawn.system, drawn.check),
              ElementsAre("M1 sewage-into-storm B-C ?", "M4 sewage-reaches-storm R-A ?", "M5 rain-reaches-sewage R-C ?"));
  EXPECT_EQ(drawn.check.proofs[0].sewage, Outcome::Unknown);
  EXPECT_EQ(drawn.check.proofs[1].rain, Outcome::Unknown);
}

TEST(DrainageCheck, provesASourceBesideAnUnknownBranchOfItsOwnSystem) {
  const Drawn drawn = checked(R"(
    A->-B->-S
        |
        ?
        |
        C
  )", "WS:ABCS sewage:S riser-sewage:A");
  EXPECT_EQ(drawn.check.proofs[0].sewage, Outcome::Proven);
}

TEST(DrainageCheck, findsACircleOfArrows) {
  const Drawn drawn = checked(R"(
    A->-B->@-C->-S
        |    |
        ^    v
        @    @
        |    |
        D-<@-E
  )", "WS:ABCDES sewage:S");
  EXPECT_THAT(faultLines(drawn.system, drawn.check), ElementsAre("M7 cycle B-C"));
  EXPECT_EQ(drawn.check.findings[0].nearby.size(), 4u);
}

TEST(DrainageCheck, findsABigPipeBeforeASmallOne) {
  SewerSystem system = sketchSewers("A~>~B~>~C~>~O", "YS:ABCO storm:O");
  system.links[static_cast<std::size_t>(linkAt(system, "B-C"))].diameterMm = 800;
  system.links[static_cast<std::size_t>(linkAt(system, "C-O"))].diameterMm = 500;
  EXPECT_THAT(faultLines(system, check(system, testLimits()).value()), ElementsAre("M7 diameter-decrease C-O"));
  system.links[static_cast<std::size_t>(linkAt(system, "C-O"))].diameterMm = 600;
  EXPECT_THAT(faultLines(system, check(system, testLimits()).value()), IsEmpty());
}

TEST(DrainageCheck, findsDuplicateAndIsolatedManholes) {
  SewerSystem system = sketchSewers("A->-B->-S   D", "WS:ABSD sewage:S");
  system.nodes[3].point = {system.nodes[1].point.x + 0.02, system.nodes[1].point.y};
  EXPECT_THAT(faultLines(system, check(system, testLimits()).value()),
              UnorderedElementsAre("M7 duplicate-node D", "M7 isolated-node D"));
  system.nodes[3].point.x += 50;
  system.nodes[3].code = "B";
  EXPECT_THAT(faultLines(system, check(system, testLimits()).value()),
              UnorderedElementsAre("M7 duplicate-node B", "M7 isolated-node B"));
}

TEST(DrainageCheck, findsLevelsThatContradictEachOther) {
  SewerSystem system = sketchSewers("A->-B->-S", "WS:ABS sewage:S");
  for (SewerLink& link : system.links) link.fromDepthM = link.toDepthM = 2.0;
  EXPECT_THAT(faultLines(system, check(system, testLimits()).value()), IsEmpty());
  system.links[1].toDepthM = 1.8;
  EXPECT_THAT(faultLines(system, check(system, testLimits()).value()), ElementsAre("M7 level-mismatch B-S"));
}

TEST(DrainageCheck, takesTheInvertFromGroundAndDepth) {
  SewerSystem system = sketchSewers("A->-S", "WS:AS sewage:S");
  system.links[0].fromInvertM.reset();
  system.links[0].fromDepthM = 2.0;
  const SewerCheck result = check(system, testLimits()).value();
  EXPECT_EQ(result.graph.direction(0).proof, FlowProof::Inverts);
  EXPECT_THAT(unknownLines(system, result), IsEmpty());
}

TEST(DrainageCheck, listsWhatTheSurveyDoesNotTell) {
  SewerSystem system = sketchSewers("A->@-B->-S", "WS:ABS unclear:S riser-sewage:A");
  system.sources[0].node = -1;
  const SewerCheck result = check(system, testLimits()).value();
  EXPECT_THAT(unknownLines(system, result), ElementsAre("UN unknown S", "UN unknown A-B", "UN unknown R-A"));
  EXPECT_EQ(result.proofs[0].sewage, Outcome::Unconnected);
  EXPECT_EQ(result.tallies[static_cast<std::size_t>(Fault::SewageReachesStorm)].passed, 0);
}

TEST(DrainageCheck, ignoresAbandonedPipes) {
  SewerSystem system = sketchSewers(R"(
    A->-B->-S
        |
        v
        |
        C~>~O
  )", "WS:ABS YS:CO sewage:S storm:O riser-sewage:A");
  system.links[static_cast<std::size_t>(linkAt(system, "B-C"))].isAbandoned = true;
  const SewerCheck result = check(system, testLimits()).value();
  EXPECT_THAT(faultLines(system, result), IsEmpty());
  EXPECT_EQ(result.proofs[static_cast<std::size_t>(sourceAt(system, "R-A"))].sewage, Outcome::Proven);
}

TEST(DrainageCheck, refusesAPipeWithoutItsManhole) {
  SewerSystem system = sketchSewers("A->-S", "WS:AS sewage:S");
  system.links[0].to = -1;
  const auto result = check(system, testLimits());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().where.feature, "A-S");
}

}  // namespace
}  // namespace pianqu::geo
