#include "geo/drainage/findings.hpp"

namespace pianqu::geo {

namespace {

std::vector<int> outfallsOf(const CheckRun& run, std::initializer_list<OutfallKind> kinds) {
  std::vector<int> nodes;
  for (int node = 0; node < run.check.graph.nodeCount(); ++node) {
    for (const OutfallKind kind : kinds) {
      if (run.node(node).outfall == kind) nodes.push_back(node);
    }
  }
  return nodes;
}

std::vector<int> nodesOf(const CheckRun& run, Water water) {
  std::vector<int> nodes;
  for (int node = 0; node < run.check.graph.nodeCount(); ++node) {
    if (run.waterAt(node) == water) nodes.push_back(node);
  }
  return nodes;
}

std::vector<int> combinedNodes(const CheckRun& run) {
  const FlowGraph& graph = run.check.graph;
  std::vector<int> nodes = nodesOf(run, Water::Combined);
  for (const int node : outfallsOf(run, {OutfallKind::Unknown})) nodes.push_back(node);
  for (int link = 0; link < graph.linkCount(); ++link) {
    if (!run.link(link).isAbandoned && run.link(link).water == Water::Combined) nodes.push_back(graph.upNode(link));
  }
  return nodes;
}

/// Where water gets mixed before it leaves: not at an outfall into a combined system, unless it came there in a combined pipe.
std::vector<int> combinedInside(const CheckRun& run) {
  std::vector<int> nodes = combinedNodes(run);
  std::erase_if(nodes, [&run](int node) { return run.node(node).outfall == OutfallKind::Combined; });
  return nodes;
}

std::vector<int> nodesWithUnknownLink(const CheckRun& run) {
  std::vector<int> nodes;
  for (int node = 0; node < run.check.graph.nodeCount(); ++node) {
    for (const FlowHop hop : run.check.graph.unknown(node)) {
      if (run.link(hop.link).isAbandoned) continue;
      nodes.push_back(node);
      break;
    }
  }
  return nodes;
}

SewerReaches reachesOf(const CheckRun& run) {
  const FlowGraph& graph = run.check.graph;
  std::vector<std::uint8_t> closed(run.system.links.size(), 0);
  for (std::size_t i = 0; i < closed.size(); ++i) closed[i] = run.system.links[i].isAbandoned ? 1 : 0;
  const ReachOptions may{.isUnknownPassed = true, .closedLinks = &closed};
  const std::vector<int> storm = nodesOf(run, Water::Storm), sewage = nodesOf(run, Water::Sewage), combined = combinedNodes(run);
  SewerReaches reaches;
  reaches.stormOutfall = reachDown(graph, outfallsOf(run, {OutfallKind::Storm, OutfallKind::River}));
  reaches.sewageOutfall = reachDown(graph, outfallsOf(run, {OutfallKind::Sewage}));
  reaches.stormSystem = reachDown(graph, storm);
  reaches.sewageSystem = reachDown(graph, sewage);
  reaches.combined = reachDown(graph, combined);
  reaches.combinedInside = reachDown(graph, combinedInside(run));
  reaches.mayStorm = reachDown(graph, storm, may);
  reaches.maySewage = reachDown(graph, sewage, may);
  reaches.mayCombined = reachDown(graph, combined, may);
  reaches.unknownLink = reachDown(graph, nodesWithUnknownLink(run));
  return reaches;
}

/// The reaches as seen by one kind of water: its own outfall, and the system that it must not enter.
struct View {
  const Reach& own;
  const Reach& wrong;
  const Reach& mayWrong;
};

Outcome outcomeOf(const SewerReaches& reaches, const View& view, int node) {
  if (node < 0) return Outcome::Unconnected;
  if (view.wrong.reaches(node)) return Outcome::Misled;
  if (reaches.combinedInside.reaches(node)) return Outcome::Combined;
  if (reaches.combined.reaches(node)) return view.mayWrong.reaches(node) || reaches.unknownLink.reaches(node) ? Outcome::Unknown : Outcome::Separated;
  const bool isOpen = view.mayWrong.reaches(node) || reaches.mayCombined.reaches(node);
  if (view.own.reaches(node)) return isOpen ? Outcome::Unknown : Outcome::Proven;
  return isOpen || reaches.unknownLink.reaches(node) ? Outcome::Unknown : Outcome::DeadEnd;
}

void reportReach(CheckRun& run, Fault fault, const View& view, int index) {
  const SewerSource& source = run.system.sources[static_cast<std::size_t>(index)];
  const char* wrongName = fault == Fault::SewageReachesStorm ? "storm" : "sewage";
  const std::string subject =
      (fault == Fault::SewageReachesStorm ? "Sewage of " : "Rain of ") + source.code;
  if (source.node < 0) {
    ++run.check.tallies[static_cast<std::size_t>(fault)].unknown;
    return;
  }
  if (!view.mayWrong.reaches(source.node)) return run.pass(fault);
  Finding finding{.fault = fault, .element = SewerElement::Source, .index = index};
  if (!view.wrong.reaches(source.node)) {
    finding.state = CheckState::Unknown;
    finding.text = subject + " may reach the " + wrongName + " system: it depends on pipes whose direction is not known";
    run.add(std::move(finding));
    return;
  }
  const std::vector<int> path = pathDown(run.check.graph, view.wrong, source.node);
  const int entry = path.empty() ? source.node : run.check.graph.downNode(path.back());
  finding.text = subject + (path.empty() ? " is connected to " : " reaches ") + run.label(entry);
  if (!path.empty()) finding.text += " through " + run.link(path.back()).code + " after " + std::to_string(path.size()) + " pipes";
  run.add(std::move(finding));
}

}  // namespace

void proveSources(CheckRun& run) {
  run.check.reaches = reachesOf(run);
  const SewerReaches& reaches = run.check.reaches;
  const View sewage{reaches.sewageOutfall, reaches.stormSystem, reaches.mayStorm};
  const View rain{reaches.stormOutfall, reaches.sewageSystem, reaches.maySewage};
  for (int i = 0; i < static_cast<int>(run.system.sources.size()); ++i) {
    const SewerSource& source = run.system.sources[static_cast<std::size_t>(i)];
    SourceProof proof;
    if (source.carriesSewage) {
      proof.sewage = outcomeOf(reaches, sewage, source.node);
      reportReach(run, Fault::SewageReachesStorm, sewage, i);
    }
    if (source.carriesRain) {
      proof.rain = outcomeOf(reaches, rain, source.node);
      reportReach(run, Fault::RainReachesSewage, rain, i);
    }
    run.check.proofs.push_back(proof);
    if (source.kind != SewerSource::Kind::Riser) continue;
    if (!source.carriesSewage || !source.carriesRain) {
      run.pass(Fault::MixedRiser);
      continue;
    }
    run.add({.fault = Fault::MixedRiser, .element = SewerElement::Source, .index = i,
             .text = "Riser " + source.code + " carries rain and sewage in one pipe"});
  }
}

}  // namespace pianqu::geo
