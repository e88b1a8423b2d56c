#pragma once

#include <QAbstractListModel>
#include <QThreadPool>
#include <QtQmlIntegration>

#include "app/map/map_controller.hpp"
#include "layers/plan/find.hpp"

namespace pianqu::app {

/// What is found for the text that a person types: names, codes, pinyin initials, coordinates. The index is made in a worker when it is first needed.
class SearchModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
  Q_PROPERTY(int count READ rowCount NOTIFY changed)
  Q_PROPERTY(bool isPreparing READ isPreparing NOTIFY changed)

 public:
  enum Role { NameRole = Qt::UserRole + 1, DetailRole, KindRole };
  SearchModel(ProjectController& project, MapController& map, QString dataFolder, QObject* parent = nullptr);
  ~SearchModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  QString text() const { return m_text; }
  void setText(const QString& text);
  bool isPreparing() const { return m_isPreparing; }
  /// Goes there.
  Q_INVOKABLE void show(int row);
  void setChinese(bool isChinese);

 signals:
  void changed();

 private:
  /// The index with what it points into.
  struct Index;
  void prepare();
  void search();

  ProjectController& m_project;
  MapController& m_map;
  QString m_dataFolder, m_text;
  std::shared_ptr<const Index> m_index;
  std::vector<layers::Found> m_found;
  bool m_isPreparing = false, m_isChinese = true;
  QThreadPool m_pool;
};

}  // namespace pianqu::app
