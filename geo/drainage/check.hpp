#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/drainage/sewer_system.hpp"
#include "geo/network/flow_graph.hpp"
#include "geo/network/trace.hpp"

namespace pianqu::geo {

/// Thresholds of the check; values come from the catalogue.
struct DrainageLimits {
  double minFallM = 0;            ///< inverts that differ by less do not prove a direction
  double levelToleranceM = 0;     ///< ground = depth + invert may be off by this much
  double duplicateDistanceM = 0;  ///< two manholes closer than this are one, surveyed twice
  int maxSizeDecrease = 0;        ///< steps in the pipe series that a pipe may be smaller than the one before it
  std::vector<double> sizesMm;    ///< the pipe series, ascending
};

/// What can be wrong. When each one fires is told at `check`.
enum class Fault : std::uint8_t {
  SewageIntoStorm,     ///< M1
  StormIntoSewage,     ///< M2
  Remixed,             ///< M3
  SewageReachesStorm,  ///< M4
  RainReachesSewage,   ///< M5
  StormCombinedLink,   ///< M6
  AdverseSlope,        ///< M7 from here on
  SizeDecrease,
  DeadEnd,
  Cycle,
  DuplicateNode,
  IsolatedNode,
  LevelMismatch,
  CombinedPipe,  ///< HS: not a fault of its own, the work list of separation
  MixedRiser,    ///< LG
  Unknown,       ///< UN: what the survey does not tell and a check therefore cannot pass
};
inline constexpr std::size_t kFaultCount = static_cast<std::size_t>(Fault::Unknown) + 1;

std::string_view ruleOf(Fault fault);  ///< "M1" .. "M7", "HS", "LG", "UN"
std::string_view nameOf(Fault fault);  ///< stable, hyphenated: "sewage-into-storm", "reverse-slope"
std::string_view zhOf(Fault fault);    ///< "污水接入雨水"

enum class CheckState : std::uint8_t { Pass, Fail, Unknown };
std::string_view nameOf(CheckState state);  ///< "pass", "fail", "unknown"

enum class SewerElement : std::uint8_t { Node, Link, Source };

struct Finding {
  Fault fault = Fault::Unknown;
  CheckState state = CheckState::Fail;  ///< Fail, or Unknown when the survey leaves it open; never Pass
  SewerElement element = SewerElement::Link;
  int index = -1;            ///< position in nodes, links or sources
  std::string text;          ///< a sentence with codes and numbers
  std::vector<int> nearby;   ///< other links that prove it, in the direction of flow; see evidenceOf for M4 and M5
};

/// How many elements a rule looked at, and with what result.
struct Tally {
  std::int64_t passed = 0, failed = 0, unknown = 0;
};

/// What became of the water of one source.
enum class Outcome : std::uint8_t {
  NotCarried,   ///< the source does not carry this water
  Proven,       ///< reaches its own outfall by known links, and could reach no other system even if every unknown link ran that way
  Misled,       ///< reaches the other system
  Combined,     ///< reaches a combined pipe or manhole, or an outfall of unknown kind
  Separated,    ///< in pipes of its own up to an outfall into a combined system: separate as far as the survey goes, mixed below it
  DeadEnd,      ///< ends in the ground
  Unknown,      ///< depends on a link or an outfall that is not known
  Unconnected,  ///< no manhole is recorded for it
};
inline constexpr std::size_t kOutcomeCount = static_cast<std::size_t>(Outcome::Unconnected) + 1;
std::string_view nameOf(Outcome outcome);
std::string_view zhOf(Outcome outcome);

struct SourceProof {
  Outcome sewage = Outcome::NotCarried;
  Outcome rain = Outcome::NotCarried;
};

/// Where water gets to, from every node downstream. "may" walks unknown links both ways.
struct SewerReaches {
  Reach stormOutfall, sewageOutfall;      ///< by known links
  Reach stormSystem, sewageSystem;        ///< to the first node of that system
  Reach combined;                         ///< to the first combined pipe, node or outfall, or outfall of unknown kind
  Reach combinedInside;                   ///< the same without outfalls into a combined system
  Reach mayStorm, maySewage, mayCombined;  ///< the same three, through unknown links too
  Reach unknownLink;                      ///< to a node that has a link of unknown direction
};

struct SewerCheck {
  FlowGraph graph;
  std::vector<Water> systems;         ///< by node
  SewerReaches reaches;
  std::vector<Finding> findings;      ///< by fault, then element kind and position
  std::array<Tally, kFaultCount> tallies{};
  std::vector<SourceProof> proofs;    ///< by source
};

/// Runs all rules. Below, "storm node" means systemOfNodes(...) == Storm, u is the upstream and v the downstream end of a link, and
/// abandoned links do not exist. A lead is a link whose upstream node is a gully or house outlet that nothing flows into.
///
/// M1  v is a storm node, and the link is sewage, or it is not combined and u is a sewage node
/// M2  v is a sewage node, and the link is storm, or it is not combined and u is a storm node.
///     Unknown (as M1) when the direction is not known and the two ends are of these two systems
/// M3  a combined link whose u receives both a storm and a sewage pipe (leads not counted), directly or through combined links; when
///     not both directly, only if none of the combined links into u already carries both: where separated water is mixed again
/// M4  a source that carries sewage, from which known links lead to a storm node; unknown when only unknown links do
/// M5  a source that carries rain, from which known links lead to a sewage node; unknown when only unknown links do
/// M6  a link between a storm node and a combined node, whichever way it runs; leads and a combined pipe's own outfall into a river not counted
/// M7 reverse-slope    the arrow points up the slope by minFallM or more; or, without arrow, the link runs back from a node that
///                     reaches an outfall into one that has another inflow, no outflow and is no outfall (the gentlest such link);
///                     unknown when an invert is missing
/// M7 diameter-decrease  a link more than maxSizeDecrease sizes smaller than a link that flows into its u, where no link out of u
///                     is large enough; unknown when a diameter is missing
/// M7 dead-end         a node with inflow or a source, no outflow, no unknown link, that is no outfall and no end of a reverse slope
/// M7 cycle            links that lead back to where they began
/// M7 duplicate-node   a node with the code of another, or within duplicateDistanceM of another
/// M7 isolated-node    a node without any link, that is no outfall
/// M7 level-mismatch   an end where ground - depth and invert differ by more than levelToleranceM, or the invert lies above the ground
/// HS  every combined link          LG  every riser that carries both waters
/// UN  a link without direction, without an invert at an end, without a system; an outfall of unknown kind; a source without a manhole
///     or without a known water
///
/// cost      O((nodes + links) log) time; 2 million links in seconds (tests/bench/drainage_bench.cpp)
/// errors    Invalid when a link or source names a node that is not there; Cancelled
Result<SewerCheck> check(const SewerSystem& system, const DrainageLimits& limits, Progress& progress = noProgress());

/// The links that prove a finding, in the direction of flow: for M4 and M5 the way from the source into the other system and on to its
/// outfall where one is reached; otherwise the link itself and `nearby`.
std::vector<int> evidenceOf(const SewerCheck& check, const SewerSystem& system, const Finding& finding);

/// A place to zoom to.
XY placeOf(const SewerSystem& system, const Finding& finding);
/// The code of the element, as the survey names it.
const std::string& codeOf(const SewerSystem& system, const Finding& finding);

}  // namespace pianqu::geo
