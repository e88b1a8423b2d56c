#pragma once

#include <QString>
#include <atomic>
#include <functional>
#include <map>
#include <memory>

#include "app/map/map_geometry.hpp"
#include "app/map/tiled_layer.hpp"
#include "app/model/snapshot.hpp"

namespace pianqu::app {

/// Everything that the window needs of one layer, made in a worker.
struct BuiltLayer {
  QString key, zh, en;
  TiledLayerPtr tiles;
  Pen swatch;
  layers::SymbolShape shape = layers::SymbolShape::Area;
};

struct LayerJob {
  SnapshotPtr snapshot;
  layers::Theme theme;
  double pixelsPerMm = 4;
  std::shared_ptr<std::atomic<bool>> isCancelled;
  std::map<std::string, std::string> filters;   ///< by layer of the theme, as RowFilter reads them
};

/// The layers of a scene, bottom first, handed on one by one as they are ready. Stops between features when cancelled; a layer that cannot
/// be projected is left out. What a layer draws is made later, piece by piece, as it is looked at.
using LayerSink = std::function<void(std::shared_ptr<BuiltLayer>)>;
using LayerBuild = std::function<void(const LayerJob&, const LayerSink&)>;
void buildCityLayers(const LayerJob& job, const LayerSink& sink);
void buildPlanLayers(const LayerJob& job, const LayerSink& sink);

/// The box of everything in the city that the theme draws, Web Mercator, so that the map can look at all of it before any layer is built. Empty when
/// there is nothing.
geo::Box worldBoxOf(const LayerJob& job);

/// Keys of the theme's layers that show the plan and not what was imported.
bool isPlanLayer(const layers::ThemeLayer& layer);

}  // namespace pianqu::app
