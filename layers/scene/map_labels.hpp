#pragma once

#include <map>

#include "layers/scene/label_placer.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::layers {

/// A label that wants a place, with what it belongs to. Pointers into a Scene that outlives it.
struct WantedLabel {
  const SceneItem* item = nullptr;
  const SceneLabel* label = nullptr;   ///< the item's, or one that it shares with others
  const Symbol* symbol = nullptr;
  std::size_t order = 0;
};

struct PlacedLabels {
  std::vector<PictureItem> items;
  std::size_t placed = 0;
  std::map<const Symbol*, std::size_t> dropped;   ///< labels that found no place, by the symbol that they explain
};

/// Greedy by priority; see drawMap. `avoided` is what names of areas and points rather keep off (buildings), if they can.
PlacedLabels placeLabels(std::vector<WantedLabel> wanted, const MapFrame& frame, OccupiedPaper& paper, const OccupiedPaper& avoided);

}  // namespace pianqu::layers
