#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "layers/plan/merge_units.hpp"

namespace pianqu::layers {

/// In what the units of a district should be alike.
enum class MergeTrait {
  Year,        ///< year of building
  Tenure,      ///< owned by a work unit or the housing office, or by the people who live there
  Condition,   ///< safety class C or D, leaking roof
};

std::string_view nameOf(MergeTrait trait);                       ///< "year", "tenure", "condition"
std::optional<MergeTrait> mergeTraitFrom(std::string_view name);

/// Of each unit one number a trait: the mean over its buildings of which it is known, else what the estate says, else the mean of all units.
std::vector<std::vector<double>> traitsOf(const City& city, const MergeUnits& found, const std::vector<MergeTrait>& traits);

}  // namespace pianqu::layers
