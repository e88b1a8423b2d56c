#pragma once

#include <cstdint>
#include <vector>

#include "geo/parking/layout.hpp"

namespace pianqu::geo {

enum class StallKind : std::uint8_t {
  Plain,
  Accessible,  ///< with a transfer area beside it
  Charging     ///< with a charging point
};

/// What a lot needs besides stalls; each value comes from a row of the catalogue.
/// source  [GB50067] 4.2.10 groups; [GB55019] 2.9.5 accessible stalls; [GB50763] 3.14.3 transfer area
struct EquipRules {
  int groupMax = 0;               ///< stalls in one group; 0: any number
  double groupGapM = 0;           ///< clear distance between two groups
  int accessibleFrom = 0;         ///< lots with fewer stalls need none
  double accessibleShare = 0;     ///< of the stalls, rounded up, at least one
  double transferM = 0;           ///< width of the area beside an accessible stall; two stalls may share one
  double chargingShare = 0;       ///< of the stalls, rounded up
};

/// Takes out the fewest stalls found so that no more than groupMax stalls lie nearer to each other than the gap: cuts across or along the rows,
/// each half cut again until its groups are small enough.
/// keeps     order and shape of the stalls that stay; a layout within the limit stays as it is
/// cost      for lots of a few hundred stalls, milliseconds
void separateGroups(Layout& layout, const EquipRules& rules);

/// Chooses the stalls that are accessible (perpendicular, nearest to a door; a neighbour goes where there is no room for the transfer
/// area) and those with charging points (next to the entrance). Stalls of other sizes than stallRules' are never chosen to be accessible.
///
/// in        `free`: the ground of the lot; `doors`: of the houses that use it, may be empty
/// returns   one kind a stall of `layout`, which may have lost stalls to transfer areas
std::vector<StallKind> equip(Layout& layout, const Polygon<XY>& free, const std::vector<XY>& doors, const EquipRules& rules);

/// Number of stalls in each group: stalls nearer to each other than `gapM`, through others. Largest first.
std::vector<int> groupsOf(const std::vector<Polygon<XY>>& stalls, double gapM);

}  // namespace pianqu::geo
