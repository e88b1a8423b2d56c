#pragma once

#include <vector>

#include "geo/coverage/land.hpp"
#include "layers/plan/merge_units.hpp"

/// Inside of merging: who stands where.
namespace pianqu::layers {

struct MergeLand {
  std::vector<geo::LandSite> sites;      ///< units first, in their order; then what needs nothing; pinned districts with a shape last
  std::size_t firstPinned = 0;
  std::vector<std::size_t> ownFootprints; ///< of each unit, how many of its site's footprints are its own; after them come those that ride along
  geo::LandLines lines;                  ///< what the land is divided along
  geo::LandCells cells;
};

/// Scattered buildings that need nothing ride along with a unit nearby on the same side of all barriers; others keep their own land,
/// so that no boundary cuts a building.
geo::Result<MergeLand> mergeLand(const City& city, const Plan& current, const MergeUnits& found, const MergeRules& rules, geo::LandLines lines, geo::Progress& progress);

}  // namespace pianqu::layers
