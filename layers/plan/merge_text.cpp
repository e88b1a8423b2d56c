#include "layers/plan/merge_text.hpp"

#include <cmath>

#include "layers/plan/merge.hpp"

namespace pianqu::layers {
namespace {

SolvedDistricts solvedBy(const MergeProposal& proposal) {
  return {proposal.problem, proposal.solution, [&proposal](int district) { return proposal.codeOfDistrict[static_cast<std::size_t>(district)]; }};
}

}  // namespace

std::string firstWayOf(const std::string& bounds, const std::string& otherwise) {
  const std::string mark = "至", comma = "，", open = "空地";
  for (std::size_t at = bounds.find(mark); at != std::string::npos; at = bounds.find(mark, at + 1)) {
    const std::size_t from = at + mark.size();
    const std::string name = bounds.substr(from, bounds.find(comma, from) == std::string::npos ? std::string::npos : bounds.find(comma, from) - from);
    if (name != open) return name;
  }
  return otherwise;
}

std::string leftoverText(const MergeProposal& proposal, std::size_t unit) {
  return proposal.units.units[unit].name + ": " + leftoverSentence(solvedBy(proposal), unit);
}

std::vector<std::string> explanationOf(const MergeProposal& proposal, std::size_t unit) {
  const MergeUnit& own = proposal.units.units[unit];
  std::vector<std::string> lines{own.name + " (" + own.code + "): " + own.why + "; " + toShort(own.households) + " households" + (own.isEstimated ? " (estimated)" : "") + ", " + toShort(std::round(own.floorAreaM2)) + " m2"};
  const auto why = placementText(solvedBy(proposal), unit, own.name);
  lines.insert(lines.end(), why.begin(), why.end());
  return lines;
}

}  // namespace pianqu::layers
