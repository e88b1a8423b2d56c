#pragma once

#include <QAbstractListModel>
#include <QThreadPool>
#include <QtQmlIntegration>
#include <array>
#include <atomic>

#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// Everything that is wrong, from wherever it was found, each with a place to look at. The rules of the plan are checked anew after every edit.
class ProblemModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(int count READ rowCount NOTIFY changed)
  Q_PROPERTY(int totalCount READ totalCount NOTIFY changed)
  Q_PROPERTY(int origin READ origin WRITE setOrigin NOTIFY changed)
  Q_PROPERTY(QVariantList origins READ origins NOTIFY changed)
  Q_PROPERTY(bool isChecking READ isChecking NOTIFY changed)

 public:
  enum Origin { All = -1, Rules, Leftovers, Drainage, Import, Merge };
  Q_ENUM(Origin)
  enum Role { SeverityRole = Qt::UserRole + 1, TextRole, CodeRole, OriginRole, HasPlaceRole };
  ProblemModel(ProjectController& project, QString dataFolder, QObject* parent = nullptr);
  ~ProblemModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int totalCount() const;
  int origin() const { return m_origin; }
  void setOrigin(int origin);
  /// [{origin, title, count}], first all.
  QVariantList origins() const;
  bool isChecking() const { return m_isChecking; }
  /// Replaces what is known from there. `where` of a problem: a feature by uid, or x and y in the project CRS.
  void setProblems(Origin origin, geo::Problems problems);
  Q_INVOKABLE void show(int row);
  Q_INVOKABLE void copy(int row) const;
  Q_INVOKABLE void copyAll() const;
  void retranslate() {
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
  }

 signals:
  void changed();
  void placeWanted(const layers::Uid& uid, std::optional<geo::XY> place);

 private:
  static constexpr int kOrigins = 5;
  static QString titleOf(int origin);
  void follow();
  void gather();

  ProjectController& m_project;
  QString m_dataFolder;
  std::array<geo::Problems, kOrigins> m_problems;
  std::vector<std::pair<int, std::size_t>> m_shown;
  int m_origin = All;
  bool m_isChecking = false;
  std::shared_ptr<const int> m_openedAs;
  std::shared_ptr<std::atomic<bool>> m_isStale;
  QThreadPool m_pool;
};

}  // namespace pianqu::app
