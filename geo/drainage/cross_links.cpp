#include <deque>

#include "geo/drainage/findings.hpp"

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool isPair(Water a, Water b, Water x, Water y) { return (a == x && b == y) || (a == y && b == x); }

std::string linkText(const CheckRun& run, int link) {
  return std::string(nameOf(run.link(link).water)) + " pipe " + run.link(link).code;
}

/// M1 or M2 by the system that the water comes into.
void checkFlowBetween(CheckRun& run, int link) {
  const int up = run.check.graph.upNode(link), down = run.check.graph.downNode(link);
  const Water own = run.link(link).water, before = run.waterAt(up), after = run.waterAt(down);
  const auto entersFrom = [&](Water wrong) { return own == wrong || (own != Water::Combined && before == wrong); };
  const bool isM1 = after == Water::Storm && entersFrom(Water::Sewage);
  const bool isM2 = after == Water::Sewage && entersFrom(Water::Storm);
  if (isM1 || isM2) {
    const Fault fault = isM1 ? Fault::SewageIntoStorm : Fault::StormIntoSewage;
    run.add({.fault = fault, .index = link,
             .text = linkText(run, link) + " runs from " + run.label(up) + " into " + run.label(down)});
    return;
  }
  if (own == Water::Unknown || before == Water::Unknown || after == Water::Unknown) return;  // listed as UN
  if (own == Water::Sewage) run.pass(Fault::SewageIntoStorm);
  if (own == Water::Storm) run.pass(Fault::StormIntoSewage);
}

void checkUnknownFlow(CheckRun& run, int link) {
  const int from = run.link(link).from, to = run.link(link).to;
  const Water own = run.link(link).water;
  const bool joinsBoth = isPair(run.waterAt(from), run.waterAt(to), Water::Sewage, Water::Storm);
  const Fault fault = own == Water::Storm ? Fault::StormIntoSewage : Fault::SewageIntoStorm;
  if (joinsBoth) {
    run.add({.fault = fault, .state = CheckState::Unknown, .index = link,
             .text = linkText(run, link) + " joins " + run.label(from) + " and " + run.label(to) +
                     "; its direction is not known, so it may be M1 or M2"});
  } else if (own == Water::Sewage || own == Water::Storm) {
    ++run.check.tallies[static_cast<std::size_t>(fault)].unknown;
  }
}

bool isOwnOutfall(const CheckRun& run, int link) {
  for (const int node : {run.link(link).from, run.link(link).to}) {
    if (run.node(node).outfall == OutfallKind::River && run.link(link).water == Water::Combined) return true;
  }
  return false;
}

void checkStormCombined(CheckRun& run, int link) {
  const int up = run.check.graph.upNode(link), down = run.check.graph.downNode(link);
  const Water own = run.link(link).water;
  const auto joins = [&](Water a, Water b) { return isPair(a, b, Water::Storm, Water::Combined); };
  const bool isJoint = joins(run.waterAt(up), run.waterAt(down)) || (own == Water::Storm && run.waterAt(down) == Water::Combined) ||
                       (own == Water::Combined && run.waterAt(down) == Water::Storm);
  if (!isJoint || run.isLead(link) || isOwnOutfall(run, link)) {
    if (own == Water::Storm || own == Water::Combined) run.pass(Fault::StormCombinedLink);
    return;
  }
  const std::string way = run.check.graph.isKnown(link) ? "" : "; its direction is not known";
  run.add({.fault = Fault::StormCombinedLink, .index = link,
           .text = linkText(run, link) + " links " + run.label(up) + " with " + run.label(down) + way});
}

/// What separated pipes have entered a node through combined links.
enum Carried : std::uint8_t { kNothing = 0, kStorm = 1, kSewage = 2, kBoth = 3 };

