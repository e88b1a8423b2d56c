#include <QJsonDocument>
#include <QJsonObject>

#include "app/model/inspector_model.hpp"
#include "app/model/said.hpp"
#include "app/model/table_rows.hpp"
#include "layers/feature/city_schema.hpp"

namespace pianqu::app {
namespace {

constexpr int kShownEntries = 50;

QString text(const std::string& value) { return QString::fromStdString(value); }

QString shown(const QJsonValue& value) { return value.isNull() || value.isUndefined() ? QStringLiteral("–") : value.isString() ? value.toString() : value.toVariant().toString(); }

}  // namespace

QVariantList InspectorModel::evidenceChoices() const {
  QVariantList choices{QVariantMap{{QStringLiteral("code"), QString()}, {QStringLiteral("text"), QStringLiteral("–")}}};
  for (const auto& grade : layers::evidenceGrades())
    choices.append(QVariantMap{{QStringLiteral("code"), text(grade.code)}, {QStringLiteral("text"), text(m_isChinese ? grade.zh : grade.en)}});
  return choices;
}

void InspectorModel::askFacts() {
  if (!m_project || m_table < 0) return;
  const layers::Uid asked = uid();
  m_project->readFacts(nameOfTable(*m_snapshot->content, static_cast<std::size_t>(m_table)), asked, [this, asked](const layers::Project::RowFacts& facts) {
    if (hasFeature() && uid() == asked) showFacts(facts);
  });
}

void InspectorModel::showFacts(const layers::Project::RowFacts& facts) {
  m_sourceText.clear();
  if (facts.source) {
    const QString file = text(facts.source->path).section(QLatin1Char('/'), -1);
    m_sourceText = facts.sourceRow.empty() ? file : tr("%1, row %2").arg(file, text(facts.sourceRow));
    m_sourceText += QLatin1String(" · ") + text(facts.source->importedAt).left(10);
  }
  m_evidence = text(facts.evidence);
  m_history.clear();
  const auto* schema = layers::findCityTable(nameOfTable(*m_snapshot->content, static_cast<std::size_t>(m_table)));
  for (auto entry = facts.history.rbegin(); entry != facts.history.rend() && m_history.size() < kShownEntries; ++entry) {
    const QJsonObject before = QJsonDocument::fromJson(QByteArray::fromStdString(entry->before)).object();
    const QJsonObject after = QJsonDocument::fromJson(QByteArray::fromStdString(entry->after)).object();
    QStringList changes;
    for (const QString& key : after.keys()) {
      const layers::Field* field = schema ? schema->find(key.toStdString()) : nullptr;
      const QString label = field ? text(m_isChinese ? field->zh : field->en) : key == QLatin1String("evidence") ? tr("evidence grade") : key;
      changes.append(QStringLiteral("%1 %2 → %3").arg(label, shown(before.value(key)), shown(after.value(key))));
    }
    m_history.append(QStringLiteral("%1 %2: %3").arg(text(entry->at).left(16).replace(QLatin1Char('T'), QLatin1Char(' ')), text(entry->by), changes.join(QStringLiteral(", "))));
  }
  emit factsChanged();
}

bool InspectorModel::edit(const QString& name, const QString& typed) {
  if (!canEdit()) return false;
  const CityContent& content = *m_snapshot->content;
  const auto table = static_cast<std::size_t>(m_table);
  layers::Field field{name.toStdString()};
  if (name == QLatin1String("evidence")) field.zh = "证据等级";
  for (const auto& own : fieldsOf(content, table)) if (own.name == field.name) field = own;
  const auto value = layers::parseValue(nameOfTable(content, table), field, typed.toStdString(), m_ranges);
  if (!value) {
    emit m_project->problemRaised(said(value.error().text), said(value.error().hint));
    reload();  // the form shows again what is stored
    return false;
  }
  m_project->editValues(nameOfTable(content, table), {uid()}, field, *value);
  if (name == QLatin1String("evidence")) askFacts();
  return true;
}

}  // namespace pianqu::app
