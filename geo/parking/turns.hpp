#pragma once

#include "geo/base/problems.hpp"
#include "geo/parking/layout.hpp"

namespace pianqu::geo {

/// The car that must get round the corners of the aisles, metres. source [JGJ100] 4.1.3 for the turning radius
struct TurningCar {
  double radiusM = 0;         ///< of the outer front wheel
  double wheelbaseM = 0, frontOverhangM = 0, widthM = 0, trackM = 0;

  double innerM() const;      ///< of the inner side of the body
  double outerM() const;      ///< of the outer front corner of the body
};

/// The corners of the aisles that the car cannot get round in one go: what it sweeps while turning about the corner leaves aisles and lanes.
///
/// in        `lanes`: existing ones where it may drive too
/// returns   one problem "turn-too-tight" of severity Warning a corner, with the place
/// accuracy  the swept ring is a polygon of 12 sides a quarter; 5 cm of slack
Problems findTightTurns(const Layout& layout, const MultiPolygon<XY>& lanes, const TurningCar& car);

}  // namespace pianqu::geo
