#include "app/desk/import_controller.hpp"

#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <map>

#include "app/model/naming.hpp"
#include "app/model/said.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/project/import_job.hpp"

namespace pianqu::app {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

/// Endings that import reads; a Shapefile's other parts come with it.
const QSet<QString>& endings() {
  static const QSet<QString> known{QStringLiteral("shp"), QStringLiteral("gpkg"), QStringLiteral("geojson"), QStringLiteral("json"), QStringLiteral("fgb"), QStringLiteral("kml"),
                                   QStringLiteral("dxf"), QStringLiteral("tab"), QStringLiteral("mif"), QStringLiteral("osm"), QStringLiteral("pbf"), QStringLiteral("csv"), QStringLiteral("xlsx"), QStringLiteral("gdb")};
  return known;
}

bool isKnown(const QString& path) { return endings().contains(QFileInfo(path).suffix().toLower()); }

QStringList filesIn(const QString& path) {
  if (!QFileInfo(path).isDir() || isKnown(path)) return isKnown(path) ? QStringList{path} : QStringList{};
  QStringList files;
  QDirIterator found(path, QDir::Files, QDirIterator::Subdirectories);
  while (found.hasNext()) if (const QString each = found.next(); isKnown(each)) files.append(each);
  files.sort();
  return files;
}

/// What a heading can feed that is no field of its table, in words.
QString purposeOf(const std::string& field) {
  static const std::map<std::string, const char*> known{{"@wkt", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "geometry")}, {"@geometry", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "geometry")},
                                                        {"@x", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "easting")}, {"@east", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "easting")},
                                                        {"@y", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "northing")}, {"@north", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "northing")},
                                                        {"@lon", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "longitude")}, {"@lat", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "latitude")},
                                                        {"@estate_code", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "code of the estate")},
                                                        {"@estate_name", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "name of the estate")},
                                                        {"@building_code", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "code of the building")},
                                                        {"@entrance_code", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "code of the stair unit")},
                                                        {"@node_code", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "number of the pipe node")},
                                                        {"@from", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "number of the first point")},
                                                        {"@to", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "number of the last point")},
                                                        {"@built", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "year of construction")},
                                                        {"@depth", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "depth")}, {"@section", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "pipe size")},
                                                        {"@osm_class", QT_TRANSLATE_NOOP("pianqu::app::ImportController", "OpenStreetMap class")}};
  const auto found = known.find(field);
  return found == known.end() ? text(field) : ImportController::tr(found->second);
}

/// What the window shows of one layer of a file.
QVariantMap shown(const layers::LayerReport& layer, bool isChinese) {
  const layers::TableSchema* schema = layers::findCityTable(layer.kind);
  QStringList fields, unmapped;
  for (const auto& mapped : layer.mapping) {
    const QString note = mapped.note.empty() ? QString() : QStringLiteral(" (%1)").arg(said(mapped.note));
    const layers::Field* field = schema ? schema->find(mapped.field) : nullptr;
    if (mapped.field.empty()) unmapped.append(text(mapped.heading) + note);
    else fields.append(text(mapped.heading) + QStringLiteral(" → ") + (field ? headingOf(*field, isChinese) : purposeOf(mapped.field)) + note);
  }
  return {{QStringLiteral("name"), text(layer.layer)}, {QStringLiteral("kind"), headingOfTable(layer.kind, isChinese)}, {QStringLiteral("kindProof"), said(layer.kindProof)},
          {QStringLiteral("encoding"), said(layer.encoding.name)}, {QStringLiteral("encodingProof"), said(layer.encoding.proof)}, {QStringLiteral("crs"), text(layer.crs)},
          {QStringLiteral("crsProof"), said(layer.crsProof)}, {QStringLiteral("fields"), fields}, {QStringLiteral("unmapped"), unmapped.join(QStringLiteral(", "))},
          {QStringLiteral("read"), qlonglong(layer.rowsRead)}, {QStringLiteral("written"), qlonglong(layer.rowsWritten)},
          {QStringLiteral("repaired"), qlonglong(layer.rowsRepaired)}, {QStringLiteral("refused"), qlonglong(layer.rowsRefused)}};
}

}  // namespace

/// What reading one file gave.
struct ImportController::Judged {
  std::optional<geo::Error> error;
  std::vector<layers::LayerReport> layers;
  QString projectCrs;
  std::string projectCrsProof;
};

