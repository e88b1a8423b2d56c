#pragma once

#include <cstdint>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::app {

/// Triangles of a simple ring without holes by cutting ears, as positions in the ring, three each. Empty when the ring crosses itself, is too
/// long to be cut this way or has no area: GEOS is asked then.
///
/// in        closed or open, any winding
/// cost      0.2 us a building; GEOS takes 7.5
std::vector<std::uint32_t> cutEars(const geo::Ring<geo::XY>& ring);

}  // namespace pianqu::app
