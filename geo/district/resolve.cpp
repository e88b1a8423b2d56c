#include <algorithm>

#include "geo/district/components.hpp"
#include "geo/district/explain.hpp"
#include "geo/district/search.hpp"
#include "geo/district/solve.hpp"
#include "geo/district/solve_parts.hpp"

namespace pianqu::geo {
namespace {

/// What a partition holds of an assignment: districts by their numbers, as far as they obey the rules.
class WarmStart {
 public:
  WarmStart(const DistrictGraph& graph, const DistrictLimits& limits, const std::vector<int>& districtOf) : m_partition(graph, limits), m_touched(graph.size(), 0) {
    std::vector<std::pair<int, int>> rows;       // district, node
    for (int u = 0; u < static_cast<int>(graph.size()); ++u) {
      const auto& node = graph.node(u);
      const int d = districtOf[graph.units[node.firstUnit]];
      bool isOne = d >= 0;
      for (std::size_t i = 1; i < node.unitCount; ++i) isOne = isOne && districtOf[graph.units[node.firstUnit + i]] == d;
      if (isOne) rows.emplace_back(d, u);
      else touch(u);
    }
    std::sort(rows.begin(), rows.end());
    m_partition.home().assign(graph.size(), -1);
    for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
      while (to < rows.size() && rows[to].first == rows[from].first) ++to;
      take(rows, from, to);
    }
    for (int d : m_partition.aliveDistricts()) keepIfSound(d);
  }

  Partition& partition() { return m_partition; }
  std::vector<int>& numberOf() { return m_numberOf; }     ///< of a slot
  void touch(int u) { m_touched[static_cast<std::size_t>(u)] = 1; }

  /// Nodes that were touched, and all of the districts that they are in or beside.
  std::vector<int> surroundings() const {
    std::vector<int> nodes;
    for (std::size_t u = 0; u < m_touched.size(); ++u) if (m_touched[u] != 0) nodes.push_back(static_cast<int>(u));
    std::vector<int> result = nodes;
    std::vector<int> around = districtsAround(m_partition, nodes);
    for (int u : nodes) if (m_partition.label(u) >= 0) around.push_back(m_partition.label(u));
    std::sort(around.begin(), around.end());
    around.erase(std::unique(around.begin(), around.end()), around.end());
    for (int d : around) result.insert(result.end(), m_partition.district(d).members.begin(), m_partition.district(d).members.end());
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }

 private:
  /// A district with the members that fit, in the order of keys, those nearest to what was touched last.
  void take(const std::vector<std::pair<int, int>>& rows, std::size_t from, std::size_t to) {
    const int d = m_partition.open();
    if (static_cast<std::size_t>(d) >= m_numberOf.size()) m_numberOf.resize(static_cast<std::size_t>(d) + 1, -1);
    m_numberOf[static_cast<std::size_t>(d)] = rows[from].first;
    for (std::size_t i = from; i < to; ++i) {
      m_partition.home()[static_cast<std::size_t>(rows[i].second)] = d;
      if (m_partition.fits(rows[i].second, d)) m_partition.put(rows[i].second, d, DistrictPhase::Left);
      else touch(rows[i].second);
    }
  }

  /// A district that fell apart or below its minimum keeps its largest part, if that is enough; else it is taken up anew.
  void keepIfSound(int d) {
    if (m_partition.district(d).members.empty()) {
      m_partition.close(d);
      return;
    }
    if (!m_partition.isWhole(d)) keepLargestPart(d);
    if (m_partition.isWhole(d) && m_partition.meetsMinimum(d)) return;
    for (int u : m_partition.district(d).members) touch(u);
    m_partition.close(d);
  }

  void keepLargestPart(int d) {
    const std::vector<int> members = m_partition.district(d).members;
    std::vector<char> isSeen(m_partition.graph().size(), 0);
    std::vector<int> best;
    Milli most = -1;
    for (int start : members) {
      if (isSeen[static_cast<std::size_t>(start)] != 0) continue;
      std::vector<int> part{start};
      isSeen[static_cast<std::size_t>(start)] = 1;
      Milli weight = 0;
      for (std::size_t i = 0; i < part.size(); ++i) {
        weight += m_partition.graph().sumCount > 0 ? m_partition.graph().sum(part[i], 0) : 1;
        for (const auto& arc : m_partition.graph().arcsOf(part[i])) {
          if (m_partition.label(arc.to) != d || isSeen[static_cast<std::size_t>(arc.to)] != 0) continue;
          isSeen[static_cast<std::size_t>(arc.to)] = 1;
          part.push_back(arc.to);
        }
      }
      if (weight <= most) continue;
      most = weight;
      best = part;
    }
    std::sort(best.begin(), best.end());
    for (int u : members) {
      if (std::binary_search(best.begin(), best.end(), u)) continue;
      m_partition.take(u);
      touch(u);
    }
  }

