#pragma once

#include "app/edit/tool.hpp"

namespace pianqu::app {

/// Edits that need one click: another district joins the active one; open ground joins it; a district is cut along roads and rivers.
class ClickTool : public Tool {
 public:
  enum class Purpose { Merge, Absorb, Cut };
  ClickTool(EditScene scene, ToolOptions options, Purpose purpose) : Tool(std::move(scene), std::move(options)), m_purpose(purpose) {}
  void press(const PointerEvent& event) override;
  void move(const PointerEvent& event) override;
  void cancel() override;

 private:
  geo::Result<layers::Edit> editAt(geo::XY at) const;
  geo::Result<layers::Edit> cut(const layers::District& district) const;
  void sceneChanged() override { cancel(); }

  Purpose m_purpose;
  const layers::District* m_hovered = nullptr;   ///< in the plan of the scene
  bool m_hasHovered = false;
};

}  // namespace pianqu::app
