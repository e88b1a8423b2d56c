#include "tests/support/grid_plan.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <sstream>

namespace pianqu::test {
namespace {

constexpr double kPlotM = 100;

std::vector<std::string> linesOf(const std::string& drawing) {
  std::vector<std::string> lines;
  std::istringstream text(drawing);
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

char charAt(const std::vector<std::string>& lines, std::size_t row, std::size_t column) {
  return row < lines.size() && column < lines[row].size() ? lines[row][column] : ' ';
}

}  // namespace

geo::DistrictProblem parseGridPlan(const std::string& drawing) {
  const auto lines = linesOf(drawing);
  geo::DistrictProblem problem;
  problem.rules.sums = {{"households", std::nullopt, std::nullopt}};
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> plots;
  for (std::size_t row = 0; row < lines.size(); row += 2) {
    for (std::size_t column = 0; column < lines[row].size(); column += 2) {
      const char c = lines[row][column];
      if (c < '0' || c > '9') continue;
      geo::DistrictUnit unit;
      unit.key = "r" + std::to_string(row / 2) + "c" + std::to_string(column / 2);
      unit.points = {{kPlotM * static_cast<double>(column / 2), -kPlotM * static_cast<double>(row / 2)}};
      unit.sums = {100.0 * (c - '0')};
      unit.areaM2 = kPlotM * kPlotM;
      unit.perimeterM = 4 * kPlotM;
      plots[{row, column}] = problem.units.size();
      problem.units.push_back(unit);
    }
  }
  for (const auto& [place, unit] : plots) {
    const auto [row, column] = place;
    const auto right = plots.find({row, column + 2}), below = plots.find({row + 2, column});
    if (right != plots.end()) problem.edges.push_back({unit, right->second, kPlotM, charAt(lines, row, column + 1) == '|'});
    if (below != plots.end()) problem.edges.push_back({unit, below->second, kPlotM, charAt(lines, row + 1, column) == '-'});
  }
  return problem;
}

std::string drawDistricts(const geo::DistrictProblem& problem, const geo::DistrictSolution& solution) {
  std::vector<std::string> rows;
  for (std::size_t u = 0; u < problem.units.size(); ++u) {
    std::size_t row = 0, column = 0;
    if (std::sscanf(problem.units[u].key.c_str(), "r%zuc%zu", &row, &column) != 2) continue;
    if (rows.size() <= row) rows.resize(row + 1);
    if (rows[row].size() <= column) rows[row].resize(column + 1, '#');
    const int district = solution.placements[u].district;
    rows[row][column] = district < 0 ? '.' : static_cast<char>('A' + district);
  }
  std::string drawing;
  for (const auto& row : rows) drawing += row + "\n";
  return drawing;
}

}  // namespace pianqu::test
