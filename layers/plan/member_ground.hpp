#pragma once

#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/coverage_edit.hpp"
#include "layers/plan/plan.hpp"

/// Ground that follows from members, for edits that name members and not lines.
namespace pianqu::layers {

/// The ground of units with a margin around, joined where the gaps between them are narrow. Parts may overlap. Empty for no units.
geo::Result<geo::MultiPolygon<geo::XY>> groundAround(const City& city, const CityIndex& index, const std::vector<Member>& members, const geo::MultiPolygon<geo::XY>& joinedTo = {});

/// First claims that keep the ground of members that stay: every pinned district whole, and in the other districts near `around`
/// the units themselves. `except`: position of the district that is being changed.
std::vector<Claim> standingClaims(const City& city, const CityIndex& index, const std::vector<District>& districts, const geo::Box& around, std::optional<std::size_t> except);

}  // namespace pianqu::layers
