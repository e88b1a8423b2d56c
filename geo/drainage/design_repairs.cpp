#include <algorithm>

#include "geo/drainage/designer.hpp"

namespace pianqu::geo {

bool Designer::hasOwnWayOut(int index, int exceptLink, Water water) const {
  const Reach& own = water == Water::Storm ? m_check.reaches.stormOutfall : m_check.reaches.sewageOutfall;
  const auto hops = m_check.graph.downstream(index);
  return std::any_of(hops.begin(), hops.end(), [&](FlowHop hop) {
    return hop.link != exceptLink && link(hop.link).water == water && systemAt(hop.node) == water && own.reaches(hop.node);
  });
}

void Designer::repairCrossLinks() {
  for (const Finding& finding : m_check.findings) {
    const bool isCross = finding.fault == Fault::SewageIntoStorm || finding.fault == Fault::StormIntoSewage ||
                         finding.fault == Fault::StormCombinedLink;
    if (isCross && m_scope.links[at(finding.index)] >= 0 && !m_isDone[at(finding.index)]) repairCrossLink(finding);
  }
}

void Designer::repairCrossLink(const Finding& finding) {
  const int index = finding.index, from = link(index).from, to = link(index).to;
  const std::string rule(ruleOf(finding.fault));
  if (systemAt(from) == systemAt(to)) {
    setLink(index, DesignAction::Keep, systemAt(from), rule + ": 管线属性与两端井不符, 待核实");
    return;
  }
  // The end whose own water must be led elsewhere: the upstream one; without direction, the one that the pipe is labelled for.
  const bool isKnown = m_check.graph.isKnown(index);
  const int end = isKnown ? m_check.graph.upNode(index) : systemAt(to) == link(index).water ? to : from;
  Water water = systemAt(end);
  if (water != Water::Storm && water != Water::Sewage) {
    if (finding.fault == Fault::StormCombinedLink) return;  // a combined trunk outside the zones: kept and listed
    water = link(index).water;
  }
  m_design.items.push_back({.kind = DesignItem::Kind::Reconnection, .action = DesignAction::Rebuild, .water = water,
                            .zone = m_scope.links[at(index)], .link = index,
                            .line = {node(m_check.graph.downNode(index)).point}, .note = rule + "混接点"});
  seal(index, rule + "混接, 封堵");
  if (hasOwnWayOut(end, index, water)) return;
  Start start = startAt(end, index);
  start.note = link(index).code + "改接";
  connect(start, water);
}

void Designer::repairSources() {
  for (int source = 0; source < static_cast<int>(m_system.sources.size()); ++source) {
    if (m_scope.sources[at(source)] >= 0 && !m_isSourceDone[at(source)]) repairSource(source);
  }
}

void Designer::repairSource(int source) {
  const SewerSource& here = m_system.sources[at(source)];
  if (here.node < 0 && !here.isSpilling) return;
  const Water into = here.node < 0 ? Water::Unknown : systemAt(here.node);
  const bool isMixed = here.carriesRain && here.carriesSewage;
  const bool movesSewage = here.carriesSewage && (here.node < 0 || into == Water::Storm);
  const bool movesRain = here.carriesRain && (into == Water::Sewage || (isMixed && here.node < 0));
  if (!movesSewage && !movesRain) return;
  Start start = startAtSource(source);
  start.note = here.code + (here.node < 0 ? "散排改接" : "混接改接");
  // A gully or outlet is a manhole of its own: its new pipe belongs to the network.
  if (here.kind != SewerSource::Kind::Riser) start.node = here.node;
  const int sewageNode = movesSewage ? connect(start, Water::Sewage) : here.node;
  const int rainNode = movesRain ? connect(start, Water::Storm) : here.node;
  if (isMixed) {
    splitSource(source, rainNode, sewageNode);
    return;
  }
  m_isSourceDone[at(source)] = 1;
  m_design.after.sources[at(source)].node = movesSewage ? sewageNode : rainNode;
  m_design.items.push_back({.kind = DesignItem::Kind::Reconnection, .action = DesignAction::Rebuild,
                            .water = movesSewage ? Water::Sewage : Water::Storm, .zone = start.zone, .source = source,
                            .line = {here.point}, .note = here.node < 0 ? "散排" : movesSewage ? "M4混接点" : "M5混接点"});
}

void Designer::repairSlopes() {
  for (const Finding& finding : m_check.findings) {
    const bool isLink = finding.element == SewerElement::Link;
    if (isLink && (m_scope.links[at(finding.index)] < 0 || m_isDone[at(finding.index)])) continue;
    if (finding.fault == Fault::AdverseSlope) {
      SewerLink& after = m_design.after.links[at(finding.index)];
      after.arrow = -m_check.graph.direction(finding.index).sense;
      after.fromInvertM = after.toInvertM = after.fromDepthM = after.toDepthM = std::nullopt;
      setLink(finding.index, DesignAction::Rebuild, link(finding.index).water, "倒坡翻建, 标高待设计");
    } else if (finding.fault == Fault::SizeDecrease) {
      m_design.after.links[at(finding.index)].diameterMm = link(finding.nearby.front()).diameterMm;
      setLink(finding.index, DesignAction::Rebuild, link(finding.index).water, "大管接小管, 按上游管径翻建");
    } else if (finding.fault == Fault::DeadEnd && !finding.nearby.empty() && m_scope.links[at(finding.nearby.front())] >= 0) {
      const Water water = systemAt(finding.index);
      if (water != Water::Storm && water != Water::Sewage) continue;
      Start start = startAt(finding.index, finding.nearby.front());
      start.note = node(finding.index).code + "断头接通";
      connect(start, water);
    }
  }
}

}  // namespace pianqu::geo
