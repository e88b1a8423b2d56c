#include "app/qml/desktop_options.hpp"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <cstdlib>

namespace pianqu::app {
namespace {

geo::Result<QSize> parseSize(const QString& text) {
  const QStringList parts = text.split(QLatin1Char('x'));
  const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
  if (size.width() < 100 || size.height() < 100 || size.width() > 10000 || size.height() > 10000)
    return geo::fail(geo::ErrorCode::Invalid, "--size " + text.toStdString() + " is not a size of 100 to 10000 pixels.", "Write it as 1360x840.");
  return size;
}

}  // namespace

geo::Result<DesktopOptions> parseDesktopOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("Pianqu's window: renovation districts on the map."));
  const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("PROJECT.gpkg"), QStringLiteral("Project to open."), QStringLiteral("[PROJECT.gpkg]"));
  parser.addOptions({{QStringLiteral("lang"), QStringLiteral("Language of the window: zh or en."), QStringLiteral("zh|en")},
                     {QStringLiteral("district"), QStringLiteral("Zoom to this district of the project."), QStringLiteral("CODE")},
                     {QStringLiteral("base-map"), QStringLiteral("MBTiles, GeoTIFF or a server of tiles under the layers."), QStringLiteral("FILE")},
                     {QStringLiteral("base-map-datum"), QStringLiteral("Datum of the base map where it is a shifted one: gcj02 or bd09."), QStringLiteral("gcj02|bd09")},
                     {QStringLiteral("sample"), QStringLiteral("Show a small made-up city; nothing is saved.")},
                     {QStringLiteral("self-test"), QStringLiteral("Open every panel in both languages; exit 1 on any QML warning.")},
                     {QStringLiteral("measure"), QStringLiteral("Print how fast the project is shown and moved, then stop.")},
                     {QStringLiteral("screenshot"), QStringLiteral("Write the window to this picture and stop."), QStringLiteral("FILE.png")},
                     {QStringLiteral("panel"), QStringLiteral("Show this panel: table, problems, tasks, search, bookmarks, ..."), QStringLiteral("KEY")},
                     {QStringLiteral("card"), QStringLiteral("Open this card: new, import, merge, sheet, shortcuts, ..."), QStringLiteral("KEY")},
                     {QStringLiteral("dark"), QStringLiteral("Dark, whatever the system and the settings say.")},
                     {QStringLiteral("size"), QStringLiteral("Size of the window in pixels."), QStringLiteral("WxH")}});
  if (!parser.parse(arguments)) return geo::fail(geo::ErrorCode::Invalid, parser.errorText().toStdString(), "pianqu-desktop --help lists the options.");
  if (parser.isSet(help)) parser.showHelp();
  if (parser.isSet(version)) parser.showVersion();
  if (parser.positionalArguments().size() > 1) return geo::fail(geo::ErrorCode::Invalid, "Only one project can be opened.", "Open another from its window.");

  DesktopOptions options;
  options.project = parser.positionalArguments().value(0);
  options.language = parser.value(QStringLiteral("lang"));
  if (!options.language.isEmpty() && options.language != QLatin1String("zh") && options.language != QLatin1String("en"))
    return geo::fail(geo::ErrorCode::Invalid, "--lang " + options.language.toStdString() + " is not known.", "Use zh or en.");
  options.district = parser.value(QStringLiteral("district"));
  options.baseMap = parser.value(QStringLiteral("base-map"));
  const QString datum = parser.value(QStringLiteral("base-map-datum"));
  if (!datum.isEmpty() && datum != QLatin1String("gcj02") && datum != QLatin1String("bd09"))
    return geo::fail(geo::ErrorCode::Invalid, "--base-map-datum " + datum.toStdString() + " is not known.", "Use gcj02 or bd09, or leave it out.");
  options.baseMapCrs = datum;
  options.screenshot = parser.value(QStringLiteral("screenshot"));
  options.panel = parser.value(QStringLiteral("panel"));
  options.card = parser.value(QStringLiteral("card"));
  options.isDark = parser.isSet(QStringLiteral("dark"));
  options.isSelfTest = parser.isSet(QStringLiteral("self-test"));
  options.isMeasured = parser.isSet(QStringLiteral("measure"));
  options.hasSample = parser.isSet(QStringLiteral("sample"));
  options.dataFolder = findShippedData();
  if (parser.isSet(QStringLiteral("size"))) {
    auto size = parseSize(parser.value(QStringLiteral("size")));
    if (!size) return geo::fail(std::move(size));
    options.size = *size;
  }
  return options;
}

QString findShippedData() {
  const QString fromEnvironment = qEnvironmentVariable("PIANQU_DATA");
  if (!fromEnvironment.isEmpty()) return fromEnvironment;
  const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../share/pianqu"));
  return QFileInfo::exists(beside) ? beside : QStringLiteral(PIANQU_SOURCE_DATA);
}

}  // namespace pianqu::app
