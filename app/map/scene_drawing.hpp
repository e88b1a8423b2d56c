#pragma once

#include "app/map/map_geometry.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::app {

QColor toQt(layers::Colour colour);
/// A symbol in millimetres as a pen in pixels of the screen.
Pen penOf(const layers::Symbol& symbol, double pixelsPerMm);
/// A layer of a scene as a drawing for the map.
/// With `atlas` its points, arrows and letters are those of the printed sheet; without, points are discs.
Drawing drawingOf(const layers::Scene& scene, const layers::SceneLayer& layer, double pixelsPerMm, std::shared_ptr<const StampAtlas> atlas = nullptr);

}  // namespace pianqu::app
