#include "layers/plan/merge_text.hpp"

#include <cmath>
#include <cstdio>

#include "layers/plan/merge.hpp"

namespace pianqu::layers {
namespace {

using geo::Blocking;

std::string unitOfRule(const std::string& rule) { return rule == "span" ? " m" : rule == "floor area" ? " m2" : rule == "households" ? " households" : ""; }

std::string codeOf(const MergeProposal& proposal, int district) { return district < 0 ? std::string() : proposal.codeOfDistrict[static_cast<std::size_t>(district)]; }

std::string amount(const Blocking& blocking, double value) { return toShort(value) + unitOfRule(blocking.rule); }

/// What stops a move into the other district.
std::string blockingText(const MergeProposal& proposal, const geo::Placement& placement) {
  const Blocking& blocked = placement.blocked;
  const std::string other = codeOf(proposal, placement.otherDistrict);
  switch (blocked.kind) {
    case Blocking::Kind::None: return {};
    case Blocking::Kind::Maximum: return "with it " + other + " would have " + amount(blocked, blocked.value) + ", above " + amount(blocked, blocked.limit);
    case Blocking::Kind::Span: return "with it the span of " + other + " would be " + amount(blocked, blocked.value) + ", above " + amount(blocked, blocked.limit);
    case Blocking::Kind::Minimum: return "without it its district would have " + amount(blocked, blocked.value) + ", below " + amount(blocked, blocked.limit);
    case Blocking::Kind::Connection: return "without it its district would fall apart";
    case Blocking::Kind::WorseShape: return "the two districts together would be less compact (cost +" + toShort(blocked.value) + ")";
  }
  return {};
}

}  // namespace

std::string toShort(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.12g", std::round(value * 1000) / 1000);
  return text;
}

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
  const geo::Placement& placement = proposal.solution.placements[unit];
  const std::string& name = proposal.units.units[unit].name;
  const auto& relaxation = placement.relaxation;
  switch (placement.reason) {
    case geo::LeftoverReason::None: return {};
    case geo::LeftoverReason::ComponentBelowMinimum:
      return name + ": all units that it can be merged with across streets have " + (relaxation ? amount(*relaxation, relaxation->value) + " together, below " + amount(*relaxation, relaxation->limit) : "too little");
    case geo::LeftoverReason::UnitTooBig:
      return name + ": " + (relaxation ? relaxation->rule + " " + amount(*relaxation, relaxation->value) + " alone is above " + amount(*relaxation, relaxation->limit) : "too big alone");
    case geo::LeftoverReason::NoRoom: break;
  }
  if (!relaxation || placement.otherDistrict < 0) return name + ": no district is next to it, and its neighbours left over cannot make one under the rules";
  return name + ": fits " + codeOf(proposal, placement.otherDistrict) + " if the maximum " + relaxation->rule + " rises from " + toShort(relaxation->limit) + " to " + amount(*relaxation, std::ceil(relaxation->value));
}

std::vector<std::string> explanationOf(const MergeProposal& proposal, std::size_t unit) {
  const MergeUnit& own = proposal.units.units[unit];
  const geo::Placement& placement = proposal.solution.placements[unit];
  std::vector<std::string> lines{own.name + " (" + own.code + "): " + own.why + "; " + toShort(own.households) + " households" + (own.isEstimated ? " (estimated)" : "") + ", " + toShort(std::round(own.floorAreaM2)) + " m2"};
  if (placement.district < 0) {
    lines.push_back("left over, " + std::string(geo::nameOf(placement.reason)) + ": " + leftoverText(proposal, unit));
    return lines;
  }
  const auto& district = proposal.solution.districts[static_cast<std::size_t>(placement.district)];
  lines.push_back("in " + codeOf(proposal, placement.district) + " by " + std::string(geo::nameOf(placement.phase)) + "; it shares " + toShort(std::round(placement.sharedWithOwnM)) + " m of boundary with it and lies " +
                  toShort(std::round(placement.distanceToCentreM)) + " m from its centre");
  lines.push_back("that district has " + toShort(district.totals[0]) + " households, span " + toShort(std::round(district.spanM)) + " m; its tightest rule is " + district.binding + ", with " + toShort(district.slack) + " to spare");
  if (placement.otherDistrict < 0) lines.push_back("no other district touches it");
  else lines.push_back("next best " + codeOf(proposal, placement.otherDistrict) + ": " + blockingText(proposal, placement));
  return lines;
}

}  // namespace pianqu::layers
