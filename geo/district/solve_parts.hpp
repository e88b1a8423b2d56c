#pragma once

#include <vector>

#include "geo/district/partition.hpp"

/// Inside of geo/district: what solving and re-solving share.
namespace pianqu::geo {

/// Numbers of the districts of a partition in the order of their first units; -1 for slots that are closed.
std::vector<int> numbersByUnit(const Partition& partition);

ComponentReport reportOf(const Partition& partition, const DistrictProblem& problem);

/// errors  Internal: the independent checker found something
Result<void> verifyDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf);

}  // namespace pianqu::geo
