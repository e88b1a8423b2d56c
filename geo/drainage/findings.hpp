#pragma once

#include "geo/drainage/check.hpp"

namespace pianqu::geo {

/// What the rule files share while a check is being made.
struct CheckRun {
  const SewerSystem& system;
  const DrainageLimits& limits;
  SewerCheck& check;

  void pass(Fault fault) { ++check.tallies[static_cast<std::size_t>(fault)].passed; }
  /// Adds the finding and counts it.
  void add(Finding finding);
  const SewerNode& node(int index) const { return system.nodes[static_cast<std::size_t>(index)]; }
  const SewerLink& link(int index) const { return system.links[static_cast<std::size_t>(index)]; }
  Water waterAt(int node) const { return check.systems[static_cast<std::size_t>(node)]; }
  /// "YS12 (storm)".
  std::string label(int node) const;
  bool isLead(int link) const;
};

void findCrossLinks(CheckRun& run);     ///< M1 M2 M6
void findRemixing(CheckRun& run);       ///< M3 and HS
void proveSources(CheckRun& run);       ///< reaches, proofs, M4 M5 LG
void findSlopeFaults(CheckRun& run);    ///< reverse slopes and dead ends
void findSurveyFaults(CheckRun& run);   ///< sizes, cycles, duplicates, isolated, levels
void findUnknowns(CheckRun& run);       ///< UN

/// "12.345": metres with three decimals, for texts.
std::string metresText(double metres);

}  // namespace pianqu::geo
