#include "geo/drainage/design.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdio>

#include "geo/drainage/designer.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {

namespace {

XY rightNormal(XY from, XY to) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length == 0) return {0, 0};
  return {(to.y - from.y) / length, -(to.x - from.x) / length};
}

}  // namespace

Line<XY> offsetRight(const Line<XY>& line, double offsetM) {
  Line<XY> result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const XY before = rightNormal(line[i == 0 ? 0 : i - 1], line[i == 0 ? std::min<std::size_t>(1, line.size() - 1) : i]);
    const XY after = i + 1 < line.size() ? rightNormal(line[i], line[i + 1]) : before;
    XY sum = before + after;
    // Mitre: the offset point lies on both shifted edges. Turns sharper than about 150 degrees are cut at twice the offset.
    const double square = sum.x * sum.x + sum.y * sum.y;
    sum = square < 1e-9 ? before : sum * std::min(2 / square, 2 / std::sqrt(square));
    result.push_back(line[i] + sum * offsetM);
  }
  return result;
}

Designer::Designer(const SewerSystem& system, const SewerCheck& check, const DesignScope& scope, const DesignLimits& limits)
    : m_system(system),
      m_check(check),
      m_scope(scope),
      m_limits(limits),
      m_isDone(system.links.size(), 0),
      m_isSourceDone(system.sources.size(), 0) {
  assert(scope.links.size() == system.links.size() && scope.sources.size() == system.sources.size());
  m_design.after = system;
  m_design.scope = scope;
  m_storm = targetsOf(Water::Storm);
  m_sewage = targetsOf(Water::Sewage);
}

Line<XY> Designer::lineOf(int index, bool isDownhill) const {
  const SewerLink& pipe = link(index);
  Line<XY> line = pipe.line;
  if (line.size() < 2) line = {node(pipe.from).point, node(pipe.to).point};
  if (isDownhill && m_check.graph.upNode(index) != pipe.from) std::reverse(line.begin(), line.end());
  return line;
}

std::optional<double> Designer::levelOf(int index) const {
  std::optional<double> level;
  const auto take = [&](std::optional<double> invert) {
    if (invert && (!level || *invert < *level)) level = invert;
  };
  const auto takeEnds = [&](std::span<const FlowHop> hops) {
    for (const FlowHop hop : hops) {
      const SewerLink& pipe = link(hop.link);
      if (!pipe.isAbandoned) take(pipe.from == index ? fromInvertOf(m_system, pipe) : toInvertOf(m_system, pipe));
    }
  };
  takeEnds(m_check.graph.downstream(index));
  takeEnds(m_check.graph.upstream(index));
  takeEnds(m_check.graph.unknown(index));
  if (!level) take(node(index).invertM);
  return level;
}

Designer::Targets Designer::targetsOf(Water water) const {
  const Reach& own = water == Water::Storm ? m_check.reaches.stormOutfall : m_check.reaches.sewageOutfall;
  Targets targets;
  std::vector<Box> boxes;
  for (int index = 0; index < m_check.graph.nodeCount(); ++index) {
    if (systemAt(index) != water || !own.reaches(index) || node(index).role != SewerRole::Manhole) continue;
    targets.nodes.push_back(index);
    Box box;
    box.add(node(index).point);
    boxes.push_back(box);
  }
  targets.index = BoxIndex(boxes);
  return targets;
}

std::optional<Designer::Target> Designer::nearestTarget(Water water, const Start& start) const {
  const Targets& targets = water == Water::Storm ? m_storm : m_sewage;
  Box box;
  box.add(start.point);
  std::optional<Target> best;
  int bestRank = 3;
  for (const std::size_t position : targets.index.find(box.grownBy(m_limits.connectDistanceM))) {
    const int index = targets.nodes[position];
    Target target{.node = index, .distanceM = distance(start.point, node(index).point)};
    if (index == start.node || target.distanceM > m_limits.connectDistanceM) continue;
    const std::optional<double> level = levelOf(index);
    target.isLevelKnown = level && start.levelM;
    target.needsLift = target.isLevelKnown && *start.levelM - *level < m_limits.minSlope * target.distanceM;
    const int rank = !target.isLevelKnown ? 1 : target.needsLift ? 2 : 0;
    if (rank > bestRank || (rank == bestRank && target.distanceM >= best->distanceM)) continue;
    best = target;
    bestRank = rank;
  }
  return best;
}

int Designer::connect(const Start& start, Water water) {
  const std::optional<Target> target = nearestTarget(water, start);
  if (!target) {
    m_design.items.push_back({.kind = DesignItem::Kind::Reconnection, .action = DesignAction::New, .water = water, .zone = start.zone,
                              .link = start.link, .source = start.source, .line = {start.point},
                              .note = start.note + "; " + std::to_string(std::lround(m_limits.connectDistanceM)) + "m内无" +
                                      std::string(zhOf(water)) + "井可接"});
    return -1;
  }
  layPipe(start, target->node, water, {start.point, node(target->node).point}, leastDiameter(water), *target);
  return target->node;
}

