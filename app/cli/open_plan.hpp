#pragma once

#include <string>
#include <vector>

#include "app/cli/command.hpp"
#include "layers/catalogue/city_profile.hpp"
#include "layers/project/project.hpp"

namespace pianqu::app {

/// A project with its city and plan in memory, as most commands start.
struct OpenPlan {
  layers::Project project;
  layers::City city;
  layers::Plan plan;
  layers::CityProfile profile;
};
/// `tables`: only these of the city, for a command that looks at no others; all when empty.
geo::Result<OpenPlan> openPlan(const std::string& path, layers::Project::Access access, Context& context, const std::vector<std::string>& tables = {});

/// All tables of a city but those of its pipes and heights, which are most of the rows: for commands about land and buildings.
std::vector<std::string> tablesAboveGround();

/// Positions in plan.districts: the one named, or all when `code` is empty.
/// errors  NotFound naming the districts there are, or what to do when there are none
geo::Result<std::vector<std::size_t>> districtsOf(const OpenPlan& open, const std::string& code);

}  // namespace pianqu::app
