#pragma once

#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/table.hpp"
#include "layers/plan/plan_index.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/plan_rules.hpp"
#include "layers/plan/red_line.hpp"

namespace pianqu::layers {

/// Measures that follow from flags of buildings, estates, illegal structures and roads: one edit a rule, in the order of the rules, with an
/// empty list where a rule no longer applies.
///
/// keeps     what is not known makes no measure; quantities are split by the red lines; prices are not set here (pricing.hpp)
/// errors    those of geo/overlay; Invalid for a rule with an unknown test, field or quantity
class FlagMeasures {
 public:
  FlagMeasures(const PlanIndex& index, const RedLines& redLines, const FlagRules& rules);
  geo::Result<std::vector<ReplaceMeasures>> of(const DistrictScope& scope) const;

 private:
  struct Subject;
  geo::Result<std::vector<Subject>> subjectsOf(const MeasureRule& rule, const DistrictScope& scope) const;
  geo::Result<double> quantityOf(const MeasureRule& rule, const Subject& subject) const;
  geo::Result<ReplaceMeasures> apply(const MeasureRule& rule, const DistrictScope& scope) const;
  geo::Result<geo::MultiPolygon<geo::XY>> groundOf(const MeasureRule& rule, const DistrictScope& scope) const;

  const PlanIndex& m_index;
  const RedLines& m_redLines;
  const FlagRules& m_rules;
  std::vector<FeatureTable> m_tables;   ///< estate, building, illegal_structure, road, so that a rule can name any field
};

}  // namespace pianqu::layers
