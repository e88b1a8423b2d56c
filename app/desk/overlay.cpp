#include "app/desk/overlay.hpp"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "layers/io/raster_service.hpp"

namespace pianqu::app {
namespace {

QString pathOf(const QJsonObject& kept, const QDir& folder) {
  const QString path = kept.value(QLatin1String("source")).toString(), near = kept.value(QLatin1String("near")).toString();
  return !near.isEmpty() && !QFileInfo::exists(path) && QFileInfo::exists(folder.filePath(near)) ? folder.absoluteFilePath(near) : path;
}

}  // namespace

QString toText(const std::vector<KeptOverlay>& overlays, const QString& projectPath) {
  const QDir folder = QFileInfo(projectPath).absoluteDir();
  QJsonArray list;
  for (const KeptOverlay& each : overlays) {
    QJsonObject kept{{QStringLiteral("source"), each.source}, {QStringLiteral("name"), each.name}, {QStringLiteral("crs"), each.crs}, {QStringLiteral("colour"), each.colour.name()},
                     {QStringLiteral("opacity"), each.opacity}, {QStringLiteral("shown"), each.isShown}, {QStringLiteral("above"), each.isAbove}, {QStringLiteral("picture"), each.isPicture}};
    const QString near = layers::isRasterService(each.source.toStdString()) ? QString() : folder.relativeFilePath(each.source);
    if (!near.isEmpty() && !near.startsWith(QLatin1String(".."))) kept.insert(QStringLiteral("near"), near);
    list.append(kept);
  }
  return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<KeptOverlay> overlaysFrom(const QString& text, const QString& projectPath) {
  const QDir folder = QFileInfo(projectPath).absoluteDir();
  std::vector<KeptOverlay> overlays;
  for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
    const QJsonObject kept = value.toObject();
    overlays.push_back({pathOf(kept, folder), kept.value(QLatin1String("name")).toString(), kept.value(QLatin1String("crs")).toString(), QColor(kept.value(QLatin1String("colour")).toString()),
                        kept.value(QLatin1String("opacity")).toDouble(1), kept.value(QLatin1String("shown")).toBool(true), kept.value(QLatin1String("above")).toBool(true), kept.value(QLatin1String("picture")).toBool()});
  }
  return overlays;
}

}  // namespace pianqu::app
