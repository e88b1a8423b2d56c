#include "tests/app/qml/small_city.hpp"

#include <string>

namespace pianqu::test {
namespace {

geo::MultiPolygon<geo::XY> block(double x, double y, double width, double height) {
  return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

layers::Uid uid(int number) {
  const std::string digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

layers::Building building(int number, const layers::Uid& estate, double x, double y) {
  layers::Building result;
  result.uid = uid(100 + number);
  result.number = (estate.empty() ? "独" : "") + std::to_string(number);
  result.estateUid = estate;
  result.floors = 6;
  result.households = 24;
  result.built = 1986 + number;
  result.use = "住宅";
  result.structure = "砖混";
  result.shape = block(x, y, 40, 12);
  return result;
}

}  // namespace

geo::Crs smallCityCrs() { return geo::Crs::localCity(115.5, 500000); }

layers::City smallCity() {
  layers::City city;
  const char* names[] = {"酱品厂小区", "梅园小区"};
  int number = 0;
  for (int i = 0; i < 2; ++i) {
    layers::Estate estate;
    estate.uid = uid(i + 1);
    estate.code = "X0" + std::to_string(i + 1);
    estate.name = names[i];
    estate.shape = block(500000 + 120 * i, 3400000, 100, 100);
    for (int row = 0; row < 4; ++row) city.buildings.push_back(building(++number, estate.uid, 500030 + 120 * i, 3400008 + 24 * row));
    city.estates.push_back(estate);
  }
  city.buildings.push_back(building(1, {}, 500090, 3400130));
  city.buildings.back().uid = uid(200);
  return city;
}

}  // namespace pianqu::test
