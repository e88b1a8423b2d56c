#pragma once

#include "geo/base/result.hpp"
#include "geo/parking/equip.hpp"
#include "layers/plan/plan_index.hpp"
#include "layers/plan/plan_rules.hpp"
#include "layers/plan/red_line.hpp"

namespace pianqu::layers {

/// Ground of the district around its scattered buildings that belongs to no estate and no road.
/// errors    those of the overlay
geo::Result<geo::MultiPolygon<geo::XY>> scatteredGroundOf(const DistrictScope& scope, const PlanIndex& index, const ParkingRules& rules);

/// TC-01 with the stalls of a study; CD-02 at the stalls with charging points and WZ-01 at the accessible ones. `estate` empty: of the
/// district itself. `kinds`: one a stall.
/// keeps     a stall counts inside or outside the red line by where its middle lies; not priced
geo::Result<std::vector<Measure>> parkingMeasuresOf(const ParkingStudy& study, const std::vector<geo::StallKind>& kinds, const Uid& estate, const RedLines& redLines);

}  // namespace pianqu::layers
