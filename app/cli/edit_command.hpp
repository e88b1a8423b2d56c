#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu edit PROJECT ACTION`: changes the plan by hand; each call is one journaled step that undo takes back.
Command editCommand();

}  // namespace pianqu::app
