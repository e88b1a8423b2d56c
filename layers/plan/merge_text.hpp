#pragma once

#include <string>
#include <vector>

/// Inside of merging: what it says.
namespace pianqu::layers {

struct MergeProposal;

/// "1200", "12.5": no more digits than a person needs.
std::string toShort(double value);

/// The first name in a bounds text, or `otherwise` where all sides are open land.
std::string firstWayOf(const std::string& bounds, const std::string& otherwise);

/// Why the n-th unit is left over, with the smallest change that would place it.
std::string leftoverText(const MergeProposal& proposal, std::size_t unit);

/// Why the n-th unit is where it is.
std::vector<std::string> explanationOf(const MergeProposal& proposal, std::size_t unit);

}  // namespace pianqu::layers
