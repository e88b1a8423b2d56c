#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

Command findCommand();

}  // namespace pianqu::app
