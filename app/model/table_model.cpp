#include "app/model/table_model.hpp"

#include "app/model/naming.hpp"
#include "app/model/said.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::app {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

bool isNumber(const layers::Field& field) { return field.type == layers::FieldType::Integer || field.type == layers::FieldType::Real; }
bool isReference(const std::string& name) { return name == "uid" || name.ends_with("_uid"); }

}  // namespace

TableModel::TableModel(ProjectController& project, layers::FieldRanges ranges, QObject* parent) : QAbstractTableModel(parent), m_project(project), m_ranges(std::move(ranges)) {
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::snapshotChanged, this, &TableModel::follow);
}

TableModel::~TableModel() {
  if (m_isCancelled) *m_isCancelled = true;
  m_pool.waitForDone();
}

int TableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rowCount; }

// The first column of every table is its uid, which tells a person nothing.
int TableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_content ? 0 : static_cast<int>(fieldsOf(*m_content, m_query.table).size()) - 1;
}

const layers::Field* TableModel::fieldAt(int column) const {
  if (!m_content || column < 0 || column >= columnCount()) return nullptr;
  return &fieldsOf(*m_content, m_query.table)[static_cast<std::size_t>(column) + 1];
}

QString TableModel::shown(const layers::Field& field, const layers::Value& value) const {
  const std::string raw = layers::toText(value);
  if (raw.empty()) return {};
  if (field.type == layers::FieldType::Boolean) return raw == "1" ? tr("yes") : tr("no");
  if (isReference(field.name)) {
    const auto place = m_content->find(raw);
    if (!place) return text(raw);
    const auto& fields = fieldsOf(*m_content, place->table);
    for (const char* name : {"name", "number", "code"})
      for (std::size_t f = 0; f < fields.size(); ++f)
        if (fields[f].name == name)
          if (const std::string words = layers::toText(valueAt(*m_content, place->table, place->row, f)); !words.empty()) return text(words);
    return text(raw);
  }
  if (!m_isChinese)
    for (const auto& word : layers::wordsOf(field.domain)) if (word.code == raw) return text(word.en);
  return text(raw);
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const std::size_t row = sourceRow(index.row());
  if (role == ChosenRole) return m_chosen.contains(static_cast<std::uint32_t>(row));
  const layers::Field& field = *fieldAt(index.column());
  if (role == NumberRole) return isNumber(field);
  const layers::Value value = valueAt(*m_content, m_query.table, row, static_cast<std::size_t>(index.column()) + 1);
  if (role == UnknownRole) return layers::toText(value).empty();
  return role == TextRole || role == Qt::DisplayRole ? QVariant(shown(field, value)) : QVariant();
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole) return {};
  if (orientation == Qt::Vertical) return section + 1;
  const layers::Field* field = fieldAt(section);
  if (!field) return {};
  const QString unit = unitIn(field->unit, m_isChinese);
  const QString words = headingOf(*field, m_isChinese);
  if (unit.isEmpty()) return words;
  return m_isChinese ? words + QStringLiteral("（") + unit + QStringLiteral("）") : words + QLatin1String(" (") + unit + QLatin1Char(')');
}

bool TableModel::isNumberColumn(int column) const {
  const layers::Field* field = fieldAt(column);
  return field && isNumber(*field);
}

QHash<int, QByteArray> TableModel::roleNames() const { return {{Qt::DisplayRole, "display"}, {TextRole, "cellText"}, {ChosenRole, "isChosen"}, {NumberRole, "isNumber"}, {UnknownRole, "isUnknown"}}; }

QVariantList TableModel::tables() const {
  QVariantList list;
  for (std::size_t t = 0; m_content && t < tableCount(*m_content); ++t) {
    const std::size_t count = rowCountOf(*m_content, t);
    const auto* schema = layers::findCityTable(nameOfTable(*m_content, t));
    if (count == 0 || !schema) continue;
    list.append(QVariantMap{{QStringLiteral("table"), static_cast<int>(t)}, {QStringLiteral("name"), text(schema->name)}, {QStringLiteral("title"), headingOf(*schema, m_isChinese)},
                            {QStringLiteral("count"), text(layers::formatNumber(static_cast<double>(count), 0))}});
  }
  return list;
}