ImportController::ImportController(ProjectController& project, ProblemModel& problems, QString dataFolder, QObject* parent)
    : QAbstractListModel(parent), m_project(project), m_problems(problems), m_dataFolder(std::move(dataFolder)) {
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::opened, this, [this] { if (!m_files.isEmpty()) judge(); });
}

ImportController::~ImportController() {
  if (m_task) m_task->cancel();
  m_pool.waitForDone();
}

int ImportController::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_files.size()); }

QVariant ImportController::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const File& file = m_files[index.row()];
  switch (role) {
    case NameRole: return QFileInfo(text(file.request.path)).fileName();
    case StateRole: return static_cast<int>(file.state);
    case SummaryRole: return summaryOf(file);
    case HintRole: return file.error ? said(file.error->hint) : QString();
    case LayersRole: return layersOf(file);
    case CrsRole: return text(file.request.crs);
    case EncodingRole: return text(file.request.encoding);
    case KindRole: return text(file.request.kind);
    default: return {};
  }
}

QString ImportController::summaryOf(const File& file) const {
  if (file.state == State::Waiting) return tr("waiting");
  if (file.error) return said(file.error->text);
  qlonglong read = 0, written = 0, refused = 0;
  for (const auto& layer : file.layers) {
    read += layer.rowsRead;
    written += layer.rowsWritten;
    refused += layer.rowsRefused;
  }
  return refused > 0 ? tr("%1 rows read, %2 taken, %3 refused").arg(read).arg(written).arg(refused) : tr("%1 rows read, all taken").arg(read);
}

QVariantList ImportController::layersOf(const File& file) const {
  QVariantList list;
  for (const auto& layer : file.layers) list.append(shown(layer, m_isChinese));
  return list;
}

QString ImportController::suggestedCrsProof() const { return said(m_suggestedCrsProof); }

void ImportController::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  if (!m_files.isEmpty()) emit dataChanged(index(0), index(rowCount() - 1));
  emit retranslated();
  emit changed();
}

QHash<int, QByteArray> ImportController::roleNames() const {
  return {{NameRole, "name"}, {StateRole, "fileState"}, {SummaryRole, "summary"}, {HintRole, "hint"}, {LayersRole, "fileLayers"}, {CrsRole, "crs"}, {EncodingRole, "encoding"}, {KindRole, "kind"}};
}

QStringList ImportController::kinds() const {
  QStringList names;
  for (const auto& schema : layers::citySchema()) names.append(text(schema.name));
  return names;
}

QStringList ImportController::kindTitles() const {
  QStringList titles;
  for (const auto& schema : layers::citySchema()) titles.append(headingOf(schema, m_isChinese));
  return titles;
}

int ImportController::readyCount() const {
  return static_cast<int>(std::count_if(m_files.begin(), m_files.end(), [](const File& file) { return file.state == State::Ready; }));
}

bool ImportController::canCommit() const { return m_project.canEdit() && !m_isReading && readyCount() > 0; }

void ImportController::add(const QList<QUrl>& urls) {
  QStringList unknown;
  const qsizetype before = m_files.size();
  for (const QUrl& url : urls) {
    const QString path = url.isLocalFile() ? url.toLocalFile() : url.toString();
    const QStringList files = filesIn(path);
    if (files.isEmpty()) unknown.append(QFileInfo(path).fileName());
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(files.size()) - 1);
    for (const QString& each : files) m_files.append({.request = {.path = each.toStdString()}});
    endInsertRows();
  }
  if (!unknown.isEmpty()) emit m_project.problemRaised(tr("No reader for %1.").arg(unknown.join(QStringLiteral(", "))), tr("Shapefile, GeoPackage, GeoJSON, KML, DXF, MapInfo, OSM, CSV and XLSX files are taken."));
  if (m_files.size() == before) return;
  judge();
  emit filesAdded();
}

void ImportController::remove(int row) {
  if (row < 0 || row >= rowCount()) return;
  beginRemoveRows({}, row, row);
  m_files.removeAt(row);
  endRemoveRows();
  judge();  // a file may lean on one that is gone
}

void ImportController::clear() {
  if (m_task) m_task->cancel();
  beginResetModel();
  m_files.clear();
  endResetModel();
  m_isReading = false;
  m_suggestedCrs.clear();
  m_suggestedCrsProof.clear();
  emit changed();
}

void ImportController::choose(int row, const QString& what, const QString& value) {
  if (row < 0 || row >= rowCount()) return;
  layers::ImportRequest& request = m_files[row].request;
  std::string& member = what == QLatin1String("crs") ? request.crs : what == QLatin1String("encoding") ? request.encoding : request.kind;
  if (member == value.trimmed().toStdString()) return;
  member = value.trimmed().toStdString();
  judge();
}

