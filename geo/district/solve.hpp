#pragma once

#include <optional>
#include <string_view>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/district/problem.hpp"

namespace pianqu::geo {

/// The step that gave a unit its district.
enum class DistrictPhase { Left, Pinned, Seed, Grow, Absorb, Resplit, Move };
enum class LeftoverReason { None, ComponentBelowMinimum, UnitTooBig, NoRoom };

/// What a district costs, or what a choice adds to it, by term; less is better.
struct ChoiceTerms {
  double compactness = 0, boundary = 0, likeness = 0, target = 0, change = 0;
  double total() const { return compactness + boundary + likeness + target + change; }
};

/// What keeps a unit out of a district: the rule, what it would come to, and what is allowed.
struct Blocking {
  enum class Kind { None, Maximum, Minimum, Span, Connection, Apart, WorseShape };
  Kind kind = Kind::None;
  std::string rule;                 ///< name of the sum, "span", "connection", "apart" or "shape"
  double value = 0;                 ///< what it would become; WorseShape: how much the cost would rise
  double limit = 0;
};

/// Why a unit is where it is.
struct Placement {
  int district = -1;                ///< -1: left over
  DistrictPhase phase = DistrictPhase::Left;
  double sharedWithOwnM = 0;        ///< common boundary with the rest of its district
  double distanceToCentreM = 0;
  ChoiceTerms own;                  ///< what it adds to the cost of its district
  ChoiceTerms other;                ///< what it would add to that of the other one
  int otherDistrict = -1;           ///< the best of the neighbouring districts that it is not in; -1: none touches it
  Blocking blocked;                 ///< what kept it out of that one
  LeftoverReason reason = LeftoverReason::None;
  /// For a leftover: the smallest change of rules, mostly of one, that would place it: in otherDistrict, or where that is -1 in a district
  /// of its own with what is left over around it. Empty when no change of numbers would.
  std::vector<Blocking> relaxations;
};

struct ComponentReport {
  std::string key;                  ///< smallest key of its units
  std::size_t units = 0;
  std::vector<double> totals;
  int districts = 0;
  int upperBound = 0;               ///< no arrangement has more districts: least of floor(total / minimum)
};

struct DistrictReport {
  std::vector<double> totals;
  std::size_t units = 0;
  double areaM2 = 0, perimeterM = 0, spanM = 0;
  std::optional<int> pin;
  std::string binding;              ///< the rule with the least relative slack
  double slack = 0;                 ///< of that rule, in its own unit
};

struct DistrictSolution {
  std::vector<Placement> placements;        ///< one a unit, in the order of the input
  std::vector<DistrictReport> districts;    ///< in the order of their smallest keys
  std::vector<ComponentReport> components;  ///< in the order of their keys; pinned units are in none
};

/// Merges units into as many districts at or above the minimum as it can, compact and alike, and leaves over as little as it can.
///
/// in        finite points; keys unique
/// keeps     no rule is broken by any district that is not pinned: an infeasible state is never stored, and checkDistricts() runs on
///           every result; same problem and seed, same result, for any order of units and edges and any number of threads
/// errors    Invalid with the key of the unit or the rule; Cancelled; Internal when the check fails (a bug, with what it found)
/// cost      about linear in the number of units; no N x N anything
/// source    [Duque2012] max-p; [Liu2022] constraints as ranges; [DeFord2021] re-splitting of merged districts
Result<DistrictSolution> solveDistricts(const DistrictProblem& problem, Progress& progress = noProgress());

/// What a re-solve did to one unit.
struct DistrictMove { std::size_t unit = 0; int before = -1, after = -1; };

/// An assignment after a change, with as little moved as it allows.
struct DistrictChange {
  std::vector<int> districtOf;              ///< one a unit, -1 for left over; untouched components keep their numbers
  std::vector<DistrictMove> moved;          ///< in the order of keys
  std::vector<std::size_t> solved;          ///< units of the components that were looked at
  int districtsBefore = 0, districtsAfter = 0;   ///< in these components
};

/// After something changed at `touched` (a pin, a lock, a pair, an attribute, an edge, a person's stroke in `districtOf`), makes their
/// components feasible again and as good as few moves make it: what breaks a rule is left out and placed anew, each unit that leaves its
/// district costs options.changeWeight. Everything else stays as it is.
///
/// in        `districtOf` one number a unit, -1 for left over; may break rules
/// keeps     districts of the components that were looked at pass checkDistricts()
/// errors    those of solveDistricts(); the caller then still has what it had
/// cost      O(units + edges) to find the components, then their size; 1-5 ms among 30 000 units
Result<DistrictChange> resolveDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf, const std::vector<std::size_t>& touched,
                                        Progress& progress = noProgress());

/// Explains and reports any assignment that passes checkDistricts(), a person's or a re-solved one; phases are Left, Pinned and Move.
Result<DistrictSolution> describeDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf);

std::string_view nameOf(DistrictPhase phase);     ///< "seed", "grow", ...
std::string_view nameOf(LeftoverReason reason);   ///< "component-below-minimum", "unit-too-big", "no-room"

}  // namespace pianqu::geo
