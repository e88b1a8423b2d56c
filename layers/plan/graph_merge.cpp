#include "layers/plan/graph_merge.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/plan/graph_units.hpp"
#include "layers/plan/placement_text.hpp"

namespace pianqu::layers {
namespace {

/// Share of the variance of the standardised traits that is left within districts; over placed rows.
std::optional<double> wcssShareOf(const UnitGraph& graph, const GraphMerge& merge, const std::vector<std::size_t>& columns) {
  double within = 0, total = 0;
  const std::size_t districts = merge.solution.districts.size();
  for (std::size_t c : columns) {
    std::vector<double> sum(districts, 0), squares(districts, 0), count(districts, 0);
    double mean = 0;
    for (std::size_t row : merge.byId) mean += graph.numbers[c][row] / static_cast<double>(graph.size());
    double allSquares = 0, own = 0;
    for (std::size_t row : merge.byId) {
      const double value = graph.numbers[c][row] - mean;
      allSquares += value * value;
      const int d = merge.districtOf(row);
      if (d < 0) continue;
      sum[static_cast<std::size_t>(d)] += value;
      squares[static_cast<std::size_t>(d)] += value * value;
      count[static_cast<std::size_t>(d)] += 1;
    }
    if (allSquares <= 0) continue;
    for (std::size_t d = 0; d < districts; ++d) own += count[d] > 0 ? squares[d] - sum[d] * sum[d] / count[d] : 0;
    within += own / allSquares;
    total += 1;
  }
  if (total <= 0) return std::nullopt;
  return within / total;
}

std::optional<double> meanCompactnessOf(const GraphMerge& merge) {
  double sum = 0, count = 0;
  for (const geo::DistrictReport& district : merge.solution.districts) {
    if (district.units == 0) continue;
    count += 1;
    if (district.areaM2 <= 0 || district.perimeterM <= 0) return std::nullopt;
    sum += 4 * std::numbers::pi * district.areaM2 / (district.perimeterM * district.perimeterM);
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

std::vector<std::size_t> traitColumns(const UnitGraph& graph, const GraphMergeOptions& options) {
  std::vector<std::string> names = options.traits;
  if (names.empty()) names = {"a1", "a2"};
  std::vector<std::size_t> columns;
  for (const std::string& name : names) {
    const auto at = std::find(graph.columns.begin(), graph.columns.end(), name);
    if (at != graph.columns.end()) columns.push_back(static_cast<std::size_t>(at - graph.columns.begin()));
  }
  return columns;
}

/// Numbers that no district of the earlier result had.
void nameNewDistricts(GraphMerge& merge) {
  long long next = 0;
  for (const std::string& name : merge.districtNames) {
    if (!name.empty() && name.size() < 10 && name.find_first_not_of("0123456789") == std::string::npos) next = std::max(next, std::stoll(name));
  }
  while (merge.districtNames.size() < merge.solution.districts.size()) merge.districtNames.push_back(std::to_string(++next));
}

}  // namespace

int GraphMerge::districtOf(std::size_t row) const { return unitOf[row] == kNoUnit ? -1 : solution.placements[unitOf[row]].district; }

std::string GraphMerge::reasonOf(std::size_t row) const {
  return unitOf[row] == kNoUnit ? "straddles-cut" : std::string(geo::nameOf(solution.placements[unitOf[row]].reason));
}

geo::Result<GraphMerge> prepareMerge(const UnitGraph& graph, const GraphMergeOptions& options, const geo::Progress& progress) {
  GraphMerge merge;
  if (auto made = makeUnits(graph, options, merge, progress); !made) return geo::fail(std::move(made));
  if (auto pinned = applyPins(graph, options, merge); !pinned) return geo::fail(std::move(pinned));
  return merge;
}

geo::Result<void> runMerge(GraphMerge& merge, geo::Progress& progress) {
  if (!merge.presentOf.empty()) {
    auto change = geo::resolveDistricts(merge.problem, merge.presentOf, merge.touched, progress);
    if (!change) return geo::fail(std::move(change));
    merge.change = std::move(*change);
    return {};
  }
  auto solution = geo::solveDistricts(merge.problem, progress);
  if (!solution) return geo::fail(std::move(solution));
  merge.solution = std::move(*solution);
  return {};
}

geo::Result<void> describeMerge(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge) {
  if (!merge.presentOf.empty()) {
    auto solution = geo::describeDistricts(merge.problem, merge.change.districtOf);
    if (!solution) return geo::fail(std::move(solution));
    merge.solution = std::move(*solution);
    nameNewDistricts(merge);
  } else {
    // From 1, in the order of the first ids in them: numbers by value.
    merge.districtNames.assign(merge.solution.districts.size(), "");
    int next = 0;
    for (std::size_t row : merge.byId) {
      const int d = merge.districtOf(row);
      if (d >= 0 && merge.districtNames[static_cast<std::size_t>(d)].empty()) merge.districtNames[static_cast<std::size_t>(d)] = std::to_string(++next);
    }
  }
  for (const geo::DistrictReport& district : merge.solution.districts) merge.figures.districts += district.units > 0 ? 1 : 0;
  for (const geo::ComponentReport& component : merge.solution.components) merge.figures.upperBound += component.upperBound;
  merge.figures.meanCompactness = meanCompactnessOf(merge);
  merge.figures.wcssShare = wcssShareOf(graph, merge, traitColumns(graph, options));
  return {};
}

geo::Result<GraphMerge> mergeGraph(const UnitGraph& graph, const GraphMergeOptions& options, geo::Progress& progress) {
  auto merge = prepareMerge(graph, options, progress);
  if (!merge) return merge;
  if (auto done = runMerge(*merge, progress); !done) return geo::fail(std::move(done));
  if (auto done = describeMerge(graph, options, *merge); !done) return geo::fail(std::move(done));
  return merge;
}

geo::Result<std::vector<std::string>> explainRow(const UnitGraph& graph, const GraphMerge& merge, const std::string& id) {
  std::size_t row = 0;
  while (row < graph.size() && graph.ids[row] != id) ++row;
  if (row == graph.size()) {
    row = 0;
    while (row < graph.groups.size() && graph.groups[row] != id) ++row;
    if (row >= graph.groups.size()) return geo::fail(geo::ErrorCode::NotFound, "There is no unit " + id + ".", "Give an id of the units file.", {.feature = id});
  }
  if (merge.unitOf[row] == GraphMerge::kNoUnit) {
    return std::vector<std::string>{id + " is left over, straddles-cut: its group " + graph.groups[row] + " lies on both sides of a cut; it fits if the group is split (--split-straddling)"};
  }
  const SolvedDistricts solved{merge.problem, merge.solution, [&merge](int d) { return "district " + merge.districtNames[static_cast<std::size_t>(d)]; }};
  const geo::DistrictUnit& unit = merge.problem.units[merge.unitOf[row]];
  std::string own = id;
  if (unit.points.size() > 1) own += ", one of " + std::to_string(unit.points.size()) + " rows of group " + graph.groups[row];
  std::string sums;
  for (std::size_t s = 0; s < unit.sums.size(); ++s) sums += (s == 0 ? ": " : ", ") + merge.problem.rules.sums[s].name + " " + toShort(unit.sums[s]);
  std::vector<std::string> lines{own + sums};
  const auto why = placementText(solved, merge.unitOf[row], id);
  lines.insert(lines.end(), why.begin(), why.end());
  return lines;
}

}  // namespace pianqu::layers
