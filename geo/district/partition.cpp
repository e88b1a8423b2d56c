#include "geo/district/partition.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace pianqu::geo {
namespace {

constexpr Milli kUnbounded = std::numeric_limits<Milli>::max() / 4;

double squared(double v) { return v * v; }
std::size_t at(int u) { return static_cast<std::size_t>(u); }

}  // namespace

Milli toMilli(double value) { return static_cast<Milli>(std::llround(value * 1000.0)); }

DistrictLimits::DistrictLimits(const DistrictProblem& problem) {
  for (const SumRule& rule : problem.rules.sums) {
    minimum.push_back(rule.minimum ? toMilli(*rule.minimum) : -kUnbounded);
    maximum.push_back(rule.maximum ? toMilli(*rule.maximum) : kUnbounded);
    target.push_back(rule.target ? std::max<Milli>(1, toMilli(*rule.target)) : 0);
    isTargeting = isTargeting || rule.target.has_value();
  }
  maxSpanM = problem.rules.maxSpanM.value_or(std::numeric_limits<double>::infinity());
  compactWeight = problem.options.compactWeight;
  boundaryWeight = problem.options.boundaryWeight;
  likenessWeight = problem.options.likenessWeight;
}

Partition::Partition(const DistrictGraph& graph, const DistrictLimits& limits)
    : m_graph(&graph),
      m_limits(&limits),
      m_label(graph.size(), -1),
      m_place(graph.size(), -1),
      m_phase(graph.size(), DistrictPhase::Left),
      m_unassigned(graph.size()) {
  std::size_t states = 0;
  for (const auto& node : graph.nodes) states += static_cast<std::size_t>(node.pieces);
  m_stamp.assign(states, 0);
  m_marks.isInSet.assign(graph.size(), 0);
  m_marks.isSeen.assign(graph.size(), 0);
  m_marks.own.assign(graph.size(), 0);
  m_marks.open.assign(graph.size(), 0);
  if (graph.sumCount > 0) m_uncovered = graph.totals[0];
}

std::vector<int> Partition::aliveDistricts() const {
  std::vector<int> alive;
  for (std::size_t d = 0; d < m_districts.size(); ++d) {
    if (m_districts[d].isAlive) alive.push_back(static_cast<int>(d));
  }
  return alive;
}

int Partition::open() {
  int d = 0;
  if (m_free.empty()) {
    d = static_cast<int>(m_districts.size());
    m_districts.emplace_back();
    m_sums.resize(m_sums.size() + m_graph->sumCount);
    m_traitSums.resize(m_traitSums.size() + m_graph->traitCount);
  } else {
    d = m_free.back();
    m_free.pop_back();
  }
  return start(d);
}

int Partition::openAt(int d) {
  m_free.erase(std::find(m_free.begin(), m_free.end(), d));
  return start(d);
}

int Partition::start(int d) {
  District& district = m_districts[at(d)];
  std::fill_n(m_sums.begin() + static_cast<std::ptrdiff_t>(at(d) * m_graph->sumCount), m_graph->sumCount, Milli{0});
  std::fill_n(m_traitSums.begin() + static_cast<std::ptrdiff_t>(at(d) * m_graph->traitCount), m_graph->traitCount, 0.0);
  district.members.clear();
  district.shape = {};
  district.box = {};
  district.cost = 0;
  district.locked = 0;
  district.isAlive = true;
  ++m_alive;
  return d;
}

void Partition::close(int d) {
  District& district = m_districts[at(d)];
  for (int u : district.members) {
    m_label[at(u)] = -1;
    m_phase[at(u)] = DistrictPhase::Left;
    if (m_graph->sumCount > 0) m_uncovered += m_graph->sum(u, 0);
    ++m_unassigned;
  }
  district.members.clear();
  district.isAlive = false;
  m_free.push_back(d);
  --m_alive;
}

