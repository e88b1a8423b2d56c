#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/map/map_geometry.hpp"
#include "geo/index/box_index.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::app {

QColor toQt(layers::Colour colour);
/// A symbol in millimetres as a pen in pixels of the screen.
Pen penOf(const layers::Symbol& symbol, double pixelsPerMm);
/// A layer of a scene as a drawing for the map.
Drawing drawingOf(const layers::Scene& scene, const layers::SceneLayer& layer, double pixelsPerMm);

/// Finds the feature of a layer under a point; by geometry and an R-tree, never by pixels.
class LayerPicker {
 public:
  /// `scene` is kept alive by the picker.
  LayerPicker(std::shared_ptr<const layers::Scene> scene, std::size_t layer);

  /// The feature at `point` (project CRS): nearest point or line within `toleranceM`, else the smallest polygon around it.
  /// Features that are not drawn at `scaleDenominator` are not found.
  std::optional<layers::Uid> pick(geo::XY point, double toleranceM, double scaleDenominator) const;

 private:
  std::shared_ptr<const layers::Scene> m_scene;
  std::size_t m_layer;
  geo::BoxIndex m_index;
};

}  // namespace pianqu::app
