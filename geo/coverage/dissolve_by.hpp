#pragma once

#include <cstddef>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Unions of free shapes by group: the i-th result is the union of the shapes with groupOf = i. For a coverage take dissolveLand.
///
/// in        any shapes, valid; a negative group is left out
/// keeps     shapes that touch no other one of their group, point for point; the order of the input
/// cost      O(n log n) boxes, and overlay only among shapes that may touch, on all cores
/// errors    Invalid from the overlay, Cancelled
Result<std::vector<MultiPolygon<XY>>> dissolveBy(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<int>& groupOf, std::size_t count, Progress& progress = noProgress());

}  // namespace pianqu::geo
