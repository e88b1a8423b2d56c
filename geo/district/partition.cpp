#include "geo/district/partition.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

namespace pianqu::geo {
namespace {

constexpr Milli kUnbounded = std::numeric_limits<Milli>::max() / 4;

double squared(double v) { return v * v; }

}  // namespace

Milli toMilli(double value) { return static_cast<Milli>(std::llround(value * 1000.0)); }

DistrictLimits::DistrictLimits(const DistrictProblem& problem) {
  for (const SumRule& rule : problem.rules.sums) {
    minimum.push_back(rule.minimum ? toMilli(*rule.minimum) : -kUnbounded);
    maximum.push_back(rule.maximum ? toMilli(*rule.maximum) : kUnbounded);
  }
  maxSpanM = problem.rules.maxSpanM.value_or(std::numeric_limits<double>::infinity());
  compactWeight = problem.options.compactWeight;
  likenessWeight = problem.options.likenessWeight;
}

Partition::Partition(const DistrictGraph& graph, const DistrictLimits& limits)
    : m_graph(&graph),
      m_limits(&limits),
      m_label(graph.size(), -1),
      m_place(graph.size(), -1),
      m_phase(graph.size(), DistrictPhase::Left),
      m_stamp(graph.size(), 0),
      m_unassigned(graph.size()) {
  m_marks.isInSet.assign(graph.size(), 0);
  m_marks.isSeen.assign(graph.size(), 0);
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
  } else {
    d = m_free.back();
    m_free.pop_back();
  }
  District& district = m_districts[static_cast<std::size_t>(d)];
  district.members.clear();
  district.sums.assign(m_graph->sumCount, 0);
  district.traitSums.assign(m_graph->traitCount, 0.0);
  district.traitSquares = 0;
  district.shape = {};
  district.box = {};
  district.isAlive = true;
  ++m_alive;
  return d;
}

void Partition::close(int d) {
  District& district = m_districts[static_cast<std::size_t>(d)];
  for (int u : district.members) {
    m_label[static_cast<std::size_t>(u)] = -1;
    m_phase[static_cast<std::size_t>(u)] = DistrictPhase::Left;
    if (m_graph->sumCount > 0) m_uncovered += m_graph->sum(u, 0);
    ++m_unassigned;
  }
  district.members.clear();
  district.isAlive = false;
  m_free.push_back(d);
  --m_alive;
}

void Partition::put(int u, int d, DistrictPhase phase) {
  assert(label(u) < 0);
  District& district = m_districts[static_cast<std::size_t>(d)];
  const auto& node = m_graph->nodes[static_cast<std::size_t>(u)];
  district.shape = shifted(district, u, sharedWith(u, d), 1);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) district.sums[rule] += m_graph->sum(u, rule);
  for (std::size_t t = 0; t < m_graph->traitCount; ++t) {
    const double value = m_graph->traits[static_cast<std::size_t>(u) * m_graph->traitCount + t];
    district.traitSums[t] += value;
    district.traitSquares += squared(value);
  }
  district.box.add(node.box);
  m_place[static_cast<std::size_t>(u)] = static_cast<int>(district.members.size());
  district.members.push_back(u);
  m_label[static_cast<std::size_t>(u)] = d;
  m_phase[static_cast<std::size_t>(u)] = phase;
  if (m_graph->sumCount > 0) m_uncovered -= m_graph->sum(u, 0);
  --m_unassigned;
}