void Partition::add(Shape& shape, int u, double sharedM, double sign) const {
  const auto& node = m_graph->node(u);
  shape.areaM2 += sign * node.areaM2;
  shape.perimeterM += sign * (node.perimeterM - 2 * sharedM);
  shape.mass += sign * node.mass;
  shape.mx += sign * node.mass * node.centre.x;
  shape.my += sign * node.mass * node.centre.y;
  shape.m2 += sign * (node.mass * (squared(node.centre.x) + squared(node.centre.y)) + squared(node.mass) / (2 * std::numbers::pi));
  shape.traitSquares += sign * m_graph->traitSquares[at(u)];
  shape.units += sign * static_cast<double>(node.unitCount);
}

void Partition::put(int u, int d, DistrictPhase phase) {
  assert(label(u) < 0);
  District& district = m_districts[at(d)];
  const auto& node = m_graph->node(u);
  add(district.shape, u, sharedWith(u, d), 1);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) m_sums[at(d) * m_graph->sumCount + rule] += m_graph->sum(u, rule);
  for (std::size_t t = 0; t < m_graph->traitCount; ++t) m_traitSums[at(d) * m_graph->traitCount + t] += m_graph->traits[at(u) * m_graph->traitCount + t];
  district.box.add(node.box);
  district.locked += node.lock >= 0 ? 1 : 0;
  m_place[at(u)] = static_cast<int>(district.members.size());
  district.members.push_back(u);
  m_label[at(u)] = d;
  m_phase[at(u)] = phase;
  if (m_graph->sumCount > 0) m_uncovered -= m_graph->sum(u, 0);
  --m_unassigned;
  refresh(d);
}

void Partition::take(int u) {
  const int d = label(u);
  District& district = m_districts[at(d)];
  const auto& node = m_graph->node(u);
  add(district.shape, u, sharedWith(u, d), -1);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) m_sums[at(d) * m_graph->sumCount + rule] -= m_graph->sum(u, rule);
  for (std::size_t t = 0; t < m_graph->traitCount; ++t) m_traitSums[at(d) * m_graph->traitCount + t] -= m_graph->traits[at(u) * m_graph->traitCount + t];
  district.locked -= node.lock >= 0 ? 1 : 0;
  const int place = m_place[at(u)];
  district.members[at(place)] = district.members.back();
  m_place[at(district.members.back())] = place;
  district.members.pop_back();
  const bool isAtEdge = node.box.minX <= district.box.minX || node.box.minY <= district.box.minY || node.box.maxX >= district.box.maxX || node.box.maxY >= district.box.maxY;
  if (isAtEdge) {
    district.box = {};
    for (int other : district.members) district.box.add(m_graph->node(other).box);
  }
  m_label[at(u)] = -1;
  m_phase[at(u)] = DistrictPhase::Left;
  if (m_graph->sumCount > 0) m_uncovered += m_graph->sum(u, 0);
  ++m_unassigned;
  refresh(d);
}

void Partition::refresh(int d) { m_districts[at(d)].cost = costOf(d, district(d).shape, -1, -1); }

void Partition::setDrift(double weight) {
  m_drift = weight;
  for (int d = 0; d < slotCount(); ++d) {
    if (district(d).isAlive) refresh(d);
  }
}

double Partition::spanWith(int u, int d, int without) const {
  double widest = 0;
  const auto& node = m_graph->node(u);
  const XY* own = m_graph->points.data() + node.firstPoint;
  for (int other : district(d).members) {
    if (other == without) continue;
    const auto& second = m_graph->node(other);
    const XY* points = m_graph->points.data() + second.firstPoint;
    for (std::size_t p = 0; p < second.pointCount; ++p) {
      for (std::size_t q = 0; q < node.pointCount; ++q) widest = std::max(widest, squared(points[p].x - own[q].x) + squared(points[p].y - own[q].y));
    }
  }
  return std::sqrt(widest);
}

