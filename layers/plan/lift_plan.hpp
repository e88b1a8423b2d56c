#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/lift/siting.hpp"
#include "layers/plan/plan_index.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/plan_rules.hpp"
#include "layers/plan/red_line.hpp"

namespace pianqu::layers {

struct LiftOptions {
  std::string regime = "civil-code-278-major";   ///< key of consent_regimes.csv
  std::string shareScheme = "guangdong";         ///< key of lift_cost_share.csv
  std::optional<geo::Fen> liftCost;              ///< of one lift; nullopt: no shares
};

/// Studies every stair unit that may get a lift. Built once for a city.
class LiftPlanner {
 public:
  LiftPlanner(const PlanIndex& index, const RedLines& redLines, const LiftRules& rules);

  /// What one stair unit gives.
  struct Result {
    LiftStudy study;
    geo::Siting siting;
    std::string consentReason;
  };
  /// nullopt when the unit is no case: too few storeys, a lift is there or under way, not a dwelling.
  ///
  /// keeps   verdict 可行 only with every input known; the reasons name each condition, failure or missing input
  /// errors  NotFound for a regime or scheme that is not in the catalogue
  geo::Result<std::optional<Result>> study(std::size_t entrance, const LiftOptions& options) const;

  /// Studies and measures (DT-01 a lift, DT-02 pipes to move; both only for 可行 and 有条件) of one district.
  struct DistrictLifts {
    ReplaceLiftStudies studies;
    ReplaceMeasures measures;   ///< origin "lift", not priced
  };
  geo::Result<DistrictLifts> of(const DistrictScope& scope, const LiftOptions& options) const;

 private:
  geo::Siting judge(std::size_t entrance, const Building& building, int floors) const;

  const PlanIndex& m_index;
  const RedLines& m_redLines;
  const LiftRules& m_rules;
  geo::LiftSurroundings m_surroundings;
};

/// 可行, 有条件, 不可行, 资料不足
std::string nameOf(geo::SitingVerdict verdict);

}  // namespace pianqu::layers
