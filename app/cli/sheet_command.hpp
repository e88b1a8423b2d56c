#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu sheet`: the plan map of the city or of a district as PDF, PNG or SVG.
Command sheetCommand();

}  // namespace pianqu::app
