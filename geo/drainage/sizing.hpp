#pragma once

#include <vector>

#include "geo/drainage/design.hpp"

namespace pianqu::geo {

/// Design storm q = A (1 + C lg P) / (t + b)^n in L/(s·ha), t in minutes. `a` as printed, never through A1: see the unit trap of the reference.
struct StormFormula {
  double a = 0, c = 0, b = 0, n = 0;
};
double intensityOf(const StormFormula& storm, double returnPeriodA, double minutes);

/// A row of the catalogue's pipe series.
struct PipeSize {
  double diameterMm = 0;
  double minSlope = 0;   ///< m/m
  double maxFill = 1;    ///< of sewage, water depth over diameter; storm pipes run full
};

struct PeakFactor {
  double flowLs = 0, factor = 1;
};

struct SizingRules {
  StormFormula storm;
  double returnPeriodA = 0;
  double inletMinutes = 0;          ///< t1, from the roof to the first manhole
  double assumedVelocityMs = 0;     ///< in pipes whose slope or diameter is not known
  double manningN = 0;
  double litresPerPersonDay = 0;    ///< sewage
  std::vector<PeakFactor> peaks;    ///< Kz by mean flow, ascending; in between linear
  std::vector<PipeSize> sizes;      ///< ascending
};

/// Flow of a circular pipe, L/s, filled to `fill` of its diameter. source Manning; [GBT50014] 5.2.2, 5.2.3
double capacityLs(double diameterMm, double slope, double fill, double manningN);
/// Peak flow of `persons`, L/s.
double sewageFlowLs(double persons, const SizingRules& rules);

/// Gives every new pipe of the design a diameter: the smallest of the series that carries what drains to it.
///
/// Rain: rational method, Q = q(t1 + t2) · Σ runoff area, t2 the longest way through pipes above. Sewage: persons above it times the rate
/// times Kz. The slope is that of the inverts, at least the least of its size. A pipe is never smaller than the new pipe that flows into
/// it, nor than the least diameters in the items. A first sizing: slopes and depths are not optimised, and where water parts at a manhole
/// each way is taken to carry an equal share.
///
/// in        sources of design.after with runoffM2 and persons
/// keeps     everything but diameterMm, flowLs and slope of NewPipe items and diameterMm of their links
/// cost      O((nodes + links) log links)
void sizeNewPipes(SeparationDesign& design, const SizingRules& rules, double minFallM);

}  // namespace pianqu::geo
