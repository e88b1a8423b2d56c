#include "app/model/ledger_table_model.hpp"

#include "app/model/naming.hpp"

namespace pianqu::app {

int LedgerTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size()); }

QVariant LedgerTableModel::data(const QModelIndex& index, int role) const {
  if (role != CellsRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  QStringList cells;
  for (std::size_t column = 0; column < m_table.columns.size(); ++column) cells.append(QString::fromStdString(m_table.text(static_cast<std::size_t>(index.row()), column)));
  return cells;
}

QStringList LedgerTableModel::headings() const {
  QStringList headings;
  for (const auto& column : m_table.columns) {
    const QString unit = unitIn(column.unit, m_isChinese);
    headings.append(headingOf(column, m_isChinese) + (unit.isEmpty() ? QString() : (m_isChinese ? QStringLiteral("（%1）") : QStringLiteral(" (%1)")).arg(unit)));
  }
  return headings;
}

QList<bool> LedgerTableModel::numeric() const {
  QList<bool> numeric;
  for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
    bool isNumeric = false;
    for (const auto& row : m_table.rows) isNumeric = isNumeric || std::holds_alternative<double>(row[column]) || std::holds_alternative<std::int64_t>(row[column]);
    numeric.append(isNumeric);
  }
  return numeric;
}

void LedgerTableModel::setTable(layers::LedgerTable table) {
  beginResetModel();
  m_table = std::move(table);
  endResetModel();
  emit changed();
}

void LedgerTableModel::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  emit changed();
}

}  // namespace pianqu::app
