#pragma once

#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {

/// What a size asks for, and the proportions of the town that makes room for it. Lengths in metres.
/// source  sizes: DESIGN.md section 1; areas and households a building: N13 and N3 of the domain reference, 2.4
struct SizePlan {
  int estates, buildings, households, pipes;   ///< to be met within 5 per cent
  double widthM, heightM;                      ///< extent of the town
  int streetColumns;                           ///< sub-districts along the river on each bank
  bool hasNorthRow;                            ///< a third row of sub-districts in the north
  double arterialSpacingM;                     ///< between arterial roads
  double communityHa;                          ///< a community is at most this large
  double estateHa;                             ///< typical red-line area
  double riverWidthM;
  double meanderM, meanderLengthM;             ///< amplitude and wave length of the river's bends
  double terrainStepM;
  int faultsPerKind;
  bool hasNetworks;                            ///< pipes, households, stair units, furniture of the yards
};
const SizePlan& sizePlan(SampleSize size);

}  // namespace pianqu::layers
