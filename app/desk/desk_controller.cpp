#include "app/desk/desk_controller.hpp"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QStringList>
#include <algorithm>
#include <string_view>

#include "app/model/said.hpp"
#include "layers/catalogue/measures.hpp"
#include "layers/catalogue/rows.hpp"

namespace pianqu::app {
namespace {

constexpr int kFirstZone = 25, kLastZone = 45;   // CGCS2000, 3 degrees: EPSG:4513 (zone 25) .. 4533; without zone number EPSG:4534 (CM 75E) .. 4554
constexpr int kFirstWithoutNumber = 4534;

constexpr int kMeasuresNamed = 5;                // of those that a fund source may pay for

/// Of the rule's unit in one of the unit that a person reads: square metres in a hectare.
double perUnitOf(const layers::ProfileRule& rule) { return std::string_view(rule.key) == "district.min-area" ? 10000 : 1; }

}  // namespace

DeskController::DeskController(ProjectController& project, QString dataFolder, QObject* parent)
    : QObject(parent), m_project(project), m_dataFolder(std::move(dataFolder)) {
  connect(&project, &ProjectController::snapshotChanged, this, &DeskController::profileChanged);
}

QVariantList DeskController::crsChoices() const {
  QVariantList choices;
  for (int zone = kFirstZone; zone <= kLastZone; ++zone)
    choices.append(QVariantMap{{QStringLiteral("text"), QStringLiteral("CGCS2000 / 3°  CM %1°E  (EPSG:%2)").arg(zone * 3).arg(kFirstWithoutNumber + zone - kFirstZone)},
                               {QStringLiteral("crs"), QStringLiteral("EPSG:%1").arg(kFirstWithoutNumber + zone - kFirstZone)}});
  return choices;
}

QVariantList DeskController::fundSources() const {
  const auto sources = layers::readFundSources(m_dataFolder.toStdString());
  const auto measures = layers::MeasureCatalogue::read(m_dataFolder.toStdString());
  QVariantList list;
  if (!sources || !measures) return list;
  const auto shortened = [](const QStringList& names, const QString& separator) {
    const QString first = names.mid(0, kMeasuresNamed).join(separator);
    return names.size() > kMeasuresNamed ? first + QStringLiteral(" … (%1)").arg(names.size()) : first;
  };
  for (const auto& source : *sources) {
    if (source.parent.empty()) continue;  // all funds together are no source
    QStringList zh, en;
    for (const auto& kind : measures->all()) {
      if (!layers::mayPay(*sources, source.code, kind.fundableCodes)) continue;
      zh.append(QString::fromStdString(kind.nameZh));
      en.append(QString::fromStdString(kind.nameEn));
    }
    list.append(QVariantMap{{QStringLiteral("code"), QString::fromStdString(source.code)}, {QStringLiteral("zh"), QString::fromStdString(source.zh)}, {QStringLiteral("en"), QString::fromStdString(source.en)},
                            {QStringLiteral("paysZh"), shortened(zh, QStringLiteral("、"))}, {QStringLiteral("paysEn"), shortened(en, QStringLiteral(", "))}});
  }
  return list;
}

QVariantMap DeskController::fieldsOf(const layers::CityProfile& profile) const {
  const auto book = layers::RuleBook::read(m_dataFolder.toStdString(), profile);
  QVariantMap fields;
  if (!book) return fields;
  for (const layers::ProfileRule& rule : layers::profileRules()) {
    const auto row = book->find(rule.key);
    if (row) fields.insert(QLatin1String(rule.name), QString::number(row->value / perUnitOf(rule), 'f', QLocale::FloatingPointShortest));
  }
  QStringList codes;
  for (const auto& code : profile.fundCodes) codes.append(QString::fromStdString(code));
  fields.insert(QStringLiteral("fundCodes"), codes);
  return fields;
}

std::optional<layers::CityProfile> DeskController::profileOf(const QVariantMap& fields) const {
  layers::CityProfile profile;
  const auto book = layers::RuleBook::read(m_dataFolder.toStdString());
  for (const layers::ProfileRule& rule : layers::profileRules()) {
    const QString text = fields.value(QLatin1String(rule.name)).toString().trimmed();
    if (text.isEmpty()) continue;
    bool isNumber = false;
    const double value = text.toDouble(&isNumber) * perUnitOf(rule);
    if (!isNumber) {
      emit m_project.problemRaised(tr("“%1” is no number.").arg(text), tr("An empty field takes the catalogue's value."));
      return std::nullopt;
    }
    const auto row = book ? book->find(rule.key) : geo::Result<layers::Rule>(geo::fail(book));
    if (!row || row->value != value) profile.rules[rule.key] = value;
  }
  for (const QString& code : fields.value(QStringLiteral("fundCodes")).toStringList()) profile.fundCodes.push_back(code.toStdString());
  std::sort(profile.fundCodes.begin(), profile.fundCodes.end());
  if (const auto checked = layers::checkProfile(profile, m_dataFolder.toStdString()); !checked) {
    m_project.raise(checked.error());
    return std::nullopt;
  }
  return profile;
}

QVariantMap DeskController::defaultProfile() const { return fieldsOf({}); }

QVariantMap DeskController::profile() const { return fieldsOf(m_project.isOpen() ? m_project.snapshot()->profile : layers::CityProfile{}); }

bool DeskController::setProfile(const QVariantMap& fields) {
  const auto profile = profileOf(fields);
  if (!profile) return false;
  m_project.setProfile(*profile);
  return true;
}

QString DeskController::projectFolder() const {
  const QString named = qEnvironmentVariable("PIANQU_PROJECTS");
  return named.isEmpty() ? QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(QStringLiteral("pianqu")) : named;
}

void DeskController::openSample() { m_project.openSampleIn(projectFolder(), m_dataFolder); }

QString DeskController::crsProblem(const QString& text) const {
  const auto crs = geo::Crs::fromText(text.trimmed().toStdString());
  if (!crs) return said(crs.error().text);
  return crs->isGeographic() ? tr("A project needs a system in metres, not in degrees.") : QString();
}

bool DeskController::create(const QString& name, const QString& folder, const QString& crsText, const QVariantMap& fields) {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty() || trimmed.contains(QLatin1Char('/'))) {
    emit m_project.problemRaised(tr("A project needs a name without “/”."), tr("For example 云梅市老旧片区改造."));
    return false;
  }
  const QString wrong = crsProblem(crsText);
  if (!wrong.isEmpty()) {
    emit m_project.problemRaised(wrong, tr("For example EPSG:4547, or “CGCS2000 CM 115.5 FE 500000” for a city's own system."));
    return false;
  }
  const auto profile = profileOf(fields);
  if (!profile) return false;
  const QString path = QDir(folder).filePath(trimmed + QStringLiteral(".gpkg"));
  if (QFileInfo::exists(path)) {
    emit m_project.problemRaised(tr("There is a file %1 already.").arg(path), tr("Choose another name or folder, or open that project."));
    return false;
  }
  QDir().mkpath(folder);
  const layers::ProjectSettings settings{.name = trimmed.toStdString(), .crs = *geo::Crs::fromText(crsText.trimmed().toStdString())};
  m_project.create(path, settings, *profile);
  return true;
}

bool DeskController::isProject(const QUrl& file) const {
  const QString path = file.toLocalFile();
  return path.endsWith(QLatin1String(".gpkg")) && layers::Project::open(path.toStdString(), layers::Project::Access::Read).has_value();
}

void DeskController::openFolderOf(const QString& file) const { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); }

}  // namespace pianqu::app
