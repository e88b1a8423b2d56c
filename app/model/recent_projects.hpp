#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

namespace pianqu::app {

/// The projects that were opened last, newest first, from the user's settings.
class RecentProjects : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the project controller")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role { PathRole = Qt::UserRole + 1, TitleRole, FolderRole };
  explicit RecentProjects(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_entries.size()); }

  void add(const QString& path, const QString& name);

 signals:
  void countChanged();

 private:
  struct Entry {
    QString path, name;
  };
  void save() const;
  QList<Entry> m_entries;
};

}  // namespace pianqu::app
