#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "geo/drainage/designer.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {

namespace {

/// A turn that a pipe cannot make between two manholes. source [GBT50014] 5.4.1: a manhole where the direction changes
bool isBend(XY before, XY here, XY after) {
  constexpr double kStraightSine = 0.087;  // 5 degrees: the digitising of a straight pipe
  const XY in = here - before, out = after - here;
  const double lengths = std::hypot(in.x, in.y) * std::hypot(out.x, out.y);
  return lengths > 0 && (std::abs(in.x * out.y - in.y * out.x) > kStraightSine * lengths || in.x * out.x + in.y * out.y < 0);
}

/// What the reader must know about a line that does not keep clear.
std::string groundNote(const PipeRouter& ground, const Line<XY>& line, bool isLead) {
  if (ground.isBlocked(line)) return "; 穿越建筑或水体, 走向待定";
  // A lead begins at a wall: that stretch cannot be elsewhere.
  const double tightM = ground.tightM(line) - (isLead ? ground.limits().clearanceM : 0);
  if (tightM < 1) return {};
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "; %.0fm距建筑不足%.1fm, 需保护措施", tightM, ground.limits().clearanceM);
  return text.data();
}

/// Lengths along the line at which manholes stand between its ends: at every bend, and as many as the spacing asks for in between.
std::vector<double> manholesAlong(const Line<XY>& line, double spacingM) {
  std::vector<double> bends{0}, along;
  double reached = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    reached += distance(line[i - 1], line[i]);
    if (i + 1 == line.size() || isBend(line[i - 1], line[i], line[i + 1])) bends.push_back(reached);
  }
  for (std::size_t bend = 1; bend < bends.size(); ++bend) {
    const double from = bends[bend - 1], lengthM = bends[bend] - from;
    const int spans = std::max(1, static_cast<int>(std::ceil(lengthM / spacingM - 1e-9)));
    for (int i = 1; i < spans; ++i) along.push_back(from + lengthM * i / spans);
    if (bend + 1 < bends.size()) along.push_back(bends[bend]);
  }
  return along;
}

/// The part of the line between two lengths along it.
Line<XY> stretchOf(const Line<XY>& line, double fromM, double toM) {
  Line<XY> stretch{pointAlong(line, fromM)};
  double reached = 0;
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    reached += distance(line[i - 1], line[i]);
    if (reached > fromM + 1e-6 && reached < toM - 1e-6) stretch.push_back(line[i]);
  }
  stretch.push_back(pointAlong(line, toM));
  return stretch;
}

}  // namespace

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

void Designer::addTargetsNear(const std::vector<LaidNode>& laid, const Start& start, std::vector<Target>& found) const {
  for (const LaidNode& node : laid) {
    const double metres = distance(start.point, m_design.after.nodes[at(node.node)].point);
    if (node.node != start.node && metres <= m_limits.connectDistanceM) found.push_back({.node = node.node, .distanceM = metres, .levelM = node.levelM});
  }
}

std::vector<Designer::Target> Designer::targetsNear(Water water, const Start& start) const {
  const Targets& targets = water == Water::Storm ? m_storm : m_sewage;
  Box box;
  box.add(start.point);
  std::vector<Target> found;
  for (const std::size_t position : targets.index.find(box.grownBy(m_limits.connectDistanceM))) {
    const int index = targets.nodes[position];
    const double metres = distance(start.point, node(index).point);
    if (index != start.node && metres <= m_limits.connectDistanceM) found.push_back({.node = index, .distanceM = metres, .levelM = levelOf(index)});
  }
  if (const auto laid = m_laid.find({water, start.zone}); laid != m_laid.end()) addTargetsNear(laid->second, start, found);
  std::sort(found.begin(), found.end(), [](const Target& a, const Target& b) { return std::pair(a.distanceM, a.node) < std::pair(b.distanceM, b.node); });
  return found;
}

Line<XY> Designer::wayTo(XY from, XY to) const {
  if (m_scope.ground) {
    if (auto line = m_scope.ground->route(from, to)) return *line;
  }
  return {from, to};
}

int Designer::connect(const Start& start, Water water) {
  if (m_progress.isCancelled()) return -1;
  Target best;
  Line<XY> bestWay;
  double bestM = 0;
  int bestRank = 3;
  // The nearest by the way that a pipe can take. A way is never shorter than the straight line, so the search ends where that is longer.
  constexpr int kWays = 6;
  int ways = 0;
  for (Target& target : targetsNear(water, start)) {
    target.isLevelKnown = target.levelM && start.levelM;
    const auto drainsOver = [&](double metres) { return *start.levelM - *target.levelM >= m_limits.minSlope * metres; };
    const int hoped = !target.isLevelKnown ? 1 : drainsOver(target.distanceM) ? 0 : 2;
    if (bestRank < hoped || (bestRank == hoped && target.distanceM >= bestM)) continue;
    if (ways >= kWays && bestRank <= hoped) continue;
    ++ways;
    const XY end = m_design.after.nodes[at(target.node)].point;
    auto found = m_scope.ground ? m_scope.ground->route(start.point, end) : std::optional(Line<XY>{start.point, end});
    if (!found) continue;   // a river or a block of houses lies between
    Line<XY> way = std::move(*found);
    const double lengthM = lengthOf(way).value;
    target.needsLift = target.isLevelKnown && !drainsOver(lengthM);
    const int rank = !target.isLevelKnown ? 1 : target.needsLift ? 2 : 0;
    if (rank > bestRank || (rank == bestRank && lengthM >= bestM)) continue;
    best = target;
    bestWay = std::move(way);
    bestM = lengthM;
    bestRank = rank;
  }
  if (best.node < 0) {
    // A pipe that is laid later may come near enough.
    if (start.node >= 0 && start.source < 0 && !m_isLastCall) {
      m_waiting.push_back({start, water});
      return -1;
    }
    m_design.items.push_back({.kind = DesignItem::Kind::Reconnection, .action = DesignAction::New, .water = water, .zone = start.zone,
                              .link = start.link, .source = start.source, .line = {start.point},
                              .note = start.note + "; " + std::to_string(std::lround(m_limits.connectDistanceM)) + "m内无" +
                                      std::string(zhOf(water)) + "井可接"});
    return -1;
  }
  const std::size_t before = m_design.after.nodes.size();
  const int entered = layPipe(start, water, bestWay, best);
  // What leads on by way of a target may be led to: its manholes become targets for the pipes that follow.
  std::vector<LaidNode>& laid = m_laid[{water, start.zone}];
  if (start.node >= 0) laid.push_back({start.node, start.levelM});
  for (std::size_t node = before; node < m_design.after.nodes.size(); ++node) laid.push_back({static_cast<int>(node), m_design.after.nodes[node].invertM});
  return entered;
}

