#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

Command importCommand();

}  // namespace pianqu::app
