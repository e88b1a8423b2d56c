#include "geo/drainage/sewer_system.hpp"

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::optional<double> invertOf(const SewerSystem& system, int node, std::optional<double> invertM, std::optional<double> depthM) {
  if (invertM) return invertM;
  const auto& groundM = system.nodes[at(node)].groundM;
  if (groundM && depthM) return *groundM - *depthM;
  return std::nullopt;
}

/// What all waters seen so far agree on.
struct Agreement {
  Water water = Water::Unknown;
  bool isBroken = false;

  void add(Water other) {
    if (other == Water::Unknown) return;
    if (water != Water::Unknown && water != other) isBroken = true;
    water = other;
  }
  Water result() const { return isBroken ? Water::Unknown : water; }
};

Water waterOf(OutfallKind kind) {
  switch (kind) {
    case OutfallKind::Storm:
    case OutfallKind::River: return Water::Storm;
    case OutfallKind::Sewage: return Water::Sewage;
    case OutfallKind::Combined: return Water::Combined;
    case OutfallKind::None:
    case OutfallKind::Unknown: break;
  }
  return Water::Unknown;
}

Water systemOf(const SewerSystem& system, const FlowGraph& graph, int node) {
  const SewerNode& here = system.nodes[at(node)];
  if (const Water water = waterOf(here.outfall); water != Water::Unknown) return water;
  if (here.water != Water::Unknown) return here.water;
  Agreement out, all;
  for (const FlowHop hop : graph.downstream(node)) out.add(system.links[at(hop.link)].water);
  if (out.result() != Water::Unknown) return out.result();
  for (const FlowHop hop : graph.downstream(node)) all.add(system.links[at(hop.link)].water);
  for (const FlowHop hop : graph.upstream(node)) all.add(system.links[at(hop.link)].water);
  for (const FlowHop hop : graph.unknown(node)) {
    if (!system.links[at(hop.link)].isAbandoned) all.add(system.links[at(hop.link)].water);
  }
  return all.result();
}

}  // namespace

std::optional<double> fromInvertOf(const SewerSystem& system, const SewerLink& link) {
  return invertOf(system, link.from, link.fromInvertM, link.fromDepthM);
}

std::optional<double> toInvertOf(const SewerSystem& system, const SewerLink& link) {
  return invertOf(system, link.to, link.toInvertM, link.toDepthM);
}

FlowGraph flowGraphOf(const SewerSystem& system, double minFallM) {
  std::vector<FlowLink> links;
  links.reserve(system.links.size());
  for (const SewerLink& link : system.links) {
    if (link.isAbandoned) {
      links.push_back({.from = link.from, .to = link.from, .lengthM = link.lengthM});
      continue;
    }
    links.push_back({.from = link.from,
                     .to = link.to,
                     .fromInvertM = fromInvertOf(system, link),
                     .toInvertM = toInvertOf(system, link),
                     .arrow = link.arrow,
                     .lengthM = link.lengthM});
  }
  return FlowGraph(static_cast<int>(system.nodes.size()), links, minFallM);
}

std::string_view codeOf(Water water) {
  switch (water) {
    case Water::Storm: return "YS";
    case Water::Sewage: return "WS";
    case Water::Combined: return "HS";
    case Water::Unknown: break;
  }
  return "";
}

std::string_view nameOf(Water water) {
  switch (water) {
    case Water::Storm: return "storm";
    case Water::Sewage: return "sewage";
    case Water::Combined: return "combined";
    case Water::Unknown: break;
  }
  return "unknown";
}

std::string_view zhOf(Water water) {
  switch (water) {
    case Water::Storm: return "雨水";
    case Water::Sewage: return "污水";
    case Water::Combined: return "合流";
    case Water::Unknown: break;
  }
  return "不明";
}

std::string_view zhOf(OutfallKind kind) {
  switch (kind) {
    case OutfallKind::Storm: return "市政雨水";
    case OutfallKind::River: return "河道";
    case OutfallKind::Sewage: return "市政污水";
    case OutfallKind::Combined: return "合流";
    case OutfallKind::Unknown: return "去向不明";
    case OutfallKind::None: break;
  }
  return "";
}

std::vector<Water> systemOfNodes(const SewerSystem& system, const FlowGraph& graph) {
  std::vector<Water> result;
  result.reserve(system.nodes.size());
  for (int node = 0; node < graph.nodeCount(); ++node) result.push_back(systemOf(system, graph, node));
  return result;
}

}  // namespace pianqu::geo
