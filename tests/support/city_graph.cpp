#include "tests/support/city_graph.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <map>

#include "geo/base/random.hpp"

namespace pianqu::test {
namespace {

using geo::Random;

constexpr double kCellM = 43.7, kRoadM = 40;

/// Rows or columns before which a road runs: irregular, and with a number for the stretch that a cell lies in.
struct Lines {
  std::vector<int> stretchOf;      ///< of each row or column
  std::vector<double> offset;      ///< road width before it
};

Lines makeLines(int count, Random& random) {
  Lines lines;
  int stretch = 0, left = random.integer(10, 18);
  for (int i = 0; i < count; ++i) {
    if (left-- == 0) {
      ++stretch;
      left = random.integer(9, 17);
    }
    lines.stretchOf.push_back(stretch);
    lines.offset.push_back(stretch * kRoadM);
  }
  return lines;
}

class CityMaker {
 public:
  CityMaker(std::size_t count, std::uint64_t seed) : m_random(seed), m_count(count) {
    m_columns = std::max(1, static_cast<int>(std::lround(std::sqrt(static_cast<double>(count)))));
    m_rows = static_cast<int>((count + static_cast<std::size_t>(m_columns) - 1) / static_cast<std::size_t>(m_columns));
    m_across = makeLines(m_columns, m_random);
    m_up = makeLines(m_rows, m_random);
  }

  CityGraph run() {
    makeBuildings();
    makeContacts();
    makeEstates();
    return std::move(m_city);
  }

 private:
  std::size_t at(int row, int column) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column); }
  int rowOf(std::size_t cell) const { return static_cast<int>(cell) / m_columns; }
  int columnOf(std::size_t cell) const { return static_cast<int>(cell) % m_columns; }

  void makeBuildings() {
    std::map<int, double> yearOfBlock;
    for (std::size_t i = 0; i < m_count; ++i) {
      const int row = rowOf(i), column = columnOf(i);
      CityBuilding building;
      building.x = column * kCellM + (row % 2) * kCellM / 2 + m_across.offset[static_cast<std::size_t>(column)] + m_random.uniform(-8, 8);
      building.y = row * kCellM + m_up.offset[static_cast<std::size_t>(row)] + m_random.uniform(-8, 8);
      building.areaM2 = kCellM * kCellM;
      building.perimeterM = 4 * kCellM;
      building.households = std::clamp(static_cast<int>(6 - 42 * std::log(1 - m_random.uniform())), 6, 260);
      const int block = (row / 4) * 100000 + column / 5;
      const auto [year, isNew] = yearOfBlock.emplace(block, 0);
      if (isNew) year->second = m_random.uniform(1958, 2000);
      building.year = std::round(year->second + m_random.uniform(-6, 6));
      building.perHouseholdM2 = std::round((30 + (building.year - 1958) * 0.6 + m_random.uniform(-12, 12)) * 100) / 100;
      building.floorAreaM2 = std::round(building.households * m_random.uniform(55, 95));
      m_city.buildings.push_back(building);
    }
  }

  /// Some pieces of road are missing: roads dead-end, and enclosures are no rectangles.
  bool isRoad(int lineNumber, int along, bool isUp) const { return ((lineNumber * 7919 + along * 104729 + (isUp ? 31 : 0)) % 11) != 0; }

  int flagsBetween(std::size_t a, std::size_t b) const {
    const auto ra = static_cast<std::size_t>(rowOf(a)), rb = static_cast<std::size_t>(rowOf(b)), ca = static_cast<std::size_t>(columnOf(a)), cb = static_cast<std::size_t>(columnOf(b));
    int flags = 0;
    if (m_across.stretchOf[ca] != m_across.stretchOf[cb] && isRoad(m_across.stretchOf[cb], m_up.stretchOf[ra], false)) flags |= 1;
    if (m_up.stretchOf[ra] != m_up.stretchOf[rb] && isRoad(m_up.stretchOf[rb], m_across.stretchOf[ca], true)) flags |= 1;
    const auto subDistrict = [&](std::size_t r, std::size_t c) { return (static_cast<int>(r) + static_cast<int>(c) / 6) / 37 * 1000 + (static_cast<int>(c) + static_cast<int>(r) / 9) / 41; };
    if (subDistrict(ra, ca) != subDistrict(rb, cb)) flags |= 2;
    return flags;
  }

