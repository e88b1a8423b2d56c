#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

Command sampleCommand();

}  // namespace pianqu::app
