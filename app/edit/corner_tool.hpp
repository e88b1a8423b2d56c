#pragma once

#include "app/edit/tool.hpp"

namespace pianqu::app {

/// Corners of boundaries. Dragging a corner moves it in every boundary that has it; dragging a side makes a corner there and moves it;
/// a click on a side adds a corner; Delete, or a click with Control, takes the corner under the pointer away.
class CornerTool : public Tool {
 public:
  using Tool::Tool;
  void press(const PointerEvent& event) override;
  void move(const PointerEvent& event) override;
  void release(const PointerEvent& event) override;
  void erase() override;
  void cancel() override;
  bool isBusy() const override { return m_from.has_value(); }
  bool canSnap() const override { return m_from.has_value(); }
  bool canType() const override { return m_from.has_value(); }
  std::optional<geo::XY> typingFrom() const override { return m_from; }
  void finish() override;

 private:
  void hover(const PointerEvent& event);
  void moveTo(geo::XY to);
  void showCorners();
  void sceneChanged() override;

  std::optional<geo::Snap> m_hovered;
  std::optional<geo::XY> m_from, m_to;
  /// Where a side was pressed: the plan that has the new corner, and the edit that adds it.
  std::shared_ptr<const layers::Plan> m_withCorner;
  std::optional<layers::Edit> m_added;
  bool m_hasMoved = false;
};

}  // namespace pianqu::app
