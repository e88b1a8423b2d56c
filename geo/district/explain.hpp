#pragma once

#include "geo/district/partition.hpp"

/// Inside of geo/district: what a finished component says about each of its units.
namespace pianqu::geo {

/// `numberOf[d]`: number in the solution of the partition's district d.
void explainComponent(const Partition& partition, const DistrictProblem& problem, const std::vector<int>& numberOf, std::vector<Placement>& placements);

/// Totals, span, and the rule with the least slack for each district of `districtOf`.
std::vector<DistrictReport> reportDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf, int count);

}  // namespace pianqu::geo
