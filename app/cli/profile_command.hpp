#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// What a city asks of its districts, and the fund sources that it has: shows and sets what its project keeps.
Command profileCommand();

}  // namespace pianqu::app
