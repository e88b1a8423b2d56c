#include "geo/drainage/repair.hpp"

#include <cassert>

#include "geo/network/min_cut.hpp"

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool isEnd(OutfallKind kind, Water misled) {
  if (misled == Water::Sewage) return kind == OutfallKind::Storm || kind == OutfallKind::River;
  return kind == OutfallKind::Sewage;
}

bool carries(const SewerSource& source, Water water) {
  return water == Water::Sewage ? source.carriesSewage : source.carriesRain;
}

/// Nodes that water entering at `starts` gets to by known links.
std::vector<std::uint8_t> wetted(const FlowGraph& graph, const std::vector<int>& starts) {
  std::vector<std::uint8_t> isWet(at(graph.nodeCount()), 0);
  std::vector<int> queue;
  for (const int node : starts) {
    if (isWet[at(node)]) continue;
    isWet[at(node)] = 1;
    queue.push_back(node);
  }
  for (std::size_t head = 0; head < queue.size(); ++head) {
    for (const FlowHop hop : graph.downstream(queue[head])) {
      if (isWet[at(hop.node)]) continue;
      isWet[at(hop.node)] = 1;
      queue.push_back(hop.node);
    }
  }
  return isWet;
}

std::vector<int> startsOf(const SewerSystem& system, Water water) {
  std::vector<int> nodes;
  for (const SewerSource& source : system.sources) {
    if (source.node >= 0 && carries(source, water)) nodes.push_back(source.node);
  }
  return nodes;
}

struct CutNetwork {
  int nodeCount = 2;  // 0 source, 1 sink
  std::vector<CutArc> arcs;
  std::vector<int> links, sources;  ///< by arc: position or -1
  std::int64_t misledSources = 0;

  void add(CutArc arc, int link, int source) {
    if (arc.price < 0) arc.price = kUncuttable;
    arcs.push_back(arc);
    links.push_back(link);
    sources.push_back(source);
  }
};

CutNetwork networkOf(const SewerSystem& system, const SewerCheck& check, Water misled, const RepairPrices& prices) {
  const FlowGraph& graph = check.graph;
  const Water other = misled == Water::Sewage ? Water::Storm : Water::Sewage;
  const Reach& toEnd = misled == Water::Sewage ? check.reaches.stormOutfall : check.reaches.sewageOutfall;
  const Reach& toOwn = misled == Water::Sewage ? check.reaches.sewageOutfall : check.reaches.stormOutfall;
  const std::vector<std::uint8_t> isWet = wetted(graph, startsOf(system, misled)), hasOwn = wetted(graph, startsOf(system, other));
  CutNetwork network;
  std::vector<int> number(at(graph.nodeCount()), -1);
  for (int node = 0; node < graph.nodeCount(); ++node) {
    if (isWet[at(node)] && toEnd.reaches(node)) number[at(node)] = network.nodeCount++;
  }
  for (int i = 0; i < static_cast<int>(system.sources.size()); ++i) {
    const SewerSource& source = system.sources[at(i)];
    if (source.node < 0 || !carries(source, misled) || number[at(source.node)] < 0) continue;
    network.add({0, number[at(source.node)], prices.sources[at(i)].value}, -1, i);
    ++network.misledSources;
  }
  for (int link = 0; link < graph.linkCount(); ++link) {
    const int up = graph.upNode(link), down = graph.downNode(link);
    if (!graph.isKnown(link) || number[at(up)] < 0 || number[at(down)] < 0) continue;
    const Water own = system.links[at(link)].water;
    const bool isInside = check.systems[at(up)] == own && check.systems[at(down)] == own;
    const bool isNeeded = isInside && ((own == other && hasOwn[at(up)]) || (own == misled && toOwn.reaches(down)));
    network.add({number[at(up)], number[at(down)], isNeeded ? -1 : prices.links[at(link)].value}, link, -1);
  }
  for (int node = 0; node < graph.nodeCount(); ++node) {
    if (number[at(node)] >= 0 && isEnd(system.nodes[at(node)].outfall, misled)) {
      network.add({number[at(node)], 1, kUncuttable}, -1, -1);
    }
  }
  return network;
}

bool isSeparated(const SewerSystem& system, const SewerCheck& check, const RepairSet& set) {
  std::vector<std::uint8_t> closed(system.links.size(), 0), cutSource(system.sources.size(), 0);
  for (const int link : set.links) closed[at(link)] = 1;
  for (const int source : set.sources) cutSource[at(source)] = 1;
  std::vector<int> ends;
  for (int node = 0; node < check.graph.nodeCount(); ++node) {
    if (isEnd(system.nodes[at(node)].outfall, set.misled)) ends.push_back(node);
  }
  const Reach left = reachDown(check.graph, ends, {.closedLinks = &closed});
  for (std::size_t i = 0; i < system.sources.size(); ++i) {
    const SewerSource& source = system.sources[i];
    if (source.node >= 0 && carries(source, set.misled) && !cutSource[i] && left.reaches(source.node)) return false;
  }
  return true;
}

}  // namespace

RepairSet cheapestRepair(const SewerSystem& system, const SewerCheck& check, Water misled, const RepairPrices& prices) {
  assert(prices.links.size() == system.links.size() && prices.sources.size() == system.sources.size());
  const CutNetwork network = networkOf(system, check, misled, prices);
  const MinCut cut = minCut(network.nodeCount, network.arcs, 0, 1);
  RepairSet set{.misled = misled, .price = {cut.cutPrice}, .flow = {cut.flow}, .isPossible = cut.isPossible,
                .misledSources = network.misledSources};
  for (const int arc : cut.cut) {
    if (network.links[at(arc)] >= 0) set.links.push_back(network.links[at(arc)]);
    if (network.sources[at(arc)] >= 0) set.sources.push_back(network.sources[at(arc)]);
  }
  set.isVerified = set.isPossible && set.price == set.flow && isSeparated(system, check, set);
  return set;
}

}  // namespace pianqu::geo
