#include "app/map/map_layer_item.hpp"

#include <QSGGeometryNode>
#include <QSGTransformNode>
#include <QSGVertexColorMaterial>
#include <cstring>
#include <map>

#include "app/map/stroke_material.hpp"

namespace pianqu::app {
namespace {

constexpr double kOutlinedFromPixels = 5;

static_assert(sizeof(FillVertex) == sizeof(QSGGeometry::ColoredPoint2D));

QSGGeometryNode* makeNode(QSGGeometry* geometry, QSGMaterial* material) {
  auto* node = new QSGGeometryNode;
  geometry->setDrawingMode(QSGGeometry::DrawTriangles);
  node->setGeometry(geometry);
  node->setMaterial(material);
  node->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial | QSGNode::OwnedByParent);
  return node;
}

QSGGeometryNode* makeFillNode(const GeometryTile& tile) {
  auto* geometry = new QSGGeometry(QSGGeometry::defaultAttributes_ColoredPoint2D(), static_cast<int>(tile.fills.size()));
  std::memcpy(geometry->vertexData(), tile.fills.data(), tile.fills.size() * sizeof(FillVertex));
  auto* material = new QSGVertexColorMaterial;
  material->setFlag(QSGMaterial::NoBatching);
  return makeNode(geometry, material);
}

QSGGeometryNode* makeStrokeNode(const GeometryTile& tile) {
  auto* geometry = new QSGGeometry(StrokeMaterial::attributes(), static_cast<int>(tile.strokes.size()), static_cast<int>(tile.strokeIndices.size()),
                                   QSGGeometry::UnsignedIntType);
  std::memcpy(geometry->vertexData(), tile.strokes.data(), tile.strokes.size() * sizeof(StrokeVertex));
  std::memcpy(geometry->indexData(), tile.strokeIndices.data(), tile.strokeIndices.size() * sizeof(std::uint32_t));
  return makeNode(geometry, new StrokeMaterial);
}

/// The nodes of one tile. Fills of all tiles are drawn before the outlines of any, so that a neighbour never covers an outline.
struct TileNodes {
  QSGTransformNode* fill = nullptr;
  QSGTransformNode* stroke = nullptr;
  QSGGeometryNode* strokeGeometry = nullptr;
};

class LayerNode : public QSGNode {
 public:
  LayerNode() {
    for (QSGNode* child : {&m_fills, &m_strokes}) {
      child->setFlag(OwnedByParent, false);
      appendChildNode(child);
    }
  }
  ~LayerNode() override {
    clear();
    removeAllChildNodes();
  }

  void setGeometry(std::shared_ptr<const MapGeometry> geometry) {
    if (geometry == m_geometry) return;
    clear();
    m_geometry = std::move(geometry);
    removeChildNode(&m_fills);
    if (m_geometry && m_geometry->isFillAbove) appendChildNode(&m_fills);
    else prependChildNode(&m_fills);
  }

  void show(const CameraView& view, double scaleDenominator) {
    if (!m_geometry) return;
    // Points and wide lines reach beyond the box of their coordinates.
    const geo::Box visible = view.visibleBox().grownBy(40 / view.pixelsPerMetre());
    for (std::size_t i = 0; i < m_geometry->tiles.size(); ++i) {
      const GeometryTile& tile = m_geometry->tiles[i];
      const bool isInScale = tile.maxScale == 0 || scaleDenominator <= tile.maxScale;
      if (isInScale && visible.intersects(tile.box)) place(i, tile, view);
      else hide(i);
    }
  }

  void hideAll() {
    while (!m_shown.empty()) hide(m_shown.begin()->first);
  }

 private:
  void place(std::size_t i, const GeometryTile& tile, const CameraView& view) {
    TileNodes& nodes = m_shown[i];
    const QMatrix4x4 matrix = view.matrixFrom(tile.origin);
    if (!nodes.fill && !tile.fills.empty()) nodes.fill = attach(m_fills, makeFillNode(tile));
    // Outlines of things of a few pixels are grey mush and cost three times the fill.
    const bool isStroked = tile.fills.empty() || tile.featureSizeM * view.pixelsPerMetre() >= kOutlinedFromPixels;
    if (!nodes.stroke && isStroked && !tile.strokes.empty()) {
      nodes.strokeGeometry = makeStrokeNode(tile);
      nodes.stroke = attach(m_strokes, nodes.strokeGeometry);
    }
    if (nodes.stroke && !isStroked) {
      detach(m_strokes, nodes.stroke);
      nodes.strokeGeometry = nullptr;
    }
    if (nodes.fill) nodes.fill->setMatrix(matrix);
    if (!nodes.stroke) return;
    nodes.stroke->setMatrix(matrix);
    static_cast<StrokeMaterial*>(nodes.strokeGeometry->material())->unitsPerPixel = static_cast<float>(1 / view.pixelsPerMetre());
    nodes.strokeGeometry->markDirty(QSGNode::DirtyMaterial);
  }

  void hide(std::size_t i) {
    const auto found = m_shown.find(i);
    if (found == m_shown.end()) return;
    detach(m_fills, found->second.fill);
    detach(m_strokes, found->second.stroke);
    m_shown.erase(found);
  }

  static QSGTransformNode* attach(QSGNode& parent, QSGGeometryNode* geometry) {
    auto* node = new QSGTransformNode;
    node->appendChildNode(geometry);
    parent.appendChildNode(node);
    return node;
  }

  static void detach(QSGNode& parent, QSGTransformNode*& node) {
    if (!node) return;
    parent.removeChildNode(node);
    delete node;
    node = nullptr;
  }

  void clear() {
    hideAll();
    m_geometry.reset();
  }

  QSGNode m_fills, m_strokes;
  std::shared_ptr<const MapGeometry> m_geometry;
  std::map<std::size_t, TileNodes> m_shown;
};

}  // namespace

MapLayerItem::MapLayerItem(QQuickItem* parent) : QQuickItem(parent) { setFlag(ItemHasContents); }

void MapLayerItem::setCamera(MapCamera* camera) {
  if (camera == m_camera) return;
  if (m_camera) m_camera->disconnect(this);
  m_camera = camera;
  if (camera) connect(camera, &MapCamera::changed, this, &QQuickItem::update);
  emit cameraChanged();
  update();
}

void MapLayerItem::setMapLayer(MapLayer* layer) {
  if (layer == m_layer) return;
  if (m_layer) m_layer->disconnect(this);
  m_layer = layer;
  if (layer) {
    connect(layer, &MapLayer::geometryChanged, this, &QQuickItem::update);
    connect(layer, &MapLayer::isShownChanged, this, &QQuickItem::update);
  }
  emit mapLayerChanged();
  update();
}

QSGNode* MapLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
  auto* node = static_cast<LayerNode*>(old);
  if (!m_camera || !m_layer) {
    delete node;
    return nullptr;
  }
  if (!node) node = new LayerNode;
  node->setGeometry(m_layer->geometry());
  if (m_layer->isShown()) node->show(m_camera->view(), m_camera->scaleDenominator());
  else node->hideAll();
  return node;
}

}  // namespace pianqu::app
