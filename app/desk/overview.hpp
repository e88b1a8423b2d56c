#pragma once

#include <QObject>
#include <QRectF>
#include <QtQmlIntegration>

#include "app/map/map_controller.hpp"

namespace pianqu::app {

/// The whole city in a small picture: a camera of its own over the large layers, and where the map looks.
class Overview : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(pianqu::app::MapController* map READ map WRITE setMap NOTIFY changed)
  Q_PROPERTY(QSizeF size READ size WRITE setSize NOTIFY changed)
  Q_PROPERTY(pianqu::app::MapCamera* camera READ camera CONSTANT)
  Q_PROPERTY(QList<QObject*> layers READ layers NOTIFY layersChanged)
  Q_PROPERTY(QRectF frame READ frame NOTIFY changed)
  Q_PROPERTY(bool isUseful READ isUseful NOTIFY changed)

 public:
  using QObject::QObject;
  MapController* map() const { return m_map; }
  void setMap(MapController* map);
  QSizeF size() const { return m_size; }
  void setSize(QSizeF size);
  MapCamera* camera() { return &m_camera; }
  QList<QObject*> layers() const { return m_layers; }
  QRectF frame() const;        ///< of the map's view, in our pixels
  bool isUseful() const;       ///< there is a city, and the map shows only a part of it
  Q_INVOKABLE void goTo(QPointF point);

 signals:
  void changed();
  void layersChanged();

 private:
  void fit();

  MapController* m_map = nullptr;
  QSizeF m_size;
  MapCamera m_camera;
  QList<QObject*> m_layers;
  geo::Box m_box;
};

}  // namespace pianqu::app