  Partition m_partition;
  std::vector<int> m_numberOf;
  std::vector<char> m_touched;
};

std::vector<std::size_t> componentsAt(const DistrictIndex& index, const std::vector<std::size_t>& touched) {
  std::vector<std::size_t> components;
  for (std::size_t u : touched) if (index.componentOf(u) >= 0) components.push_back(static_cast<std::size_t>(index.componentOf(u)));
  std::sort(components.begin(), components.end());
  components.erase(std::unique(components.begin(), components.end()), components.end());
  return components;
}

/// Only what the checker needs to look at the re-solved components: the rest of the city was sound and did not change.
Result<void> verifyPart(const DistrictProblem& problem, const std::vector<int>& districtOf, const std::vector<std::size_t>& units) {
  std::vector<std::size_t> rank(problem.units.size(), problem.units.size());
  DistrictProblem part;
  part.rules = problem.rules;
  std::vector<int> labels;
  for (std::size_t u : units) {
    rank[u] = part.units.size();
    part.units.push_back(problem.units[u]);
    labels.push_back(districtOf[u]);
  }
  const auto isIn = [&](std::size_t u) { return rank[u] < problem.units.size(); };
  for (const DistrictEdge& edge : problem.edges) {
    if (isIn(edge.a) && isIn(edge.b)) part.edges.push_back({rank[edge.a], rank[edge.b], edge.sharedM, edge.isCut});
  }
  for (const UnitPair& pair : problem.together) if (isIn(pair.first) && isIn(pair.second)) part.together.emplace_back(rank[pair.first], rank[pair.second]);
  for (const UnitPair& pair : problem.apart) if (isIn(pair.first) && isIn(pair.second)) part.apart.emplace_back(rank[pair.first], rank[pair.second]);
  return verifyDistricts(part, labels);
}

class Resolver {
 public:
  Resolver(const DistrictProblem& problem, const std::vector<int>& districtOf, Progress& progress)
      : m_problem(problem), m_before(districtOf), m_index(problem), m_limits(limitsOf(problem, m_index)), m_scales(traitScales(problem)), m_progress(progress) {
    m_limits.changeWeight = std::max(0.0, problem.options.changeWeight);
    m_change.districtOf = districtOf;
    for (int d : districtOf) m_next = std::max(m_next, d + 1);
  }

  Result<DistrictChange> run(const std::vector<std::size_t>& touched) {
    if (auto usable = m_index.checkTogether(); !usable) return fail(std::move(usable));
    for (const auto& [unit, blocking] : m_index.tooBig()) m_change.districtOf[unit] = -1;
    placePinned();
    for (std::size_t c : componentsAt(m_index, touched)) {
      solve(c, touched);
      if (m_progress.isCancelled()) return fail(ErrorCode::Cancelled, "Merging was cancelled.");
    }
    for (std::size_t u = 0; u < m_before.size(); ++u) {
      if (m_before[u] != m_change.districtOf[u]) m_change.moved.push_back({u, m_before[u], m_change.districtOf[u]});
    }
    std::sort(m_change.moved.begin(), m_change.moved.end(), [&](const DistrictMove& a, const DistrictMove& b) { return m_problem.units[a.unit].key < m_problem.units[b.unit].key; });
    if (auto sound = verifyPart(m_problem, m_change.districtOf, m_change.solved); !sound) return fail(std::move(sound));
    return std::move(m_change);
  }

 private:
  /// Pinned units keep the number of their district; free units that were in it with them stay as well only when they are pinned too.
  void placePinned() {
    std::vector<std::pair<int, int>> numbers;      // pin, district
    for (std::size_t u = 0; u < m_before.size(); ++u) {
      if (!m_problem.units[u].pin) continue;
      const int pin = *m_problem.units[u].pin;
      auto at = std::find_if(numbers.begin(), numbers.end(), [&](const auto& row) { return row.first == pin; });
      if (at == numbers.end()) at = numbers.insert(at, {pin, m_before[u] >= 0 ? m_before[u] : m_next++});
      m_change.districtOf[u] = at->second;
      m_pinned.push_back(at->second);
    }
    std::sort(m_pinned.begin(), m_pinned.end());
    m_pinned.erase(std::unique(m_pinned.begin(), m_pinned.end()), m_pinned.end());
  }

