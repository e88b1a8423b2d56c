#pragma once

#include <cstddef>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// What a boundary has to hold.
struct BoundaryMembers {
  MultiPolygon<XY> footprints;   ///< wholly inside
  std::size_t parts = 1;         ///< the most parts that a member has: a district may have as many
};

struct BoundaryFault {
  enum class Kind { Invalid, Multipart, MemberOutside, Overlap };
  Kind kind = Kind::Invalid;
  std::size_t shape = 0;
  XY place;
  double amount = 0;             ///< parts; square metres outside or shared
};

struct BoundaryReport {
  std::vector<BoundaryFault> faults;
  double areaM2 = 0;             ///< of all shapes
  double errorM2 = 0;            ///< by how much the sum of the areas is off the area of the union
  std::size_t shapes = 0, corners = 0;

  double errorPerKm2() const { return areaM2 > 0 ? errorM2 / (areaM2 / 1e6) : 0; }
};

struct BoundaryTolerance {
  double outsideM2 = 0.05;       ///< of a footprint
  double overlapM2 = 0.001;      ///< of two shapes
};

/// Checks boundaries against what they must be, by overlay and point counting; shares no code with what drew them.
///
/// in        `members[i]` belong to `shapes[i]`; may be shorter
/// cost      O(n log n) in corners
/// errors    Invalid for coordinates that are not numbers, Cancelled
Result<BoundaryReport> checkBoundaries(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<BoundaryMembers>& members, const BoundaryTolerance& tolerance = {},
                                       Progress& progress = noProgress());

}  // namespace pianqu::geo
