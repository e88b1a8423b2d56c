#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

Command parkingCommand();

}  // namespace pianqu::app
