#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "layers/feature/city_schema.hpp"
#include "layers/project/project.hpp"
#include "tests/support/big_city.hpp"

/// Writes a project of the regular city, for measuring the window: big-city-project OUT.gpkg BUILDINGS PIPES
int main(int argc, char** argv) {
  using namespace pianqu;
  if (argc != 4) return std::fprintf(stderr, "big-city-project OUT.gpkg BUILDINGS PIPES\n"), 2;
  std::filesystem::remove(argv[1]);
  const layers::Author author{"bench", "2026-01-01T00:00:00Z"};
  auto project = layers::Project::create(argv[1], {.name = "规整城", .crs = test::bigCityCrs()}, author);
  const auto city = test::bigCity({.buildings = static_cast<std::size_t>(std::atol(argv[2])), .pipes = static_cast<std::size_t>(std::atol(argv[3]))});
  geo::Result<void> done = project ? project->addImport(layers::toTables(city), {.id = "all"}, author) : geo::fail(std::move(project));
  if (!done) return std::fprintf(stderr, "%s\n", geo::toText(done.error()).c_str()), 1;
  return 0;
}
