#pragma once

#include <vector>

#include "geo/base/progress.hpp"
#include "layers/scene/picture.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::layers {

/// A scene on paper: one group a layer, then the labels.
struct MapDrawing {
  std::vector<PictureGroup> groups;
  std::vector<bool> isSymbolShown;       ///< by position in Scene::symbols: drawn in this frame, so it belongs in the legend
  std::size_t labelsPlaced = 0;
  std::vector<std::size_t> labelsDropped;  ///< found no free place, counted once a feature; by position in Scene::symbols
};

/// Draws what falls into `frame`. Letters, arrows and labels keep off each other and off `reservedMm`.
///
/// keeps     no two labels overlap (oriented boxes of their texts); higher priority first, then order of layers and items: deterministic
/// cost      O(vertices in the frame + labels)
MapDrawing drawMap(const Scene& scene, const MapFrame& frame, const std::vector<geo::Box>& reservedMm = {});

}  // namespace pianqu::layers
