#include "geo/district/solve.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <execution>
#include <numeric>
#include <thread>

#include "geo/district/check.hpp"
#include "geo/district/components.hpp"
#include "geo/district/explain.hpp"
#include "geo/district/search.hpp"
#include "geo/district/solve_parts.hpp"

namespace pianqu::geo {
namespace {

/// Of a key, the same on every machine: a component keeps its random numbers whatever happens elsewhere. source [FNV1a]
std::uint64_t hashOf(const std::string& key) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

/// Units that can be in no district, and those that stay in theirs. returns the number of pinned districts
int placeFixed(const DistrictProblem& problem, const DistrictIndex& index, DistrictSolution& solution) {
  for (const auto& [unit, blocking] : index.tooBig()) {
    Placement& placement = solution.placements[unit];
    placement.reason = LeftoverReason::UnitTooBig;
    placement.blocked = blocking;
    placement.relaxations = {blocking};
  }
  std::vector<int> pins;
  for (const DistrictUnit& unit : problem.units) if (unit.pin) pins.push_back(*unit.pin);
  std::sort(pins.begin(), pins.end());
  pins.erase(std::unique(pins.begin(), pins.end()), pins.end());
  for (std::size_t u = 0; u < problem.units.size(); ++u) {
    if (!problem.units[u].pin) continue;
    solution.placements[u].phase = DistrictPhase::Pinned;
    solution.placements[u].district = static_cast<int>(std::lower_bound(pins.begin(), pins.end(), *problem.units[u].pin) - pins.begin());
  }
  return static_cast<int>(pins.size());
}

/// Renumbers districts by the smallest key in them.
void renumber(const DistrictProblem& problem, int count, DistrictSolution& solution) {
  std::vector<std::size_t> first(static_cast<std::size_t>(count), problem.units.size());
  for (std::size_t u = 0; u < problem.units.size(); ++u) {
    const int d = solution.placements[u].district;
    if (d < 0) continue;
    std::size_t& own = first[static_cast<std::size_t>(d)];
    if (own == problem.units.size() || problem.units[u].key < problem.units[own].key) own = u;
  }
  std::vector<int> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) { return problem.units[first[static_cast<std::size_t>(a)]].key < problem.units[first[static_cast<std::size_t>(b)]].key; });
  std::vector<int> numberOf(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) numberOf[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = i;
  for (Placement& placement : solution.placements) {
    if (placement.district >= 0) placement.district = numberOf[static_cast<std::size_t>(placement.district)];
    if (placement.otherDistrict >= 0) placement.otherDistrict = numberOf[static_cast<std::size_t>(placement.otherDistrict)];
  }
}

/// A small city gets more of the time that a person waits anyway.
int effortOf(const DistrictProblem& problem) {
  if (problem.options.effort) return std::max(0, *problem.options.effort);
  constexpr double kEffort = 5.5e6, kLeast = 4, kMost = 38;
  const double units = static_cast<double>(std::max<std::size_t>(1, problem.units.size()));
  return static_cast<int>(std::clamp(kEffort / (units * std::sqrt(units)), kLeast, kMost));
}

/// Solves the components side by side; each writes only what is its own.
class ComponentLoop {
 public:
  ComponentLoop(const DistrictProblem& problem, const DistrictIndex& index, Progress& progress, DistrictSolution& solution)
      : m_problem(problem), m_index(index), m_limits(limitsOf(problem, index)), m_scales(traitScales(problem)), m_progress(progress), m_solution(solution) {
    solution.components.resize(index.componentCount());
  }

  void run() {
    std::vector<std::size_t> numbers(m_index.componentCount());
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    std::for_each(std::execution::par, numbers.begin(), numbers.end(), [this](std::size_t c) { solve(c); });
  }

 private:
  void solve(std::size_t c) {
    if (m_progress.isCancelled()) return;
    const DistrictGraph graph = m_index.graphOf(c, m_scales);
    const int upperBound = upperBoundOf(graph, m_limits);
    const std::string& key = m_problem.units[graph.units.front()].key;
    const Random random(seedFor(m_problem.options.seed, hashOf(key)));
    const Partition partition = upperBound == 0 ? Partition(graph, m_limits) : searchComponent(graph, m_limits, upperBound, effortOf(m_problem), random, m_progress);
    if (m_progress.isCancelled()) return;
    explainComponent(partition, m_problem, numbersByUnit(partition), m_solution.placements);
    m_solution.components[c] = reportOf(partition, m_problem);
    m_done += graph.size();
    if (std::this_thread::get_id() == m_caller) m_progress.report(static_cast<double>(m_done) / static_cast<double>(m_problem.units.size()), "merging");
  }

