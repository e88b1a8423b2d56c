#include "app/map/map_layer_item.hpp"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRendererInterface>
#include <QSGTransformNode>

#include "app/map/layer_node.hpp"
#include "app/map/tile_painter.hpp"

namespace pianqu::app {
namespace {

bool isPainted(const QQuickWindow* window) { return window && window->rendererInterface()->graphicsApi() == QSGRendererInterface::Software; }

/// The one picture of the view that stands for a small geometry where no geometry can be drawn.
class ViewNode : public QSGTransformNode {
 public:
  ViewNode(QQuickWindow& window, const MapGeometry& geometry, const CameraView& view, double scaleDenominator) {
    QSGImageNode* node = window.createImageNode();
    node->setTexture(window.createTextureFromImage(paintView(geometry, view, scaleDenominator, window.effectiveDevicePixelRatio()), QQuickWindow::TextureHasAlphaChannel));
    node->setOwnsTexture(true);
    node->setRect(QRectF(QPointF(), view.size));
    appendChildNode(node);
  }
};

}  // namespace

MapLayerItem::MapLayerItem(QQuickItem* parent) : QQuickItem(parent) { setFlag(ItemHasContents); }

MapLayerItem::~MapLayerItem() {
  if (m_layer) m_layer->setAwaitingFrame(this, false);
}

/// What is not seen waits for no frame.
void MapLayerItem::itemChange(ItemChange change, const ItemChangeData& value) {
  if (change == ItemVisibleHasChanged && !value.boolValue && m_layer) m_layer->setAwaitingFrame(this, false);
  QQuickItem::itemChange(change, value);
}

void MapLayerItem::setCamera(MapCamera* camera) {
  if (camera == m_camera) return;
  if (m_camera) m_camera->disconnect(this);
  m_camera = camera;
  if (camera) connect(camera, &MapCamera::changed, this, &MapLayerItem::refresh);
  emit cameraChanged();
  refresh();
}

void MapLayerItem::setMapLayer(MapLayer* layer) {
  if (layer == m_layer) return;
  if (m_layer) {
    m_layer->disconnect(this);
    m_layer->setAwaitingFrame(this, false);
  }
  m_layer = layer;
  if (layer) {
    for (const auto signal : {&MapLayer::geometryChanged, &MapLayer::isSeenChanged, &MapLayer::tilesChanged}) connect(layer, signal, this, &MapLayerItem::refresh);
  }
  emit mapLayerChanged();
  refresh();
}

void MapLayerItem::refresh() {
  polish();
  update();
}

/// The tiles of a small geometry that are in view, as if a store had made them.
TileFrame MapLayerItem::frameOfGeometry(bool isPainted) const {
  TileFrame frame;
  const auto& geometry = m_layer->geometry();
  if (!geometry || isPainted) return frame;
  const CameraView& view = m_camera->view();
  const geo::Box visible = view.visibleBox().grownBy(kReachPx / view.pixelsPerMetre());
  for (const GeometryTile& tile : geometry->tiles)
    if ((tile.maxScale == 0 || m_camera->scaleDenominator() <= tile.maxScale) && visible.intersects(tile.box))
      frame.outlines.emplace_back(TileKey{}, std::shared_ptr<const GeometryTile>(geometry, &tile));
  return frame;
}

void MapLayerItem::updatePolish() {
  m_frame = {};
  if (!m_camera || !m_layer || !m_layer->isSeen()) return;
  const bool painted = isPainted(window());
  m_frame = frameOfGeometry(painted);
  if (!m_layer->tiles()->layer()) return;
  TileFrame tiles = m_layer->tiles()->frameFor({m_camera->view(), m_camera->scaleDenominator(), this, window() ? window()->effectiveDevicePixelRatio() : 1, painted});
  m_frame.pictures = std::move(tiles.pictures);
  m_frame.outlines.insert(m_frame.outlines.begin(), tiles.outlines.begin(), tiles.outlines.end());
}

QSGNode* MapLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
  if (!m_camera || !m_layer || !window()) {
    delete old;
    return nullptr;
  }
  const bool isView = isPainted(window()) && !m_layer->tiles()->layer();
  if (isView != m_isView || isView) {
    delete old;
    old = nullptr;
    m_isView = isView;
  }
  if (isView) {
    const auto& geometry = m_layer->geometry();
    return geometry && m_layer->isSeen() ? new ViewNode(*window(), *geometry, m_camera->view(), m_camera->scaleDenominator()) : nullptr;
  }
  auto* node = static_cast<LayerNode*>(old);
  if (!node) node = new LayerNode(*window());
  node->setFillAbove(m_layer->isFillAbove());
  const bool isWhole = node->show(m_frame, m_camera->view());
  m_layer->setAwaitingFrame(this, !isWhole);
  if (!isWhole) QMetaObject::invokeMethod(this, &MapLayerItem::refresh, Qt::QueuedConnection);
  return node;
}

}  // namespace pianqu::app