bool Partition::isWithinSpan(int u, int d, int without) const {
  if (std::isinf(m_limits->maxSpanM)) return true;
  Box box = district(d).box;
  box.add(m_graph->node(u).box);
  const double limit = squared(m_limits->maxSpanM);
  if (squared(box.width()) + squared(box.height()) <= limit) return true;
  if (without < 0 && std::max(box.width(), box.height()) > m_limits->maxSpanM) return false;
  return squared(spanWith(u, d, without)) <= limit;
}

bool Partition::fitsInstead(int u, int d, int without) const {
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    const Milli left = without >= 0 ? m_graph->sum(without, rule) : 0;
    if (sum(d, rule) - left + m_graph->sum(u, rule) > m_limits->maximum[rule]) return false;
  }
  const auto& node = m_graph->node(u);
  if (node.lock >= 0 && district(d).locked - (without >= 0 && m_graph->node(without).lock >= 0 ? 1 : 0) > 0) return false;
  for (std::size_t i = 0; i < node.apartCount; ++i) {
    const int other = m_graph->apart[node.firstApart + i];
    if (label(other) == d && other != without) return false;
  }
  return isWithinSpan(u, d, without);
}

std::vector<Blocking> Partition::blockingsOf(int u, int d) const {
  std::vector<Blocking> found;
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    const Milli total = sum(d, rule) + m_graph->sum(u, rule);
    if (total > m_limits->maximum[rule]) {
      found.push_back({Blocking::Kind::Maximum, std::to_string(rule), static_cast<double>(total) / 1000, static_cast<double>(m_limits->maximum[rule]) / 1000});
    }
  }
  if (!isWithinSpan(u, d, -1)) found.push_back({Blocking::Kind::Span, "span", spanWith(u, d, -1), m_limits->maxSpanM});
  const auto& node = m_graph->node(u);
  bool isApart = node.lock >= 0 && district(d).locked > 0;
  for (std::size_t i = 0; i < node.apartCount; ++i) isApart = isApart || label(m_graph->apart[node.firstApart + i]) == d;
  if (isApart) found.push_back({Blocking::Kind::Apart, "apart", 0, 0});
  return found;
}

bool Partition::meetsMinimum(int d) const { return meetsMinimumWith(d, -1, -1); }

bool Partition::meetsMinimumWith(int d, int without, int with) const {
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    Milli total = sum(d, rule);
    if (without >= 0) total -= m_graph->sum(without, rule);
    if (with >= 0) total += m_graph->sum(with, rule);
    if (total < m_limits->minimum[rule]) return false;
  }
  return without < 0 || with >= 0 || district(d).members.size() > 1;
}

bool Partition::staysWholeWith(int u, int joining) const {
  const int d = label(u);
  if (district(d).members.size() < 2 && joining < 0) return false;
  if (m_graph->hasPieces) return isWholeByPieces(d, u, joining);
  int wanted = 0, start = -1;
  const int isNeighbour = m_clock + 1, isReached = m_clock + 2;
  m_clock += 2;
  const auto isIn = [&](int v) { return v != u && (label(v) == d || v == joining); };
  for (const auto& arc : m_graph->arcsOf(u)) {
    if (!isIn(arc.to)) continue;
    m_stamp[at(arc.to)] = isNeighbour;
    ++wanted;
    start = arc.to;
  }
  // The one that joins must be reached too, whether or not it touches the one that leaves.
  if (joining >= 0 && m_stamp[at(joining)] != isNeighbour) {
    m_stamp[at(joining)] = isNeighbour;
    ++wanted;
    if (start < 0) start = joining;
  }
  if (wanted <= 1) return wanted == 1 && (joining < 0 || district(d).members.size() == 1 || start != joining);
  m_queue.assign(1, start);
  m_stamp[at(start)] = isReached;
  int reached = 1;
  for (std::size_t i = 0; i < m_queue.size() && reached < wanted; ++i) {
    for (const auto& arc : m_graph->arcsOf(m_queue[i])) {
      const int next = arc.to;
      if (!isIn(next) || m_stamp[at(next)] == isReached) continue;
      if (m_stamp[at(next)] == isNeighbour) ++reached;
      m_stamp[at(next)] = isReached;
      m_queue.push_back(next);
    }
  }
  return reached == wanted;
}

