#include "tests/support/big_city.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "geo/base/random.hpp"

namespace pianqu::test {
namespace {

constexpr double kBlockM = 140, kStepX = 24, kStepY = 30;
constexpr geo::XY kCorner{500000, 3400000};
constexpr int kBlockColumns = 5, kBlockRows = 4, kBlock = kBlockColumns * kBlockRows;
constexpr int kBlocksOfEstate = 5;

layers::Uid uid(char kind, std::size_t number) {
  const std::string digits = std::to_string(number);
  return kind + std::string(31 - digits.size(), '0') + digits;
}

geo::Ring<geo::XY> box(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}};
}

/// A plain bar, an L or a U.
geo::Ring<geo::XY> footprint(geo::Random& random, double x, double y) {
  const double w = random.uniform(12, 20), h = random.uniform(9, 24), t = 6;
  switch (random.integer(0, 5)) {
    case 0: return {{x, y}, {x + w, y}, {x + w, y + t}, {x + t, y + t}, {x + t, y + h}, {x, y + h}, {x, y}};
    case 1: return {{x, y}, {x + w, y}, {x + w, y + h}, {x + w - t / 2, y + h}, {x + w - t / 2, y + t}, {x + t / 2, y + t}, {x + t / 2, y + h}, {x, y + h}, {x, y}};
    default: return box(x, y, w, h);
  }
}

struct Grid {
  std::size_t columns = 1;
  geo::XY cornerOf(std::size_t block) const {
    return {kCorner.x + kBlockM * static_cast<double>(block % columns), kCorner.y + kBlockM * static_cast<double>(block / columns)};
  }
};

void addBuildings(layers::City& city, const Grid& grid, std::size_t count) {
  geo::Random random(20260101);
  const char* uses[] = {"住宅", "住宅", "住宅", "底商住", "商业", "公建", "工业", "其他"};
  const char* structures[] = {"砖混", "框架", "砖木", "底框"};
  city.buildings.reserve(count);
  for (std::size_t n = 0; n < count; ++n) {
    const std::size_t block = n / kBlock, place = n % kBlock;
    const geo::XY corner = grid.cornerOf(block);
    layers::Building building;
    building.uid = uid('b', n);
    building.code = "B" + std::to_string(n);
    building.number = std::to_string(place + 1);
    if (n % 11 != 0) building.estateUid = uid('e', block / kBlocksOfEstate);
    building.floors = static_cast<int>(random.integer(1, 12));
    building.households = *building.floors * 4;
    building.built = static_cast<int>(random.integer(1960, 2020));
    building.heightM = *building.floors * 3.0;
    building.use = uses[random.integer(0, 7)];
    building.structure = structures[random.integer(0, 3)];
    const double x = corner.x + 10 + kStepX * static_cast<double>(place % kBlockColumns), y = corner.y + 10 + kStepY * static_cast<double>(place / kBlockColumns);
    building.shape = {{footprint(random, x, y), {}}};
    city.buildings.push_back(std::move(building));
  }
}

void addEstates(layers::City& city, const Grid& grid, std::size_t count) {
  for (std::size_t n = 0; n < count; ++n) {
    layers::Estate estate;
    estate.uid = uid('e', n);
    estate.code = "X" + std::to_string(n);
    estate.name = "第" + std::to_string(n) + "小区";
    for (int i = 0; i < kBlocksOfEstate; ++i) {
      const geo::XY corner = grid.cornerOf(n * kBlocksOfEstate + static_cast<std::size_t>(i));
      estate.shape.push_back({box(corner.x + 6, corner.y + 6, kBlockM - 12, kBlockM - 12), {}});
    }
    city.estates.push_back(std::move(estate));
  }
}

/// Pipes of 28 m along the southern and western side of each block, four kinds side by side until there are enough.
void addPipes(layers::City& city, const Grid& grid, std::size_t count, std::size_t blocks) {
  const char* kinds[][2] = {{"PS", "YS"}, {"PS", "WS"}, {"JS", "JS"}, {"RQ", "TR"}, {"DL", "GD"}, {"DX", "DX"}};
  constexpr int kPieces = 5;
  const double piece = kBlockM / kPieces;
  std::size_t node = 0;
  for (std::size_t n = 0; city.pipes.size() < count; ++n) {
    const std::size_t block = n % blocks, round = n / blocks, kind = round / 2 % 6;
    const bool isSouth = round % 2 == 0;
    const geo::XY corner = grid.cornerOf(block);
    const double shift = -3.0 + static_cast<double>(round / 2) * 1.5;
    for (int i = 0; i <= kPieces; ++i) {
      const geo::XY at = isSouth ? geo::XY{corner.x + piece * i, corner.y + shift} : geo::XY{corner.x + shift, corner.y + piece * i};
      city.pipeNodes.push_back({.uid = uid('c', node++), .code = std::string(kinds[kind][1]) + std::to_string(node), .pipeClass = kinds[kind][0], .subclass = kinds[kind][1],
                                .attachment = "检查井", .groundZ = 40.0, .invertZ = 38.5, .point = at});
      if (i == 0 || city.pipes.size() == count) continue;
      layers::Pipe pipe{.uid = uid('d', city.pipes.size()), .pipeClass = kinds[kind][0], .subclass = kinds[kind][1], .fromUid = uid('c', node - 2), .toUid = uid('c', node - 1),
                        .fromInvert = 38.5, .toInvert = 38.4, .diameterMm = 400.0};
      pipe.material = "T";
      pipe.year = 1998;
      pipe.flow = 1;
      pipe.line = {city.pipeNodes[node - 2].point, at};
      city.pipes.push_back(std::move(pipe));
    }
  }
}

}  // namespace

geo::Crs bigCityCrs() { return geo::Crs::localCity(115.5, 500000); }

layers::City bigCity(const BigCityOptions& options) {
  const std::size_t blocks = std::max<std::size_t>(1, options.buildings / kBlock);
  const Grid grid{std::max<std::size_t>(1, static_cast<std::size_t>(std::sqrt(static_cast<double>(blocks))))};
  layers::City city;
  addEstates(city, grid, options.estates > 0 ? options.estates : blocks / kBlocksOfEstate);
  addBuildings(city, grid, options.buildings);
  addPipes(city, grid, options.pipes, blocks);
  return city;
}

}  // namespace pianqu::test
