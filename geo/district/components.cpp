#include "geo/district/components.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

namespace pianqu::geo {
namespace {

double cross(XY o, XY a, XY b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

/// Convex hull, the greatest distance of a set being between two of its corners. source [Andrew1979]
std::vector<XY> hullOf(std::vector<XY> points) {
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  std::vector<XY> hull(2 * points.size());
  std::size_t k = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    while (k >= 2 && cross(hull[k - 2], hull[k - 1], points[i]) <= 0) --k;
    hull[k++] = points[i];
  }
  const std::size_t lower = k + 1;
  for (std::size_t i = points.size() - 1; i-- > 0;) {
    while (k >= lower && cross(hull[k - 2], hull[k - 1], points[i]) <= 0) --k;
    hull[k++] = points[i];
  }
  hull.resize(k - 1);
  return hull;
}

bool isAmount(double value) { return std::isfinite(value) && value >= 0 && value < 1e12; }

Result<void> checkUnit(const DistrictProblem& problem, const DistrictUnit& unit) {
  const auto bad = [&](const std::string& what, const std::string& hint) {
    return fail(ErrorCode::Invalid, "Unit " + unit.key + " " + what + ".", hint, {.feature = unit.key});
  };
  if (unit.points.empty()) return bad("has no position", "Give every unit at least one point.");
  for (XY p : unit.points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return bad("has a position that is not a number", "Repair its geometry.");
  }
  if (unit.sums.size() != problem.rules.sums.size()) return bad("has the wrong number of attributes", "Give one for each rule.");
  for (std::size_t i = 0; i < unit.sums.size(); ++i) {
    if (!isAmount(unit.sums[i])) return bad("has " + problem.rules.sums[i].name + " = " + std::to_string(unit.sums[i]), "It must be 0 or more.");
  }
  if (!isAmount(unit.areaM2) || !isAmount(unit.perimeterM)) return bad("has no usable area or perimeter", "Give 0 when it is not known.");
  if (unit.traits.size() != problem.units.front().traits.size()) return bad("has the wrong number of traits", "All units need equally many.");
  for (double trait : unit.traits) {
    if (!std::isfinite(trait)) return bad("has a trait that is not a number", "Leave the unit out, or fill in a mean.");
  }
  return {};
}

Result<void> checkRules(const DistrictRules& rules) {
  for (const SumRule& rule : rules.sums) {
    const bool isUsable = isAmount(rule.minimum.value_or(0)) && isAmount(rule.maximum.value_or(0));
    if (!isUsable) return fail(ErrorCode::Invalid, "The bounds of " + rule.name + " are not usable numbers.", "Give 0 or more.");
    if (rule.minimum && rule.maximum && *rule.minimum > *rule.maximum) {
      return fail(ErrorCode::Invalid, "The minimum of " + rule.name + " is above its maximum.", "Swap them, or leave one out.");
    }
  }
  if (rules.maxSpanM && !(std::isfinite(*rules.maxSpanM) && *rules.maxSpanM > 0)) {
    return fail(ErrorCode::Invalid, "The maximum span must be above 0 m.", "Leave it out for no limit.");
  }
  return {};
}

std::vector<std::size_t> freeUnitsByKey(const DistrictProblem& problem) {
  std::vector<std::size_t> free;
  for (std::size_t u = 0; u < problem.units.size(); ++u) {
    if (!problem.units[u].pin && tooBigBy(problem, problem.units[u]).kind == Blocking::Kind::None) free.push_back(u);
  }
  std::sort(free.begin(), free.end(), [&](std::size_t a, std::size_t b) { return problem.units[a].key < problem.units[b].key; });
  return free;
}

struct Link {
  std::size_t a, b;   ///< ranks among the free units, a < b
  double sharedM;
};

std::vector<Link> linksOf(const DistrictProblem& problem, const std::vector<std::size_t>& rankOf) {
  std::vector<Link> links;
  for (const DistrictEdge& edge : problem.edges) {
    if (edge.isCut || edge.a == edge.b) continue;
    const std::size_t a = rankOf[edge.a], b = rankOf[edge.b];
    if (a == rankOf.size() || b == rankOf.size()) continue;
    links.push_back({std::min(a, b), std::max(a, b), edge.sharedM});
  }
  // The length is part of the order, so that repeated pairs add up the same for any order of rows.
  std::sort(links.begin(), links.end(), [](const Link& p, const Link& q) { return std::tie(p.a, p.b, p.sharedM) < std::tie(q.a, q.b, q.sharedM); });
  std::vector<Link> merged;
  for (const Link& link : links) {
    if (!merged.empty() && merged.back().a == link.a && merged.back().b == link.b) merged.back().sharedM += link.sharedM;
    else merged.push_back(link);
  }
  return merged;
}

std::size_t rootOf(std::vector<std::size_t>& parent, std::size_t u) {
  while (parent[u] != u) u = parent[u] = parent[parent[u]];
  return u;
}

/// Mean and 1 / standard deviation of each trait over all units.
std::vector<std::pair<double, double>> traitScales(const DistrictProblem& problem, const std::vector<std::size_t>& byKey) {
  const std::size_t count = problem.units.empty() ? 0 : problem.units.front().traits.size();
  std::vector<std::pair<double, double>> scales(count, {0.0, 0.0});
  for (std::size_t t = 0; t < count; ++t) {
    double sum = 0, squares = 0;
    for (std::size_t u : byKey) sum += problem.units[u].traits[t];
    const double mean = byKey.empty() ? 0 : sum / static_cast<double>(byKey.size());
    for (std::size_t u : byKey) squares += (problem.units[u].traits[t] - mean) * (problem.units[u].traits[t] - mean);
    const double deviation = byKey.empty() ? 0 : std::sqrt(squares / static_cast<double>(byKey.size()));
    scales[t] = {mean, deviation > 0 ? 1 / deviation : 0};
  }
  return scales;
}

DistrictGraph::Node nodeOf(const DistrictUnit& unit, std::size_t index, XY origin) {
  DistrictGraph::Node node;
  node.unit = index;
  XY sum;
  std::vector<XY> points = unit.points;
  std::sort(points.begin(), points.end());
  for (XY& p : points) {
    p = p - origin;
    sum = sum + p;
  }
  node.centre = sum * (1 / static_cast<double>(points.size()));
  node.hull = hullOf(points);
  node.box = boxOf(node.hull);
  node.areaM2 = unit.areaM2;
  node.perimeterM = unit.perimeterM;
  node.mass = unit.areaM2 > 0 ? unit.areaM2 : 1;
  return node;
}

void fillNodes(DistrictGraph& graph, const DistrictProblem& problem, const std::vector<std::size_t>& members,
               const std::vector<std::pair<double, double>>& scales) {
  graph.sumCount = problem.rules.sums.size();
  graph.traitCount = scales.size();
  graph.totals.assign(graph.sumCount, 0);
  graph.origin = problem.units[members.front()].points.front();
  for (std::size_t unit : members) {
    const DistrictUnit& source = problem.units[unit];
    graph.nodes.push_back(nodeOf(source, unit, graph.origin));
    for (std::size_t rule = 0; rule < graph.sumCount; ++rule) {
      graph.sums.push_back(toMilli(source.sums[rule]));
      graph.totals[rule] += graph.sums.back();
    }
    for (std::size_t t = 0; t < graph.traitCount; ++t) graph.traits.push_back((source.traits[t] - scales[t].first) * scales[t].second);
  }
}

}  // namespace

Result<void> checkProblem(const DistrictProblem& problem) {
  if (auto rules = checkRules(problem.rules); !rules) return rules;
  std::set<std::string> keys;
  for (const DistrictUnit& unit : problem.units) {
    if (!keys.insert(unit.key).second) return fail(ErrorCode::Invalid, "Unit " + unit.key + " occurs twice.", "Give every unit its own key.", {.feature = unit.key});
    if (auto usable = checkUnit(problem, unit); !usable) return usable;
  }
  for (std::size_t i = 0; i < problem.edges.size(); ++i) {
    const DistrictEdge& edge = problem.edges[i];
    if (edge.a >= problem.units.size() || edge.b >= problem.units.size()) {
      return fail(ErrorCode::Invalid, "Edge " + std::to_string(i + 1) + " leads to a unit that does not exist.", "Check the numbers in its row.", {.feature = std::to_string(i + 1)});
    }
    if (!isAmount(edge.sharedM)) return fail(ErrorCode::Invalid, "Edge " + std::to_string(i + 1) + " has no usable length.", "Give 0 or more.", {.feature = std::to_string(i + 1)});
  }
  return {};
}

double spanOf(const DistrictProblem& problem, const std::vector<std::size_t>& units) {
  std::vector<XY> points;
  for (std::size_t u : units) points.insert(points.end(), problem.units[u].points.begin(), problem.units[u].points.end());
  const std::vector<XY> hull = hullOf(std::move(points));
  double widest = 0;
  for (XY p : hull) {
    for (XY q : hull) widest = std::max(widest, std::hypot(p.x - q.x, p.y - q.y));
  }
  return widest;
}

Blocking tooBigBy(const DistrictProblem& problem, const DistrictUnit& unit) {
  for (std::size_t rule = 0; rule < problem.rules.sums.size(); ++rule) {
    const SumRule& bound = problem.rules.sums[rule];
    if (bound.maximum && toMilli(unit.sums[rule]) > toMilli(*bound.maximum)) return {Blocking::Kind::Maximum, bound.name, unit.sums[rule], *bound.maximum};
  }
  if (problem.rules.maxSpanM) {
    double widest = 0;
    const std::vector<XY> hull = hullOf(unit.points);
    for (XY p : hull) {
      for (XY q : hull) widest = std::max(widest, std::hypot(p.x - q.x, p.y - q.y));
    }
    if (widest > *problem.rules.maxSpanM) return {Blocking::Kind::Span, "span", widest, *problem.rules.maxSpanM};
  }
  return {};
}

int upperBoundOf(const DistrictGraph& graph, const DistrictLimits& limits) {
  Milli bound = static_cast<Milli>(graph.size());
  for (std::size_t rule = 0; rule < graph.sumCount; ++rule) {
    if (limits.minimum[rule] > 0) bound = std::min(bound, graph.totals[rule] / limits.minimum[rule]);
  }
  return static_cast<int>(bound);
}

std::vector<DistrictGraph> componentsOf(const DistrictProblem& problem) {
  const std::vector<std::size_t> free = freeUnitsByKey(problem);
  std::vector<std::size_t> rankOf(problem.units.size(), problem.units.size());
  for (std::size_t rank = 0; rank < free.size(); ++rank) rankOf[free[rank]] = rank;
  const std::vector<Link> links = linksOf(problem, rankOf);
  std::vector<std::size_t> parent(free.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (const Link& link : links) {
    // The smaller rank becomes the root: components come in the order of their smallest keys.
    const std::size_t a = rootOf(parent, link.a), b = rootOf(parent, link.b);
    parent[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::size_t> componentOf(free.size(), 0), local(free.size(), 0);
  std::vector<std::vector<std::size_t>> members;
  for (std::size_t rank = 0; rank < free.size(); ++rank) {
    const std::size_t root = rootOf(parent, rank);
    if (root == rank) {
      componentOf[rank] = members.size();
      members.emplace_back();
    }
    componentOf[rank] = componentOf[root];
    local[rank] = members[componentOf[rank]].size();
    members[componentOf[rank]].push_back(free[rank]);
  }
  const auto scales = traitScales(problem, free);
  std::vector<DistrictGraph> graphs(members.size());
  std::vector<std::vector<std::vector<DistrictGraph::Arc>>> arcs(members.size());
  for (std::size_t c = 0; c < members.size(); ++c) {
    fillNodes(graphs[c], problem, members[c], scales);
    arcs[c].resize(members[c].size());
  }
  for (const Link& link : links) {
    auto& own = arcs[componentOf[link.a]];
    own[local[link.a]].push_back({static_cast<int>(local[link.b]), link.sharedM});
    own[local[link.b]].push_back({static_cast<int>(local[link.a]), link.sharedM});
  }
  for (std::size_t c = 0; c < graphs.size(); ++c) {
    graphs[c].firstArc.push_back(0);
    for (const auto& own : arcs[c]) {
      graphs[c].arcs.insert(graphs[c].arcs.end(), own.begin(), own.end());
      graphs[c].firstArc.push_back(graphs[c].arcs.size());
    }
  }
  return graphs;
}

}  // namespace pianqu::geo
