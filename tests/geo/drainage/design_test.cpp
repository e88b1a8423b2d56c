#include "geo/drainage/design.hpp"

#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/measure/measure.hpp"
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

constexpr DesignLimits kLimits{.manholeSpacingM = 40, .parallelOffsetM = 1, .connectDistanceM = 60, .minSlope = 0.0001,
                               .stormMm = 300, .sewageMm = 300};

struct Designed {
  SewerSystem before;
  SewerCheck check;
  SeparationDesign design;
  SewerCheck after;
};

Designed designed(SewerSystem system, const DesignLimits& limits = kLimits, std::shared_ptr<const PipeRouter> ground = nullptr) {
  Designed result{std::move(system), {}, {}, {}};
  result.check = check(result.before, testLimits()).value();
  const DesignScope all{std::vector<int>(result.before.links.size(), 0), std::vector<int>(result.before.sources.size(), 0), std::move(ground)};
  result.design = designSeparation(result.before, result.check, all, limits).value();
  result.after = check(result.design.after, testLimits()).value();
  return result;
}

std::string nameOfAction(DesignAction action) {
  switch (action) {
    case DesignAction::Keep: return "keep";
    case DesignAction::Convert: return "convert";
    case DesignAction::Rebuild: return "rebuild";
    case DesignAction::Abandon: return "abandon";
    case DesignAction::New: break;
  }
  return "new";
}

/// "abandon A-B" for pipes and risers, "new YS 30" for pipes by length, "manhole" and "reconnect" for the rest.
std::vector<std::string> linesOf(const Designed& result) {
  std::vector<std::string> lines;
  for (const DesignItem& item : result.design.items) {
    switch (item.kind) {
      case DesignItem::Kind::Link:
        lines.push_back(nameOfAction(item.action) + " " + result.before.links[static_cast<std::size_t>(item.link)].code);
        break;
      case DesignItem::Kind::Source:
        lines.push_back(nameOfAction(item.action) + " " + result.before.sources[static_cast<std::size_t>(item.source)].code);
        break;
      case DesignItem::Kind::NewPipe:
        lines.push_back("new " + std::string(codeOf(item.water)) + " " + std::to_string(std::lround(item.lengthM)) +
                        (item.needsLift ? " lift" : ""));
        break;
      case DesignItem::Kind::NewManhole: lines.push_back("manhole"); break;
      case DesignItem::Kind::Reconnection: lines.push_back("reconnect"); break;
    }
  }
  return lines;
}

/// `system` with the manholes of `letters` and their pipe ends 5 m deeper.
SewerSystem lowered(SewerSystem system, std::string_view letters) {
  const auto isMeant = [&](int node) { return letters.find(system.nodes[static_cast<std::size_t>(node)].code) != std::string_view::npos; };
  for (SewerLink& link : system.links) {
    if (isMeant(link.from)) *link.fromInvertM -= 5;
    if (isMeant(link.to)) *link.toInvertM -= 5;
  }
  return system;
}

