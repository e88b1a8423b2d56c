#pragma once

#include <QPointer>
#include <QQuickItem>

#include "app/map/map_camera.hpp"
#include "app/map/map_layer.hpp"

namespace pianqu::app {

/// Draws one layer with scene-graph geometry and follows the camera by a matrix a tile. Tiles outside the view are not drawn. In a window
/// without OpenGL (Qt Quick's software backend) the same tiles come as pictures.
class MapLayerItem : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(pianqu::app::MapCamera* camera READ camera WRITE setCamera NOTIFY cameraChanged REQUIRED)
  Q_PROPERTY(pianqu::app::MapLayer* mapLayer READ mapLayer WRITE setMapLayer NOTIFY mapLayerChanged REQUIRED)

 public:
  explicit MapLayerItem(QQuickItem* parent = nullptr);
  ~MapLayerItem() override;

  MapCamera* camera() const { return m_camera; }
  MapLayer* mapLayer() const { return m_layer; }
  void setCamera(MapCamera* camera);
  void setMapLayer(MapLayer* layer);

 signals:
  void cameraChanged();
  void mapLayerChanged();

 protected:
  void itemChange(ItemChange change, const ItemChangeData& value) override;
  void updatePolish() override;
  QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;

 private:
  void refresh();
  TileFrame frameOfGeometry(bool isPainted) const;

  QPointer<MapCamera> m_camera;
  QPointer<MapLayer> m_layer;
  TileFrame m_frame;
  bool m_isView = false;           ///< the node is one picture of the view
};

}  // namespace pianqu::app
