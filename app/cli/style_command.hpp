#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// Themes, classes and colours of a project, for a person and for other programs.
Command styleCommand();

}  // namespace pianqu::app
