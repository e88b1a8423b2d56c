#pragma once

#include "geo/base/problems.hpp"
#include "geo/base/result.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// Everything that is wrong with a plan, each with a place to zoom to. Codes:
///
/// member-unknown, member-twice, estate-split     a unit is not there, in two districts, or a building is a member without its estate
/// leftover-placed, district-empty                a unit is left over and placed; a district has no member
/// code-twice, coverage-broken                    two districts of one code; boundaries overlap or do not share edges
/// boundary-invalid, boundary-parts, boundary-area        a boundary crosses itself; a district in more parts than any member; areas that overlap by over 0.1 m2 a km2
/// households-outside, span-outside, households-unknown   outside the limits that the plan was merged under, else those of rules.csv; unknown never passes
/// area-outside                                    less ground than the city's profile asks for
/// shape-stale, unit-enclosed                     a boundary no longer holds a member; a unit inside a boundary is a member elsewhere or nowhere
/// measure-lost, split-broken                     a measure of no district; inside + outside is not the quantity
///
/// returns   problems in that order, then by district; Refused for broken invariants, Warning for limits and stale shapes
/// errors    NotFound for a rule that is missing in the catalogue
geo::Result<geo::Problems> checkPlan(const City& city, const CityIndex& index, const Plan& plan, const RuleBook& rules);
geo::Result<geo::Problems> checkPlan(const City& city, const Plan& plan, const RuleBook& rules);   ///< makes the index

}  // namespace pianqu::layers
