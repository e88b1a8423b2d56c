#pragma once

#include "layers/sample/yard.hpp"

namespace pianqu::layers {

/// How the rows of a use are built, metres.
struct RowStyle {
  PlotKind kind;
  double depthLow, depthHigh;       ///< of a building, south to north
  double laneLow, laneHigh;         ///< between two rows
  double unitLow, unitHigh;         ///< length of one stair unit, or of the whole building without units
  int unitsLow, unitsHigh;          ///< stair units a building; 0: none
  double gapLow, gapHigh;           ///< between two buildings of a row
  double fill;                      ///< share of the places that are built on
};
RowStyle rowStyle(ParcelUse use, geo::Random& random);

/// Outline of a building in the local box of `plot`, with stairwells standing out, wings or notches as its kind has them.
geo::Ring<geo::XY> outlineOf(const Plot& plot, const Frame& frame, geo::Random& random);

}  // namespace pianqu::layers
