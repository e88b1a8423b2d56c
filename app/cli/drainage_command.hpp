#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// pianqu drainage check|trace|plan PROJECT: misconnections with their path, traces, separation by district.
Command drainageCommand();

}  // namespace pianqu::app
