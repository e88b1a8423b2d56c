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

/// What keeps a unit out of a district: the rule, what it would come to, and what is allowed.
struct Blocking {
  enum class Kind { None, Maximum, Minimum, Span, Connection, WorseShape };
  Kind kind = Kind::None;
  std::string rule;                 ///< name of the sum, "span", "connection" or "shape"
  double value = 0;                 ///< what it would become; WorseShape: how much the cost would rise
  double limit = 0;
};

/// Why a unit is where it is.
struct Placement {
  int district = -1;                ///< -1: left over
  DistrictPhase phase = DistrictPhase::Left;
  double sharedWithOwnM = 0;        ///< common boundary with the rest of its district
  double distanceToCentreM = 0;
  int otherDistrict = -1;           ///< the best of the neighbouring districts that it is not in; -1: none touches it
  Blocking blocked;                 ///< what kept it out of that one
  LeftoverReason reason = LeftoverReason::None;
  std::optional<Blocking> relaxation;  ///< for a leftover: the smallest change of one rule that would place it (in otherDistrict, if not -1)
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
///           every result; same problem and seed, same result, for any order of units and edges
/// errors    Invalid with the key of the unit or the rule; Cancelled; Internal when the check fails (a bug, with what it found)
/// cost      about linear in the number of units; no N x N anything
/// source    [Duque2012] max-p; [Liu2022] constraints as ranges; [DeFord2021] re-splitting of merged districts
Result<DistrictSolution> solveDistricts(const DistrictProblem& problem, Progress& progress = noProgress());

std::string_view nameOf(DistrictPhase phase);     ///< "seed", "grow", ...
std::string_view nameOf(LeftoverReason reason);   ///< "component-below-minimum", "unit-too-big", "no-room"

}  // namespace pianqu::geo