  void solve(std::size_t c, const std::vector<std::size_t>& touched) {
    const DistrictGraph graph = m_index.graphOf(c, m_scales);
    std::vector<int> now = m_before;
    for (std::size_t u : graph.units) if (std::binary_search(m_pinned.begin(), m_pinned.end(), now[u])) now[u] = -1;
    WarmStart start(graph, m_limits, now);
    std::vector<std::size_t> wanted = touched;
    std::sort(wanted.begin(), wanted.end());
    for (int u = 0; u < static_cast<int>(graph.size()); ++u) {
      for (std::size_t i = 0; i < graph.node(u).unitCount; ++i) {
        if (std::binary_search(wanted.begin(), wanted.end(), graph.units[graph.node(u).firstUnit + i])) start.touch(u);
      }
    }
    Partition& partition = start.partition();
    std::vector<int> before;
    for (std::size_t u : graph.units) if (m_before[u] >= 0) before.push_back(m_before[u]);
    std::sort(before.begin(), before.end());
    m_change.districtsBefore += static_cast<int>(std::unique(before.begin(), before.end()) - before.begin());
    const int upperBound = upperBoundOf(graph, m_limits);
    if (upperBound > 0) repairComponent(partition, start.surroundings(), upperBound, Random(seedFor(m_problem.options.seed, graph.size())), m_progress);
    m_change.districtsAfter += partition.districtCount();
    std::vector<int>& numberOf = start.numberOf();
    numberOf.resize(static_cast<std::size_t>(partition.slotCount()), -1);
    for (int u = 0; u < static_cast<int>(graph.size()); ++u) {
      int number = -1;
      if (const int d = partition.label(u); d >= 0) {
        number = numberOf[static_cast<std::size_t>(d)];
        if (number < 0) number = numberOf[static_cast<std::size_t>(d)] = m_next++;
      }
      for (std::size_t i = 0; i < graph.node(u).unitCount; ++i) m_change.districtOf[graph.units[graph.node(u).firstUnit + i]] = number;
    }
    m_change.solved.insert(m_change.solved.end(), graph.units.begin(), graph.units.end());
  }

  const DistrictProblem& m_problem;
  const std::vector<int>& m_before;
  DistrictIndex m_index;
  DistrictLimits m_limits;
  std::vector<TraitScale> m_scales;
  Progress& m_progress;
  std::vector<int> m_pinned;
  DistrictChange m_change;
  int m_next = 0;
};

}  // namespace

Result<DistrictChange> resolveDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf, const std::vector<std::size_t>& touched, Progress& progress) {
  if (auto usable = checkProblem(problem); !usable) return fail(std::move(usable));
  if (districtOf.size() != problem.units.size()) return fail(ErrorCode::Invalid, "The assignment has not one number for each unit.", "Give one a unit, -1 for left over.");
  return Resolver(problem, districtOf, progress).run(touched);
}

Result<DistrictSolution> describeDistricts(const DistrictProblem& problem, const std::vector<int>& districtOf) {
  if (auto usable = checkProblem(problem); !usable) return fail(std::move(usable));
  if (auto sound = verifyDistricts(problem, districtOf); !sound) return fail(ErrorCode::Invalid, sound.error().text, "Re-solve it first.");
  const DistrictIndex index(problem);
  const DistrictLimits limits = limitsOf(problem, index);
  const std::vector<TraitScale> scales = traitScales(problem);
  DistrictSolution solution;
  solution.placements.resize(problem.units.size());
  int count = 0;
  for (std::size_t u = 0; u < districtOf.size(); ++u) {
    count = std::max(count, districtOf[u] + 1);
    if (problem.units[u].pin) solution.placements[u] = {.district = districtOf[u], .phase = DistrictPhase::Pinned};
  }
  for (const auto& [unit, blocking] : index.tooBig()) {
    solution.placements[unit].reason = LeftoverReason::UnitTooBig;
    solution.placements[unit].blocked = blocking;
    solution.placements[unit].relaxations = {blocking};
  }
  for (std::size_t c = 0; c < index.componentCount(); ++c) {
    const DistrictGraph graph = index.graphOf(c, scales);
    WarmStart start(graph, limits, districtOf);
    for (int u = 0; u < static_cast<int>(graph.size()); ++u) start.partition().setPhase(u, start.partition().label(u) >= 0 ? DistrictPhase::Move : DistrictPhase::Left);
    start.numberOf().resize(static_cast<std::size_t>(start.partition().slotCount()), -1);
    explainComponent(start.partition(), problem, start.numberOf(), solution.placements);
    solution.components.push_back(reportOf(start.partition(), problem));
  }
  std::sort(solution.components.begin(), solution.components.end(), [](const ComponentReport& a, const ComponentReport& b) { return a.key < b.key; });
  solution.districts = reportDistricts(problem, districtOf, count);
  return solution;
}

}  // namespace pianqu::geo
