#include "geo/drainage/design.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

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

Designer::Designer(const SewerSystem& system, const SewerCheck& check, const DesignScope& scope, const DesignLimits& limits, const Progress& progress)
    : m_system(system),
      m_check(check),
      m_scope(scope),
      m_limits(limits),
      m_progress(progress),
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
  const bool isLead = node(index).role == SewerRole::Gully || node(index).role == SewerRole::HouseOutlet;
  return {.point = node(index).point, .node = index, .levelM = levelOf(index), .zone = m_scope.links[at(cause)], .link = cause, .note = {}, .isLead = isLead};
}

Designer::Start Designer::startAtSource(int source) const {
  const SewerSource& here = m_system.sources[at(source)];
  Start start{.point = here.point, .zone = m_scope.sources[at(source)], .source = source, .note = {}, .isLead = true};
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

Result<SeparationDesign> designSeparation(const SewerSystem& system, const SewerCheck& check, const DesignScope& scope, const DesignLimits& limits, const Progress& progress) {
  Designer designer(system, check, scope, limits, progress);
  designer.separateCombined();
  designer.repairCrossLinks();
  designer.repairSources();
  designer.repairSlopes();
  designer.connectWaiting();
  designer.keepRest();
  if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Planning the drainage was stopped");
  return designer.take();
}

}  // namespace pianqu::geo
