#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "layers/feature/city_schema.hpp"
#include "layers/project/project.hpp"

namespace pianqu::layers::test {

/// A folder of one test, removed with it.
class Folder {
 public:
  Folder() {
    static int count = 0;
    m_path = std::filesystem::temp_directory_path() / ("pianqu-project-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(m_path);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  std::string file(const std::string& name) const { return (m_path / name).string(); }
  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

inline const Author kPlanner{"planner", "2026-01-02T03:04:05Z"};
inline const ProjectSettings kSettings{"云梅市", geo::Crs::localCity(115.5, 500000), "1985国家高程基准"};

inline geo::MultiPolygon<geo::XY> square(double x, double y, double side) {
  return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

inline Uid uid(const std::string& kind, int n) {
  std::string text = kind + std::to_string(n);
  return std::string(32 - text.size(), '0') + text;
}

/// `size` x `size` scattered buildings 40 m apart; the first column of each row is an estate of two buildings.
inline City gridCity(int size) {
  City city;
  const double x0 = 500000, y0 = 3400000;
  for (int row = 0; row < size; ++row) {
    for (int column = 0; column < size; ++column) {
      const int n = row * size + column;
      Building b{.uid = uid("b", n), .code = "B-" + std::to_string(n)};
      b.floors = 3 + n % 5;
      b.households = 12;
      b.heightM = 3.1 * n;
      b.structure = "砖混";
      b.shape = square(x0 + 40 * column, y0 + 40 * row, 12);
      if (column < 2) b.estateUid = uid("e", row);
      city.buildings.push_back(b);
      city.entrances.push_back({.uid = uid("u", n), .code = "U-" + std::to_string(n), .buildingUid = b.uid, .door = {x0 + 40 * column, y0 + 40 * row}});
    }
    Estate e{.uid = uid("e", row), .code = "E-" + std::to_string(row), .name = "梅园" + std::to_string(row) + "小区"};
    e.shape = square(x0 - 5, y0 + 40 * row - 5, 30);
    e.shape.front().outer = {{x0 - 5, y0 + 40 * row - 5}, {x0 + 60, y0 + 40 * row - 5}, {x0 + 60, y0 + 40 * row + 20}, {x0 - 5, y0 + 40 * row + 20}, {x0 - 5, y0 + 40 * row - 5}};
    city.estates.push_back(e);
  }
  return city;
}

inline Source sourceOf(const std::string& id) { return {.id = id, .path = "city.shp", .layer = "building", .kind = "building", .sha256 = "00", .importedAt = kPlanner.at}; }

inline std::vector<FeatureTable> filledTables(const City& city) {
  auto tables = toTables(city);
  std::erase_if(tables, [](const FeatureTable& t) { return t.rowCount() == 0; });
  return tables;
}

inline std::string bytesOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A project with the grid city in it.
inline Project projectWith(const std::string& path, const City& city) {
  auto project = Project::create(path, kSettings, kPlanner);
  EXPECT_TRUE(project) << geo::toText(project.error());
  const auto added = project->addImport(filledTables(city), sourceOf("first"), kPlanner);
  EXPECT_TRUE(added) << geo::toText(added.error());
  return std::move(*project);
}

/// A polygon around whole cells of the grid.
inline geo::MultiPolygon<geo::XY> cells(int column, int row, int columns, int rows) {
  const double x = 500000 + 40 * column - 14.0, y = 3400000 + 40 * row - 14.0;
  const double w = 40.0 * columns, h = 40.0 * rows;
  return {{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}}, {}}};
}

}  // namespace pianqu::layers::test
