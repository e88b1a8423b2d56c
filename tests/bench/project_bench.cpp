#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "layers/feature/city_schema.hpp"
#include "layers/project/project.hpp"

namespace pianqu::layers {
namespace {

const Author kAuthor{"bench", "2026-01-01T00:00:00Z"};

Uid uid(char kind, int n) {
  const std::string number = std::to_string(n);
  return kind + std::string(31 - number.size(), '0') + number;
}

/// A city of the M size: 6 000 buildings, 150 000 pipes, as many nodes.
City cityOfM() {
  City city;
  for (int n = 0; n < 6000; ++n) {
    const double x = 500000 + 30.0 * (n % 80), y = 3400000 + 30.0 * (n / 80);
    Building b{.uid = uid('b', n), .code = "B-" + std::to_string(n), .address = "梅园路" + std::to_string(n) + "号"};
    b.households = 12;
    b.floors = 6;
    b.structure = "砖混";
    b.shape = {{{{x, y}, {x + 12, y}, {x + 12, y + 10}, {x, y + 10}, {x, y}}, {}}};
    city.buildings.push_back(std::move(b));
  }
  for (int n = 0; n < 150000; ++n) {
    const geo::XY at{500000 + 5.0 * (n % 500), 3400000 + 7.0 * (n / 500)};
    city.pipeNodes.push_back({.uid = uid('c', n), .code = "YS" + std::to_string(n), .pipeClass = "PS", .subclass = "YS", .groundZ = 40.0, .invertZ = 38.5, .point = at});
    Pipe p{.uid = uid('d', n), .pipeClass = "PS", .subclass = "YS", .fromUid = uid('c', n), .toUid = uid('c', (n + 1) % 150000), .fromInvert = 38.5, .toInvert = 38.4, .diameterMm = 400.0};
    p.material = "T";
    p.year = 1998;
    p.line = {at, {at.x + 5, at.y}};
    city.pipes.push_back(std::move(p));
  }
  return city;
}

std::string freshPath() {
  const auto path = std::filesystem::temp_directory_path() / "pianqu-project-bench.gpkg";
  std::filesystem::remove(path);
  return path.string();
}

void addImport(benchmark::State& state) {
  const auto tables = toTables(cityOfM());
  for (auto _ : state) {
    state.PauseTiming();
    auto project = *Project::create(freshPath(), {}, kAuthor);
    state.ResumeTiming();
    if (!project.addImport(tables, {.id = "all"}, kAuthor)) state.SkipWithError("import failed");
  }
}
BENCHMARK(addImport)->Unit(benchmark::kMillisecond)->Iterations(2);

void readCity(benchmark::State& state) {
  auto project = *Project::create(freshPath(), {}, kAuthor);
  if (!project.addImport(toTables(cityOfM()), {.id = "all"}, kAuthor)) state.SkipWithError("import failed");
  for (auto _ : state) benchmark::DoNotOptimize(project.readCity());
}
BENCHMARK(readCity)->Unit(benchmark::kMillisecond)->Iterations(3);

void commitOneEdit(benchmark::State& state) {
  auto project = *Project::create(freshPath(), {}, kAuthor);
  const City city = cityOfM();
  if (!project.addImport(toTables(city), {.id = "all"}, kAuthor)) state.SkipWithError("import failed");
  District drawn;
  drawn.shape = {{{{499990, 3399990}, {500600, 3399990}, {500600, 3400400}, {499990, 3400400}, {499990, 3399990}}, {}}};
  auto plan = project.commit(city, *project.readPlan(), AddDistrict{drawn}, kAuthor);
  int n = 0;
  for (auto _ : state) plan = project.commit(city, *plan, RenameDistrict{"PQ01", std::to_string(++n)}, kAuthor);
}
BENCHMARK(commitOneEdit)->Unit(benchmark::kMillisecond)->Iterations(20);

}  // namespace
}  // namespace pianqu::layers

BENCHMARK_MAIN();
