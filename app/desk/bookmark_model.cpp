#include "app/desk/bookmark_model.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pianqu::app {

BookmarkModel::BookmarkModel(ProjectController& project, MapController& map, QObject* parent) : QAbstractListModel(parent), m_project(project), m_map(map) {
  connect(&project, &ProjectController::snapshotChanged, this, [this] {
    const auto origin = m_project.isOpen() ? m_project.snapshot()->origin : nullptr;
    if (origin == m_openedAs) return;
    m_openedAs = origin;
    read({});
    if (origin) m_project.readKept("bookmarks", [this, origin](const QString& text) { if (origin == m_openedAs) read(text); });
  });
}

int BookmarkModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_bookmarks.size()); }

QVariant BookmarkModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Bookmark& bookmark = m_bookmarks[index.row()];
  return role == NameRole ? QVariant(bookmark.name) : role == ScaleRole ? QVariant(bookmark.scale) : QVariant();
}

QHash<int, QByteArray> BookmarkModel::roleNames() const { return {{NameRole, "name"}, {ScaleRole, "scaleText"}}; }

void BookmarkModel::read(const QString& text) {
  beginResetModel();
  m_bookmarks.clear();
  for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
    const QJsonObject each = value.toObject();
    m_bookmarks.append({each.value(QLatin1String("name")).toString(), each.value(QLatin1String("scale")).toString(), each.value(QLatin1String("lon")).toDouble(),
                        each.value(QLatin1String("lat")).toDouble(), each.value(QLatin1String("zoom")).toDouble(), each.value(QLatin1String("bearing")).toDouble()});
  }
  endResetModel();
  emit changed();
}

void BookmarkModel::keep() {
  QJsonArray list;
  for (const Bookmark& each : std::as_const(m_bookmarks))
    list.append(QJsonObject{{QStringLiteral("name"), each.name}, {QStringLiteral("scale"), each.scale}, {QStringLiteral("lon"), each.lon}, {QStringLiteral("lat"), each.lat},
                            {QStringLiteral("zoom"), each.zoom}, {QStringLiteral("bearing"), each.bearing}});
  m_project.writeKept("bookmarks", QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
  emit changed();
}

void BookmarkModel::add(const QString& name) {
  if (!m_project.isOpen()) return;
  const MapCamera& camera = *m_map.camera();
  beginInsertRows({}, rowCount(), rowCount());
  m_bookmarks.append({name.trimmed().isEmpty() ? tr("Place %1").arg(rowCount() + 1) : name.trimmed(), camera.scaleText(), camera.centre().longitude(), camera.centre().latitude(),
                      camera.zoomLevel(), camera.bearing()});
  endInsertRows();
  keep();
}

void BookmarkModel::rename(int row, const QString& name) {
  if (row < 0 || row >= rowCount() || name.trimmed().isEmpty() || m_bookmarks[row].name == name.trimmed()) return;
  m_bookmarks[row].name = name.trimmed();
  emit dataChanged(index(row), index(row));
  keep();
}

void BookmarkModel::remove(int row) {
  if (row < 0 || row >= rowCount()) return;
  beginRemoveRows({}, row, row);
  m_bookmarks.removeAt(row);
  endRemoveRows();
  keep();
}

void BookmarkModel::show(int row) {
  if (row < 0 || row >= rowCount()) return;
  const Bookmark& to = m_bookmarks[row];
  m_map.lookAtLonLat(to.lon, to.lat, to.zoom, to.bearing);
}

}  // namespace pianqu::app
