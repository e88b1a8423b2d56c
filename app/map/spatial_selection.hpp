#pragma once

#include <vector>

#include "app/map/tiled_layer.hpp"
#include "geo/base/progress.hpp"

namespace pianqu::app {

enum class SpatialRelation { Inside, Touching };

/// Features (positions in the layer's source, ascending) that lie inside `area`, with all their corners, or touch it. `area` in the project CRS.
///
/// in        an area that crosses itself counts by the even-odd rule
/// cost      the features of the leaves that `area` meets, 0.2 us each; those on its edge 5 us more
std::vector<std::size_t> featuresIn(const TiledLayer& layer, const geo::MultiPolygon<geo::XY>& area, SpatialRelation relation, geo::Progress& progress = geo::noProgress());

struct SpatialReach {
  SpatialRelation relation = SpatialRelation::Inside;
  double withinM = 0;              ///< the others reach so far beyond their edges
};

/// Features of `layer` that stand in the relation to any of `others` of `otherLayer`: buildings inside the chosen estates, pipes within 5 m of a road.
/// Lines and points reach a centimetre, so that what touches them is found.
std::vector<std::size_t> featuresRelated(const TiledLayer& layer, const TiledLayer& otherLayer, const std::vector<std::size_t>& others, const SpatialReach& reach,
                                         geo::Progress& progress = geo::noProgress());

/// The layer's features drawn by one symbol: what is chosen, on top of everything.
layers::LayerSourcePtr chosenOf(layers::LayerSourcePtr source, std::vector<std::size_t> features, const layers::Symbol& symbol);

}  // namespace pianqu::app
