#include "app/model/inspector_model.hpp"

#include "layers/plan/units.hpp"

#include "layers/feature/city_schema.hpp"

namespace pianqu::app {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

bool isReference(const std::string& field) { return field.size() > 4 && field.ends_with("_uid"); }

/// What a person calls the row: its name, else its number, else its code.
QString titleOf(const layers::FeatureTable& table, std::size_t row) {
  for (const char* field : {"name", "number", "code", "kind"})
    if (const auto column = table.columnOf(field)) {
      const std::string value = layers::toText(table.columns[*column][row]);
      if (!value.empty()) return text(value);
    }
  return {};
}

}  // namespace

int InspectorModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

QVariant InspectorModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Line& line = m_lines[index.row()];
  return role == LabelRole ? line.label : role == ValueRole ? line.value : role == UnitRole ? line.unit : QVariant();
}

QHash<int, QByteArray> InspectorModel::roleNames() const { return {{LabelRole, "label"}, {ValueRole, "value"}, {UnitRole, "unit"}}; }

void InspectorModel::showFeature(SnapshotPtr snapshot, std::size_t table, std::size_t row) {
  m_snapshot = std::move(snapshot);
  m_table = static_cast<int>(table);
  m_row = row;
  reload();
}

std::optional<layers::Member> InspectorModel::unit() const {
  if (!hasFeature()) return std::nullopt;
  const auto& table = m_snapshot->content->tables[static_cast<std::size_t>(m_table)];
  const auto column = table.columnOf("uid");
  const auto* uid = column ? std::get_if<std::string>(&table.columns[*column][m_row]) : nullptr;
  if (!uid) return std::nullopt;
  if (table.name == "estate") return layers::Member{layers::TargetKind::Estate, *uid, {}, {}};
  const auto building = table.name == "building" ? m_snapshot->content->index->building(*uid) : std::nullopt;
  if (!building) return std::nullopt;
  return layers::unitOf(*m_snapshot->content->index, m_snapshot->content->city.buildings[*building]);
}

void InspectorModel::clear() {
  m_table = -1;
  m_snapshot.reset();
  reload();
}

void InspectorModel::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  reload();
}

QString InspectorModel::nameOf(const std::string& uid) const {
  const auto place = m_snapshot->content->find(uid);
  return place ? titleOf(m_snapshot->content->tables[place->table], place->row) : QString();
}

void InspectorModel::reload() {
  beginResetModel();
  m_lines.clear();
  m_unknownCount = 0;
  m_title.clear();
  m_subtitle.clear();
  if (m_table >= 0) {
    const auto& table = m_snapshot->content->tables[static_cast<std::size_t>(m_table)];
    const auto* schema = layers::findCityTable(table.name);
    m_subtitle = schema ? text(m_isChinese ? schema->zh : schema->en) : text(table.name);
    m_title = titleOf(table, m_row);
    if (m_title.isEmpty()) m_title = m_subtitle;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
      const layers::Field& field = table.fields[i];
      if (field.name == "uid") continue;
      const std::string raw = layers::toText(table.columns[i][m_row]);
      if (raw.empty()) {
        ++m_unknownCount;
        continue;
      }
      QString value = text(raw);
      if (isReference(field.name)) value = nameOf(raw);
      if (field.type == layers::FieldType::Boolean) value = raw == "1" ? tr("yes") : tr("no");
      m_lines.append({text(m_isChinese ? field.zh : field.en), value, field.unit == "m2" ? QStringLiteral("m²") : text(field.unit)});
    }
  }
  endResetModel();
  emit featureChanged();
}

}  // namespace pianqu::app