void Designer::connectWaiting() {
  for (bool isProgress = true; isProgress && !m_waiting.empty();) {
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& [start, water] : waiting) connect(start, water);
    isProgress = m_waiting.size() < waiting.size();
  }
  m_isLastCall = true;
  const auto left = std::exchange(m_waiting, {});
  for (const auto& [start, water] : left) connect(start, water);
}

int Designer::layPipe(const Start& start, Water water, const Line<XY>& line, const Target& target) {
  const double lengthM = lengthOf(line).value;
  std::vector<double> along = manholesAlong(line, m_limits.manholeSpacingM);
  along.push_back(lengthM);
  const bool isSloped = target.isLevelKnown && !target.needsLift && start.levelM && target.levelM;
  const auto levelAt = [&](double metres) -> std::optional<double> {
    if (!isSloped || lengthM <= 0) return std::nullopt;
    return *start.levelM + (*target.levelM - *start.levelM) * metres / lengthM;
  };
  std::string note = start.note;
  if (target.needsLift) note += "; 需提升";
  if (!target.isLevelKnown) note += "; 标高待勘测";
  int previous = start.node, entered = target.node;
  double from = 0;
  for (const double to : along) {
    const bool isLast = to == along.back();
    const int next = isLast ? target.node : addManhole(pointAlong(line, to), start, water, levelAt(to));
    if (from == 0) entered = start.node < 0 ? next : target.node;
    layStretch({.line = stretchOf(line, from, to), .fromNode = previous, .toNode = next, .fromLevelM = levelAt(from), .toLevelM = levelAt(to)}, start, water,
               {.isLead = start.isLead && from == 0, .needsLift = target.needsLift, .note = note});
    previous = next;
    from = to;
  }
  return entered;
}

int Designer::addManhole(XY point, const Start& start, Water water, std::optional<double> levelM) {
  m_design.items.push_back({.kind = DesignItem::Kind::NewManhole, .action = DesignAction::New, .water = water, .zone = start.zone,
                            .link = start.link, .source = start.source, .line = {point}});
  SewerNode made{.code = nextCode("J", water), .point = point, .water = water};
  made.invertM = levelM;
  return addNode(std::move(made));
}

void Designer::layStretch(const Stretch& stretch, const Start& start, Water water, const StretchFacts& facts) {
  const double lengthM = lengthOf(stretch.line).value, diameterMm = leastDiameter(water, facts.isLead);
  std::string note = facts.note;
  if (m_scope.ground) note += groundNote(*m_scope.ground, stretch.line, facts.isLead);
  // A riser enters its new manhole directly: its lead is no link of the network.
  const int link = stretch.fromNode < 0 ? -1 : static_cast<int>(m_design.after.links.size());
  constexpr double kNoPipeM = 0.05;   // two manholes on one place: a way for water, nothing to lay
  if (lengthM >= kNoPipeM) {
    m_design.items.push_back({.kind = DesignItem::Kind::NewPipe, .action = DesignAction::New, .water = water, .zone = start.zone,
                              .link = start.link, .source = start.source, .line = stretch.line, .lengthM = lengthM,
                              .diameterMm = diameterMm, .slope = m_limits.minSlope, .newLink = link, .isLead = facts.isLead,
                              .needsLift = facts.needsLift, .note = std::move(note)});
  }
  if (link < 0) return;
  // Designed to run this way: where levels are not known or water is pumped, the arrow says so.
  m_design.after.links.push_back({.code = nextCode("X", water), .from = stretch.fromNode, .to = stretch.toNode, .water = water,
                                  .fromInvertM = stretch.fromLevelM, .toInvertM = stretch.toLevelM, .diameterMm = diameterMm,
                                  .arrow = start.arrow, .lengthM = lengthM, .line = stretch.line});
  m_design.scope.links.push_back(start.zone);
}

std::string Designer::nextCode(std::string_view prefix, Water water) {
  std::array<char, 24> code{};
  std::snprintf(code.data(), code.size(), "%s%s%05d", std::string(prefix).c_str(), std::string(codeOf(water)).c_str(), ++m_serial);
  return code.data();
}

}  // namespace pianqu::geo
