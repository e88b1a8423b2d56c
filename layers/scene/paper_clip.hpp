#pragma once

#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::layers {

/// The stretches of `line` inside `box`.
std::vector<geo::Line<geo::XY>> clipLine(const geo::Line<geo::XY>& line, const geo::Box& box);
/// `ring` cut to `box` (Sutherland-Hodgman); may touch itself along the box where the ring leaves and comes back. source [SutherlandHodgman1974]
geo::Ring<geo::XY> clipRing(const geo::Ring<geo::XY>& ring, const geo::Box& box);

}  // namespace pianqu::layers
