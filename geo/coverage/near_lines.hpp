#pragma once

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Lines that run within `withinM` of each other become one: an administrative line and the street that it follows come from two files and
/// differ by a millimetre here and there, and the slivers between would be land of nobody. Corners within reach become one corner (the first
/// from the west), and a line passes through every corner within reach of it. What is farther from all others stays to the bit.
///
/// keeps     corners are more than `withinM` apart; the same lines in any order give the same
/// cost      O(n log n) in the corners
MultiLine<XY> joinNear(const MultiLine<XY>& lines, double withinM);

}  // namespace pianqu::geo
