#include "geo/district/solve.hpp"

#include <algorithm>
#include <cmath>

#include "geo/district/check.hpp"
#include "geo/district/components.hpp"
#include "geo/district/explain.hpp"
#include "geo/district/search.hpp"

namespace pianqu::geo {
namespace {

/// Of a key, the same on every machine: a component keeps its random numbers whatever happens elsewhere. source [FNV1a]
std::uint64_t hashOf(const std::string& key) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

/// Weight of one unit of variance, so that likeness is 1 a district where districts are as mixed as the city.
double likenessScaleOf(const std::vector<DistrictGraph>& components, const DistrictLimits& limits) {
  double squares = 0, districts = 0;
  for (const DistrictGraph& graph : components) {
    for (double trait : graph.traits) squares += trait * trait;
    districts += upperBoundOf(graph, limits);
  }
  return squares > 0 ? districts / squares : 0;
}

/// Units that can be in no district, and those that stay in theirs.
void placeFixed(const DistrictProblem& problem, DistrictSolution& solution, std::vector<int>& pins) {
  for (std::size_t u = 0; u < problem.units.size(); ++u) {
    Placement& placement = solution.placements[u];
    if (problem.units[u].pin) {
      placement.phase = DistrictPhase::Pinned;
      pins.push_back(*problem.units[u].pin);
      continue;
    }
    const Blocking blocking = tooBigBy(problem, problem.units[u]);
    if (blocking.kind == Blocking::Kind::None) continue;
    placement.reason = LeftoverReason::UnitTooBig;
    placement.blocked = blocking;
    placement.relaxation = blocking;
  }
  std::sort(pins.begin(), pins.end());
  pins.erase(std::unique(pins.begin(), pins.end()), pins.end());
  for (std::size_t u = 0; u < problem.units.size(); ++u) {
    if (!problem.units[u].pin) continue;
    solution.placements[u].district = static_cast<int>(std::lower_bound(pins.begin(), pins.end(), *problem.units[u].pin) - pins.begin());
  }
}

void addComponent(const Partition& partition, const DistrictProblem& problem, int& count, DistrictSolution& solution) {
  const DistrictGraph& graph = partition.graph();
  std::vector<int> numberOf;
  for (int u = 0; u < static_cast<int>(graph.size()); ++u) {
    const int d = partition.label(u);
    if (d < 0) continue;
    if (static_cast<std::size_t>(d) >= numberOf.size()) numberOf.resize(static_cast<std::size_t>(d) + 1, -1);
    if (numberOf[static_cast<std::size_t>(d)] < 0) numberOf[static_cast<std::size_t>(d)] = count++;
  }
  explainComponent(partition, problem, numberOf, solution.placements);
  ComponentReport report;
  report.key = problem.units[graph.nodes.front().unit].key;
  report.units = graph.size();
  for (Milli total : graph.totals) report.totals.push_back(static_cast<double>(total) / 1000);
  report.districts = partition.districtCount();
  report.upperBound = upperBoundOf(graph, partition.limits());
  solution.components.push_back(std::move(report));
}

/// Renumbers districts by the smallest key in them.
void renumber(const DistrictProblem& problem, int count, DistrictSolution& solution) {
  std::vector<std::size_t> byKey(problem.units.size());
  for (std::size_t u = 0; u < byKey.size(); ++u) byKey[u] = u;
  std::sort(byKey.begin(), byKey.end(), [&](std::size_t a, std::size_t b) { return problem.units[a].key < problem.units[b].key; });
  std::vector<int> numberOf(static_cast<std::size_t>(count), -1);
  int next = 0;
  for (std::size_t u : byKey) {
    const int d = solution.placements[u].district;
    if (d >= 0 && numberOf[static_cast<std::size_t>(d)] < 0) numberOf[static_cast<std::size_t>(d)] = next++;
  }
  for (Placement& placement : solution.placements) {
    if (placement.district >= 0) placement.district = numberOf[static_cast<std::size_t>(placement.district)];
    if (placement.otherDistrict >= 0) placement.otherDistrict = numberOf[static_cast<std::size_t>(placement.otherDistrict)];
  }
}

Result<void> verify(const DistrictProblem& problem, const std::vector<int>& districtOf) {
  const Problems broken = checkDistricts(problem, districtOf);
  if (broken.empty()) return {};
  return fail(ErrorCode::Internal, "The merge broke one of its own rules and was thrown away: " + broken.front().text + " (" + std::to_string(broken.size()) + " in all).",
              "Try another seed, and report this with the project.");
}

}  // namespace

Result<DistrictSolution> solveDistricts(const DistrictProblem& problem, Progress& progress) {
  if (auto usable = checkProblem(problem); !usable) return fail(std::move(usable));
  DistrictSolution solution;
  solution.placements.resize(problem.units.size());
  std::vector<int> pins;
  placeFixed(problem, solution, pins);
  int count = static_cast<int>(pins.size());
  const std::vector<DistrictGraph> components = componentsOf(problem);
  DistrictLimits limits(problem);
  limits.likenessScale = likenessScaleOf(components, limits);
  std::size_t done = 0;
  for (const DistrictGraph& graph : components) {
    const int upperBound = upperBoundOf(graph, limits);
    const Random random(seedFor(problem.options.seed, hashOf(problem.units[graph.nodes.front().unit].key)));
    const int effort = upperBound == 0 ? 0 : std::max(0, problem.options.effort);
    const Partition partition = upperBound == 0 ? Partition(graph, limits) : searchComponent(graph, limits, upperBound, effort, random, progress);
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Merging was cancelled.");
    addComponent(partition, problem, count, solution);
    done += graph.size();
    progress.report(static_cast<double>(done) / static_cast<double>(problem.units.size()), "merging");
  }
  renumber(problem, count, solution);
  std::vector<int> districtOf;
  for (const Placement& placement : solution.placements) districtOf.push_back(placement.district);
  if (auto sound = verify(problem, districtOf); !sound) return fail(std::move(sound));
  solution.districts = reportDistricts(problem, districtOf, count);
  return solution;
}

std::string_view nameOf(DistrictPhase phase) {
  switch (phase) {
    case DistrictPhase::Left: return "left";
    case DistrictPhase::Pinned: return "pinned";
    case DistrictPhase::Seed: return "seed";
    case DistrictPhase::Grow: return "grow";
    case DistrictPhase::Absorb: return "absorb";
    case DistrictPhase::Resplit: return "resplit";
    case DistrictPhase::Move: return "move";
  }
  return "";
}

std::string_view nameOf(LeftoverReason reason) {
  switch (reason) {
    case LeftoverReason::None: return "";
    case LeftoverReason::ComponentBelowMinimum: return "component-below-minimum";
    case LeftoverReason::UnitTooBig: return "unit-too-big";
    case LeftoverReason::NoRoom: return "no-room";
  }
  return "";
}

}  // namespace pianqu::geo
