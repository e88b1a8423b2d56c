#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "app/map/map_layer.hpp"

namespace pianqu::app {

/// The layers of the map, bottom first. Layers live as long as the model; a layer that the project does not have is empty.
class LayerListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")

 public:
  enum Role { LayerRole = Qt::UserRole + 1 };
  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  const QList<MapLayer*>& layers() const { return m_layers; }
  MapLayer* find(const QString& key) const;
  MapLayer* add(const QString& key);
  void remove(const QString& key);
  /// These layers in this order, bottom first; those that are there keep what they show.
  void arrange(const QStringList& keys);

 private:
  QList<MapLayer*> m_layers;
};

}  // namespace pianqu::app
