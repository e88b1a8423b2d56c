#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "layers/ledger/ledger.hpp"

namespace pianqu::app {

/// One number of the ledger as shown: words, number, unit.
struct Figure {
  QString label, value, unit;
};

/// The figures of a set of features in the order in which the window shows them; numbers and rounding are the ledger's.
QList<Figure> figuresOf(const layers::Summary& summary, bool hasBoundary);

/// A list of figures for a panel.
class FigureModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by controllers")

 public:
  enum Role { LabelRole = Qt::UserRole + 1, ValueRole, UnitRole };
  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  void setFigures(QList<Figure> figures);

 private:
  QList<Figure> m_figures;
};

}  // namespace pianqu::app
