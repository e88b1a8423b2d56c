#pragma once

#include <string>

#include "app/cli/command.hpp"

namespace pianqu::app {

/// Estates and buildings by code, name or uid, separated by commas; a building of an estate stands for the estate.
/// errors    NotFound, Undecided when a name means several
geo::Result<std::vector<layers::Member>> membersOf(const layers::City& city, const std::string& list);

}  // namespace pianqu::app
