#pragma once

#include <set>

#include "app/edit/tool.hpp"

namespace pianqu::app {

/// Paints units into the active district, or out of all. Brush: what it touches on its way; rectangle and lasso: what they enclose;
/// click: the unit under the pointer. Without an active district a new one is made of what was painted.
/// With Control, or when told so, units are taken out.
class PaintTool : public Tool {
 public:
  using Tool::Tool;
  void press(const PointerEvent& event) override;
  void move(const PointerEvent& event) override;
  void release(const PointerEvent& event) override;
  void cancel() override;
  bool isBusy() const override { return m_isDown; }

 private:
  void extend(geo::XY to);
  void pick(const geo::MultiPolygon<geo::XY>& area, bool isAdding);
  void hover(const PointerEvent& event);
  geo::MultiPolygon<geo::XY> areaTo(geo::XY to) const;
  std::optional<geo::Result<layers::Edit>> editOf(const std::vector<layers::Member>& picked) const;

  bool m_isDown = false, m_isTakingOut = false;
  geo::Line<geo::XY> m_path;
  std::set<layers::Member> m_picked;
};

}  // namespace pianqu::app
