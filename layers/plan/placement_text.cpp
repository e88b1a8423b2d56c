#include "layers/plan/placement_text.hpp"

#include <cmath>
#include <cstdio>

namespace pianqu::layers {
namespace {

using geo::Blocking;

std::string unitOfRule(const std::string& rule) { return rule == "span" ? " m" : rule == "floor area" ? " m2" : rule == "households" ? " households" : ""; }

std::string amount(const Blocking& blocking, double value) { return toShort(value) + unitOfRule(blocking.rule); }

std::string nameOf(const SolvedDistricts& solved, int district) { return district < 0 ? std::string() : solved.nameOf(district); }

/// What stops a move into the other district.
std::string blockingText(const SolvedDistricts& solved, const geo::Placement& placement) {
  const Blocking& blocked = placement.blocked;
  const std::string other = nameOf(solved, placement.otherDistrict);
  switch (blocked.kind) {
    case Blocking::Kind::None: return {};
    case Blocking::Kind::Maximum: return "with it " + other + " would have " + blocked.rule + " " + amount(blocked, blocked.value) + ", above " + amount(blocked, blocked.limit);
    case Blocking::Kind::Span: return "with it the span of " + other + " would be " + amount(blocked, blocked.value) + ", above " + amount(blocked, blocked.limit);
    case Blocking::Kind::Minimum: return "without it its district would have " + blocked.rule + " " + amount(blocked, blocked.value) + ", below " + amount(blocked, blocked.limit);
    case Blocking::Kind::Connection: return "without it its district would fall apart";
    case Blocking::Kind::Apart: return "it must not be with a unit of " + other;
    case Blocking::Kind::WorseShape: return "the two districts together would be worse (cost +" + toShort(blocked.value) + ")";
  }
  return {};
}

/// "compactness +0.031, likeness -0.2"; terms that do not count are left out.
std::string termsText(const geo::ChoiceTerms& terms) {
  std::string text;
  for (const auto& [name, value] : {std::pair{"compactness", terms.compactness}, std::pair{"boundary", terms.boundary}, std::pair{"likeness", terms.likeness}, std::pair{"target", terms.target}}) {
    if (std::abs(value) < 0.0005) continue;
    text += std::string(text.empty() ? "" : ", ") + name + (value > 0 ? " +" : " ") + toShort(value);
  }
  return text;
}

/// A bound as it has to be for the value to pass: whole numbers, rounded to the side that passes.
std::string passing(const Blocking& change) { return amount(change, change.kind == Blocking::Kind::Minimum ? std::floor(change.value) : std::ceil(change.value)); }

std::string changeText(const Blocking& change) {
  const bool isFalling = change.kind == Blocking::Kind::Minimum;
  const std::string bound = change.kind == Blocking::Kind::Span ? "" : isFalling ? "minimum " : "maximum ";
  return "the " + bound + change.rule + (isFalling ? " falls from " : " rises from ") + toShort(change.limit) + " to " + passing(change);
}

/// "fits 片区-17 if the span rises from 700 to 712 m"
std::string relaxationText(const SolvedDistricts& solved, const geo::Placement& placement) {
  std::string text = placement.otherDistrict >= 0 ? "fits " + nameOf(solved, placement.otherDistrict) + " if " : "makes a district with what is left over around it if ";
  for (std::size_t i = 0; i < placement.relaxations.size(); ++i) {
    const Blocking& change = placement.relaxations[i];
    text += (i == 0 ? "" : " and ") + (change.kind == Blocking::Kind::Apart ? "the pin that keeps it apart is taken away" : changeText(change));
  }
  return text;
}

}  // namespace

std::string toShort(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.12g", std::round(value * 1000) / 1000);
  return text;
}

std::string leftoverSentence(const SolvedDistricts& solved, std::size_t unit) {
  const geo::Placement& placement = solved.solution.placements[unit];
  const auto& relaxations = placement.relaxations;
  switch (placement.reason) {
    case geo::LeftoverReason::None: return {};
    case geo::LeftoverReason::ComponentBelowMinimum:
      return "all units that it can be merged with across streets have " + (relaxations.empty() ? "too little" : amount(relaxations.front(), relaxations.front().value) + " together, below " + amount(relaxations.front(), relaxations.front().limit));
    case geo::LeftoverReason::UnitTooBig:
      return relaxations.empty() ? "too big alone" : relaxations.front().rule + " " + amount(relaxations.front(), relaxations.front().value) + " alone is above " + amount(relaxations.front(), relaxations.front().limit);
    case geo::LeftoverReason::NoRoom: break;
  }
  if (relaxations.empty()) return "no district is next to it, and its neighbours left over cannot make one under the rules";
  return relaxationText(solved, placement);
}

std::vector<std::string> placementText(const SolvedDistricts& solved, std::size_t unit, const std::string& name) {
  const geo::Placement& placement = solved.solution.placements[unit];
  if (placement.district < 0) return {"left over, " + std::string(geo::nameOf(placement.reason)) + ": " + name + ": " + leftoverSentence(solved, unit)};
  std::vector<std::string> lines;
  const auto& district = solved.solution.districts[static_cast<std::size_t>(placement.district)];
  lines.push_back("in " + nameOf(solved, placement.district) + " by " + std::string(geo::nameOf(placement.phase)) + "; it shares " + toShort(std::round(placement.sharedWithOwnM)) + " m of boundary with it and lies " +
                  toShort(std::round(placement.distanceToCentreM)) + " m from its centre");
  std::string totals;
  for (std::size_t rule = 0; rule < district.totals.size(); ++rule) totals += solved.problem.rules.sums[rule].name + " " + toShort(district.totals[rule]) + ", ";
  lines.push_back("that district has " + totals + "span " + toShort(std::round(district.spanM)) + " m" +
                  (district.binding.empty() ? "" : "; its tightest rule is " + district.binding + ", with " + toShort(district.slack) + " to spare"));
  const std::string terms = termsText(placement.own);
  if (!terms.empty()) lines.push_back("it adds to the cost of its district: " + terms);
  if (placement.otherDistrict < 0) {
    lines.push_back("no other district touches it");
    return lines;
  }
  const std::string others = termsText(placement.other);
  lines.push_back("next best " + nameOf(solved, placement.otherDistrict) + (others.empty() ? "" : " (" + others + ")") + ": " + blockingText(solved, placement));
  return lines;
}

}  // namespace pianqu::layers
