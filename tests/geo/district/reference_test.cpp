#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "geo/district/solve.hpp"

/// Graphs that other tools were measured on; runs only where they are at hand.
namespace pianqu::geo {
namespace {

std::vector<std::vector<std::string>> readRows(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    auto& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
  }
  return rows;
}

/// The full task: estates whole, cuts, households 1000 to 3000, floor area 300 000 m2, span 700 m.
DistrictProblem readCity(const std::filesystem::path& folder) {
  DistrictProblem problem;
  problem.rules = {{{"households", 1000, 3000}, {"floor area", std::nullopt, 300000}}, 700};
  std::map<std::string, std::size_t> byEstate;
  std::vector<std::size_t> unitOf;
  for (const auto& row : readRows(folder / "units.csv")) {
    const auto [at, isNew] = byEstate.emplace(row[12], problem.units.size());
    if (isNew) problem.units.push_back({.key = row[12], .sums = {0, 0}});
    DistrictUnit& unit = problem.units[at->second];
    unit.points.push_back({std::stod(row[1]), std::stod(row[2])});
    unit.areaM2 += std::stod(row[3]);
    unit.perimeterM += std::stod(row[4]);
    unit.sums[0] += std::stod(row[5]);
    unit.sums[1] += std::stod(row[6]);
    unitOf.push_back(at->second);
  }
  for (const auto& row : readRows(folder / "edges.csv")) {
    const std::size_t a = unitOf[std::stoul(row[0])], b = unitOf[std::stoul(row[1])];
    if (a == b) problem.units[a].perimeterM -= 2 * std::stod(row[2]);
    else problem.edges.push_back({a, b, std::stod(row[2]), row[3] != "0"});
  }
  return problem;
}

struct Anchor {
  std::string folder;
  int bound, floor;   ///< districts
};

TEST(SolveDistrictsReference, reachesTheAnchorsWithoutAViolation) {
  const char* real = std::getenv("PIANQU_REAL_DATA");
  if (real == nullptr) GTEST_SKIP() << "PIANQU_REAL_DATA is not set";
  for (const Anchor& anchor : {Anchor{"city_2000", 80, 71}, Anchor{"city_10000", 365, 335}}) {
    const auto folder = std::filesystem::path(real).parent_path() / "reference" / "districts" / anchor.folder;
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not there";
    const auto solution = solveDistricts(readCity(folder));   // the checker has run on it
    ASSERT_TRUE(solution) << toText(solution.error());
    int bound = 0;
    for (const auto& component : solution->components) bound += component.upperBound;
    EXPECT_EQ(bound, anchor.bound);
    EXPECT_GE(static_cast<int>(solution->districts.size()), anchor.floor) << anchor.folder;
  }
}

}  // namespace
}  // namespace pianqu::geo
