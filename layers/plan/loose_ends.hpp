#pragma once

#include <vector>

#include "geo/shape/shape.hpp"
#include "layers/plan/merge_units.hpp"
#include "layers/plan/plan.hpp"
#include "layers/plan/plan_index.hpp"

namespace pianqu::layers {

/// Something that a planner still has to look at while drawing.
struct LooseEnd {
  enum class Kind {
    Unassigned,   ///< a unit that needs renovation and is in no district
    Enclave,      ///< a district, or a part of one, that lies inside another one
    Gap,          ///< nobody's ground that districts enclose
    Part          ///< a piece of a district that does not hang together with the largest one
  };
  Kind kind = Kind::Unassigned;
  TargetKind unitKind = TargetKind::None;   ///< of an unassigned unit
  Uid uid;                                  ///< of the unit, else of the district; the enclosing one for a gap
  geo::MultiPolygon<geo::XY> shape;         ///< what to highlight
  geo::XY place;                            ///< inside of it
};

/// Loose ends of a plan: enclaves, gaps and parts by district, then unassigned units by kind and uid.
///
/// in        `wanted`: units that need renovation, from selectUnits(); units without ground are left out
/// cost      O(units + members + holes)
std::vector<LooseEnd> looseEnds(const PlanIndex& index, const Plan& plan, const std::vector<MergeUnit>& wanted);

}  // namespace pianqu::layers
