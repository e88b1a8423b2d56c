#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/district/partition.hpp"

namespace pianqu::geo {
namespace {

double squared(double v) { return v * v; }
std::size_t at(int u) { return static_cast<std::size_t>(u); }

}  // namespace

/// Lack of Polsby-Popper compactness, and half the lack of moment-of-inertia compactness, which still guides when outlines are ragged.
/// source [PolsbyPopper1991], [Li2014]
double shapeCost(const Partition::Shape& shape) {
  if (shape.mass <= 0) return 0;
  const double inertia = shape.m2 - (squared(shape.mx) + squared(shape.my)) / shape.mass;
  const double roundness = inertia > 0 ? std::min(1.0, squared(shape.mass) / (2 * std::numbers::pi * inertia)) : 1.0;
  if (shape.areaM2 <= 0 || shape.perimeterM <= 0) return 1 - roundness;
  const double outline = 4 * std::numbers::pi * shape.areaM2 / squared(shape.perimeterM);
  return (1 - std::min(1.0, outline)) + 0.5 * (1 - roundness);
}

double Partition::likenessOf(int d, const Shape& shape, int without, int with) const {
  if (shape.units <= 0) return 0;
  double mean = 0;
  for (std::size_t t = 0; t < m_graph->traitCount; ++t) {
    double total = m_traitSums[at(d) * m_graph->traitCount + t];
    if (without >= 0) total -= m_graph->traits[at(without) * m_graph->traitCount + t];
    if (with >= 0) total += m_graph->traits[at(with) * m_graph->traitCount + t];
    mean += squared(total);
  }
  return m_limits->likenessScale * (shape.traitSquares - mean / shape.units);
}

double Partition::targetCost(int d, int without, int with) const {
  double cost = 0;
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    if (m_limits->target[rule] == 0) continue;
    Milli total = sum(d, rule);
    if (without >= 0) total -= m_graph->sum(without, rule);
    if (with >= 0) total += m_graph->sum(with, rule);
    cost += squared(static_cast<double>(total - m_limits->target[rule]) / static_cast<double>(m_limits->target[rule]));
  }
  constexpr double kTargetWeight = 10;
  return kTargetWeight * cost;
}

/// Negative: a district is better the more it has above the minimum.
double Partition::driftOf(int d, int without, int with) const {
  double surplus = std::numeric_limits<double>::infinity();
  for (std::size_t rule = 0; rule < m_graph->sumCount; ++rule) {
    if (m_limits->minimum[rule] <= 0) continue;
    Milli total = sum(d, rule);
    if (without >= 0) total -= m_graph->sum(without, rule);
    if (with >= 0) total += m_graph->sum(with, rule);
    surplus = std::min(surplus, static_cast<double>(total - m_limits->minimum[rule]) / static_cast<double>(m_limits->minimum[rule]));
  }
  return std::isinf(surplus) ? 0 : -m_drift * squared(surplus);
}

double Partition::costOf(int d, const Shape& shape, int without, int with) const {
  double cost = m_limits->compactWeight * shapeCost(shape);
  if (m_limits->boundaryWeight > 0) cost += m_limits->boundaryWeight * m_limits->outlineScale * shape.perimeterM;
  if (m_limits->likenessWeight > 0) cost += m_limits->likenessWeight * likenessOf(d, shape, without, with);
  if (m_limits->isTargeting) cost += targetCost(d, without, with);
  if (m_drift > 0) cost += driftOf(d, without, with);
  return cost;
}

double Partition::costWith(int d, int without, int with, double sharedBetweenM) const {
  Shape shape = district(d).shape;
  if (without >= 0) add(shape, without, sharedWith(without, d), -1);
  if (with >= 0) add(shape, with, sharedWith(with, d) - sharedBetweenM, 1);
  return costOf(d, shape, without, with);
}

ChoiceTerms Partition::termsOf(int d, int without, int with) const {
  Shape shape = district(d).shape;
  if (without >= 0) add(shape, without, sharedWith(without, d), -1);
  if (with >= 0) add(shape, with, sharedWith(with, d), 1);
  ChoiceTerms terms;
  terms.compactness = m_limits->compactWeight * shapeCost(shape);
  terms.boundary = m_limits->boundaryWeight * m_limits->outlineScale * shape.perimeterM;
  if (m_limits->likenessWeight > 0) terms.likeness = m_limits->likenessWeight * likenessOf(d, shape, without, with);
  if (m_limits->isTargeting) terms.target = targetCost(d, without, with);
  return terms;
}

}  // namespace pianqu::geo