TEST(SeparationDesign, keepsASoundSystem) {
  const Designed result = designed(sketchSewers(R"(
    H->-A->-S
    G~>~C~>~O
  )", "WS:HAS YS:GCO house:H gully:G sewage:S storm:O riser-sewage:A"));
  EXPECT_THAT(linesOf(result), ElementsAre("keep H-A", "keep A-S", "keep G-C", "keep C-O", "keep R-A"));
}

TEST(SeparationDesign, replacesAMisconnectionByAPipeToTheRightManhole) {
  DesignLimits limits = kLimits;
  limits.manholeSpacingM = 10;
  const Designed result = designed(lowered(sketchSewers(R"(
    H->-A  B->-C->-S
        |
        v
        |
        D~>~O
  )", "WS:HABCS YS:DO house:H sewage:S storm:O"), "BCS"), limits);
  EXPECT_THAT(linesOf(result), UnorderedElementsAre("keep H-A", "keep B-C", "keep C-S", "keep D-O", "abandon A-D", "reconnect",
                                                    "new WS 8", "new WS 8", "manhole"));
  EXPECT_THAT(faultLines(result.design.after, result.after), IsEmpty());
  EXPECT_EQ(result.after.proofs[0].sewage, Outcome::Proven);
}

TEST(SeparationDesign, gathersNewPipesInOneTrunk) {
  DesignLimits limits = kLimits;
  limits.manholeSpacingM = 10;
  // Three sewage manholes drain into the storm sewer below; the only sewer of their own lies 30 m to the right.
  const Designed result = designed(lowered(sketchSewers(R"(
    A  B  C        E->-S
    |  |  |
    v  v  v
    |  |  |
    D~>F~>G~>~O
  )", "WS:ABCES YS:DFGO house:ABC sewage:S storm:O"), "ES"), limits);
  double newM = 0;
  for (const DesignItem& item : result.design.items) newM += item.kind == DesignItem::Kind::NewPipe ? item.lengthM : 0;
  // One pipe to E and two short ones into it instead of three pipes to E.
  EXPECT_LT(newM, 100);
  for (const SourceProof& proof : result.after.proofs) EXPECT_EQ(proof.sewage, Outcome::Proven);
}

TEST(SeparationDesign, onlySealsWhereTheManholeDrainsRightAnyway) {
  const Designed result = designed(sketchSewers(R"(
    H->-A->-S
        |
        v
        |
        D~>~O
  )", "WS:HAS YS:DO house:H sewage:S storm:O"));
  EXPECT_THAT(linesOf(result), UnorderedElementsAre("keep H-A", "keep A-S", "keep D-O", "abandon A-D", "reconnect"));
  EXPECT_EQ(result.after.proofs[0].sewage, Outcome::Proven);
}

TEST(SeparationDesign, saysWhenWaterMustBeLifted) {
  SewerSystem system = sketchSewers(R"(
    H->-A  B->-S
        |
        v
        |
        D~>~O
  )", "WS:HABS YS:DO house:H sewage:S storm:O");
  for (SewerLink& link : system.links) {
    if (link.code != "B-S") continue;
    link.fromInvertM = 150;
    link.toInvertM = 149;
  }
  const Designed result = designed(std::move(system));
  EXPECT_THAT(linesOf(result), ::testing::Contains("new WS 15 lift"));
  EXPECT_EQ(result.after.proofs[0].sewage, Outcome::Proven);
}

TEST(SeparationDesign, namesAPlaceWithoutAnyManholeToConnectTo) {
  const Designed result = designed(sketchSewers(R"(
    H->-A
        |
        v
        |
        D~>~O
  )", "WS:HA YS:DO house:H storm:O"));
  const auto& items = result.design.items;
  EXPECT_TRUE(std::any_of(items.begin(), items.end(), [](const DesignItem& item) { return item.note.find("无污水井可接") != std::string::npos; }));
  EXPECT_EQ(result.after.proofs[0].sewage, Outcome::DeadEnd);
}

TEST(SeparationDesign, laysAStormPipeBesideACombinedOne) {
  const Designed result = designed(sketchSewers(R"(
    H->-A===========>=B=>=C->-S
        ^
        :
        G          P~>~Q~>~O
  )", "WS:HS YS:GPQO HS:ABC house:H gully:G sewage:S storm:O riser-mixed:B riser-rain:A"));
  EXPECT_EQ(result.check.proofs[0].sewage, Outcome::Combined);
  const auto lines = linesOf(result);
  EXPECT_THAT(lines, ::testing::IsSupersetOf({"convert A-B", "convert B-C", "abandon A-G", "convert R-B", "keep R-A", "keep H-A", "keep C-S"}));
  EXPECT_THAT(faultLines(result.design.after, result.after), IsEmpty());
  EXPECT_EQ(result.after.proofs.size(), result.check.proofs.size() + 1);
  for (const SourceProof& proof : result.after.proofs) {
    EXPECT_TRUE(proof.sewage == Outcome::NotCarried || proof.sewage == Outcome::Proven);
    EXPECT_TRUE(proof.rain == Outcome::NotCarried || proof.rain == Outcome::Proven);
  }
  // 70 m at 40 m spacing: the parallel pipe has one manhole between those at its ends.
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "manhole"), 4);
}

TEST(SeparationDesign, gathersTheRainOfAFacadeInOnePipeAcrossTheYard) {
  SewerSystem system = sketchSewers(R"(
    A===========>=B=>=C->-S
               P~>~Q~>~O
  )", "WS:S HS:ABC YS:PQO sewage:S storm:O");
  // Four risers on the wall of a house 25 m from the combined pipe.
  const XY a = system.nodes[0].point;
  const double wallY = a.y + 25;
  for (int i = 0; i < 4; ++i)
    system.sources.push_back({.code = "L" + std::to_string(i), .node = 0, .carriesRain = true, .point = {a.x + 4 + 9 * i, wallY}});
  const Polygon<XY> house{{{a.x, wallY}, {a.x + 36, wallY}, {a.x + 36, wallY + 12}, {a.x, wallY + 12}, {a.x, wallY}}, {}};
  DesignLimits limits = kLimits;
  limits.directLeadM = 10;
  const auto ground = std::make_shared<const PipeRouter>(std::vector{house}, RouteLimits{.clearanceM = 2.5, .clearanceCost = 3, .searchM = 60});
  const Designed result = designed(system, limits, ground);
  int across = 0;
  for (const DesignItem& item : result.design.items) {
    if (item.kind != DesignItem::Kind::NewPipe || item.water != Water::Storm) continue;
    for (std::size_t i = 1; i < item.line.size(); ++i) across += (item.line[i - 1].y > a.y + 12) != (item.line[i].y > a.y + 12);
    if (item.isLead) {
      EXPECT_LT(item.lengthM, 10);
    }
  }
  EXPECT_EQ(across, 1);
  for (const SourceProof& proof : result.after.proofs) EXPECT_EQ(proof.rain, Outcome::Proven);
}

TEST(SeparationDesign, givesACombinedPipeIntoTheRiverASewer) {
  const Designed result = designed(lowered(sketchSewers(R"(
    A=>=B=>=R
         P->-S
  )", "HS:ABR WS:PS river:R sewage:S riser-mixed:A"), "PS"));
  EXPECT_THAT(linesOf(result), ::testing::IsSupersetOf({"convert A-B", "abandon B-R", "convert R-A"}));
  EXPECT_THAT(faultLines(result.design.after, result.after), IsEmpty());
  EXPECT_EQ(result.after.proofs[0].sewage, Outcome::Proven);
  EXPECT_EQ(result.after.proofs[1].rain, Outcome::Proven);
}

TEST(SeparationDesign, movesRisersThatStandOnTheWrongManhole) {
  const Designed result = designed(sketchSewers(R"(
    A->-B->-S
    C~>~D~>~O
  )", "WS:ABS YS:CDO sewage:S storm:O riser-rain:A riser-mixed:C"));
  EXPECT_THAT(linesOf(result), ::testing::IsSupersetOf({"new YS 22", "new WS 22", "convert R-C", "reconnect"}));
  EXPECT_THAT(faultLines(result.design.after, result.after), IsEmpty());
}

TEST(SeparationDesign, rebuildsReverseSlopesAndConnectsDeadEnds) {
  const Designed result = designed(lowered(sketchSewers(R"(
    A->-B->!-C->-S
    D->-E
  )", "WS:ABCSDE sewage:S riser-sewage:AD"), "ABCS"));
  EXPECT_THAT(linesOf(result), ::testing::IsSupersetOf({"rebuild B-C", "new WS 27"}));
  EXPECT_EQ(result.check.proofs[0].sewage, Outcome::DeadEnd);
  EXPECT_EQ(result.after.proofs[0].sewage, Outcome::Proven);
  EXPECT_EQ(result.after.proofs[1].sewage, Outcome::Proven);
}

TEST(SeparationDesign, touchesNothingOutsideItsZones) {
  const SewerSystem system = sketchSewers("A=>=B=>=C", "HS:ABC combined:C riser-mixed:A");
  const SewerCheck checked = check(system, testLimits()).value();
  const SeparationDesign design = designSeparation(system, checked, {{-1, -1}, {-1}}, kLimits).value();
  EXPECT_TRUE(design.items.empty());
  EXPECT_EQ(design.after.links.size(), 2u);
}

TEST(OffsetRight, keepsTheDistanceAroundACorner) {
  const Line<XY> moved = offsetRight({{0, 0}, {10, 0}, {10, 10}}, 1);
  EXPECT_THAT(moved, ElementsAre(XY{0, -1}, XY{11, -1}, XY{11, 10}));
}

}  // namespace
}  // namespace pianqu::geo
