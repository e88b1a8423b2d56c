#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "geo/district/components.hpp"

namespace pianqu::geo {
namespace {

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
    const bool isUsable = isAmount(rule.minimum.value_or(0)) && isAmount(rule.maximum.value_or(0)) && isAmount(rule.target.value_or(0));
    if (!isUsable) return fail(ErrorCode::Invalid, "The bounds of " + rule.name + " are not usable numbers.", "Give 0 or more.");
    if (rule.minimum && rule.maximum && *rule.minimum > *rule.maximum) {
      return fail(ErrorCode::Invalid, "The minimum of " + rule.name + " is above its maximum.", "Swap them, or leave one out.");
    }
    const bool isTargetOutside = rule.target && (*rule.target < rule.minimum.value_or(0) || *rule.target > rule.maximum.value_or(*rule.target) || *rule.target <= 0);
    if (isTargetOutside) return fail(ErrorCode::Invalid, "The target of " + rule.name + " is not between its bounds.", "Give one between them, above 0.");
  }
  if (rules.maxSpanM && !(std::isfinite(*rules.maxSpanM) && *rules.maxSpanM > 0)) {
    return fail(ErrorCode::Invalid, "The maximum span must be above 0 m.", "Leave it out for no limit.");
  }
  return {};
}

/// Pairs that contradict each other, or a pin.
Result<void> checkPairs(const DistrictProblem& problem) {
  const auto bad = [&](const UnitPair& pair, const std::string& what, const std::string& hint) {
    const std::string a = problem.units[pair.first].key, b = problem.units[pair.second].key;
    return fail(ErrorCode::Invalid, "Units " + a + " and " + b + " " + what + ".", hint, {.feature = a});
  };
  for (const auto* pairs : {&problem.together, &problem.apart}) {
    for (const UnitPair& pair : *pairs) {
      if (pair.first >= problem.units.size() || pair.second >= problem.units.size()) return fail(ErrorCode::Invalid, "A pin names a unit that does not exist.", "Check the pins.");
    }
  }
  for (const UnitPair& pair : problem.together) {
    const auto pinA = problem.units[pair.first].pin, pinB = problem.units[pair.second].pin;
    if (pinA != pinB) return bad(pair, "must be together, but a district that stays as it is holds only one of them", "Take one of the two pins away.");
  }
  for (const UnitPair& pair : problem.apart) {
    if (pair.first == pair.second) return bad(pair, "are one unit, which cannot be apart from itself", "Take the pin away.");
    const auto pinA = problem.units[pair.first].pin, pinB = problem.units[pair.second].pin;
    if (pinA && pinA == pinB) return bad(pair, "must be apart, but are in one district that stays as it is", "Take one of the two pins away.");
  }
  return {};
}

}  // namespace

Result<void> checkProblem(const DistrictProblem& problem) {
  if (auto rules = checkRules(problem.rules); !rules) return rules;
  for (const DistrictUnit& unit : problem.units) {
    if (auto usable = checkUnit(problem, unit); !usable) return usable;
  }
  for (std::size_t i = 0; i < problem.edges.size(); ++i) {
    const DistrictEdge& edge = problem.edges[i];
    if (edge.a >= problem.units.size() || edge.b >= problem.units.size()) {
      return fail(ErrorCode::Invalid, "Edge " + std::to_string(i + 1) + " leads to a unit that does not exist.", "Check the numbers in its row.", {.feature = std::to_string(i + 1)});
    }
    if (!isAmount(edge.sharedM)) return fail(ErrorCode::Invalid, "Edge " + std::to_string(i + 1) + " has no usable length.", "Give 0 or more.", {.feature = std::to_string(i + 1)});
  }
  return checkPairs(problem);
}

Blocking tooBigBy(const DistrictProblem& problem, const DistrictUnit& unit) {
  for (std::size_t rule = 0; rule < problem.rules.sums.size(); ++rule) {
    const SumRule& bound = problem.rules.sums[rule];
    if (bound.maximum && toMilli(unit.sums[rule]) > toMilli(*bound.maximum)) return {Blocking::Kind::Maximum, bound.name, unit.sums[rule], *bound.maximum};
  }
  const Box box = boxOf(unit.points);
  if (problem.rules.maxSpanM && std::hypot(box.width(), box.height()) > *problem.rules.maxSpanM) {
    double widest = 0;
    const std::vector<XY> hull = hullOf(unit.points);
    for (XY p : hull) {
      for (XY q : hull) widest = std::max(widest, std::hypot(p.x - q.x, p.y - q.y));
    }
    if (widest > *problem.rules.maxSpanM) return {Blocking::Kind::Span, "span", widest, *problem.rules.maxSpanM};
  }
  return {};
}

Result<void> checkKeys(const DistrictProblem& problem) {
  std::unordered_set<std::string_view> keys;
  keys.reserve(problem.units.size());
  for (const DistrictUnit& unit : problem.units) {
    if (!keys.insert(unit.key).second) return fail(ErrorCode::Invalid, "Unit " + unit.key + " occurs twice.", "Give every unit its own key.", {.feature = unit.key});
  }
  return {};
}

}  // namespace pianqu::geo
