#pragma once

#include <QImage>

#include "app/map/camera_view.hpp"
#include "app/map/tiled_layer.hpp"

class QPainter;

namespace pianqu::app {

/// Paints a tile as the scene graph draws it, for windows that have no OpenGL.
void paintTile(QPainter& painter, const GeometryTile& tile, const CameraView& view);
/// All leaves of the group that reach into a square of the pyramid; a null image where there is nothing.
QImage paintSquare(const TiledLayer& layer, const ScaleGroup& group, PyramidSquare square, geo::Progress& progress = geo::noProgress());
/// A whole geometry in a picture of the view.
QImage paintView(const MapGeometry& geometry, const CameraView& view, double scaleDenominator, double pixelRatio);

}  // namespace pianqu::app
