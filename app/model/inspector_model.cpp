#include "app/model/inspector_model.hpp"

#include "app/model/naming.hpp"
#include "app/model/table_rows.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::app {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

bool isReference(const std::string& field) { return field.size() > 4 && field.ends_with("_uid"); }

QVariantMap choice(const QString& code, const QString& words) { return {{QStringLiteral("code"), code}, {QStringLiteral("text"), words}}; }

}  // namespace

void InspectorModel::attach(ProjectController& project, layers::FieldRanges ranges) {
  m_project = &project;
  m_ranges = std::move(ranges);
  connect(&project, &ProjectController::snapshotChanged, this, &InspectorModel::follow);
}

int InspectorModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

QVariant InspectorModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Line& line = m_lines[index.row()];
  switch (role) {
    case LabelRole: return line.label;
    case ValueRole: return line.value;
    case UnitRole: return line.unit;
    case FieldRole: return line.field;
    case RawRole: return line.raw;
    case ChoicesRole: return line.choices;
    case EditableRole: return line.isEditable;
    default: return {};
  }
}

QHash<int, QByteArray> InspectorModel::roleNames() const {
  return {{LabelRole, "label"}, {ValueRole, "value"}, {UnitRole, "unit"}, {FieldRole, "field"}, {RawRole, "raw"}, {ChoicesRole, "choices"}, {EditableRole, "isEditable"}};
}

layers::Uid InspectorModel::uid() const { return m_table < 0 ? layers::Uid() : uidAt(*m_snapshot->content, static_cast<std::size_t>(m_table), m_row); }

void InspectorModel::showFeature(SnapshotPtr snapshot, std::size_t table, std::size_t row) {
  m_snapshot = std::move(snapshot);
  m_table = static_cast<int>(table);
  m_row = row;
  m_sourceText.clear();
  m_evidence.clear();
  m_history.clear();
  reload();
  askFacts();
}

std::optional<layers::Member> InspectorModel::unit() const {
  if (!hasFeature()) return std::nullopt;
  const CityContent& content = *m_snapshot->content;
  return layers::unitNamed(content.city, *content.index, uid());
}

void InspectorModel::clear() {
  m_table = -1;
  m_snapshot.reset();
  m_history.clear();
  reload();
  emit factsChanged();
}

void InspectorModel::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  reload();
  askFacts();
}

void InspectorModel::setUnknownShown(bool isShown) {
  m_hasUnknownShown = isShown;
  reload();
}

/// An edit, undo or import made another snapshot: the same row is looked up in it.
void InspectorModel::follow() {
  if (m_table < 0 || !m_project->snapshot()) return;
  const SnapshotPtr next = m_project->snapshot();
  if (next->content == m_snapshot->content) return;
  const auto place = next->content->find(uid());
  if (!place) return clear();
  m_snapshot = next;
  m_table = static_cast<int>(place->table);
  m_row = place->row;
  reload();
  askFacts();
}

QString InspectorModel::nameOf(const std::string& uid) const {
  const auto place = m_snapshot->content->find(uid);
  return place ? titleOf(*m_snapshot->content, place->table, place->row) : QString();
}

QString InspectorModel::wordOf(const layers::Field& field, const std::string& code) const {
  if (field.type == layers::FieldType::Boolean) return code == "1" ? tr("yes") : code == "0" ? tr("no") : QString();
  if (!m_isChinese)
    for (const auto& word : layers::wordsOf(field.domain)) if (word.code == code) return text(word.en);
  return text(code);
}

InspectorModel::Line InspectorModel::lineOf(const layers::Field& field, const std::string& raw) const {
  Line line;
  line.label = headingOf(field, m_isChinese);
  line.value = isReference(field.name) ? nameOf(raw) : wordOf(field, raw);
  line.unit = unitIn(field.unit, m_isChinese);
  line.field = text(field.name);
  line.raw = text(raw);
  line.isEditable = canEdit() && !isReference(field.name);
  if (field.type == layers::FieldType::Boolean) line.choices = {choice(QString(), QStringLiteral("–")), choice(QStringLiteral("1"), tr("yes")), choice(QStringLiteral("0"), tr("no"))};
  const auto& words = layers::wordsOf(field.domain);
  if (!words.empty()) line.choices.append(choice(QString(), QStringLiteral("–")));
  bool isListed = raw.empty();
  for (const auto& word : words) {
    line.choices.append(choice(text(word.code), text(m_isChinese ? word.zh : word.en)));
    isListed = isListed || word.code == raw;
  }
  // A file may have brought a word that the dictionary does not have: it is shown, and kept until someone takes another.
  if (!words.empty() && !isListed) line.choices.append(choice(text(raw), text(raw)));
  return line;
}

void InspectorModel::reload() {
  beginResetModel();
  m_lines.clear();
  m_unknownCount = 0;
  m_title.clear();
  m_subtitle.clear();
  if (m_table >= 0) {
    const CityContent& content = *m_snapshot->content;
    const auto table = static_cast<std::size_t>(m_table);
    m_subtitle = headingOfTable(nameOfTable(content, table), m_isChinese);
    m_title = titleOf(content, table, m_row);
    if (m_title.isEmpty()) m_title = m_subtitle;
    const auto& fields = fieldsOf(content, table);
    for (std::size_t f = 1; f < fields.size(); ++f) {
      const std::string raw = layers::toText(valueAt(content, table, m_row, f));
      if (raw.empty()) ++m_unknownCount;
      if (!raw.empty() || m_hasUnknownShown) m_lines.append(lineOf(fields[f], raw));
    }
  }
  endResetModel();
  emit featureChanged();
}

}  // namespace pianqu::app
