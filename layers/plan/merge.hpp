#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/problems.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/district/solve.hpp"
#include "layers/feature/city.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/merge_traits.hpp"
#include "layers/plan/merge_units.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

std::string_view nameOf(BoundaryFollow follow);

/// What a planner may set; nullopt takes the row of rules.csv.
struct MergeOptions {
  std::optional<double> minHouseholds, maxHouseholds, maxSpanM, maxFloorAreaM2;
  std::optional<double> targetHouseholds;                                     ///< districts of about this size instead of as many as possible
  std::vector<MergeTrait> like;                                               ///< in what a district should be alike
  std::optional<double> likenessWeight, compactWeight, boundaryWeight;        ///< nullopt: 1 where there is `like`, else 0; 1; 0
  std::vector<std::pair<std::string, std::string>> together, apart;           ///< two units by code, name or uid; a building of an estate stands for it
  std::uint64_t seed = 1;
  BoundaryFollow follow = BoundaryFollow::Centre;
  geo::MultiLine<geo::XY> cuts;  ///< lines of the planner's own that no district crosses
  bool isFromCurrent = false;    ///< keep the present districts, their ground too, and solve anew only what must change
  std::function<void(const geo::Problems&)> onRemarks;   ///< told before solving: straddling estates, estimated households, a lowered minimum
};

/// A proposal for the whole city, ready to commit, and what it rests on.
struct MergeProposal {
  ReplaceDistricts edit;                       ///< pinned districts first as they were, then new ones, by code
  MergeUnits units;
  geo::DistrictProblem problem;                ///< as it was solved; the n-th unit is units.units[n]
  geo::DistrictSolution solution;
  std::vector<std::string> codeOfDistrict;     ///< by number in the solution
  std::vector<std::optional<std::size_t>> keptFrom;   ///< of each new district: the one of the current plan that it continues; empty when merged from nothing
  std::size_t keptWhole = 0;                   ///< districts that stay as they are, ground and all; they are no part of the solution unless nothing moves
  std::vector<geo::DistrictMove> moved;        ///< what changed, when merged from the current plan: `before` a position there, `after` a number here
  geo::Problems remarks;                       ///< straddling estates, estimated households, a lowered minimum
  std::size_t oldEstates = 0, oldBuildings = 0;
  int upperBound = 0;                          ///< no arrangement under these rules makes more new districts
};

/// Merges what needs renovation into districts with exact boundaries. Pinned districts of `current` stay, members and all; units that
/// a person took out stay out.
///
/// keeps     boundaries form an exact coverage and hold every member; districts obey every rule in `edit.parameters`
/// errors    Invalid (rules that contradict each other, nothing to merge), NotFound for a missing rule or a unit that a pair names and nobody has, Cancelled
geo::Result<MergeProposal> proposeDistricts(const City& city, const Plan& current, const MergeOptions& options, const MergeRules& rules,
                                            geo::Progress& progress = geo::noProgress());

/// One unit explained in sentences, by code or uid. errors NotFound
geo::Result<std::vector<std::string>> explainUnit(const City& city, const MergeProposal& proposal, const std::string& codeOrUid);

}  // namespace pianqu::layers
