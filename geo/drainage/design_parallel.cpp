#include <algorithm>

#include "geo/drainage/designer.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {

/// A combined pipe in scope that is to carry sewage only. Leads of gullies are not: they carry rain and are moved.
bool Designer::isConverted(int index) const {
  if (m_scope.links[at(index)] < 0 || link(index).isAbandoned || link(index).water != Water::Combined) return false;
  return node(m_check.graph.upNode(index)).role != SewerRole::Gully;
}

/// The new storm manhole beside a combined one, made on first use; -1 for a node that is not combined, or is an outfall.
int Designer::twinOf(int index, int zone) {
  if (systemAt(index) != Water::Combined || node(index).outfall != OutfallKind::None) return -1;
  if (const auto there = m_twins.find(index); there != m_twins.end()) return there->second;
  SewerNode twin = node(index);
  twin.code += "-Y";
  twin.water = Water::Storm;
  twin.role = SewerRole::Manhole;
  // Beside the pipe that leaves the manhole, or the one that enters it.
  for (const auto hops : {m_check.graph.downstream(index), m_check.graph.upstream(index), m_check.graph.unknown(index)}) {
    const auto combined = std::find_if(hops.begin(), hops.end(), [&](FlowHop hop) { return link(hop.link).water == Water::Combined; });
    if (combined == hops.end()) continue;
    const Line<XY> moved = offsetRight(lineOf(combined->link, true), m_limits.parallelOffsetM);
    twin.point = m_check.graph.upNode(combined->link) == index ? moved.front() : moved.back();
    if (m_scope.ground && m_scope.ground->isInside(twin.point)) twin.point = node(index).point * 2 - twin.point;  // on the other side
    break;
  }
  m_design.items.push_back({.kind = DesignItem::Kind::NewManhole, .action = DesignAction::New, .water = Water::Storm, .zone = zone,
                            .line = {twin.point}});
  if (const auto level = levelOf(index)) twin.invertM = level;
  m_design.after.nodes[at(index)].water = Water::Sewage;
  const int made = addNode(std::move(twin));
  m_twins[index] = made;
  m_twinZone[index] = zone;
  return made;
}

/// The storm pipe beside a combined one, from twin to twin, or into the storm node that the combined pipe ran into.
void Designer::layTwin(int index) {
  const SewerLink& pipe = link(index);
  const int up = m_check.graph.upNode(index), down = m_check.graph.downNode(index), zone = m_scope.links[at(index)];
  const int from = twinOf(up, zone), to = systemAt(down) == Water::Storm ? down : twinOf(down, zone);
  if (from < 0 || to < 0) return;
  Line<XY> line = offsetRight(lineOf(index, true), m_limits.parallelOffsetM);
  line.front() = m_design.after.nodes[at(from)].point;
  line.back() = m_design.after.nodes[at(to)].point;
  if (m_scope.ground && m_scope.ground->isBlocked(line)) line = wayTo(line.front(), line.back());
  const bool isForward = up == pipe.from;
  const auto upInvert = isForward ? fromInvertOf(m_system, pipe) : toInvertOf(m_system, pipe);
  const auto downInvert = isForward ? toInvertOf(m_system, pipe) : fromInvertOf(m_system, pipe);
  const Start start{.point = line.front(), .node = from, .levelM = upInvert, .zone = zone, .link = index, .note = "沿" + pipe.code + "并行",
                    .arrow = m_check.graph.isKnown(index) ? 1 : 0};
  layPipe(start, Water::Storm, line, {.node = to, .levelM = downInvert, .isLevelKnown = upInvert.has_value() && downInvert.has_value()});
}

