#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

Command mergeCommand();

}  // namespace pianqu::app
