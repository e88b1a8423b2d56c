#pragma once

#include <string>
#include <vector>

#include "layers/plan/merge.hpp"
#include "layers/plan/plan_index.hpp"

/// Proposals for a part of the city, and taking up a part of a proposal.
namespace pianqu::layers {

/// Ground of the sub-districts (街道) or communities of this name or uid. errors NotFound naming those there are
geo::Result<geo::MultiPolygon<geo::XY>> groundOfArea(const City& city, const std::string& name);
/// Names that groundOfArea() knows, sub-districts first.
std::vector<std::string> areaNames(const City& city);

/// proposeDistricts() inside `area` only: districts of which every unit is inside are made anew, every other one stays, members and pin
/// and all, as do units outside and what is left over there. The minimum is that of the plan unless one is given.
///
/// in        `area` empty: the whole city, as proposeDistricts()
/// errors    those of proposeDistricts(); Invalid when nothing inside needs renovation
geo::Result<MergeProposal> proposeWithin(const PlanIndex& index, const Plan& current, const geo::MultiPolygon<geo::XY>& area, const MergeOptions& options,
                                         const MergeRules& rules, geo::Progress& progress = geo::noProgress());

/// One district of a proposal that is not in the plan as it is.
struct ProposedChange {
  const District* proposed = nullptr;          ///< in the proposal
  std::vector<Uid> takesFrom;                  ///< districts of the plan that lose units to it
  std::size_t newUnits = 0;                    ///< units that were in no district
};
std::vector<ProposedChange> changesOf(const Plan& current, const MergeProposal& proposal);

/// The edits that take up the districts of these codes and leave everything else to itself: each is drawn over what is there, under the
/// next free code, with the members of the proposal. All codes, or none named: the whole proposal as one edit.
/// errors    NotFound for a code that the proposal does not have
geo::Result<std::vector<Edit>> partOf(const Plan& current, const MergeProposal& proposal, const std::vector<std::string>& codes);

}  // namespace pianqu::layers
