#include <cmath>

#include "geo/drainage/findings.hpp"

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool isOutfall(const CheckRun& run, int node) { return run.node(node).outfall != OutfallKind::None; }

bool hasOpenLink(const CheckRun& run, int node) {
  for (const FlowHop hop : run.check.graph.unknown(node)) {
    if (!run.link(hop.link).isAbandoned) return true;
  }
  return false;
}

/// Water can only leave `node` by what is known, and nothing is.
bool isSink(const CheckRun& run, int node) {
  return !isOutfall(run, node) && run.check.graph.downstream(node).empty() && !hasOpenLink(run, node);
}

double fallM(const CheckRun& run, int link) {
  return std::abs(*fromInvertOf(run.system, run.link(link)) - *toInvertOf(run.system, run.link(link)));
}

std::string slopeText(const CheckRun& run, int link) {
  const FlowGraph& graph = run.check.graph;
  return "pipe " + run.link(link).code + " falls " + metresText(fallM(run, link)) + " m from " + run.node(graph.upNode(link)).code +
         " to " + run.node(graph.downNode(link)).code;
}

/// The gentlest inflow of the sink whose upper end drains elsewhere: laid the other way, it would empty the sink. -1: none.
int backwardInflow(const CheckRun& run, const Reach& outfalls, int sink) {
  const auto inflows = run.check.graph.upstream(sink);
  if (inflows.size() < 2) return -1;
  int best = -1;
  for (const FlowHop hop : inflows) {
    const bool isByInverts = run.check.graph.direction(hop.link).proof == FlowProof::Inverts;
    if (!isByInverts || run.link(hop.link).arrow != 0 || !outfalls.reaches(hop.node)) continue;
    if (best < 0 || fallM(run, hop.link) < fallM(run, best)) best = hop.link;
  }
  return best;
}

/// Marks the links whose slope is against the flow; 0 none, 1 by the arrow, 2 by the sink at its foot.
std::vector<std::uint8_t> adverseLinks(const CheckRun& run) {
  const FlowGraph& graph = run.check.graph;
  std::vector<std::uint8_t> adverse(at(graph.linkCount()), 0);
  for (int link = 0; link < graph.linkCount(); ++link) {
    const FlowDirection direction = graph.direction(link);
    if (direction.proof == FlowProof::Inverts && run.link(link).arrow == -direction.sense) adverse[at(link)] = 1;
  }
  std::vector<int> seeds;
  for (int node = 0; node < graph.nodeCount(); ++node) {
    if (isOutfall(run, node)) seeds.push_back(node);
  }
  const Reach outfalls = reachDown(graph, seeds);
  for (int node = 0; node < graph.nodeCount(); ++node) {
    if (!isSink(run, node)) continue;
    const int link = backwardInflow(run, outfalls, node);
    if (link >= 0 && adverse[at(link)] == 0) adverse[at(link)] = 2;
  }
  return adverse;
}

void reportSlopes(CheckRun& run, const std::vector<std::uint8_t>& adverse) {
  for (int link = 0; link < run.check.graph.linkCount(); ++link) {
    const SewerLink& pipe = run.link(link);
    if (pipe.isAbandoned) continue;
    if (adverse[at(link)] != 0) {
      const std::string why = adverse[at(link)] == 1 ? "but the survey saw it flow the other way"
                                                     : "where water collects: it seems to be laid backwards";
      run.add({.fault = Fault::AdverseSlope, .index = link, .text = "The " + slopeText(run, link) + ", " + why});
    } else if (fromInvertOf(run.system, pipe) && toInvertOf(run.system, pipe)) {
      run.pass(Fault::AdverseSlope);
    } else {
      ++run.check.tallies[at(static_cast<int>(Fault::AdverseSlope))].unknown;
    }
  }
}

bool isFootOfAdverse(const CheckRun& run, const std::vector<std::uint8_t>& adverse, int node) {
  for (const FlowHop hop : run.check.graph.upstream(node)) {
    if (adverse[at(hop.link)] != 0) return true;
  }
  return false;
}

}  // namespace

void findSlopeFaults(CheckRun& run) {
  const FlowGraph& graph = run.check.graph;
  const std::vector<std::uint8_t> adverse = adverseLinks(run);
  reportSlopes(run, adverse);
  std::vector<std::uint8_t> hasSource(at(graph.nodeCount()), 0);
  for (const SewerSource& source : run.system.sources) {
    if (source.node >= 0 && source.kind == SewerSource::Kind::Riser) hasSource[at(source.node)] = 1;
  }
  for (int node = 0; node < graph.nodeCount(); ++node) {
    const auto inflows = graph.upstream(node);
    const bool hasInflow = !inflows.empty() || (hasSource[at(node)] != 0 && !graph.unknown(node).empty());
    if (!hasInflow) continue;
    if (hasOpenLink(run, node) && graph.downstream(node).empty() && !isOutfall(run, node)) {
      ++run.check.tallies[at(static_cast<int>(Fault::DeadEnd))].unknown;
      continue;
    }
    if (!isSink(run, node) || isFootOfAdverse(run, adverse, node)) {
      run.pass(Fault::DeadEnd);
      continue;
    }
    Finding finding{.fault = Fault::DeadEnd, .element = SewerElement::Node, .index = node,
                    .text = "Water of " + std::to_string(inflows.size()) + " pipes enters " + run.label(node) +
                            ", no pipe leads out of it and it is no outfall"};
    for (const FlowHop hop : inflows) finding.nearby.push_back(hop.link);
    run.add(std::move(finding));
  }
}

}  // namespace pianqu::geo
