#pragma once

#include <string>
#include <vector>

#include "layers/plan/placement_text.hpp"

/// Inside of merging: what it says.
namespace pianqu::layers {

struct MergeProposal;

/// The first name in a bounds text, or `otherwise` where all sides are open land.
std::string firstWayOf(const std::string& bounds, const std::string& otherwise);

/// Why the n-th unit is left over, with the smallest change that would place it.
std::string leftoverText(const MergeProposal& proposal, std::size_t unit);

/// Why the n-th unit is where it is.
std::vector<std::string> explanationOf(const MergeProposal& proposal, std::size_t unit);

}  // namespace pianqu::layers