  void addContact(std::size_t a, std::size_t b, double share) {
    m_city.contacts.push_back({a, b, share * 4 * kCellM, flagsBetween(a, b)});
  }

  void makeContacts() {
    for (std::size_t i = 0; i < m_count; ++i) {
      const int row = rowOf(i), column = columnOf(i);
      if (column + 1 < m_columns && i + 1 < m_count) addContact(i, i + 1, 0.25);
      for (const int other : {column - 1 + row % 2, column + row % 2}) {
        if (other >= 0 && other < m_columns && at(row + 1, other) < m_count) addContact(i, at(row + 1, other), 0.125);
      }
    }
  }

  void makeEstates() {
    std::vector<std::vector<std::size_t>> open(m_count);
    for (const CityContact& contact : m_city.contacts) {
      if (contact.flags != 0) continue;
      open[contact.a].push_back(contact.b);
      open[contact.b].push_back(contact.a);
    }
    std::vector<bool> isTaken(m_count, false);
    int next = 0;
    for (std::size_t i = 0; i < m_count; ++i) {
      if (isTaken[i]) continue;
      const int size = m_random.chance(0.53) ? 1 : std::max(2, std::min(m_random.integer(2, 12), m_random.integer(2, 12)));
      std::vector<std::size_t> members{i};
      isTaken[i] = true;
      for (std::size_t m = 0; m < members.size() && static_cast<int>(members.size()) < size; ++m) {
        for (std::size_t other : open[members[m]]) {
          if (isTaken[other] || static_cast<int>(members.size()) >= size) continue;
          isTaken[other] = true;
          members.push_back(other);
        }
      }
      for (std::size_t member : members) m_city.buildings[member].estate = next;
      ++next;
    }
  }

  Random m_random;
  std::size_t m_count;
  int m_columns = 0, m_rows = 0;
  Lines m_across, m_up;
  CityGraph m_city;
};

}  // namespace

CityGraph makeCity(std::size_t buildings, std::uint64_t seed) { return CityMaker(buildings, seed).run(); }

geo::DistrictProblem fullTask(const CityGraph& city) {
  geo::DistrictProblem problem;
  problem.rules = {{{.name = "households", .minimum = 1000, .maximum = 3000}, {.name = "floor area", .maximum = 300000}}, 700};
  std::size_t estates = 0;
  for (const CityBuilding& building : city.buildings) estates = std::max(estates, static_cast<std::size_t>(building.estate) + 1);
  problem.units.resize(estates);
  for (const CityBuilding& building : city.buildings) {
    geo::DistrictUnit& unit = problem.units[static_cast<std::size_t>(building.estate)];
    if (unit.key.empty()) {
      unit.key = "e" + std::to_string(building.estate);
      unit.sums = {0, 0};
    }
    unit.points.push_back({building.x, building.y});
    unit.sums[0] += building.households;
    unit.sums[1] += building.floorAreaM2;
    unit.areaM2 += building.areaM2;
    unit.perimeterM += building.perimeterM;
  }
  for (const CityContact& contact : city.contacts) {
    const auto a = static_cast<std::size_t>(city.buildings[contact.a].estate), b = static_cast<std::size_t>(city.buildings[contact.b].estate);
    if (a == b) problem.units[a].perimeterM -= 2 * contact.sharedM;
    else problem.edges.push_back({a, b, contact.sharedM, contact.flags != 0});
  }
  return problem;
}

void writeCity(const CityGraph& city, const std::string& folder) {
  std::ofstream units(folder + "/units.csv"), edges(folder + "/edges.csv");
  units << "id,x,y,area,perim,hh,fa,a1,a2,estate\n" << std::fixed << std::setprecision(4);
  for (std::size_t i = 0; i < city.buildings.size(); ++i) {
    const CityBuilding& b = city.buildings[i];
    units << i << ',' << b.x << ',' << b.y << ',' << b.areaM2 << ',' << b.perimeterM << ',' << b.households << ',' << b.floorAreaM2 << ',' << b.year << ',' << b.perHouseholdM2 << ',' << b.estate << '\n';
  }
  edges << "i,j,len,flag\n" << std::fixed << std::setprecision(3);
  for (const CityContact& c : city.contacts) edges << c.a << ',' << c.b << ',' << c.sharedM << ',' << c.flags << '\n';
}

}  // namespace pianqu::test
