#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layers/plan/coverage_edit.hpp"
#include "layers/plan/edit_gestures.hpp"

/// Inside of gestures: from new boundaries to an edit.
namespace pianqu::layers {

/// Meets the claims (pinned ground first) and lets members follow. `after`: the districts of the plan in order, new ones appended
/// without shape and members.
/// errors    Invalid when a district would lose all ground or fall into parts
geo::Result<RedrawDistricts> redrawn(const PlanIndex& index, const Plan& plan, std::vector<District> after, std::vector<Claim> claims, FollowRule rule, const std::string& what);

/// The edit from boundaries that are drawn already; `change` holds all ground that changed hands.
geo::Result<RedrawDistricts> followed(const PlanIndex& index, const Plan& plan, std::vector<District> after, const geo::Box& change, FollowRule rule, const std::string& what);

/// Position of a district that may change. errors NotFound; Invalid, with `what`, when it is pinned
geo::Result<std::size_t> freeDistrict(const Plan& plan, const Uid& uid, const char* what);

/// How much of a unit is inside: 0..1, of its centres or of its area by the rule.
geo::Result<double> shareInside(const PlanIndex& index, const Member& unit, const geo::MultiPolygon<geo::XY>& area, const AreaTest& test, FollowRule rule);

}  // namespace pianqu::layers
