#include "geo/district/explain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/district/components.hpp"

namespace pianqu::geo {
namespace {

std::vector<int> otherDistricts(const Partition& partition, int u) {
  std::vector<int> around;
  for (const auto& arc : partition.graph().arcsOf(u)) {
    const int d = partition.label(arc.to);
    if (d >= 0 && d != partition.label(u)) around.push_back(d);
  }
  std::sort(around.begin(), around.end());
  around.erase(std::unique(around.begin(), around.end()), around.end());
  return around;
}

double excessOf(const Blocking& blocking) {
  return blocking.limit > 0 ? std::abs(blocking.value - blocking.limit) / blocking.limit : std::numeric_limits<double>::infinity();
}

double excessOf(const std::vector<Blocking>& blockings) {
  double excess = 0;
  for (const Blocking& blocking : blockings) excess += excessOf(blocking);
  return excess;
}

std::vector<Blocking> named(std::vector<Blocking> blockings, const DistrictProblem& problem) {
  for (Blocking& blocking : blockings) {
    if (blocking.kind == Blocking::Kind::Maximum) blocking.rule = problem.rules.sums[std::stoul(blocking.rule)].name;
  }
  return blockings;
}

ChoiceTerms difference(const ChoiceTerms& a, const ChoiceTerms& b) {
  return {a.compactness - b.compactness, a.boundary - b.boundary, a.likeness - b.likeness, a.target - b.target, a.change - b.change};
}

/// What its own district would lack without it; None when it may leave.
Blocking holdOf(const Partition& partition, const DistrictProblem& problem, int u) {
  const int own = partition.label(u);
  for (std::size_t rule = 0; rule < partition.graph().sumCount; ++rule) {
    const Milli rest = partition.sum(own, rule) - partition.graph().sum(u, rule);
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
  const XY offset = partition.graph().node(u).centre - partition.centre(own);
  placement.distanceToCentreM = std::hypot(offset.x, offset.y);
  placement.own = difference(partition.termsOf(own, -1, -1), partition.termsOf(own, u, -1));
  double bestCost = std::numeric_limits<double>::infinity();
  for (int d : otherDistricts(partition, u)) {
    const double cost = partition.costWith(d, u) - partition.cost(d);
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = d;
  }
  if (best < 0) return;
  placement.other = difference(partition.termsOf(best, -1, u), partition.termsOf(best, -1, -1));
  const auto blockings = named(partition.blockingsOf(u, best), problem);
  if (!blockings.empty()) placement.blocked = blockings.front();
  if (placement.blocked.kind == Blocking::Kind::None) placement.blocked = holdOf(partition, problem, u);
  if (placement.blocked.kind == Blocking::Kind::None) placement.blocked = {Blocking::Kind::WorseShape, "shape", placement.other.total() - placement.own.total(), 0};
}

/// Leftovers that hang together, and the minima that they would miss as a district of their own; nothing where they break something else.
struct LeftoverGroups {
  std::vector<int> groupOf;
  std::vector<std::vector<Blocking>> lacking;

  LeftoverGroups(const Partition& partition, const DistrictProblem& problem) : groupOf(partition.graph().size(), -1) {
    Partition alone(partition.graph(), partition.limits());
    for (int u = 0; u < static_cast<int>(groupOf.size()); ++u) {
      if (partition.label(u) < 0 && groupOf[static_cast<std::size_t>(u)] < 0) lacking.push_back(lackingOf(groupAt(partition, u), alone, problem));
    }
  }

 private:
  std::vector<int> groupAt(const Partition& partition, int start) {
    std::vector<int> group{start};
    const int number = static_cast<int>(lacking.size());
    groupOf[static_cast<std::size_t>(start)] = number;
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const auto& arc : partition.graph().arcsOf(group[i])) {
        if (partition.label(arc.to) >= 0 || groupOf[static_cast<std::size_t>(arc.to)] >= 0) continue;
        groupOf[static_cast<std::size_t>(arc.to)] = number;
        group.push_back(arc.to);
      }
    }
    return group;
  }

