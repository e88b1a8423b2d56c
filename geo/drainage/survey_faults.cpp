#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "geo/drainage/findings.hpp"
#include "geo/network/components.hpp"

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Position of the nearest size of the series.
int sizeStep(const std::vector<double>& sizesMm, double diameterMm) {
  const auto above = std::lower_bound(sizesMm.begin(), sizesMm.end(), diameterMm);
  if (above == sizesMm.begin()) return 0;
  const int step = static_cast<int>(above - sizesMm.begin());
  if (above == sizesMm.end()) return step - 1;
  return diameterMm - *(above - 1) < *above - diameterMm ? step - 1 : step;
}

/// The largest of the hops' links; -1 when there is none or one has no diameter.
int largestOf(const CheckRun& run, std::span<const FlowHop> hops) {
  int best = -1;
  for (const FlowHop hop : hops) {
    if (!run.link(hop.link).diameterMm) return -1;
    if (best < 0 || *run.link(hop.link).diameterMm > *run.link(best).diameterMm) best = hop.link;
  }
  return best;
}

void findSizeDecreases(CheckRun& run) {
  const FlowGraph& graph = run.check.graph;
  for (int node = 0; node < graph.nodeCount(); ++node) {
    if (graph.upstream(node).empty() || graph.downstream(node).empty()) continue;
    const int in = largestOf(run, graph.upstream(node)), out = largestOf(run, graph.downstream(node));
    if (in < 0 || out < 0) {
      ++run.check.tallies[at(static_cast<int>(Fault::SizeDecrease))].unknown;
      continue;
    }
    const double beforeMm = *run.link(in).diameterMm, afterMm = *run.link(out).diameterMm;
    const int steps = sizeStep(run.limits.sizesMm, beforeMm) - sizeStep(run.limits.sizesMm, afterMm);
    if (steps <= run.limits.maxSizeDecrease) {
      run.pass(Fault::SizeDecrease);
      continue;
    }
    run.add({.fault = Fault::SizeDecrease, .index = out,
             .text = "At " + run.node(node).code + " the pipe narrows from " + std::to_string(std::lround(beforeMm)) + " to " +
                     std::to_string(std::lround(afterMm)) + " mm, " + std::to_string(steps) + " sizes; at most " +
                     std::to_string(run.limits.maxSizeDecrease) + " are allowed",
             .nearby = {in}});
  }
}

void reportCycles(CheckRun& run) {
  for (std::vector<int>& cycle : findCycles(run.check.graph)) {
    const int first = *std::min_element(cycle.begin(), cycle.end());
    std::string text = "Water runs in a circle through " + std::to_string(cycle.size()) + " pipes:";
    for (std::size_t i = 0; i < std::min<std::size_t>(cycle.size(), 8); ++i) text += " " + run.link(cycle[i]).code;
    run.add({.fault = Fault::Cycle, .index = first, .text = std::move(text), .nearby = std::move(cycle)});
  }
}

void addDuplicate(CheckRun& run, int node, int first, const std::string& why) {
  run.add({.fault = Fault::DuplicateNode, .element = SewerElement::Node, .index = node,
           .text = "Manhole " + run.node(node).code + " and " + run.node(first).code + " " + why});
}

void findSameCodes(CheckRun& run) {
  std::unordered_map<std::string_view, int> firstOf;
  firstOf.reserve(run.system.nodes.size());
  for (int node = 0; node < run.check.graph.nodeCount(); ++node) {
    if (run.node(node).code.empty()) continue;
    const auto [there, isNew] = firstOf.try_emplace(run.node(node).code, node);
    if (!isNew) addDuplicate(run, node, there->second, "have the same code");
  }
}

/// Sweep by easting.
void findSamePlaces(CheckRun& run) {
  std::vector<int> order(run.system.nodes.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return run.node(a).point.x != run.node(b).point.x ? run.node(a).point.x < run.node(b).point.x : a < b;
  });
  const double limitM = run.limits.duplicateDistanceM;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const XY here = run.node(order[i]).point;
    for (std::size_t k = i + 1; k < order.size() && run.node(order[k]).point.x - here.x <= limitM; ++k) {
      const XY there = run.node(order[k]).point;
      const double distanceM = std::hypot(there.x - here.x, there.y - here.y);
      if (distanceM > limitM || run.node(order[i]).code == run.node(order[k]).code) continue;
      addDuplicate(run, std::max(order[i], order[k]), std::min(order[i], order[k]),
                   "stand " + metresText(distanceM) + " m apart");
    }
  }
}

