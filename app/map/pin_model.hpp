#pragma once

#include <QAbstractListModel>
#include <QPointF>
#include <QtQmlIntegration>

#include "app/map/map_camera.hpp"
#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// Pinned districts that are in view, and where on the map their lock belongs.
class PinModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")

 public:
  enum Role { CodeRole = Qt::UserRole + 1, PlaceRole };
  PinModel(ProjectController& project, MapCamera& camera, QObject* parent = nullptr);
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

 private:
  struct Pin {
    QString code;
    geo::XY world;
  };
  struct Placed {
    QString code;
    QPointF place;
  };
  void reload();
  void place();

  ProjectController& m_project;
  MapCamera& m_camera;
  std::shared_ptr<const layers::Plan> m_plan;
  std::vector<Pin> m_pins;
  std::vector<Placed> m_placed;
};

}  // namespace pianqu::app
