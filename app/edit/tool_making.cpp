#include "app/edit/tool_making.hpp"

#include "app/edit/click_tool.hpp"
#include "app/edit/corner_tool.hpp"
#include "app/edit/paint_tool.hpp"
#include "app/edit/path_tool.hpp"

namespace pianqu::app {

std::unique_ptr<Tool> makeTool(ToolKind kind, EditScene scene, ToolOptions options) {
  switch (kind) {
    case ToolKind::Select: return nullptr;
    case ToolKind::Paint: return std::make_unique<PaintTool>(std::move(scene), std::move(options));
    case ToolKind::Draw: return std::make_unique<PathTool>(std::move(scene), std::move(options), PathTool::Purpose::Draw);
    case ToolKind::Reshape: return std::make_unique<PathTool>(std::move(scene), std::move(options), PathTool::Purpose::Reshape);
    case ToolKind::Split: return std::make_unique<PathTool>(std::move(scene), std::move(options), PathTool::Purpose::Split);
    case ToolKind::Area: return std::make_unique<PathTool>(std::move(scene), std::move(options), PathTool::Purpose::Area);
    case ToolKind::CutLine: return std::make_unique<PathTool>(std::move(scene), std::move(options), PathTool::Purpose::CutLine);
    case ToolKind::Merge: return std::make_unique<ClickTool>(std::move(scene), std::move(options), ClickTool::Purpose::Merge);
    case ToolKind::Absorb: return std::make_unique<ClickTool>(std::move(scene), std::move(options), ClickTool::Purpose::Absorb);
    case ToolKind::Cut: return std::make_unique<ClickTool>(std::move(scene), std::move(options), ClickTool::Purpose::Cut);
    case ToolKind::Corner: return std::make_unique<CornerTool>(std::move(scene), std::move(options));
  }
  return nullptr;
}

}  // namespace pianqu::app
