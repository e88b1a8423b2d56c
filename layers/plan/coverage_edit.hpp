#pragma once

#include <optional>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/plan/plan.hpp"

/// Changing the boundaries of districts so that they stay an exact coverage.
namespace pianqu::layers {

/// Ground that somebody wants. `district`: position in the plan's districts; nullopt: nobody's from now on.
struct Claim {
  std::optional<std::size_t> district;
  geo::MultiPolygon<geo::XY> shape;
};

/// Shapes of the districts after the claims are met: each point goes to the first claim that covers it, else it stays whose it was.
/// All lines are noded together on a grid of 1 mm, and shapes are unions of the faces: shared edges are identical, vertex by vertex.
///
/// in        claims in order of rank; only districts near a claim are touched
/// keeps     districts without a claim nearby, to the bit; isCoverageValid over all of them
/// errors    Invalid from the overlay, and when no exact coverage of valid polygons comes out
geo::Result<void> redraw(std::vector<District>& districts, const std::vector<Claim>& claims);

}  // namespace pianqu::layers
