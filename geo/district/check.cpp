#include "geo/district/check.hpp"

#include <cmath>
#include <map>
#include <queue>
#include <string>

namespace pianqu::geo {
namespace {

using Groups = std::map<int, std::vector<std::size_t>>;

Problem broken(int district, const std::string& code, const std::string& text) {
  Problem problem;
  problem.severity = Severity::Refused;
  problem.code = code;
  problem.where.feature = std::to_string(district);
  problem.text = "District " + std::to_string(district) + ": " + text;
  return problem;
}

void checkSums(const DistrictProblem& problem, int district, const std::vector<std::size_t>& members, Problems& found) {
  for (std::size_t rule = 0; rule < problem.rules.sums.size(); ++rule) {
    long double total = 0;
    for (std::size_t unit : members) total += problem.units[unit].sums[rule];
    const SumRule& bound = problem.rules.sums[rule];
    // Sums are exact to 1/1000 a unit, by contract.
    const long double slack = 0.0005L * static_cast<long double>(members.size()) + 1e-9L;
    const std::string what = bound.name + " " + std::to_string(static_cast<double>(total));
    if (bound.minimum && total < *bound.minimum - slack) {
      found.push_back(broken(district, "below-minimum", what + " is below " + std::to_string(*bound.minimum)));
    }
    if (bound.maximum && total > *bound.maximum + slack) {
      found.push_back(broken(district, "above-maximum", what + " is above " + std::to_string(*bound.maximum)));
    }
  }
}

void checkSpan(const DistrictProblem& problem, int district, const std::vector<std::size_t>& members, Problems& found) {
  if (!problem.rules.maxSpanM) return;
  std::vector<XY> points;
  for (std::size_t unit : members) {
    points.insert(points.end(), problem.units[unit].points.begin(), problem.units[unit].points.end());
  }
  double widest = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      widest = std::max(widest, std::hypot(points[i].x - points[j].x, points[i].y - points[j].y));
    }
  }
  if (widest > *problem.rules.maxSpanM * (1 + 1e-12) + 1e-9) {
    found.push_back(broken(district, "span", "span " + std::to_string(widest) + " m is above " +
                                                 std::to_string(*problem.rules.maxSpanM) + " m"));
  }
}

void checkConnection(const std::vector<std::vector<std::size_t>>& open, const std::vector<int>& districtOf, int district,
                     const std::vector<std::size_t>& members, std::vector<bool>& isReached, Problems& found) {
  std::queue<std::size_t> next;
  next.push(members.front());
  isReached[members.front()] = true;
  std::size_t reached = 1;
  while (!next.empty()) {
    const std::size_t unit = next.front();
    next.pop();
    for (std::size_t other : open[unit]) {
      if (districtOf[other] != district || isReached[other]) continue;
      isReached[other] = true;
      ++reached;
      next.push(other);
    }
  }
  if (reached != members.size()) {
    found.push_back(broken(district, "not-connected", std::to_string(members.size() - reached) + " of " +
                                                          std::to_string(members.size()) +
                                                          " units cannot be reached without crossing a cut"));
  }
}

void checkPins(const DistrictProblem& problem, const std::vector<int>& districtOf, const Groups& groups, Problems& found) {
  std::map<int, int> districtOfPin;
  for (std::size_t unit = 0; unit < problem.units.size(); ++unit) {
    const auto& pin = problem.units[unit].pin;
    if (!pin) continue;
    const auto [at, isNew] = districtOfPin.emplace(*pin, districtOf[unit]);
    if (districtOf[unit] < 0 || at->second != districtOf[unit]) {
      found.push_back(broken(districtOf[unit], "pin-broken", "unit " + problem.units[unit].key + " left its pinned district"));
    }
  }
  for (const auto& [pin, district] : districtOfPin) {
    const auto members = groups.find(district);
    if (members == groups.end()) continue;
    for (std::size_t unit : members->second) {
      if (problem.units[unit].pin != pin) {
        found.push_back(broken(district, "pin-broken", "unit " + problem.units[unit].key + " entered a pinned district"));
      }
    }
  }
}

/// Units that must be together, or apart, and locks, which say both.
void checkPairs(const DistrictProblem& problem, const std::vector<int>& districtOf, Problems& found) {
  const auto report = [&](std::size_t a, std::size_t b, const std::string& code, const std::string& what) {
    found.push_back(broken(districtOf[a] >= 0 ? districtOf[a] : districtOf[b], code, "units " + problem.units[a].key + " and " + problem.units[b].key + " " + what));
  };
  for (const auto& [a, b] : problem.together) {
    if (districtOf[a] != districtOf[b]) report(a, b, "not-together", "must be together");
  }
  for (const auto& [a, b] : problem.apart) {
    if (districtOf[a] >= 0 && districtOf[a] == districtOf[b]) report(a, b, "not-apart", "must be apart");
  }
  std::map<int, std::size_t> firstOfLock, lockedIn;
  for (std::size_t unit = 0; unit < problem.units.size(); ++unit) {
    const auto& lock = problem.units[unit].lock;
    if (!lock) continue;
    const auto [first, isNew] = firstOfLock.emplace(*lock, unit);
    if (!isNew && districtOf[first->second] != districtOf[unit]) report(first->second, unit, "lock-broken", "are locked to one district");
    if (districtOf[unit] < 0) continue;
    const auto [other, isFirst] = lockedIn.emplace(districtOf[unit], unit);
    if (!isFirst && problem.units[other->second].lock != lock) report(other->second, unit, "lock-broken", "are locked to two districts");
  }
}

}  // namespace

Problems checkDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf) {
  Problems found;
  if (districtOf.size() != problem.units.size()) {
    found.push_back(broken(-1, "incomplete", "an assignment is missing for some units"));
    return found;
  }
  std::vector<std::vector<std::size_t>> open(problem.units.size());
  for (const DistrictEdge& edge : problem.edges) {
    if (edge.isCut || edge.a == edge.b) continue;
    open[edge.a].push_back(edge.b);
    open[edge.b].push_back(edge.a);
  }
  Groups groups;
  for (std::size_t unit = 0; unit < districtOf.size(); ++unit) {
    if (districtOf[unit] >= 0) groups[districtOf[unit]].push_back(unit);
  }
  std::vector<bool> isReached(problem.units.size(), false);
  checkPins(problem, districtOf, groups, found);
  checkPairs(problem, districtOf, found);
  for (const auto& [district, members] : groups) {
    if (problem.units[members.front()].pin) continue;
    checkSums(problem, district, members, found);
    checkSpan(problem, district, members, found);
    checkConnection(open, districtOf, district, members, isReached, found);
  }
  return found;
}

}  // namespace pianqu::geo