  const DistrictProblem& m_problem;
  const DistrictIndex& m_index;
  const DistrictLimits m_limits;
  const std::vector<TraitScale> m_scales;
  Progress& m_progress;
  DistrictSolution& m_solution;
  const std::thread::id m_caller = std::this_thread::get_id();
  std::atomic<std::size_t> m_done = 0;
};

/// From numbers within components to numbers of all.
int shiftNumbers(const DistrictIndex& index, int count, DistrictSolution& solution) {
  std::vector<int> first;
  for (const ComponentReport& component : solution.components) {
    first.push_back(count);
    count += component.districts;
  }
  for (std::size_t u = 0; u < solution.placements.size(); ++u) {
    const int component = index.componentOf(u);
    if (component < 0) continue;
    Placement& placement = solution.placements[u];
    if (placement.district >= 0) placement.district += first[static_cast<std::size_t>(component)];
    if (placement.otherDistrict >= 0) placement.otherDistrict += first[static_cast<std::size_t>(component)];
  }
  return count;
}

}  // namespace

std::vector<int> numbersByUnit(const Partition& partition) {
  std::vector<int> numberOf(static_cast<std::size_t>(partition.slotCount()), -1);
  int next = 0;
  for (int u = 0; u < static_cast<int>(partition.graph().size()); ++u) {
    const int d = partition.label(u);
    if (d >= 0 && numberOf[static_cast<std::size_t>(d)] < 0) numberOf[static_cast<std::size_t>(d)] = next++;
  }
  return numberOf;
}

ComponentReport reportOf(const Partition& partition, const DistrictProblem& problem) {
  const DistrictGraph& graph = partition.graph();
  ComponentReport report;
  report.key = problem.units[graph.units.front()].key;
  report.units = graph.units.size();
  for (Milli total : graph.totals) report.totals.push_back(static_cast<double>(total) / 1000);
  report.districts = partition.districtCount();
  report.upperBound = upperBoundOf(graph, partition.limits());
  return report;
}

Result<void> verifyDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf) {
  const Problems broken = checkDistricts(problem, districtOf);
  if (broken.empty()) return {};
  return fail(ErrorCode::Internal, "The merge broke one of its own rules and was thrown away: " + broken.front().text + " (" + std::to_string(broken.size()) + " in all).",
              "Try another seed, and report this with the project.");
}

Result<DistrictSolution> solveDistricts(const DistrictProblem& problem, Progress& progress) {
  // Each step takes a fraction of a second for a million units; between them a wish to stop is heard.
  const auto cancelled = [] { return fail(ErrorCode::Cancelled, "Merging was cancelled."); };
  if (auto usable = checkKeys(problem); !usable) return fail(std::move(usable));
  if (auto usable = checkProblem(problem); !usable) return fail(std::move(usable));
  if (progress.isCancelled()) return cancelled();
  const DistrictIndex index(problem, progress);
  if (progress.isCancelled()) return cancelled();
  if (auto usable = index.checkTogether(); !usable) return fail(std::move(usable));
  if (progress.isCancelled()) return cancelled();
  DistrictSolution solution;
  solution.placements.resize(problem.units.size());
  int count = placeFixed(problem, index, solution);
  if (progress.isCancelled()) return cancelled();
  ComponentLoop(problem, index, progress, solution).run();
  if (progress.isCancelled()) return cancelled();
  count = shiftNumbers(index, count, solution);
  renumber(problem, count, solution);
  std::sort(solution.components.begin(), solution.components.end(), [](const ComponentReport& a, const ComponentReport& b) { return a.key < b.key; });
  std::vector<int> districtOf;
  districtOf.reserve(problem.units.size());
  for (const Placement& placement : solution.placements) districtOf.push_back(placement.district);
  if (progress.isCancelled()) return cancelled();
  if (auto sound = verifyDistricts(problem, districtOf); !sound) return fail(std::move(sound));
  if (progress.isCancelled()) return cancelled();
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