void findIsolated(CheckRun& run) {
  std::vector<std::uint8_t> isUsed(run.system.nodes.size(), 0);
  for (const SewerLink& link : run.system.links) isUsed[at(link.from)] = isUsed[at(link.to)] = 1;
  for (int node = 0; node < run.check.graph.nodeCount(); ++node) {
    if (isUsed[at(node)] || run.node(node).outfall != OutfallKind::None) {
      run.pass(Fault::IsolatedNode);
      continue;
    }
    run.add({.fault = Fault::IsolatedNode, .element = SewerElement::Node, .index = node,
             .text = "No pipe is recorded at " + run.label(node)});
  }
}

struct PipeEnd {
  int node;
  std::optional<double> invertM, depthM;
};

/// What is wrong at one end; empty: nothing, or nothing can be said.
std::string levelFault(const CheckRun& run, const PipeEnd& end) {
  const SewerNode& node = run.node(end.node);
  if (!node.groundM || !end.invertM) return {};
  if (*end.invertM > *node.groundM + run.limits.levelToleranceM) {
    return " at " + node.code + " invert " + metresText(*end.invertM) + " lies above the ground " + metresText(*node.groundM);
  }
  if (!end.depthM) return {};
  const double offM = *node.groundM - *end.depthM - *end.invertM;
  if (std::abs(offM) <= run.limits.levelToleranceM) return {};
  return " at " + node.code + " ground " + metresText(*node.groundM) + " - depth " + metresText(*end.depthM) + " is not invert " +
         metresText(*end.invertM) + " (off by " + metresText(offM) + " m)";
}

void findLevelMismatches(CheckRun& run) {
  for (int link = 0; link < run.check.graph.linkCount(); ++link) {
    const SewerLink& pipe = run.link(link);
    const PipeEnd from{pipe.from, pipe.fromInvertM, pipe.fromDepthM}, to{pipe.to, pipe.toInvertM, pipe.toDepthM};
    const std::string text = levelFault(run, from) + levelFault(run, to);
    if (!text.empty()) {
      run.add({.fault = Fault::LevelMismatch, .index = link, .text = "Pipe " + pipe.code + text});
    } else if (from.invertM && from.depthM && to.invertM && to.depthM && run.node(pipe.from).groundM && run.node(pipe.to).groundM) {
      run.pass(Fault::LevelMismatch);
    } else {
      ++run.check.tallies[at(static_cast<int>(Fault::LevelMismatch))].unknown;
    }
  }
}

void addUnknown(CheckRun& run, SewerElement element, int index, std::string text) {
  if (text.empty()) return run.pass(Fault::Unknown);
  run.add({.fault = Fault::Unknown, .state = CheckState::Unknown, .element = element, .index = index, .text = std::move(text)});
}

std::string joined(const std::string& subject, const std::vector<std::string>& remarks) {
  std::string text;
  for (const std::string& remark : remarks) text += (text.empty() ? subject + ": " : ", ") + remark;
  return text;
}

}  // namespace

void findSurveyFaults(CheckRun& run) {
  findSizeDecreases(run);
  reportCycles(run);
  findSameCodes(run);
  findSamePlaces(run);
  findIsolated(run);
  findLevelMismatches(run);
}

void findUnknowns(CheckRun& run) {
  for (int link = 0; link < run.check.graph.linkCount(); ++link) {
    const SewerLink& pipe = run.link(link);
    if (pipe.isAbandoned) continue;
    std::vector<std::string> remarks;
    if (!run.check.graph.isKnown(link)) remarks.push_back("direction of flow not known");
    if (!fromInvertOf(run.system, pipe)) remarks.push_back("no invert at " + run.node(pipe.from).code);
    if (!toInvertOf(run.system, pipe)) remarks.push_back("no invert at " + run.node(pipe.to).code);
    if (pipe.water == Water::Unknown) remarks.push_back("neither YS, WS nor HS");
    addUnknown(run, SewerElement::Link, link, joined("Pipe " + pipe.code, remarks));
  }
  for (int node = 0; node < run.check.graph.nodeCount(); ++node) {
    if (run.node(node).outfall != OutfallKind::Unknown) continue;
    addUnknown(run, SewerElement::Node, node, "Outfall " + run.node(node).code + ": what it drains to is not known");
  }
  for (int i = 0; i < static_cast<int>(run.system.sources.size()); ++i) {
    const SewerSource& source = run.system.sources[at(i)];
    std::vector<std::string> remarks;
    if (source.node < 0) remarks.push_back(source.isSpilling ? "spills on the ground" : "no manhole recorded");
    if (!source.carriesSewage && !source.carriesRain) remarks.push_back("carries neither rain nor sewage by its record");
    addUnknown(run, SewerElement::Source, i, joined("Source " + source.code, remarks));
  }
}

}  // namespace pianqu::geo
