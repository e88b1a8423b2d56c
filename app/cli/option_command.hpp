#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu option PROJECT ACTION`: keeps, takes up, freezes and compares options of the plan (方案A, 方案B).
Command optionCommand();

}  // namespace pianqu::app