bool Partition::isWhole(int d) const {
  if (m_graph->hasPieces) return isWholeByPieces(d, -1, -1);
  const auto& members = district(d).members;
  if (members.empty()) return false;
  const int isReached = ++m_clock;
  m_queue.assign(1, members.front());
  m_stamp[at(members.front())] = isReached;
  for (std::size_t i = 0; i < m_queue.size(); ++i) {
    for (const auto& arc : m_graph->arcsOf(m_queue[i])) {
      if (label(arc.to) != d || m_stamp[at(arc.to)] == isReached) continue;
      m_stamp[at(arc.to)] = isReached;
      m_queue.push_back(arc.to);
    }
  }
  return m_queue.size() == members.size();
}

/// Slow, for components where some node is in pieces: every piece of every member must be reached.
bool Partition::isWholeByPieces(int d, int without, int joining) const {
  std::vector<std::pair<int, int>> states;
  std::vector<int> members = district(d).members;
  if (joining >= 0) members.push_back(joining);
  std::erase(members, without);
  std::sort(members.begin(), members.end());
  for (int u : members) for (int piece = 0; piece < m_graph->node(u).pieces; ++piece) states.emplace_back(u, piece);
  if (states.empty()) return false;
  std::vector<char> isReached(states.size(), 0);
  std::vector<std::size_t> queue{0};
  isReached[0] = 1;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const auto [u, piece] = states[queue[i]];
    for (const auto& arc : m_graph->arcsOf(u)) {
      if (arc.fromPiece != piece) continue;
      const std::pair<int, int> next{arc.to, arc.toPiece};
      const auto found = std::lower_bound(states.begin(), states.end(), next);
      if (found == states.end() || *found != next) continue;
      const auto position = static_cast<std::size_t>(found - states.begin());
      if (isReached[position] != 0) continue;
      isReached[position] = 1;
      queue.push_back(position);
    }
  }
  return queue.size() == states.size();
}

double Partition::sharedWith(int u, int d) const {
  double shared = 0;
  for (const auto& arc : m_graph->arcsOf(u)) {
    if (label(arc.to) == d) shared += arc.sharedM;
  }
  return shared;
}

double Partition::unlikeness(int u, int d) const {
  const double own = static_cast<double>(m_graph->node(u).unitCount), units = district(d).shape.units;
  double sum = 0;
  for (std::size_t t = 0; t < m_graph->traitCount && units > 0; ++t) {
    sum += squared(m_graph->traits[at(u) * m_graph->traitCount + t] / own - m_traitSums[at(d) * m_graph->traitCount + t] / units);
  }
  return sum;
}

XY Partition::centre(int d) const {
  const Shape& shape = district(d).shape;
  return shape.mass > 0 ? XY{shape.mx / shape.mass, shape.my / shape.mass} : XY{};
}

bool PartitionScore::isBetterThan(const PartitionScore& other) const {
  if (uncovered != other.uncovered) return uncovered < other.uncovered;
  if (unassigned != other.unassigned) return unassigned < other.unassigned;
  if (districts != other.districts) return districts > other.districts;
  return cost < other.cost - 1e-12;
}

PartitionScore scoreOf(const Partition& partition) {
  PartitionScore score;
  score.uncovered = partition.uncovered();
  score.unassigned = partition.unassigned();
  score.districts = partition.limits().isTargeting ? 0 : partition.districtCount();
  for (int d = 0; d < partition.slotCount(); ++d) {
    if (!partition.district(d).isAlive) continue;
    score.cost += partition.cost(d);
    for (int u : partition.district(d).members) score.cost += partition.changeCost(u, d);
  }
  return score;
}

}  // namespace pianqu::geo
