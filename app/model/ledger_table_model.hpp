#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include "layers/ledger/ledger.hpp"

namespace pianqu::app {

/// A table of the ledger for a list: each row its texts, headings in the language of the window.
class LedgerTableModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by controllers")
  Q_PROPERTY(QStringList headings READ headings NOTIFY changed)
  Q_PROPERTY(QList<bool> numeric READ numeric NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)

 public:
  enum Role { CellsRole = Qt::UserRole + 1 };
  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override { return {{CellsRole, "cells"}}; }
  QStringList headings() const;
  QList<bool> numeric() const;   ///< one a column: its numbers stand to the right
  int count() const { return rowCount(); }
  void setTable(layers::LedgerTable table);
  void setChinese(bool isChinese);

 signals:
  void changed();

 private:
  layers::LedgerTable m_table;
  bool m_isChinese = true;
};

}  // namespace pianqu::app