  static std::vector<Blocking> lackingOf(const std::vector<int>& group, Partition& alone, const DistrictProblem& problem) {
    const int d = alone.open();
    std::vector<Blocking> found;
    bool doesFit = true;
    for (int u : group) {
      doesFit = doesFit && alone.fits(u, d);
      if (doesFit) alone.put(u, d, DistrictPhase::Grow);
    }
    doesFit = doesFit && alone.isWhole(d);
    for (std::size_t rule = 0; rule < alone.graph().sumCount && doesFit; ++rule) {
      if (alone.sum(d, rule) >= alone.limits().minimum[rule]) continue;
      found.push_back({Blocking::Kind::Minimum, problem.rules.sums[rule].name, static_cast<double>(alone.sum(d, rule)) / 1000, static_cast<double>(alone.limits().minimum[rule]) / 1000});
    }
    alone.close(d);
    return found;
  }
};

/// Which change of rules is the smallest that lets a district next to it take the unit, or lets it be one with others left over?
void explainLeftover(const Partition& partition, const DistrictProblem& problem, const LeftoverGroups& groups, int u, Placement& placement, int& best) {
  placement.reason = LeftoverReason::NoRoom;
  double bestExcess = std::numeric_limits<double>::infinity();
  const bool isWhole = partition.graph().node(u).pieces == 1;
  for (int d : otherDistricts(partition, u)) {
    const auto blockings = named(partition.blockingsOf(u, d), problem);
    if (!isWhole || blockings.empty() || excessOf(blockings) >= bestExcess) continue;
    bestExcess = excessOf(blockings);
    best = d;
    placement.blocked = blockings.front();
    placement.relaxations = blockings;
  }
  const auto& own = groups.lacking[static_cast<std::size_t>(groups.groupOf[static_cast<std::size_t>(u)])];
  if (own.empty() || excessOf(own) >= bestExcess) return;
  best = -1;
  placement.blocked = own.front();
  placement.relaxations = own;
}

/// The minima that the whole component would meet.
void explainSmallComponent(const Partition& partition, const DistrictProblem& problem, Placement& placement) {
  placement.reason = LeftoverReason::ComponentBelowMinimum;
  for (std::size_t rule = 0; rule < partition.graph().sumCount; ++rule) {
    if (partition.graph().totals[rule] >= partition.limits().minimum[rule]) continue;
    placement.relaxations.push_back({Blocking::Kind::Minimum, problem.rules.sums[rule].name, static_cast<double>(partition.graph().totals[rule]) / 1000,
                                     static_cast<double>(partition.limits().minimum[rule]) / 1000});
    if (excessOf(placement.relaxations.back()) > excessOf(placement.blocked) || placement.blocked.kind == Blocking::Kind::None) placement.blocked = placement.relaxations.back();
  }
}

}  // namespace

void explainComponent(const Partition& partition, const DistrictProblem& problem, const std::vector<int>& numberOf, std::vector<Placement>& placements) {
  const bool isTooSmall = upperBoundOf(partition.graph(), partition.limits()) == 0;
  std::optional<LeftoverGroups> groups;
  if (partition.unassigned() > 0 && !isTooSmall) groups.emplace(partition, problem);
  for (int u = 0; u < static_cast<int>(partition.graph().size()); ++u) {
    const auto& node = partition.graph().node(u);
    Placement placement;
    int best = -1;
    if (partition.label(u) >= 0) {
      placement.district = numberOf[static_cast<std::size_t>(partition.label(u))];
      explainPlaced(partition, problem, u, placement, best);
    } else if (isTooSmall) {
      explainSmallComponent(partition, problem, placement);
    } else {
      explainLeftover(partition, problem, *groups, u, placement, best);
    }
    placement.otherDistrict = best < 0 ? -1 : numberOf[static_cast<std::size_t>(best)];
    for (std::size_t i = 0; i < node.unitCount; ++i) placements[partition.graph().units[node.firstUnit + i]] = placement;
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
    if (members[d].empty()) continue;
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
