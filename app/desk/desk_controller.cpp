#include "app/desk/desk_controller.hpp"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QStringList>
#include <map>

#include "app/desk/main_job.hpp"
#include "app/model/said.hpp"
#include "layers/catalogue/measures.hpp"
#include "layers/plan/merge.hpp"

namespace pianqu::app {
namespace {

constexpr int kFirstZone = 25, kLastZone = 45;   // CGCS2000, 3 degrees: EPSG:4513 (zone 25) .. 4533; without zone number EPSG:4534 (CM 75E) .. 4554
constexpr int kFirstWithoutNumber = 4534;

constexpr int kMeasuresNamed = 5;                // of those that a fund source may pay for

}  // namespace

DeskController::DeskController(ProjectController& project, QString dataFolder, QObject* parent)
    : QObject(parent), m_project(project), m_dataFolder(std::move(dataFolder)) {}

QVariantList DeskController::crsChoices() const {
  QVariantList choices;
  for (int zone = kFirstZone; zone <= kLastZone; ++zone)
    choices.append(QVariantMap{{QStringLiteral("text"), QStringLiteral("CGCS2000 / 3°  CM %1°E  (EPSG:%2)").arg(zone * 3).arg(kFirstWithoutNumber + zone - kFirstZone)},
                               {QStringLiteral("crs"), QStringLiteral("EPSG:%1").arg(kFirstWithoutNumber + zone - kFirstZone)}});
  return choices;
}

QVariantList DeskController::fundCodes() const {
  struct Paid { QStringList zh, en; };
  std::map<std::string, Paid> paidBy;
  if (const auto measures = layers::MeasureCatalogue::read(m_dataFolder.toStdString()))
    for (const auto& kind : measures->all())
      for (const auto& code : kind.fundableCodes) {
        paidBy[code].zh.append(QString::fromStdString(kind.nameZh));
        paidBy[code].en.append(QString::fromStdString(kind.nameEn));
      }
  const auto shortened = [](const QStringList& names, const QString& separator) {
    const QString first = names.mid(0, kMeasuresNamed).join(separator);
    return names.size() > kMeasuresNamed ? first + QStringLiteral(" … (%1)").arg(names.size()) : first;
  };
  QVariantList list;
  for (const auto& [code, paid] : paidBy)
    list.append(QVariantMap{{QStringLiteral("code"), QString::fromStdString(code)},
                            {QStringLiteral("zh"), shortened(paid.zh, QStringLiteral("、"))},
                            {QStringLiteral("en"), shortened(paid.en, QStringLiteral(", "))}});
  return list;
}

QVariantMap DeskController::defaultLimits() const {
  const auto rules = layers::MergeRules::read(m_dataFolder.toStdString());
  return rules ? limitsOf(*rules) : QVariantMap();
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

bool DeskController::create(const QString& name, const QString& folder, const QString& crsText, const QVariantMap& profile) {
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
  const QString path = QDir(folder).filePath(trimmed + QStringLiteral(".gpkg"));
  if (QFileInfo::exists(path)) {
    emit m_project.problemRaised(tr("There is a file %1 already.").arg(path), tr("Choose another name or folder, or open that project."));
    return false;
  }
  QDir().mkpath(folder);
  const layers::ProjectSettings settings{.name = trimmed.toStdString(), .crs = *geo::Crs::fromText(crsText.trimmed().toStdString())};
  m_project.create(path, settings, QString::fromUtf8(QJsonDocument(QJsonObject::fromVariantMap(profile)).toJson(QJsonDocument::Compact)));
  return true;
}

bool DeskController::isProject(const QUrl& file) const {
  const QString path = file.toLocalFile();
  return path.endsWith(QLatin1String(".gpkg")) && layers::Project::open(path.toStdString(), layers::Project::Access::Read).has_value();
}

void DeskController::openFolderOf(const QString& file) const { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); }

}  // namespace pianqu::app
