#include "geo/district/explain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/district/components.hpp"

namespace pianqu::geo {
namespace {

std::vector<int> districtsAround(const Partition& partition, int u) {
  const auto& graph = partition.graph();
  std::vector<int> around;
  for (std::size_t a = graph.firstArc[static_cast<std::size_t>(u)]; a < graph.firstArc[static_cast<std::size_t>(u) + 1]; ++a) {
    const int d = partition.label(graph.arcs[a].to);
    if (d >= 0 && d != partition.label(u)) around.push_back(d);
  }
  std::sort(around.begin(), around.end());
  around.erase(std::unique(around.begin(), around.end()), around.end());
  return around;
}

double excessOf(const Blocking& blocking) {
  return blocking.limit > 0 ? std::abs(blocking.value - blocking.limit) / blocking.limit : std::numeric_limits<double>::infinity();
}

Blocking named(Blocking blocking, const DistrictProblem& problem) {
  if (blocking.kind == Blocking::Kind::Maximum) blocking.rule = problem.rules.sums[std::stoul(blocking.rule)].name;
  return blocking;
}

/// What its own district would lack without it; None when it may leave.
Blocking holdOf(const Partition& partition, const DistrictProblem& problem, int u) {
  const int own = partition.label(u);
  for (std::size_t rule = 0; rule < partition.graph().sumCount; ++rule) {
    const Milli rest = partition.district(own).sums[rule] - partition.graph().sum(u, rule);
    if (rest < partition.limits().minimum[rule]) {
      return {Blocking::Kind::Minimum, problem.rules.sums[rule].name, static_cast<double>(rest) / 1000, static_cast<double>(partition.limits().minimum[rule]) / 1000};
    }
  }
  if (!partition.staysWhole(u)) return {Blocking::Kind::Connection, "connection", 0, 0};
  return {};
}

void explainPlaced(const Partition& partition, const DistrictProblem& problem, int u, Placement& placement, int& best) {
  const int own = partition.label(u);
  placement.phase = partition.phase(u);
  placement.sharedWithOwnM = partition.sharedWith(u, own);
  const XY offset = partition.graph().nodes[static_cast<std::size_t>(u)].centre - partition.centre(own);
  placement.distanceToCentreM = std::hypot(offset.x, offset.y);
  double bestCost = std::numeric_limits<double>::infinity();
  for (int d : districtsAround(partition, u)) {
    const double cost = partition.costWith(d, u) - partition.cost(d) + partition.costWithout(own, u) - partition.cost(own);
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = d;
  }
  if (best < 0) return;
  placement.blocked = named(partition.blockingOf(u, best), problem);
  if (placement.blocked.kind == Blocking::Kind::None) placement.blocked = holdOf(partition, problem, u);
  if (placement.blocked.kind == Blocking::Kind::None) placement.blocked = {Blocking::Kind::WorseShape, "shape", bestCost, 0};
}

/// A district that lacks nothing but one rule for the unit: which is nearest to its limit?
void explainLeftover(const Partition& partition, const DistrictProblem& problem, int u, Placement& placement, int& best) {
  placement.reason = LeftoverReason::NoRoom;
  double bestExcess = std::numeric_limits<double>::infinity();
  for (int d : districtsAround(partition, u)) {
    const Blocking blocking = named(partition.blockingOf(u, d), problem);
    if (excessOf(blocking) >= bestExcess) continue;
    bestExcess = excessOf(blocking);
    best = d;
    placement.blocked = blocking;
    placement.relaxation = blocking;
  }
}

/// The minimum that the whole component would meet.
void explainSmallComponent(const Partition& partition, const DistrictProblem& problem, Placement& placement) {
  placement.reason = LeftoverReason::ComponentBelowMinimum;
  double worst = -1;
  for (std::size_t rule = 0; rule < partition.graph().sumCount; ++rule) {
    if (partition.graph().totals[rule] >= partition.limits().minimum[rule]) continue;
    const Blocking lacking{Blocking::Kind::Minimum, problem.rules.sums[rule].name, static_cast<double>(partition.graph().totals[rule]) / 1000,
                           static_cast<double>(partition.limits().minimum[rule]) / 1000};
    if (excessOf(lacking) <= worst) continue;
    worst = excessOf(lacking);
    placement.blocked = lacking;
    placement.relaxation = lacking;
  }
}

}  // namespace

void explainComponent(const Partition& partition, const DistrictProblem& problem, const std::vector<int>& numberOf,
                      std::vector<Placement>& placements) {
  const bool isTooSmall = upperBoundOf(partition.graph(), partition.limits()) == 0;
  for (int u = 0; u < static_cast<int>(partition.graph().size()); ++u) {
    Placement& placement = placements[partition.graph().nodes[static_cast<std::size_t>(u)].unit];
    int best = -1;
    if (partition.label(u) >= 0) {
      placement.district = numberOf[static_cast<std::size_t>(partition.label(u))];
      explainPlaced(partition, problem, u, placement, best);
    } else if (isTooSmall) {
      explainSmallComponent(partition, problem, placement);
    } else {
      explainLeftover(partition, problem, u, placement, best);
    }
    placement.otherDistrict = best < 0 ? -1 : numberOf[static_cast<std::size_t>(best)];
  }
}

namespace {

void noteSlack(DistrictReport& report, double& least, const std::string& rule, double slack, double limit) {
  const double relative = limit > 0 ? slack / limit : std::numeric_limits<double>::infinity();
  if (relative >= least) return;
  least = relative;
  report.binding = rule;
  report.slack = slack;
}

void findBinding(const DistrictRules& rules, DistrictReport& report) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < rules.sums.size(); ++i) {
    const SumRule& rule = rules.sums[i];
    if (rule.minimum) noteSlack(report, least, "minimum " + rule.name, report.totals[i] - *rule.minimum, *rule.minimum);
    if (rule.maximum) noteSlack(report, least, "maximum " + rule.name, *rule.maximum - report.totals[i], *rule.maximum);
  }
  if (rules.maxSpanM) noteSlack(report, least, "span", *rules.maxSpanM - report.spanM, *rules.maxSpanM);
}