void Partition::take(int u) {
  District& district = m_districts[static_cast<std::size_t>(label(u))];
  district.shape = shifted(district, u, sharedWith(u, label(u)), -1);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) district.sums[rule] -= m_graph->sum(u, rule);
  for (std::size_t t = 0; t < m_graph->traitCount; ++t) {
    const double value = m_graph->traits[static_cast<std::size_t>(u) * m_graph->traitCount + t];
    district.traitSums[t] -= value;
    district.traitSquares -= squared(value);
  }
  const int place = m_place[static_cast<std::size_t>(u)];
  district.members[static_cast<std::size_t>(place)] = district.members.back();
  m_place[static_cast<std::size_t>(district.members.back())] = place;
  district.members.pop_back();
  district.box = {};
  for (int other : district.members) district.box.add(m_graph->nodes[static_cast<std::size_t>(other)].box);
  m_label[static_cast<std::size_t>(u)] = -1;
  m_phase[static_cast<std::size_t>(u)] = DistrictPhase::Left;
  if (m_graph->sumCount > 0) m_uncovered += m_graph->sum(u, 0);
  ++m_unassigned;
}

double Partition::spanWith(int u, const District& district) const {
  double widest = 0;
  const auto& hull = m_graph->nodes[static_cast<std::size_t>(u)].hull;
  for (int other : district.members) {
    for (XY p : m_graph->nodes[static_cast<std::size_t>(other)].hull) {
      for (XY q : hull) widest = std::max(widest, squared(p.x - q.x) + squared(p.y - q.y));
    }
  }
  return std::sqrt(widest);
}

bool Partition::isWithinSpan(int u, const District& district) const {
  if (std::isinf(m_limits->maxSpanM)) return true;
  Box box = district.box;
  box.add(m_graph->nodes[static_cast<std::size_t>(u)].box);
  const double limit = squared(m_limits->maxSpanM);
  if (squared(box.width()) + squared(box.height()) <= limit) return true;
  if (std::max(box.width(), box.height()) > m_limits->maxSpanM) return false;
  return squared(spanWith(u, district)) <= limit;
}

bool Partition::fits(int u, int d) const {
  const District& target = district(d);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    if (target.sums[rule] + m_graph->sum(u, rule) > m_limits->maximum[rule]) return false;
  }
  return isWithinSpan(u, target);
}

Blocking Partition::blockingOf(int u, int d) const {
  const District& target = district(d);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    const Milli sum = target.sums[rule] + m_graph->sum(u, rule);
    if (sum > m_limits->maximum[rule]) {
      return {Blocking::Kind::Maximum, std::to_string(rule), static_cast<double>(sum) / 1000, static_cast<double>(m_limits->maximum[rule]) / 1000};
    }
  }
  if (!isWithinSpan(u, target)) return {Blocking::Kind::Span, "span", spanWith(u, target), m_limits->maxSpanM};
  return {};
}

bool Partition::meetsMinimum(int d) const {
  const District& target = district(d);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    if (target.sums[rule] < m_limits->minimum[rule]) return false;
  }
  return true;
}

bool Partition::meetsMinimumWithout(int d, int u) const {
  const District& target = district(d);
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    if (target.sums[rule] - m_graph->sum(u, rule) < m_limits->minimum[rule]) return false;
  }
  return target.members.size() > 1;
}

bool Partition::staysWhole(int u) const {
  const int d = label(u);
  if (district(d).members.size() < 2) return false;
  const std::size_t from = m_graph->firstArc[static_cast<std::size_t>(u)], to = m_graph->firstArc[static_cast<std::size_t>(u) + 1];
  int wanted = 0, start = -1;
  const int isNeighbour = m_clock + 1, isReached = m_clock + 2;
  m_clock += 2;
  for (std::size_t a = from; a < to; ++a) {
    const int other = m_graph->arcs[a].to;
    if (label(other) != d) continue;
    m_stamp[static_cast<std::size_t>(other)] = isNeighbour;
    ++wanted;
    start = other;
  }
  if (wanted <= 1) return wanted == 1;
  m_queue.assign(1, start);
  m_stamp[static_cast<std::size_t>(start)] = isReached;
  int reached = 1;
  for (std::size_t at = 0; at < m_queue.size() && reached < wanted; ++at) {
    const auto v = static_cast<std::size_t>(m_queue[at]);
    for (std::size_t a = m_graph->firstArc[v]; a < m_graph->firstArc[v + 1]; ++a) {
      const int next = m_graph->arcs[a].to;
      if (next == u || label(next) != d || m_stamp[static_cast<std::size_t>(next)] == isReached) continue;
      if (m_stamp[static_cast<std::size_t>(next)] == isNeighbour) ++reached;
      m_stamp[static_cast<std::size_t>(next)] = isReached;
      m_queue.push_back(next);
    }
  }
  return reached == wanted;
}

