#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

#include "app/model/said.hpp"
#include "app/model/table_model.hpp"

namespace pianqu::app {
namespace {

constexpr int kWidthRows = 60, kLeastWidth = 64, kMostWidth = 260, kLatinPx = 8, kWidePx = 14, kMarginPx = 26;

int widthIn(const QString& text) {
  int width = 0;
  for (const QChar c : text) width += c.unicode() < 0x2E80 ? kLatinPx : kWidePx;
  return width;
}

}  // namespace

void TableModel::emitChosen() {
  if (m_rowCount > 0) emit dataChanged(index(0, 0), index(m_rowCount - 1, columnCount() - 1), {ChosenRole});
  emit chosenChanged();
  emit queryChanged();
}

void TableModel::choose(int row, bool isAdded, bool isExtended) {
  if (row < 0 || row >= m_rowCount) return;
  const auto source = [this](int r) { return static_cast<std::uint32_t>(sourceRow(r)); };
  if (!isAdded) m_chosen.clear();
  if (isExtended && m_anchor >= 0 && m_anchor < m_rowCount) {
    for (int r = std::min(row, m_anchor); r <= std::max(row, m_anchor); ++r) m_chosen.insert(source(r));
  } else {
    if (isAdded && m_chosen.contains(source(row))) m_chosen.erase(source(row));
    else m_chosen.insert(source(row));
    m_anchor = row;
  }
  m_currentRow = row;
  emitChosen();
  emit chosenByHand();
}

void TableModel::chooseAll() {
  m_chosen.clear();
  for (int row = 0; row < m_rowCount; ++row) m_chosen.insert(static_cast<std::uint32_t>(sourceRow(row)));
  emitChosen();
  emit chosenByHand();
}

void TableModel::clearChosen() {
  m_chosen.clear();
  m_currentRow = m_anchor = -1;
  emitChosen();
  emit chosenByHand();
}

void TableModel::showChosen(const std::string& table, const std::vector<std::size_t>& rows) {
  const auto at = m_content ? m_content->rows.tableOf(table) : std::nullopt;
  if (!at || (*at == m_query.table && rows == chosenRows())) return;
  if (*at != m_query.table && rows.empty()) return;
  if (*at != m_query.table) setTable(static_cast<int>(*at));
  m_chosen.clear();
  for (const std::size_t row : rows) m_chosen.insert(static_cast<std::uint32_t>(row));
  m_currentRow = -1;
  if (!rows.empty()) {
    m_currentRow = static_cast<int>(rows.front());
    if (!m_isPlain) {
      const auto found = std::find(m_rows.begin(), m_rows.end(), static_cast<std::uint32_t>(rows.front()));
      m_currentRow = found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }
  }
  m_anchor = m_currentRow;
  emitChosen();
}

std::string TableModel::tableName() const { return m_content ? nameOfTable(*m_content, m_query.table) : std::string(); }

std::vector<std::size_t> TableModel::chosenRows() const {
  std::vector<std::size_t> rows(m_chosen.begin(), m_chosen.end());
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<layers::Uid> TableModel::chosenUids() const {
  std::vector<layers::Uid> uids;
  for (const std::size_t row : chosenRows()) uids.push_back(uidAt(*m_content, m_query.table, row));
  return uids;
}

void TableModel::showTable(const QString& name) {
  if (const auto at = m_content ? m_content->rows.tableOf(name.toStdString()) : std::nullopt) setTable(static_cast<int>(*at));
}

QString TableModel::conditionAt(int row, int column) const {
  const layers::Field* field = fieldAt(column);
  if (!field || row < 0 || row >= m_rowCount) return {};
  const QString name = QString::fromStdString(field->name);
  QString value = QString::fromStdString(layers::toText(valueAt(*m_content, m_query.table, sourceRow(row), static_cast<std::size_t>(column) + 1)));
  if (value.isEmpty()) return name + QStringLiteral(" is null");
  return name + QStringLiteral(" = '") + value.replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

void TableModel::copyCell(int row, int column) const { QGuiApplication::clipboard()->setText(textAt(row, column)); }

bool TableModel::canEdit(int column) const {
  const layers::Field* field = fieldAt(column);
  return field && m_project.canEdit() && !field->name.ends_with("_uid");
}

QVariantList TableModel::choicesOf(int column) const {
  QVariantList choices;
  const layers::Field* field = fieldAt(column);
  if (!field) return choices;
  const auto add = [&](const QString& code, const QString& words) { choices.append(QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("text"), words}}); };
  if (field->type == layers::FieldType::Boolean) {
    add(QStringLiteral("1"), tr("yes"));
    add(QStringLiteral("0"), tr("no"));
  }
  for (const auto& word : layers::wordsOf(field->domain)) add(QString::fromStdString(word.code), QString::fromStdString(m_isChinese ? word.zh : word.en));
  return choices;
}

QString TableModel::textAt(int row, int column) const {
  if (row < 0 || row >= m_rowCount || !fieldAt(column)) return {};
  return QString::fromStdString(layers::toText(valueAt(*m_content, m_query.table, sourceRow(row), static_cast<std::size_t>(column) + 1)));
}

bool TableModel::edit(int row, int column, const QString& typed) {
  if (row < 0 || row >= m_rowCount || !canEdit(column)) return false;
  const layers::Field& field = *fieldAt(column);
  const std::string& table = nameOfTable(*m_content, m_query.table);
  const auto value = layers::parseValue(table, field, typed.toStdString(), m_ranges);
  if (!value) {
    emit m_project.problemRaised(said(value.error().text), said(value.error().hint));
    return false;
  }
  const auto source = static_cast<std::uint32_t>(sourceRow(row));
  m_project.editValues(table, m_chosen.contains(source) ? chosenUids() : std::vector{uidAt(*m_content, m_query.table, source)}, field, *value);
  return true;
}

QString TableModel::chosenText() const {
  QStringList lines;
  QStringList cells;
  for (int column = 0; column < columnCount(); ++column) cells.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
  lines.append(cells.join(QLatin1Char('\t')));
  for (int row = 0; row < m_rowCount; ++row) {
    if (!m_chosen.contains(static_cast<std::uint32_t>(sourceRow(row)))) continue;
    cells.clear();
    for (int column = 0; column < columnCount(); ++column) {
      QString cell = data(index(row, column), TextRole).toString();
      cells.append(cell.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    }
    lines.append(cells.join(QLatin1Char('\t')));
  }
  return lines.join(QLatin1Char('\n'));
}

void TableModel::copyChosen() const { QGuiApplication::clipboard()->setText(chosenText()); }

int TableModel::widthOf(int column) const {
  if (!fieldAt(column)) return kLeastWidth;   // a view may ask for a column of the table before
  int width = widthIn(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + kMarginPx / 2;
  for (int row = 0; row < std::min(m_rowCount, kWidthRows); ++row) width = std::max(width, widthIn(data(index(row, column), TextRole).toString()));
  return std::clamp(width + kMarginPx, kLeastWidth, kMostWidth);
}

}  // namespace pianqu::app
