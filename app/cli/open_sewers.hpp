#pragma once

#include "app/cli/command.hpp"
#include "layers/plan/city_sewers.hpp"
#include "layers/project/project.hpp"

namespace pianqu::app {

/// What every action on drains starts from.
struct OpenSewers {
  layers::Project project;
  layers::City city;
  layers::DrainageCatalogue catalogue;
  layers::CitySewers sewers;
};
/// `storm`: a key of storm_formulas.csv or A,C,b,n; empty: the default one.
/// errors  those of the project and of the storm; NotFound when it has no drainage pipes
geo::Result<OpenSewers> openSewers(const std::string& path, layers::Project::Access access, Context& context, const std::string& storm = {});

/// Position of the manhole with this survey number.
/// errors  NotFound; Undecided when several have it
geo::Result<int> findManhole(const OpenSewers& open, const std::string& code);

}  // namespace pianqu::app
