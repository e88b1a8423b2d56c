#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QtQmlIntegration>

#include "app/model/figures.hpp"
#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// The districts of the plan with their figures, and which one is chosen.
class DistrictModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(QString currentUid READ currentUid WRITE setCurrentUid NOTIFY currentChanged)
  Q_PROPERTY(int currentIndex READ currentRow NOTIFY currentChanged)
  Q_PROPERTY(QString currentName READ currentName NOTIFY currentChanged)
  Q_PROPERTY(QString currentCode READ currentCode NOTIFY currentChanged)
  Q_PROPERTY(bool hasCurrent READ hasCurrent NOTIFY currentChanged)
  Q_PROPERTY(bool isCurrentPinned READ isCurrentPinned NOTIFY currentChanged)
  Q_PROPERTY(pianqu::app::FigureModel* figures READ figures CONSTANT)
  Q_PROPERTY(QString totalText READ totalText NOTIFY currentChanged)

 public:
  enum Role { UidRole = Qt::UserRole + 1, CodeRole, NameRole, PinnedRole, AreaRole, BuildingsRole, HouseholdsRole, FloorAreaRole, OldShareRole };
  explicit DistrictModel(ProjectController& project, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const;
  QString currentUid() const { return m_currentUid; }
  QString currentName() const;
  QString currentCode() const;
  bool hasCurrent() const { return currentRow() >= 0; }
  bool isCurrentPinned() const;
  FigureModel* figures() { return &m_figures; }
  QString totalText() const;
  int currentRow() const;   ///< -1: none
  void setCurrentUid(const QString& uid);
  /// Words that came from C++ in the old language are made anew.
  Q_INVOKABLE void retranslate();

  const layers::District* current() const;

 signals:
  void countChanged();
  void currentChanged();

 private:
  void reload();
  void showFigures();

  ProjectController& m_project;
  SnapshotPtr m_snapshot;
  QString m_currentUid;
  FigureModel m_figures;
};

}  // namespace pianqu::app