struct InnerEdge {
  int district = 0;
  double sharedM = 0;
};

/// Edges inside districts, cut ones too: an outline does not run along them. Sorted, so that lengths add up the same for any order of rows.
std::vector<InnerEdge> innerEdges(const DistrictProblem& problem, const std::vector<int>& districtOf) {
  std::vector<InnerEdge> inner;
  for (const DistrictEdge& edge : problem.edges) {
    if (edge.a == edge.b || districtOf[edge.a] < 0 || districtOf[edge.a] != districtOf[edge.b]) continue;
    inner.push_back({districtOf[edge.a], edge.sharedM});
  }
  std::sort(inner.begin(), inner.end(), [](const InnerEdge& p, const InnerEdge& q) { return p.district != q.district ? p.district < q.district : p.sharedM < q.sharedM; });
  return inner;
}

}  // namespace

std::vector<DistrictReport> reportDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf, int count) {
  std::vector<DistrictReport> reports(static_cast<std::size_t>(count));
  std::vector<std::vector<std::size_t>> members(reports.size());
  for (std::size_t u = 0; u < districtOf.size(); ++u) {
    if (districtOf[u] >= 0) members[static_cast<std::size_t>(districtOf[u])].push_back(u);
  }
  for (std::size_t d = 0; d < reports.size(); ++d) {
    std::sort(members[d].begin(), members[d].end(), [&](std::size_t a, std::size_t b) { return problem.units[a].key < problem.units[b].key; });
    DistrictReport& report = reports[d];
    report.units = members[d].size();
    report.spanM = spanOf(problem, members[d]);
    report.pin = problem.units[members[d].front()].pin;
    for (std::size_t rule = 0; rule < problem.rules.sums.size(); ++rule) {
      Milli total = 0;
      for (std::size_t u : members[d]) total += toMilli(problem.units[u].sums[rule]);
      report.totals.push_back(static_cast<double>(total) / 1000);
    }
    for (std::size_t u : members[d]) {
      report.areaM2 += problem.units[u].areaM2;
      report.perimeterM += problem.units[u].perimeterM;
    }
    findBinding(problem.rules, report);
  }
  for (const InnerEdge& edge : innerEdges(problem, districtOf)) reports[static_cast<std::size_t>(edge.district)].perimeterM -= 2 * edge.sharedM;
  return reports;
}

}  // namespace pianqu::geo
