#pragma once

namespace pianqu::geo {

/// Dimensions that a layout obeys, metres; each comes from a row of the catalogue, none has a default.
/// source  [JGJ100] table 4.3.4 for stalls and aisles, [GB50352] 5.2.2 for the lane beside parallel stalls
struct StallRules {
  double stallWidthM = 0;       ///< perpendicular stall along the aisle
  double stallDepthM = 0;       ///< perpendicular stall away from the aisle
  double aisleM = 0;            ///< aisle that serves perpendicular stalls, reversing in
  double parallelLengthM = 0;   ///< parallel stall along the lane
  double parallelDepthM = 0;
  double parallelAisleM = 0;    ///< lane that serves parallel stalls only
  double gridM = 0.1;           ///< step of the search across rows; dimensions are rounded up to it
};

/// Stalls that rows without cross aisles can reach at most on `areaM2`: floor(A / (w (d + a/2))).
/// source  reference formula of the site rules, section 2.1
int rowBound(double areaM2, const StallRules& rules);

}  // namespace pianqu::geo
