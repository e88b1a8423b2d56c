#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/plan.hpp"

/// What a district is made of: whole estates and scattered buildings.
namespace pianqu::layers {

/// When a unit counts as inside a drawn polygon.
enum class InsideRule {
  Centroid,  ///< a scattered building by its centre of mass; an estate when more than half of its buildings are in (by its own centre when it has none)
  Majority   ///< when more than half of the area is in: of the footprint, of all footprints of an estate, of its red line when it has none
};

/// The units inside `polygon`, sorted by kind and uid, reason "手工". Estates are taken whole or not at all.
///
/// errors    Invalid from the overlay for broken shapes (Majority only)
geo::Result<std::vector<Member>> membersInside(const City& city, const CityIndex& index, const geo::MultiPolygon<geo::XY>& polygon, InsideRule rule = InsideRule::Centroid);

/// The estate of a building when that estate was imported, else the building itself: what has to move when the building moves.
Member unitOf(const CityIndex& index, const Building& building);

/// The same for the uid of an estate or a building; nullopt for anything else.
std::optional<Member> unitNamed(const City& city, const CityIndex& index, const Uid& uid);

/// The ground a unit stands on: red line and footprints of an estate, the footprint of a building. Empty for an unknown uid.
geo::MultiPolygon<geo::XY> groundOf(const City& city, const CityIndex& index, const Member& member);

/// "estate 梅园小区", "building B-0012": how sentences name the unit.
std::string unitName(const City& city, const CityIndex& index, TargetKind kind, const Uid& uid);

/// errors    NotFound, or Invalid for a building that belongs to an estate (estates move whole) and for kinds that are no units
geo::Result<void> checkUnit(const City& city, const CityIndex& index, const Member& member);

}  // namespace pianqu::layers
