#pragma once

#include "layers/sample/town_plan.hpp"

namespace pianqu::layers {

/// Divides a block into parcels that each touch a road, insets them from roads and walls, and appends them.
void makeParcels(TownPlan& town, const Face& block, std::uint64_t seed);
/// Decides what stands where: exactly as many estates as the size asks for, where there are parcels enough.
void assignUses(TownPlan& town, std::uint64_t seed);
/// The river's water and the green belts on its banks.
void layRiver(TownPlan& town);

}  // namespace pianqu::layers
