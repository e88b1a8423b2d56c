#pragma once

#include <algorithm>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Where the straight way from `from` to `to` comes nearest to `point`: the share of the way, 0 to 1. 0 where there is no way.
inline double nearestShare(XY from, XY to, XY point) {
  const XY along = to - from, off = point - from;
  const double squared = along.x * along.x + along.y * along.y;
  return squared > 0 ? std::clamp((off.x * along.x + off.y * along.y) / squared, 0.0, 1.0) : 0;
}

inline XY nearestOn(XY from, XY to, XY point) { return from + (to - from) * nearestShare(from, to, point); }

}  // namespace pianqu::geo
