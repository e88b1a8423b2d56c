#pragma once

#include <memory>
#include <vector>

#include "layers/scene/layer_source.hpp"

namespace pianqu::layers {

/// How shapes of each kind are drawn.
struct ShapeSymbols {
  Symbol area, line, point;
  void setColour(Colour colour);   ///< of strokes and fills, each with the alpha that it has
};

/// Shapes that are no features of the project, as one layer. They are shared, not copied.
LayerSourcePtr shapesLayer(std::shared_ptr<const std::vector<geo::XYGeometry>> shapes, ShapeSymbols symbols);

}  // namespace pianqu::layers
