#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

Command liftCommand();

}  // namespace pianqu::app
