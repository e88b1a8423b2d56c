#pragma once

#include "layers/plan/city_sewers.hpp"

namespace pianqu::layers {

/// Ground around which new pipes are laid: buildings and water.
geo::PipeRouter sewerGroundOf(const City& city, const geo::RouteLimits& limits);

/// Fills runoffM2 and persons of the sources.
///
/// Roof water is shared by the rain risers of a building, without any by its rain outlets; a gully takes rules.gullyAreaM2 of ground.
/// The households of a building are shared by the sewage outlets next to it, without any by its sewage risers. A building of which
/// neither households nor roof are known adds nothing: the least diameter remains.
void addLoads(const City& city, const CitySewers& sewers, const LoadRules& rules, geo::SewerSystem& system);

}  // namespace pianqu::layers