double Partition::sharedWith(int u, int d) const {
  double shared = 0;
  for (std::size_t a = m_graph->firstArc[static_cast<std::size_t>(u)]; a < m_graph->firstArc[static_cast<std::size_t>(u) + 1]; ++a) {
    if (label(m_graph->arcs[a].to) == d) shared += m_graph->arcs[a].sharedM;
  }
  return shared;
}

XY Partition::centre(int d) const {
  const Shape& shape = district(d).shape;
  return shape.mass > 0 ? XY{shape.mx / shape.mass, shape.my / shape.mass} : XY{};
}

Partition::Shape Partition::shifted(const District& district, int u, double sharedM, double sign) const {
  const auto& node = m_graph->nodes[static_cast<std::size_t>(u)];
  Shape shape = district.shape;
  shape.areaM2 += sign * node.areaM2;
  shape.perimeterM += sign * (node.perimeterM - 2 * sharedM);
  shape.mass += sign * node.mass;
  shape.mx += sign * node.mass * node.centre.x;
  shape.my += sign * node.mass * node.centre.y;
  shape.m2 += sign * (node.mass * (squared(node.centre.x) + squared(node.centre.y)) + squared(node.mass) / (2 * std::numbers::pi));
  return shape;
}

/// 0 for a circle, up to about 1.5: lack of Polsby-Popper compactness, and half the lack of moment-of-inertia compactness, which
/// still guides when outlines are ragged. source [PolsbyPopper1991], [Li2014]
double Partition::shapeCost(const Shape& shape) const {
  if (shape.mass <= 0) return 0;
  const double inertia = shape.m2 - (squared(shape.mx) + squared(shape.my)) / shape.mass;
  const double roundness = inertia > 0 ? std::min(1.0, squared(shape.mass) / (2 * std::numbers::pi * inertia)) : 1.0;
  if (shape.areaM2 <= 0 || shape.perimeterM <= 0) return 1 - roundness;
  const double outline = 4 * std::numbers::pi * shape.areaM2 / squared(shape.perimeterM);
  return (1 - std::min(1.0, outline)) + 0.5 * (1 - roundness);
}

double Partition::likenessCost(const District& district, int u, double sign) const {
  if (m_limits->likenessWeight <= 0 || m_graph->traitCount == 0) return 0;
  const double count = static_cast<double>(district.members.size()) + (u >= 0 ? sign : 0.0);
  if (count <= 0) return 0;
  double squares = district.traitSquares, mean = 0;
  for (std::size_t t = 0; t < m_graph->traitCount; ++t) {
    const double value = u >= 0 ? sign * m_graph->traits[static_cast<std::size_t>(u) * m_graph->traitCount + t] : 0.0;
    squares += u >= 0 ? sign * squared(value) : 0.0;
    mean += squared(district.traitSums[t] + value);
  }
  return m_limits->likenessWeight * m_limits->likenessScale * (squares - mean / count);
}

double Partition::cost(int d) const {
  return m_limits->compactWeight * shapeCost(district(d).shape) + likenessCost(district(d), -1, 0);
}

double Partition::costShifted(int d, int u, double sign) const {
  return m_limits->compactWeight * shapeCost(shifted(district(d), u, sharedWith(u, d), sign)) + likenessCost(district(d), u, sign);
}

double Partition::costWith(int d, int u) const { return costShifted(d, u, 1); }
double Partition::costWithout(int d, int u) const { return costShifted(d, u, -1); }

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
  score.districts = partition.districtCount();
  for (int d : partition.aliveDistricts()) score.cost += partition.cost(d);
  return score;
}

}  // namespace pianqu::geo
