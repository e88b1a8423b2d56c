#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu check PROJECT`: the file, its journal and the rules of its plan. Fails when an invariant is broken.
Command checkCommand();

}  // namespace pianqu::app
