#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "app/map/map_controller.hpp"

namespace pianqu::app {

/// Places that people come back to, kept in the project.
class BookmarkModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(int count READ rowCount NOTIFY changed)

 public:
  enum Role { NameRole = Qt::UserRole + 1, ScaleRole };
  BookmarkModel(ProjectController& project, MapController& map, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// What the map shows now, under this name.
  Q_INVOKABLE void add(const QString& name);
  Q_INVOKABLE void rename(int row, const QString& name);
  Q_INVOKABLE void remove(int row);
  Q_INVOKABLE void show(int row);

 signals:
  void changed();

 private:
  struct Bookmark {
    QString name, scale;
    double lon = 0, lat = 0, zoom = 0, bearing = 0;
  };
  void read(const QString& text);
  void keep();

  ProjectController& m_project;
  MapController& m_map;
  QList<Bookmark> m_bookmarks;
  std::shared_ptr<const int> m_openedAs;
};

}  // namespace pianqu::app
