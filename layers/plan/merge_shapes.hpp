#pragma once

#include <vector>

#include "geo/base/problems.hpp"
#include "layers/plan/merge_land.hpp"
#include "layers/plan/merge_lines.hpp"

/// Inside of merging: boundaries from cells.
namespace pianqu::layers {

/// What the boundaries of a merge are drawn by.
struct MergeShapes {
  const City& city;
  const MergeRules& rules;
  BoundaryFollow follow = BoundaryFollow::Centre;
};

/// Shapes of the districts that the sites of `land` are in: the i-th one is made of the cells with districtOf = i, an exact coverage.
/// errors  Internal when no exact coverage comes out, Cancelled
geo::Result<std::vector<geo::MultiPolygon<geo::XY>>> shapesOf(const MergeLand& land, const std::vector<int>& districtOf, std::size_t count, const MergeShapes& how,
                                                               geo::Progress& progress);

/// What the checker that shares no code with the drawing finds in them: members that reach beyond their boundary, districts in parts. A
/// remark's feature is the number of the district.
/// errors  Internal for a boundary that crosses itself or another one, Cancelled
geo::Result<geo::Problems> checkShapes(const MergeLand& land, const std::vector<int>& districtOf, const std::vector<geo::MultiPolygon<geo::XY>>& shapes, geo::Progress& progress);

}  // namespace pianqu::layers
