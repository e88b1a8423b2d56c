#pragma once

namespace pianqu::geo {

inline constexpr double kFitM = 1e-5;   ///< a span this much too short still holds the stall

/// Stalls of one pitch that stand side by side in a stretch.
inline int stallsIn(double lengthM, double pitchM) { return lengthM <= 0 ? 0 : static_cast<int>((lengthM + kFitM) / pitchM); }

}  // namespace pianqu::geo
