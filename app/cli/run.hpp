#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"

namespace pianqu::app {

/// Parses `arguments` (without the program's name) and runs the command.
/// returns   0 done, 1 failed, 2 wrong usage; on failure a message and then a hint are on `err`, and with --json {"error": ...} on `out`
int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, geo::Progress& progress);

/// As run(), for a program that shows the error in its own way. Nothing is printed.
/// errors    the command's; wrong usage is Invalid, what a library threw Internal
geo::Result<void> call(const std::vector<std::string>& arguments, geo::Progress& progress);

/// PIANQU_DATA, or share/pianqu beside the program, or the folder data of the source tree that it was built from.
std::string findDataFolder();

}  // namespace pianqu::app
