#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "layers/plan/lift_plan.hpp"
#include "layers/plan/measure_rules.hpp"
#include "layers/plan/parking_plan.hpp"

namespace pianqu::layers {

struct WorksOptions {
  std::string parkingProfile = "strict-50067";   ///< whose stalls become measures
  LiftOptions lift;                              ///< its liftCost is taken from prices or catalogue when empty
  PriceTable prices;
  std::string storm;                             ///< design storm of new storm pipes, as readDrainageCatalogue
};

/// What planning one district gives: edits to be committed together, and the details that the store does not keep.
struct DistrictWorks {
  Uid districtUid;
  std::vector<Edit> edits;
  ParkingBalance balance;
  std::vector<LotReport> lots;
};

/// Drainage, parking, lifts and the measures by rule, with prices, for each of `districts` (of `plan`, in that order).
///
/// in        `districts`: positions in plan.districts
/// keeps     the edits of a district replace all measures of every origin made here, so planning twice changes nothing; measures by hand stay
/// errors    those of the planners; Cancelled
/// cost      districts run side by side
geo::Result<std::vector<DistrictWorks>> planWorks(const City& city, const Plan& plan, const std::vector<std::size_t>& districts, const PlanRules& rules, const std::string& dataFolder,
                                                  const WorksOptions& options, geo::Progress& progress = geo::noProgress());

}  // namespace pianqu::layers
