#include "app/model/recent_projects.hpp"

#include <QFileInfo>
#include <QSettings>

namespace pianqu::app {
namespace {
constexpr int kKept = 8;
}

RecentProjects::RecentProjects(QObject* parent) : QAbstractListModel(parent) {
  QSettings settings;
  const int size = settings.beginReadArray(QStringLiteral("recent"));
  for (int i = 0; i < size; ++i) {
    settings.setArrayIndex(i);
    const Entry entry{settings.value(QStringLiteral("path")).toString(), settings.value(QStringLiteral("name")).toString()};
    if (QFileInfo::exists(entry.path)) m_entries.append(entry);
  }
}

int RecentProjects::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RecentProjects::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Entry& entry = m_entries[index.row()];
  switch (role) {
    case PathRole: return entry.path;
    case TitleRole: return entry.name.isEmpty() ? QFileInfo(entry.path).completeBaseName() : entry.name;
    case FolderRole: return QFileInfo(entry.path).absoluteFilePath();
    default: return {};
  }
}

QHash<int, QByteArray> RecentProjects::roleNames() const { return {{PathRole, "path"}, {TitleRole, "title"}, {FolderRole, "folder"}}; }

void RecentProjects::add(const QString& path, const QString& name) {
  const QString absolute = QFileInfo(path).absoluteFilePath();
  beginResetModel();
  m_entries.removeIf([&](const Entry& entry) { return entry.path == absolute; });
  m_entries.prepend({absolute, name});
  if (m_entries.size() > kKept) m_entries.resize(kKept);
  endResetModel();
  emit countChanged();
  save();
}

void RecentProjects::save() const {
  QSettings settings;
  settings.beginWriteArray(QStringLiteral("recent"), count());
  for (int i = 0; i < count(); ++i) {
    settings.setArrayIndex(i);
    settings.setValue(QStringLiteral("path"), m_entries[i].path);
    settings.setValue(QStringLiteral("name"), m_entries[i].name);
  }
  settings.endArray();
}

}  // namespace pianqu::app