QString TableModel::countText() const {
  if (!m_content) return {};
  const auto number = [](std::size_t n) { return text(layers::formatNumber(static_cast<double>(n), 0)); };
  const std::size_t all = rowCountOf(*m_content, m_query.table);
  QString words = static_cast<std::size_t>(m_rowCount) == all ? tr("%1 rows").arg(number(all)) : tr("%1 of %2 rows").arg(number(static_cast<std::size_t>(m_rowCount)), number(all));
  if (!m_chosen.empty()) words += QStringLiteral(" · ") + tr("%1 chosen").arg(number(m_chosen.size()));
  return words;
}

void TableModel::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  emit tablesChanged();
  if (columnCount() > 0) emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (m_rowCount > 0) emit dataChanged(index(0, 0), index(m_rowCount - 1, columnCount() - 1));
  emit queryChanged();
}

void TableModel::follow() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const auto content = snapshot ? snapshot->content : nullptr;
  if (content == m_content) return;
  // The same tables with other values: what a person looks at must stay where it is.
  const bool isSame = m_content && content && rowCountOf(*m_content, m_query.table) == rowCountOf(*content, m_query.table);
  if (isSame) {
    m_content = content;
    if (m_rowCount > 0) emit dataChanged(index(0, 0), index(m_rowCount - 1, columnCount() - 1));
    return;
  }
  beginResetModel();
  if (m_isCancelled) *m_isCancelled = true;
  m_content = content;
  m_query = {};
  for (std::size_t t = 0; content && t < tableCount(*content); ++t)
    if (nameOfTable(*content, t) == "building") m_query.table = t;
  m_isPlain = true;
  m_isWorking = false;
  m_rows.clear();
  m_rowCount = content ? static_cast<int>(rowCountOf(*content, m_query.table)) : 0;
  m_chosen.clear();
  m_currentRow = m_anchor = -1;
  endResetModel();
  emit tablesChanged();
  emit tableChanged();
  emit queryChanged();
  emit chosenChanged();
}

void TableModel::setTable(int table) {
  if (!m_content || table < 0 || static_cast<std::size_t>(table) >= tableCount(*m_content) || static_cast<std::size_t>(table) == m_query.table) return;
  beginResetModel();
  if (m_isCancelled) *m_isCancelled = true;
  m_query = {.table = static_cast<std::size_t>(table)};
  m_isPlain = true;
  m_isWorking = false;
  m_problem.clear();
  m_rowCount = static_cast<int>(rowCountOf(*m_content, m_query.table));
  m_chosen.clear();
  m_currentRow = m_anchor = -1;
  endResetModel();
  emit tableChanged();
  emit queryChanged();
  emit chosenChanged();
}

void TableModel::setFilter(const QString& filter) {
  if (filter.trimmed().toStdString() == m_query.filter) return;
  m_query.filter = filter.trimmed().toStdString();
  ask();
}

void TableModel::sortBy(int column) {
  const int own = column + 1;
  if (m_query.sortColumn != own) m_query.isDescending = false;
  else if (!m_query.isDescending) m_query.isDescending = true;
  m_query.sortColumn = m_query.sortColumn == own && !m_query.isDescending ? -1 : own;
  ask();
}

void TableModel::sortAs(int column, bool isDescending) {
  m_query.sortColumn = column + 1;
  m_query.isDescending = isDescending;
  ask();
}

QString TableModel::fieldName(int column) const {
  const layers::Field* field = fieldAt(column);
  return field ? text(field->name) : QString();
}

void TableModel::ask() {
  if (m_isCancelled) *m_isCancelled = true;
  if (!m_content) return;
  m_isCancelled = std::make_shared<std::atomic<bool>>(false);
  m_isWorking = true;
  emit queryChanged();
  m_pool.start([this, content = m_content, query = m_query, flag = m_isCancelled] {
    auto rows = rowsOf(*content, query, *flag);
    QMetaObject::invokeMethod(this, [this, flag, rows = std::move(rows)]() mutable {
      if (*flag) return;
      m_isWorking = false;
      m_problem = rows ? QString() : said(rows.error().text) + QLatin1Char(' ') + said(rows.error().hint);
      if (rows && *rows) accept(std::move(**rows));
      emit queryChanged();
    }, Qt::QueuedConnection);
  });
}

void TableModel::accept(std::vector<std::uint32_t> rows) {
  beginResetModel();
  m_isPlain = false;
  m_rows = std::move(rows);
  m_rowCount = static_cast<int>(m_rows.size());
  m_currentRow = m_anchor = -1;
  endResetModel();
  emit chosenChanged();
}

}  // namespace pianqu::app