void Designer::separateCombined() {
  const int linkCount = static_cast<int>(m_system.links.size());
  for (int index = 0; index < linkCount; ++index) {
    if (!isConverted(index)) continue;
    layTwin(index);
    const int up = m_check.graph.upNode(index), down = m_check.graph.downNode(index);
    if (systemAt(down) != Water::Storm || !m_check.graph.isKnown(index)) {
      setLink(index, DesignAction::Convert, Water::Sewage, "清除雨水接入后作污水管");
      continue;
    }
    seal(index, "原合流管排入" + std::string(node(down).outfall == OutfallKind::River ? "河道" : "雨水系统") + ", 封堵");
    Start start = startAt(up, index);
    start.note = "原合流系统污水改接";
    connect(start, Water::Sewage);
  }
  for (int source = 0; source < static_cast<int>(m_system.sources.size()); ++source) {
    const SewerSource& here = m_system.sources[at(source)];
    if (here.carriesRain && m_twins.contains(here.node)) m_rainSourcesAt[here.node].push_back(source);
  }
  indexTwins();
  const auto twins = m_twins;
  for (const auto& [combined, twin] : twins) moveRainTo(twin, combined);
  moveSourcesRain();
  endTwins();
}

/// New storm pipes that end nowhere yet are connected to the nearest storm manhole.
void Designer::endTwins() {
  std::vector<std::uint8_t> leadsOn(m_design.after.nodes.size(), 0);
  for (std::size_t i = m_system.links.size(); i < m_design.after.links.size(); ++i) leadsOn[at(m_design.after.links[i].from)] = 1;
  for (const auto& [combined, twin] : m_twins) {
    if (leadsOn[at(twin)]) continue;
    Start start{.point = m_design.after.nodes[at(twin)].point, .node = twin, .levelM = levelOf(combined),
                .zone = m_twinZone[combined], .note = "新建雨水管接出"};
    for (const auto hops : {m_check.graph.upstream(combined), m_check.graph.downstream(combined), m_check.graph.unknown(combined)}) {
      for (const FlowHop hop : hops) {
        if (start.link < 0 && isConverted(hop.link)) start.link = hop.link;
      }
    }
    connect(start, Water::Storm);
  }
}

/// The level of a new manhole where it lies below the start; sizing and depth are not decided where it does not.
std::optional<double> Designer::levelBelow(int twin, const Start& start) const {
  const auto& level = m_design.after.nodes[at(twin)].invertM;
  return level && start.levelM && *level < *start.levelM ? level : std::nullopt;
}

/// Gullies and storm pipes of the combined node go to its twin.
void Designer::moveRainTo(int twin, int combined) {
  for (const FlowHop hop : m_check.graph.upstream(combined)) {
    const bool isRain = link(hop.link).water == Water::Storm || node(hop.node).role == SewerRole::Gully;
    if (!isRain || m_isDone[at(hop.link)] || m_scope.links[at(hop.link)] < 0) continue;
    Start start = startAt(hop.node, hop.link);
    start.note = "雨水改接";
    seal(hop.link, "改接新建雨水管, 封堵");
    layPipe(start, Water::Storm, wayTo(start.point, m_design.after.nodes[at(twin)].point), {.node = twin, .levelM = levelBelow(twin, start), .isLevelKnown = start.levelM.has_value()});
  }
}

void Designer::indexTwins() {
  std::vector<Box> boxes;
  for (const auto& [combined, twin] : m_twins) {
    m_newStorm.nodes.push_back(twin);
    m_newStormZone.push_back(m_twinZone[combined]);
    boxes.emplace_back().add(m_design.after.nodes[at(twin)].point);
  }
  m_newStorm.index = BoxIndex(boxes);
}

std::vector<int> Designer::rainTargets(XY point, int zone, int own) const {
  constexpr std::size_t kLooked = 8, kTried = 4;
  std::vector<std::pair<double, int>> near;
  const auto add = [&](int node) { near.push_back({distance(point, m_design.after.nodes[at(node)].point), node}); };
  add(own);
  for (const std::size_t position : m_newStorm.index.nearest(point, kLooked)) {
    if (m_newStormZone[position] == zone && m_newStorm.nodes[position] != own) add(m_newStorm.nodes[position]);
  }
  if (const auto wells = m_rainWells.find(zone); wells != m_rainWells.end()) std::for_each(wells->second.begin(), wells->second.end(), add);
  std::sort(near.begin(), near.end());
  std::vector<int> targets;
  for (const auto& [metres, node] : near) {
    if (targets.size() < kTried || node == own) targets.push_back(node);
  }
  return targets;
}