void Designer::layPipe(const Start& start, int toNode, Water water, const Line<XY>& line, double diameterMm, const Target& target) {
  std::string note = start.note;
  if (target.needsLift) note += "; 需提升";
  if (!target.isLevelKnown) note += "; 标高待勘测";
  const double lengthM = lengthOf(line).value;
  m_design.items.push_back({.kind = DesignItem::Kind::NewPipe, .action = DesignAction::New, .water = water, .zone = start.zone,
                            .link = start.link, .source = start.source, .line = line, .lengthM = lengthM, .diameterMm = diameterMm,
                            .needsLift = target.needsLift, .note = std::move(note)});
  addManholes(line, start, water);
  if (start.node < 0) return;  // a riser enters its new manhole directly
  std::array<char, 24> code{};
  std::snprintf(code.data(), code.size(), "X%s%05d", std::string(codeOf(water)).c_str(), ++m_serial);
  // Designed to run this way: where levels are not known or water is pumped, the arrow says so.
  m_design.after.links.push_back({.code = code.data(), .from = start.node, .to = toNode, .water = water, .diameterMm = diameterMm,
                                  .arrow = 1, .lengthM = lengthM, .line = line});
  m_design.scope.links.push_back(start.zone);
  if (target.isLevelKnown && !target.needsLift && start.levelM && toNode < static_cast<int>(m_system.nodes.size())) {
    m_design.after.links.back().fromInvertM = start.levelM;
    m_design.after.links.back().toInvertM = levelOf(toNode);
  }
}

void Designer::addManholes(const Line<XY>& line, const Start& start, Water water) {
  const double lengthM = lengthOf(line).value;
  const int spans = std::max(1, static_cast<int>(std::ceil(lengthM / m_limits.manholeSpacingM - 1e-9)));
  for (int i = 1; i < spans; ++i) {
    m_design.items.push_back({.kind = DesignItem::Kind::NewManhole, .action = DesignAction::New, .water = water, .zone = start.zone,
                              .link = start.link, .source = start.source, .line = {pointAlong(line, lengthM * i / spans)}});
  }
}

void Designer::setLink(int index, DesignAction action, Water water, std::string note) {
  if (m_isDone[at(index)]) return;
  m_isDone[at(index)] = 1;
  m_design.items.push_back({.kind = DesignItem::Kind::Link, .action = action, .water = water, .zone = m_scope.links[at(index)],
                            .link = index, .line = lineOf(index, false), .lengthM = link(index).lengthM,
                            .diameterMm = link(index).diameterMm.value_or(0), .note = std::move(note)});
  SewerLink& after = m_design.after.links[at(index)];
  if (action == DesignAction::Abandon) after.isAbandoned = true;
  after.water = water;
}

void Designer::seal(int index, std::string note) { setLink(index, DesignAction::Abandon, link(index).water, std::move(note)); }

int Designer::addNode(SewerNode added) {
  m_design.after.nodes.push_back(std::move(added));
  return static_cast<int>(m_design.after.nodes.size()) - 1;
}

Designer::Start Designer::startAt(int index, int cause) const {
  return {.point = node(index).point, .node = index, .levelM = levelOf(index), .zone = m_scope.links[at(cause)], .link = cause};
}

Designer::Start Designer::startAtSource(int source) const {
  const SewerSource& here = m_system.sources[at(source)];
  Start start{.point = here.point, .zone = m_scope.sources[at(source)], .source = source};
  if (here.node >= 0) start.levelM = levelOf(here.node);
  return start;
}

void Designer::keepRest() {
  for (int index = 0; index < static_cast<int>(m_system.links.size()); ++index) {
    if (m_scope.links[at(index)] < 0 || m_isDone[at(index)]) continue;
    const bool isKnown = link(index).isAbandoned || m_check.graph.isKnown(index);
    setLink(index, link(index).isAbandoned ? DesignAction::Abandon : DesignAction::Keep, link(index).water,
            link(index).isAbandoned ? "原已废弃" : isKnown ? "" : "流向待勘测");
  }
  for (int index = 0; index < static_cast<int>(m_system.sources.size()); ++index) {
    const SewerSource& source = m_system.sources[at(index)];
    if (m_scope.sources[at(index)] < 0 || m_isSourceDone[at(index)] || source.kind != SewerSource::Kind::Riser) continue;
    m_design.items.push_back({.kind = DesignItem::Kind::Source, .action = DesignAction::Keep,
                              .water = source.carriesSewage ? Water::Sewage : source.carriesRain ? Water::Storm : Water::Unknown,
                              .zone = m_scope.sources[at(index)], .source = index, .line = {source.point},
                              .note = source.node < 0 ? "接管情况待勘测" : ""});
  }
}

SeparationDesign designSeparation(const SewerSystem& system, const SewerCheck& check, const DesignScope& scope, const DesignLimits& limits) {
  Designer designer(system, check, scope, limits);
  designer.separateCombined();
  designer.repairCrossLinks();
  designer.repairSources();
  designer.repairSlopes();
  designer.keepRest();
  return designer.take();
}

}  // namespace pianqu::geo
