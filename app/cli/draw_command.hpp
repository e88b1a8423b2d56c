#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu draw`: any shape, or a project's map, as SVG.
Command drawCommand();

}  // namespace pianqu::app
