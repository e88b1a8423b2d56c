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

void LayerListModel::remove(const QString& key) {
  const qsizetype row = m_layers.indexOf(find(key));
  if (row < 0) return;
  beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
  m_layers.takeAt(row)->deleteLater();
  endRemoveRows();
}

void LayerListModel::arrange(const QStringList& keys) {
  for (qsizetype row = m_layers.size() - 1; row >= 0; --row)
    if (!keys.contains(m_layers[row]->key())) remove(QString(m_layers[row]->key()));
  for (qsizetype to = 0; to < keys.size(); ++to) {
    MapLayer* layer = find(keys[to]);
    if (!layer) layer = add(keys[to]);
    const qsizetype from = m_layers.indexOf(layer);
    if (from == to) continue;
    beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(to));   // only ever towards the bottom
    m_layers.move(from, to);
    endMoveRows();
  }
}

}  // namespace pianqu::app