void ImportController::judge() {
  if (m_task) m_task->cancel();
  m_task = std::make_shared<LongTask>();
  m_isReading = !m_files.isEmpty();
  for (File& file : m_files) {
    file.state = State::Waiting;
    file.error.reset();
    file.layers.clear();
  }
  if (!m_files.isEmpty()) emit dataChanged(index(0), index(rowCount() - 1));
  emit changed();
  if (m_files.isEmpty()) return;
  std::vector<layers::ImportRequest> requests;
  for (const File& file : std::as_const(m_files)) requests.push_back(file.request);
  m_pool.start([this, requests = std::move(requests), snapshot = m_project.snapshot(), task = m_task, folder = m_dataFolder.toStdString()] {
    const auto tables = layers::readImportTables(folder);
    layers::ImportContext context;
    if (snapshot) context = {snapshot->crs, snapshot->content->city};
    for (std::size_t i = 0; i < requests.size() && !task->isCancelled(); ++i) {
      auto judged = std::make_shared<Judged>();
      auto raw = tables ? layers::readRaw(requests[i], *tables, *task) : geo::Result<layers::RawFile>(geo::fail(tables));
      auto result = raw ? layers::importFile(requests[i], std::move(*raw), *tables, context, *task) : geo::Result<layers::ImportResult>(geo::fail(std::move(raw)));
      if (!result) judged->error = result.error();
      else {
        if (!context.projectCrs) {
          judged->projectCrs = text(result->projectCrs.authority().empty() ? result->projectCrs.name() : result->projectCrs.authority());
          judged->projectCrsProof = result->projectCrsProof;
          context.projectCrs = result->projectCrs;
        }
        judged->layers = result->layers;
        for (const auto& table : result->tables) layers::addTable(context.city, table);
      }
      QMetaObject::invokeMethod(this, [this, i, judged, task] { if (!task->isCancelled()) accept(static_cast<int>(i), *judged); }, Qt::QueuedConnection);
    }
    QMetaObject::invokeMethod(this, [this, task] {
      if (task->isCancelled()) return;
      m_isReading = false;
      emit changed();
    }, Qt::QueuedConnection);
  });
}

void ImportController::accept(int row, const Judged& judged) {
  if (row >= rowCount()) return;
  File& file = m_files[row];
  file.state = judged.error ? State::Failed : State::Ready;
  file.layers = judged.layers;
  file.error = judged.error;
  if (!judged.projectCrs.isEmpty()) {
    m_suggestedCrs = judged.projectCrs;
    m_suggestedCrsProof = judged.projectCrsProof;
  }
  emit dataChanged(index(row), index(row));
  emit changed();
}

void ImportController::commit() {
  if (!canCommit()) return;
  std::vector<layers::ImportRequest> requests;
  for (const File& file : std::as_const(m_files)) if (file.state == State::Ready) requests.push_back(file.request);
  const auto done = tr("%1 files taken with %2 rows.");
  const auto known = tr("%1 were in the project already.");
  const auto count = static_cast<int>(requests.size());
  m_project.work(tr("Importing %n files", nullptr, count), [requests = std::move(requests), folder = m_dataFolder.toStdString(), done, known](PlanStore& store, const SnapshotPtr& now, geo::Progress& progress) -> geo::Result<ProjectController::WorkDone> {
    const auto tables = layers::readImportTables(folder);
    if (!tables) return geo::fail(tables);
    auto imported = store.importFiles(requests, *tables, progress);
    if (!imported) return geo::fail(std::move(imported));
    if (imported->failure && imported->filesTaken == 0) return geo::fail(geo::Result<void>(tl::unexpected(*imported->failure)));
    auto fresh = store.read(progress);
    if (!fresh) return geo::fail(std::move(fresh));
    auto next = std::make_shared<Snapshot>(**fresh);
    next->origin = now->origin;
    QString notice = done.arg(imported->filesTaken).arg(imported->rowsWritten);
    if (imported->filesKnown > 0) notice += QLatin1Char(' ') + known.arg(imported->filesKnown);
    if (imported->failure) notice += QLatin1Char(' ') + said(*imported->failure);
    return ProjectController::WorkDone{next, notice, std::move(imported->problems)};
  }, [this](const geo::Problems& problems) { m_problems.setProblems(ProblemModel::Import, problems); });
  clear();
}

}  // namespace pianqu::app
