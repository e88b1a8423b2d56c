#pragma once

#include "geo/base/problems.hpp"
#include "geo/base/result.hpp"
#include "geo/parking/layout.hpp"

namespace pianqu::geo {

/// What a layout is measured against.
struct LayoutGround {
  MultiPolygon<XY> free;            ///< where stalls and new aisles may lie
  MultiPolygon<XY> existingLanes;   ///< where cars drive already; aisles may lie here too
};

/// Checks a finished layout by its shapes alone; shares no code with the layout.
///
/// Codes: stall-outside-free, stalls-overlap, stall-size, stall-not-served (the rectangle of the aisle's width in front of the stall is not
/// aisle), aisle-outside-free, stall-on-aisle, aisle-split (a strip as wide as the aisle does not hang together), entrance-off-aisle.
/// returns   no problems: the layout is right; `where` holds the place
/// accuracy  1 mm for containment and size, 0.01 m2 a stall for overlaps; a stall shifted by 5 cm is found
/// errors    those of geo/overlay
Result<Problems> verifyLayout(const Layout& layout, const LayoutGround& ground, const StallRules& rules);

}  // namespace pianqu::geo
