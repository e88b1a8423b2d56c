#pragma once

#include <string>
#include <vector>

#include "geo/base/problems.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/parking_access.hpp"
#include "layers/plan/plan_index.hpp"
#include "layers/plan/plan_rules.hpp"
#include "layers/plan/red_line.hpp"

namespace pianqu::layers {

/// A free part of an estate, or of the ground around scattered buildings, that was looked at.
struct LotReport {
  Uid estateUid;               ///< empty: around scattered buildings
  std::string profile;
  double areaM2 = 0;
  int stalls = 0;
  int bound = 0;               ///< rows without cross aisles reach at most (rowBound)
  bool isBesideLane = false;   ///< stalls straight off an existing lane, no aisle built
  std::string reason;          ///< why nothing is proposed, or a remark on what is
  double areaPerStallM2() const { return stalls == 0 ? 0 : areaM2 / stalls; }
};

/// Stalls against need. `existing`: drawn stalls, or what estates declare where none are drawn.
struct ParkingBalance {
  int households = 0;
  int estatesWithoutHouseholds = 0;   ///< estates whose households nobody knows: the demand is a lower bound
  int existing = 0;
  int demand = 0;
  std::vector<std::pair<std::string, int>> added;   ///< by profile, in the order of the rules
  int gap(const std::string& profile) const;        ///< demand - existing - added; negative: more than needed
};

struct DistrictParking {
  ReplaceParkingStudies studies;
  ReplaceMeasures measures;     ///< TC-01, CD-02 and WZ-01 of the chosen profile, origin "parking", not priced
  ParkingBalance balance;
  std::vector<LotReport> lots;
};

/// Lays parking out on the free ground of every estate of a district and around its scattered buildings, for every clearance profile. Stalls stand
/// in groups with gaps between them; lots have accessible stalls and charging points (geo/parking/equip.hpp).
///
/// in        `profile`: whose stalls become measures
/// keeps     every study passed the verifier; a layout that does not is dropped and said so in its report
/// errors    NotFound for an unknown profile; those of geo/overlay; Cancelled
geo::Result<DistrictParking> planParking(const DistrictScope& scope, const PlanIndex& index, const RedLines& redLines, const ParkingRules& rules, const std::string& profile,
                                         const geo::Progress& progress = geo::noProgress());

}  // namespace pianqu::layers
