#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu journal PROJECT`: what was done, by whom, when and why; one line a transaction, or every row.
Command journalCommand();

}  // namespace pianqu::app
