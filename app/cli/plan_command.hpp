#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

Command planCommand();

}  // namespace pianqu::app
