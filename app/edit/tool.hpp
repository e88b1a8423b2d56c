#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/edit/edit_ground.hpp"
#include "app/edit/typed_point.hpp"
#include "geo/base/result.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/edit_gestures.hpp"

namespace pianqu::app {

enum class ToolKind { Select, Paint, Draw, Reshape, Split, Merge, Absorb, Cut, Corner, Area, CutLine };
enum class BrushShape { Brush, Rectangle, Lasso, Click };

/// What the option bar sets. A tool reads what it needs.
struct ToolOptions {
  layers::Uid districtUid;                                   ///< the active district; empty: paint and draw make a new one
  BrushShape brush = BrushShape::Brush;
  double radiusM = 15;
  double slitM = 0;
  layers::PickRule pick = layers::PickRule::Touch;
  layers::FollowRule follow = layers::FollowRule::Majority;
  bool isTakingOut = false;
  bool isTracing = false;
};

/// Where the pointer is, in the project CRS, after snapping.
struct PointerEvent {
  geo::XY at;
  std::optional<geo::Snap> snap;   ///< what it snapped to
  double pixelM = 1;               ///< side of a pixel on the ground
  bool isControl = false;
};

/// What the last segment and the whole figure measure, in the plane of the project.
struct DrawnMeasures {
  std::optional<double> segmentM, bearingDeg, turnDeg, lengthM, areaM2;
};

/// What a tool wants to be seen before the stroke is accepted.
struct Preview {
  geo::MultiPolygon<geo::XY> area;                 ///< under the stroke
  geo::MultiLine<geo::XY> path;                    ///< drawn so far, with the piece to the pointer last
  double pathWidthM = 0;                           ///< a brush; 0: a line
  std::vector<geo::XY> corners;
  std::optional<geo::XY> hovered;                  ///< the corner or place that a press would take
  std::optional<geo::Result<layers::Edit>> pending;  ///< what accepting would do, or why it cannot
  DrawnMeasures measures;
};

/// What a finished gesture came to: an edit for the project, or an area or a line for whoever asked (the assistant).
struct Outcome {
  std::optional<geo::Result<layers::Edit>> edit;
  geo::MultiPolygon<geo::XY> area;
  geo::Line<geo::XY> line;
};

/// A tool is a state machine: pointer and keys in, a preview and at the end an outcome out. Knows no window.
class Tool {
 public:
  Tool(EditScene scene, ToolOptions options) : m_scene(std::move(scene)), m_options(std::move(options)) {}
  virtual ~Tool() = default;

  virtual void press(const PointerEvent&) {}
  virtual void move(const PointerEvent&) {}           ///< with the button down or up
  virtual void release(const PointerEvent&) {}
  virtual void finish() {}                            ///< Enter, double click, right click
  virtual bool takeBack() { return false; }           ///< Backspace; false when there was nothing to take back
  virtual void erase() {}                             ///< Delete
  virtual void cancel() { m_preview = {}; }           ///< Esc: the stroke under way is forgotten
  virtual bool isBusy() const { return false; }       ///< a stroke is under way
  virtual bool canSnap() const { return false; }
  virtual std::optional<geo::XY> typingFrom() const { return std::nullopt; }  ///< the point that length and bearing count from
  virtual bool canType() const { return false; }

  void setTyped(const TypedPoint& typed) { m_typed = typed; }
  /// The plan changed under the tool, or an option. A stroke under way goes on.
  void setScene(EditScene scene) { m_scene = std::move(scene); sceneChanged(); }
  void setOptions(ToolOptions options) { m_options = std::move(options); sceneChanged(); }

  const Preview& preview() const { return m_preview; }
  /// What was finished since it was asked last.
  std::optional<Outcome> takeOutcome() { return std::exchange(m_outcome, std::nullopt); }

 protected:
  virtual void sceneChanged() {}
  const layers::PlanIndex& index() const { return m_scene.ground->index; }
  const layers::Plan& plan() const { return *m_scene.plan; }

  EditScene m_scene;
  ToolOptions m_options;
  TypedPoint m_typed;
  Preview m_preview;
  std::optional<Outcome> m_outcome;
};

}  // namespace pianqu::app
