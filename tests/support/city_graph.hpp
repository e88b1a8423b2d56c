#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/district/problem.hpp"

/// A made-up city as a graph, from one thousand buildings to a million, for properties and benches.
namespace pianqu::test {

struct CityBuilding {
  double x = 0, y = 0, areaM2 = 0, perimeterM = 0;
  int households = 0;
  double floorAreaM2 = 0, year = 0, perHouseholdM2 = 0;
  int estate = 0;
};

struct CityContact {
  std::size_t a = 0, b = 0;
  double sharedM = 0;
  int flags = 0;             ///< 1 barrier, 2 sub-district line
};

struct CityGraph {
  std::vector<CityBuilding> buildings;
  std::vector<CityContact> contacts;
};

/// Buildings in offset rows (six neighbours each, cells of about 1 900 m2, 48 households on average, 6 to 260), arterial roads every 10 to 18
/// rows and columns with some pieces missing so that they dead-end, sub-district lines, half of the units scattered buildings and the rest
/// estates of 2 to 12 that cross no line. The same for the same count and seed on every machine.
CityGraph makeCity(std::size_t buildings, std::uint64_t seed);

/// The full task: estates whole, cuts, households 1000 to 3000, floor area to 300 000 m2, span to 700 m.
geo::DistrictProblem fullTask(const CityGraph& city);

/// units.csv and edges.csv as `pianqu merge --units --edges` reads them.
void writeCity(const CityGraph& city, const std::string& folder);

}  // namespace pianqu::test
