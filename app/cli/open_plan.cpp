#include "app/cli/open_plan.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "layers/feature/city_schema.hpp"
#include "layers/project/kept_values.hpp"

namespace pianqu::app {
namespace {

constexpr const char* kBelowGround[] = {"pipe", "pipe_node", "riser", "outfall", "terrain"};

}  // namespace

geo::Result<OpenPlan> openPlan(const std::string& path, layers::Project::Access access, Context& context, const std::vector<std::string>& tables) {
  auto project = layers::Project::open(path, access);
  if (!project) return geo::fail(std::move(project));
  geo::Result<layers::City> city;
  if (tables.empty()) city = project->readCity(context.progress());
  else if (auto read = project->readTables(tables, *city, context.progress()); !read) return geo::fail(std::move(read));
  if (!city) return geo::fail(std::move(city));
  auto plan = project->readPlan(context.progress());
  if (!plan) return geo::fail(std::move(plan));
  auto profile = layers::readProfile(path);
  if (!profile) return geo::fail(std::move(profile));
  return OpenPlan{std::move(*project), std::move(*city), std::move(*plan), std::move(*profile)};
}

std::vector<std::string> tablesAboveGround() {
  std::vector<std::string> tables;
  for (const auto& schema : layers::citySchema()) {
    const auto isBelow = [&](const char* name) { return schema.name == name; };
    if (std::none_of(std::begin(kBelowGround), std::end(kBelowGround), isBelow)) tables.push_back(schema.name);
  }
  return tables;
}

geo::Result<std::vector<std::size_t>> districtsOf(const OpenPlan& open, const std::string& code) {
  const auto& districts = open.plan.districts;
  if (districts.empty()) return geo::fail(geo::ErrorCode::NotFound, "the plan has no districts yet", "make them with: pianqu merge " + open.project.path(), {.file = open.project.path()});
  std::vector<std::size_t> positions(districts.size());
  std::iota(positions.begin(), positions.end(), std::size_t{0});
  if (code.empty()) return positions;
  std::erase_if(positions, [&](std::size_t i) { return districts[i].code != code && districts[i].uid != code; });
  if (positions.empty()) {
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(districts.size(), 8); ++i) names += (i > 0 ? ", " : "") + districts[i].code;
    return geo::fail(geo::ErrorCode::NotFound, "there is no district " + code, "the plan has " + std::to_string(districts.size()) + ": " + names + (districts.size() > 8 ? ", ..." : ""), {.file = open.project.path()});
  }
  return positions;
}

}  // namespace pianqu::app
