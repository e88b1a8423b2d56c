#pragma once

#include "app/edit/tool.hpp"

namespace pianqu::app {

/// Draws a line or a boundary: by corners (click), freehand (press and drag), along roads and boundaries (tracing, from one snapped
/// point to the next), or by typed numbers. Finished by Enter, a double click or a right click; a freehand line by letting go.
class PathTool : public Tool {
 public:
  enum class Purpose { Draw, Reshape, Split, Area, CutLine };
  PathTool(EditScene scene, ToolOptions options, Purpose purpose) : Tool(std::move(scene), std::move(options)), m_purpose(purpose) {}

  void press(const PointerEvent& event) override;
  void move(const PointerEvent& event) override;
  void release(const PointerEvent& event) override;
  void finish() override;
  bool takeBack() override;
  void cancel() override;
  bool isBusy() const override { return !m_steps.empty(); }
  bool canSnap() const override { return true; }
  bool canType() const override { return true; }
  std::optional<geo::XY> typingFrom() const override;

  /// Places the typed point. False when nothing was typed that makes a point.
  bool placeTyped(geo::XY pointer);

 private:
  /// One click: its points (many for a traced way), and what the last one snapped to.
  struct Step {
    geo::Line<geo::XY> points;
    std::optional<geo::Snap> snap;
  };
  bool isClosed() const { return m_purpose == Purpose::Draw || m_purpose == Purpose::Area; }
  Step stepTo(const PointerEvent& event) const;
  void add(const PointerEvent& event);
  geo::Line<geo::XY> pathWith(const Step* next) const;
  void show(const Step* next);
  void showMeasures(const geo::Line<geo::XY>& path);
  std::optional<geo::Result<layers::Edit>> editOf(const geo::Line<geo::XY>& path) const;

  Purpose m_purpose;
  std::vector<Step> m_steps;
  std::optional<geo::XY> m_downAt;
  geo::Line<geo::XY> m_freehand;
};

}  // namespace pianqu::app
