#pragma once

#include <vector>

#include "layers/sheet/sheet.hpp"
#include "layers/sheet/turning_points.hpp"

namespace pianqu::layers {

/// The tables of a sheet in the order of their weight: figures, members, measures, stair units, coordinates; for the city: districts, measures,
/// leftovers. Empty tables are left out. All of them are ledgers.
std::vector<SheetTable> tablesOf(const SheetRequest& request, const std::vector<TurningPoint>& points);

}  // namespace pianqu::layers
