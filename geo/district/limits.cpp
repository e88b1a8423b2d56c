#include <algorithm>
#include <cmath>

#include "geo/district/components.hpp"

namespace pianqu::geo {

std::vector<TraitScale> traitScales(const DistrictProblem& problem) {
  const std::size_t count = problem.units.empty() ? 0 : problem.units.front().traits.size();
  std::vector<TraitScale> scales(count);
  if (problem.options.likenessWeight <= 0) return {};
  std::vector<double> values(problem.units.size());
  for (std::size_t t = 0; t < count; ++t) {
    for (std::size_t u = 0; u < values.size(); ++u) values[u] = problem.units[u].traits[t];
    std::sort(values.begin(), values.end());       // one sum for any order of rows
    double sum = 0, squares = 0;
    for (double value : values) sum += value;
    scales[t].mean = sum / static_cast<double>(values.size());
    for (double value : values) squares += (value - scales[t].mean) * (value - scales[t].mean);
    const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
    scales[t].factor = deviation > 0 ? 1 / deviation : 0;
  }
  return scales;
}

double spanOf(const DistrictProblem& problem, const std::vector<std::size_t>& units) {
  std::vector<XY> points;
  for (std::size_t u : units) points.insert(points.end(), problem.units[u].points.begin(), problem.units[u].points.end());
  const std::vector<XY> hull = hullOf(std::move(points));
  double widest = 0;
  for (XY p : hull) {
    for (XY q : hull) widest = std::max(widest, std::hypot(p.x - q.x, p.y - q.y));
  }
  return widest;
}

int upperBoundOf(const std::vector<Milli>& totals, std::size_t nodes, const DistrictLimits& limits) {
  Milli bound = static_cast<Milli>(nodes);
  for (std::size_t rule = 0; rule < totals.size(); ++rule) {
    if (limits.minimum[rule] > 0) bound = std::min(bound, totals[rule] / limits.minimum[rule]);
  }
  return static_cast<int>(bound);
}

/// Likeness is 1 a district where districts are as mixed as the city; boundary is 1 a district whose outline is that of a square.
DistrictLimits limitsOf(const DistrictProblem& problem, const DistrictIndex& index) {
  DistrictLimits limits(problem);
  const bool isScaled = limits.likenessWeight > 0 || limits.boundaryWeight > 0;
  if (!isScaled) return limits;
  double districts = 0, areaM2 = 0;
  for (std::size_t c = 0; c < index.componentCount(); ++c) districts += upperBoundOf(index.totalsOf(c), index.nodesOf(c), limits);
  std::vector<double> areas;
  for (const DistrictUnit& unit : problem.units) areas.push_back(unit.areaM2);
  std::sort(areas.begin(), areas.end());      // one sum for any order of rows
  for (double area : areas) areaM2 += area;
  const double variance = static_cast<double>(problem.units.size()) * static_cast<double>(problem.units.empty() ? 0 : problem.units.front().traits.size());
  limits.likenessScale = variance > 0 ? districts / variance : 0;
  limits.outlineScale = areaM2 > 0 && districts > 0 ? 1 / (4 * std::sqrt(areaM2 / districts)) : 0;
  return limits;
}

}  // namespace pianqu::geo
