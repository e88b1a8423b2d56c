#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "layers/ledger/live.hpp"

namespace pianqu::app {

/// The live ledger: one row a figure, now and after the stroke, with how it stands against its threshold.
class StrokeModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the edit controller")
  Q_PROPERTY(bool hasAfter READ hasAfter NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString othersText READ othersText NOTIFY changed)

 public:
  /// As layers::Standing.
  enum class Standing { Met, Below, Above, Unknown };
  Q_ENUM(Standing)
  enum Role { LabelRole = Qt::UserRole + 1, BeforeRole, AfterRole, UnitRole, StandingRole, BoundRole, ChangedRole };
  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  bool hasAfter() const { return m_hasAfter; }
  QString title() const { return m_title; }
  QString othersText() const { return m_others; }

  void clear();
  /// Figures of one district or area as it is; `after`: what it would be.
  void show(const QString& title, const layers::LiveFigures& now, const std::optional<layers::LiveFigures>& after, const layers::DistrictThresholds* thresholds);
  /// What the same stroke does to other districts: "PQ02: −3 buildings, −72 households".
  void setOthers(const QString& others);

 signals:
  void changed();

 private:
  struct Row {
    QString label, before, after, unit, bound;
    int standing = -1;        ///< -1: no threshold
  };
  static Row rowOf(const QString& label, const QString& unit, const QString& before, const QString& after);
  QList<Row> m_rows;
  QString m_title, m_others;
  bool m_hasAfter = false;
};

/// "PQ02 −3 buildings −72 households" for every change but the first.
QString othersOf(const layers::Plan& plan, const std::vector<layers::LiveChange>& changes);

}  // namespace pianqu::app
