#pragma once

#include <QAbstractTableModel>
#include <QThreadPool>
#include <QtQmlIntegration>
#include <unordered_set>

#include "app/model/project_controller.hpp"
#include "app/model/table_rows.hpp"
#include "layers/project/field_values.hpp"

namespace pianqu::app {

/// One table of the city, shown row by row from memory: opening copies nothing, sorting and filtering happen in a worker. Edits go to the
/// project and come back with its next snapshot; what is chosen here is chosen on the map.
class TableModel : public QAbstractTableModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(QVariantList tables READ tables NOTIFY tablesChanged)
  Q_PROPERTY(int table READ table WRITE setTable NOTIFY tableChanged)
  Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY queryChanged)
  Q_PROPERTY(int sortColumn READ sortColumn NOTIFY queryChanged)
  Q_PROPERTY(bool isDescending READ isDescending NOTIFY queryChanged)
  Q_PROPERTY(bool isWorking READ isWorking NOTIFY queryChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY queryChanged)
  Q_PROPERTY(QString countText READ countText NOTIFY queryChanged)
  Q_PROPERTY(int chosenCount READ chosenCount NOTIFY chosenChanged)
  Q_PROPERTY(int currentRow READ currentRow NOTIFY chosenChanged)

 public:
  enum Role { TextRole = Qt::UserRole + 1, ChosenRole, NumberRole, UnknownRole };
  TableModel(ProjectController& project, layers::FieldRanges ranges, QObject* parent = nullptr);
  ~TableModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// [{table, name, title, count}] of the tables that have rows.
  QVariantList tables() const;
  int table() const { return static_cast<int>(m_query.table); }
  void setTable(int table);
  QString filter() const { return QString::fromStdString(m_query.filter); }
  void setFilter(const QString& filter);
  int sortColumn() const { return m_query.sortColumn; }
  bool isDescending() const { return m_query.isDescending; }
  bool isWorking() const { return m_isWorking; }
  QString problem() const { return m_problem; }
  QString countText() const;
  int chosenCount() const { return static_cast<int>(m_chosen.size()); }
  int currentRow() const { return m_currentRow; }
  void setChinese(bool isChinese);

  /// First ascending, then descending, then as stored.
  Q_INVOKABLE void sortBy(int column);
  Q_INVOKABLE void sortAs(int column, bool isDescending);
  Q_INVOKABLE QString fieldName(int column) const;
  /// With `isExtended` up to here from the last click; with `isAdded` this one more or less.
  Q_INVOKABLE void choose(int row, bool isAdded, bool isExtended);
  Q_INVOKABLE void chooseAll();
  Q_INVOKABLE void clearChosen();
  Q_INVOKABLE bool canEdit(int column) const;
  /// The words that this field takes, as [{code, text}]; empty when any text goes.
  Q_INVOKABLE QVariantList choicesOf(int column) const;
  Q_INVOKABLE QString textAt(int row, int column) const;
  /// The value of one cell, or of the column in all chosen rows when this row is one of them. False, with a problem raised, for a value that does not fit.
  Q_INVOKABLE bool edit(int row, int column, const QString& text);
  /// Chosen rows with headings, as a spreadsheet takes them from the clipboard.
  Q_INVOKABLE QString chosenText() const;
  Q_INVOKABLE void copyChosen() const;
  Q_INVOKABLE bool isNumberColumn(int column) const;
  Q_INVOKABLE int widthOf(int column) const;   ///< pixels at the body size, from heading and first rows

  /// Shows what is chosen elsewhere; nothing is sent back.
  void showChosen(const std::string& table, const std::vector<std::size_t>& rows);
  std::string tableName() const;
  std::vector<std::size_t> chosenRows() const;   ///< of the table as stored, ascending
  std::vector<layers::Uid> chosenUids() const;
  Q_INVOKABLE void showTable(const QString& name);
  /// The condition that this cell's value fulfils, as the filter takes it.
  Q_INVOKABLE QString conditionAt(int row, int column) const;
  Q_INVOKABLE void copyCell(int row, int column) const;

 signals:
  void tablesChanged();
  void tableChanged();
  void queryChanged();
  void chosenChanged();
  /// The person chose these here; the map shows them.
  void chosenByHand();

 private:
  void follow();
  void ask();
  void accept(std::vector<std::uint32_t> rows);
  const layers::Field* fieldAt(int column) const;
  std::size_t sourceRow(int row) const { return m_isPlain ? static_cast<std::size_t>(row) : m_rows[static_cast<std::size_t>(row)]; }
  QString shown(const layers::Field& field, const layers::Value& value) const;
  void emitChosen();

  ProjectController& m_project;
  layers::FieldRanges m_ranges;
  std::shared_ptr<const CityContent> m_content;
  TableQuery m_query;
  bool m_isPlain = true;                     ///< all rows as stored: m_rows is not needed
  std::vector<std::uint32_t> m_rows;
  int m_rowCount = 0;
  std::unordered_set<std::uint32_t> m_chosen;  ///< source rows
  int m_currentRow = -1, m_anchor = -1;
  bool m_isChinese = true, m_isWorking = false;
  QString m_problem;
  QThreadPool m_pool;
  std::shared_ptr<std::atomic<bool>> m_isCancelled;
};

}  // namespace pianqu::app
