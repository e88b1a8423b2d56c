#include "app/map/layer_list_model.hpp"

namespace pianqu::app {

int LayerListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_layers.size()); }

QVariant LayerListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != LayerRole) return {};
  return QVariant::fromValue(m_layers[index.row()]);
}

QHash<int, QByteArray> LayerListModel::roleNames() const { return {{LayerRole, "mapLayer"}}; }

MapLayer* LayerListModel::find(const QString& key) const {
  for (MapLayer* layer : m_layers)
    if (layer->key() == key) return layer;
  return nullptr;
}

MapLayer* LayerListModel::add(const QString& key) {
  beginInsertRows({}, rowCount(), rowCount());
  auto* layer = new MapLayer(key, this);
  m_layers.append(layer);
  endInsertRows();
  return layer;
}

}  // namespace pianqu::app