/// Monotone: a node is looked at again only when a bit was added, so at most twice.
std::vector<std::uint8_t> carriedByCombined(const CheckRun& run) {
  const FlowGraph& graph = run.check.graph;
  std::vector<std::uint8_t> carried(at(graph.nodeCount()), kNothing);
  std::deque<int> queue;
  for (int link = 0; link < graph.linkCount(); ++link) {
    if (!graph.isKnown(link) || run.isLead(link)) continue;
    const Water own = run.link(link).water;
    const std::uint8_t bit = own == Water::Storm ? kStorm : own == Water::Sewage ? kSewage : kNothing;
    std::uint8_t& there = carried[at(graph.downNode(link))];
    if ((there | bit) == there) continue;
    there = static_cast<std::uint8_t>(there | bit);
    queue.push_back(graph.downNode(link));
  }
  while (!queue.empty()) {
    const int node = queue.front();
    queue.pop_front();
    for (const FlowHop hop : graph.downstream(node)) {
      if (run.link(hop.link).water != Water::Combined) continue;
      std::uint8_t& there = carried[at(hop.node)];
      if ((there | carried[at(node)]) == there) continue;
      there = static_cast<std::uint8_t>(there | carried[at(node)]);
      queue.push_back(hop.node);
    }
  }
  return carried;
}

/// The links into `node` that bring `water`; through combined links the nearest one only.
std::vector<int> bringersInto(const CheckRun& run, int node) {
  std::vector<int> links;
  for (const FlowHop hop : run.check.graph.upstream(node)) {
    const Water own = run.link(hop.link).water;
    if (own != Water::Unknown && !run.isLead(hop.link)) links.push_back(hop.link);
  }
  return links;
}

/// Whether another combined pipe already brings both, and nothing is added here but at most one of them.
bool isMixedBefore(const CheckRun& run, const std::vector<std::uint8_t>& carried, int node) {
  std::uint8_t direct = kNothing;
  for (const FlowHop hop : run.check.graph.upstream(node)) {
    const Water own = run.link(hop.link).water;
    if (run.isLead(hop.link)) continue;
    direct = static_cast<std::uint8_t>(direct | (own == Water::Storm ? kStorm : own == Water::Sewage ? kSewage : kNothing));
  }
  if (direct == kBoth) return false;
  for (const FlowHop hop : run.check.graph.upstream(node)) {
    if (run.link(hop.link).water == Water::Combined && carried[at(hop.node)] == kBoth) return true;
  }
  return false;
}

}  // namespace

void findCrossLinks(CheckRun& run) {
  for (int link = 0; link < run.check.graph.linkCount(); ++link) {
    if (run.link(link).isAbandoned) continue;
    if (run.check.graph.isKnown(link)) {
      checkFlowBetween(run, link);
    } else {
      checkUnknownFlow(run, link);
    }
    checkStormCombined(run, link);
  }
}

void findRemixing(CheckRun& run) {
  const std::vector<std::uint8_t> carried = carriedByCombined(run);
  for (int link = 0; link < run.check.graph.linkCount(); ++link) {
    const SewerLink& pipe = run.link(link);
    if (pipe.isAbandoned || pipe.water != Water::Combined) continue;
    run.add({.fault = Fault::CombinedPipe, .index = link,
             .text = "Combined pipe " + pipe.code + ", " + metresText(pipe.lengthM) + " m, carries rain and sewage together"});
    if (!run.check.graph.isKnown(link)) {
      ++run.check.tallies[static_cast<std::size_t>(Fault::Remixed)].unknown;
      continue;
    }
    const int up = run.check.graph.upNode(link);
    if (carried[at(up)] != kBoth || isMixedBefore(run, carried, up)) {
      run.pass(Fault::Remixed);
      continue;
    }
    run.add({.fault = Fault::Remixed, .index = link,
             .text = "Combined pipe " + pipe.code + " mixes again what comes separated to " + run.label(up),
             .nearby = bringersInto(run, up)});
  }
}

}  // namespace pianqu::geo
