#pragma once

#include <memory>

#include "app/edit/tool.hpp"

namespace pianqu::app {

/// nullptr for Select, which edits nothing.
std::unique_ptr<Tool> makeTool(ToolKind kind, EditScene scene, ToolOptions options);

}  // namespace pianqu::app