/// The shortest way that a pipe can take. A way is never shorter than the straight line.
Designer::RainWay Designer::rainWay(XY from, int zone, int own) const {
  RainWay best;
  for (const int node : rainTargets(from, zone, own)) {
    const XY end = m_design.after.nodes[at(node)].point;
    if (best.node >= 0 && distance(from, end) >= best.lengthM) break;
    Line<XY> line = wayTo(from, end);
    const double lengthM = lengthOf(line).value;
    if (best.node < 0 || lengthM < best.lengthM) best = {node, std::move(line), lengthM};
  }
  return best;
}

/// The risers that stand nearest to a new manhole first: those further along a facade then find the pipe of their neighbour.
void Designer::moveSourcesRain() {
  struct Move { double metres; int source; int twin; };
  std::vector<Move> moves;
  for (const auto& [combined, sources] : m_rainSourcesAt) {
    const int own = m_twins.at(combined);
    for (const int source : sources) {
      if (m_scope.sources[at(source)] < 0) continue;
      const XY point = m_system.sources[at(source)].point;
      const int nearest = rainTargets(point, m_scope.sources[at(source)], own).front();
      moves.push_back({distance(point, m_design.after.nodes[at(nearest)].point), source, own});
    }
  }
  std::sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return std::pair(a.metres, a.source) < std::pair(b.metres, b.source); });
  for (const Move& move : moves) {
    if (m_progress.isCancelled()) return;
    moveSourceRain(move.source, move.twin);
  }
}

/// A short lead goes straight to a manhole. A longer one begins with a manhole off the wall, which the next risers of the facade find.
void Designer::moveSourceRain(int source, int ownTwin) {
  const SewerSource& here = m_system.sources[at(source)];
  const int zone = m_scope.sources[at(source)];
  Start start = startAtSource(source);
  start.note = here.code + "雨水改接";
  RainWay way = rainWay(start.point, zone, ownTwin);
  if (way.lengthM > m_limits.directLeadM && m_scope.ground) {
    if (const auto off = m_scope.ground->offWall(start.point)) {
      way = rainWay(*off, zone, ownTwin);
      way.line.insert(way.line.begin(), start.point);
    }
  }
  const std::size_t before = m_design.after.nodes.size();
  const int entered = layPipe(start, Water::Storm, way.line, {.node = way.node, .levelM = levelBelow(way.node, start), .isLevelKnown = start.levelM.has_value()});
  for (std::size_t node = before; node < m_design.after.nodes.size(); ++node) m_rainWells[zone].push_back(static_cast<int>(node));
  if (here.carriesSewage) {
    splitSource(source, entered, here.node);
    return;
  }
  m_design.after.sources[at(source)].node = entered;
  m_isSourceDone[at(source)] = 1;
  if (here.kind != SewerSource::Kind::Riser) return;
  m_design.items.push_back({.kind = DesignItem::Kind::Source, .action = DesignAction::Keep, .water = Water::Storm, .zone = start.zone,
                            .source = source, .line = {here.point}, .note = "立管保留, 改接新建雨水井"});
}

/// One pipe for both waters becomes two: the old one keeps the sewage, a new one takes the rain.
void Designer::splitSource(int source, int rainNode, int sewageNode) {
  const SewerSource& here = m_system.sources[at(source)];
  SewerSource rain = here;
  rain.code += "-Y";
  rain.carriesSewage = false;
  rain.node = rainNode;
  m_design.after.sources[at(source)].carriesRain = false;
  m_design.after.sources[at(source)].node = sewageNode;
  m_design.after.sources.push_back(std::move(rain));
  m_design.scope.sources.push_back(m_scope.sources[at(source)]);
  m_isSourceDone[at(source)] = 1;
  m_design.items.push_back({.kind = DesignItem::Kind::Source, .action = DesignAction::Convert, .water = Water::Sewage,
                            .zone = m_scope.sources[at(source)], .source = source, .line = {here.point},
                            .note = "原管作污水立管, 另设雨水立管"});
}

}  // namespace pianqu::geo
