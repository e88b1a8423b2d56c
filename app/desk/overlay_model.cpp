#include "app/desk/overlay_model.hpp"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

#include "app/map/scene_drawing.hpp"
#include "app/model/said.hpp"
#include "layers/io/import.hpp"
#include "layers/io/raster_service.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::app {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

/// Wider than any city: the map has nowhere to go.
constexpr double kWidestM = 5e6;

std::optional<geo::ShiftedDatum> datumOf(const QString& crs) {
  if (crs.compare(QLatin1String("gcj02"), Qt::CaseInsensitive) == 0) return geo::ShiftedDatum::Gcj02;
  if (crs.compare(QLatin1String("bd09"), Qt::CaseInsensitive) == 0) return geo::ShiftedDatum::Bd09;
  return std::nullopt;
}

}  // namespace

OverlayModel::OverlayModel(ProjectController& project, MapController& map, std::vector<layers::Colour> colours, QObject* parent)
    : QAbstractListModel(parent), m_project(project), m_map(map), m_colours(std::move(colours)) {
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::snapshotChanged, this, &OverlayModel::follow);
  connect(map.camera(), &MapCamera::changed, this, [this] {
    for (const auto& overlay : m_overlays)
      if (overlay->layer) overlay->layer->followScale(m_map.camera()->scaleDenominator());
  });
}

OverlayModel::~OverlayModel() {
  for (const auto& overlay : m_overlays)
    if (overlay->task) overlay->task->cancel();
  m_pool.waitForDone();
}

int OverlayModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_overlays.size()); }

QVariant OverlayModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Overlay& overlay = shownAt(index.row());
  switch (role) {
    case NameRole: return overlay.kept.name;
    case SourceRole: return overlay.kept.source;
    case StateRole: return static_cast<int>(overlay.state);
    case WordsRole: return overlay.words;
    case HintRole: return overlay.hint;
    case ShownRole: return overlay.kept.isShown;
    case OpacityRole: return overlay.kept.opacity;
    case ColourRole: return overlay.kept.colour;
    case AboveRole: return overlay.kept.isAbove;
    case CrsRole: return overlay.kept.crs;
    case PictureRole: return overlay.kept.isPicture;
    case MissingRole: return overlay.isMissing;
    case MapLayerRole: return QVariant::fromValue(overlay.layer.get());
    case BaseMapRole: return QVariant::fromValue(overlay.state == Overlay::State::Ready ? overlay.picture : nullptr);
    default: return {};
  }
}

QHash<int, QByteArray> OverlayModel::roleNames() const {
  return {{NameRole, "name"}, {SourceRole, "source"}, {StateRole, "overlayState"}, {WordsRole, "words"}, {HintRole, "hint"}, {ShownRole, "isShown"}, {OpacityRole, "overlayOpacity"},
          {ColourRole, "colour"}, {AboveRole, "isAbove"}, {CrsRole, "crs"}, {PictureRole, "isPicture"}, {MissingRole, "isMissing"}, {MapLayerRole, "mapLayer"}, {BaseMapRole, "picture"}};
}

bool OverlayModel::isBusy() const {
  return std::any_of(m_overlays.begin(), m_overlays.end(), [](const auto& overlay) {
    return overlay->state == Overlay::State::Reading || (overlay->layer && overlay->layer->tiles()->isBusy()) || (overlay->picture && overlay->kept.isShown && overlay->picture->isBusy());
  });
}

QString OverlayModel::attribution() const {
  QStringList makers;
  for (const auto& overlay : m_overlays)
    if (overlay->picture && overlay->kept.isShown && !overlay->picture->attribution().isEmpty()) makers.append(overlay->picture->attribution());
  makers.removeDuplicates();
  return makers.join(QStringLiteral(" · "));
}

Overlay* OverlayModel::find(int id) {
  const auto found = std::find_if(m_overlays.begin(), m_overlays.end(), [id](const auto& overlay) { return overlay->id == id; });
  return found == m_overlays.end() ? nullptr : found->get();
}

void OverlayModel::tell(const Overlay& overlay) {
  const auto found = std::find_if(m_overlays.begin(), m_overlays.end(), [&](const auto& each) { return each.get() == &overlay; });
  const QModelIndex where = index(static_cast<int>(found - m_overlays.begin()));
  emit dataChanged(where, where);
  emit changed();
}

void OverlayModel::follow() {
  const auto origin = m_project.isOpen() ? m_project.snapshot()->origin : nullptr;
  if (origin == m_openedAs) return;
  m_openedAs = origin;
  for (int row = rowCount() - 1; row >= 0; --row)
    if (at(row)->isOfProject) drop(row);
  if (!origin) return;
  m_project.readKept("overlays", [this, origin](const QString& kept) {
    if (origin != m_openedAs) return;
    for (KeptOverlay& each : overlaysFrom(kept, m_project.path())) append(std::move(each), true);
  });
}

void OverlayModel::keep() {
  std::vector<KeptOverlay> kept;
  for (const auto& overlay : m_overlays)
    if (overlay->isOfProject) kept.push_back(overlay->kept);
  m_project.writeKept("overlays", toText(kept, m_project.path()));
}

void OverlayModel::append(KeptOverlay kept, bool isOfProject) {
  auto overlay = std::make_unique<Overlay>();
  overlay->id = ++m_lastId;
  overlay->isOfProject = isOfProject;
  if (!kept.colour.isValid()) kept.colour = toQt(m_colours[static_cast<std::size_t>(overlay->id - 1) % m_colours.size()]);
  if (!kept.isPicture) overlay->layer = std::make_unique<MapLayer>(QStringLiteral("overlay-%1").arg(overlay->id));
  overlay->kept = std::move(kept);
  beginInsertRows({}, rowCount(), rowCount());
  m_overlays.push_back(std::move(overlay));
  endInsertRows();
  settle(*m_overlays.back());
  read(*m_overlays.back());
  emit changed();
}

void OverlayModel::appendFile(const QString& path) {
  const bool isPicture = layers::isPictureFile(path.toStdString());
  append({.source = path, .name = QFileInfo(path).fileName(), .isAbove = !isPicture, .isPicture = isPicture}, true);
}

void OverlayModel::add(const QList<QUrl>& urls) {
  if (!m_project.isOpen()) return;
  for (const QUrl& url : urls) {
    if (!url.isLocalFile()) addAddress(QUrl::fromPercentEncoding(url.toString().toUtf8()), {}, {});
    else appendFile(url.toLocalFile());
  }
  keep();
}

bool OverlayModel::isAddress(const QString& address) const { return layers::isRasterService(address.trimmed().toStdString()); }

void OverlayModel::addAddress(const QString& address, const QString& name, const QString& crs) {
  if (!m_project.isOpen()) return;
  if (!isAddress(address))
    return emit m_project.problemRaised(tr("%1 is no address of a map.").arg(address.trimmed()), tr("For example https://…/{z}/{x}/{y}.png, WMTS:https://…, WMS:https://…, or a COG at https://….tif."));
  const QString host = QUrl(QString(address).remove(QRegularExpression(QStringLiteral("^\\s*WMT?S:")))).host();
  append({.source = address.trimmed(), .name = name.trimmed().isEmpty() ? host : name.trimmed(), .crs = crs, .isAbove = false, .isPicture = true}, true);
  keep();
}

void OverlayModel::addBaseMap(const QString& source, const QString& crs) {
  append({.source = source, .name = QFileInfo(source).fileName(), .crs = crs, .isAbove = false, .isPicture = true}, false);
}

void OverlayModel::read(Overlay& overlay) {
  overlay.state = Overlay::State::Reading;
  overlay.words = tr("reading…");
  overlay.hint.clear();
  overlay.isMissing = false;
  if (overlay.kept.isPicture) readPicture(overlay);
  else readShapes(overlay);
  tell(overlay);
}

layers::ShapeSymbols OverlayModel::symbolsOf(const QColor& colour) const {
  const auto symbol = [this](const char* key) {
    const layers::Symbol* found = m_map.theme().find(key);
    return found ? *found : layers::Symbol{};
  };
  layers::ShapeSymbols symbols{symbol("overlay.area"), symbol("overlay.line"), symbol("overlay.point")};
  symbols.setColour({static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()), static_cast<std::uint8_t>(colour.blue())});
  return symbols;
}

void OverlayModel::readShapes(Overlay& overlay) {
  if (overlay.task) overlay.task->cancel();
  overlay.task = m_project.tasks()->add(tr("Reading %1").arg(overlay.kept.name));
  m_pool.start([this, id = overlay.id, task = overlay.task, snapshot = m_project.snapshot(), path = overlay.kept.source.toStdString(), crs = overlay.kept.crs.toStdString(),
                symbols = symbolsOf(overlay.kept.colour), perMm = m_map.camera()->pixelsPerMm()]() mutable {
    auto shapes = layers::readOverlay({.path = path, .crs = crs, .project = snapshot->crs, .projectExtent = layers::extentOfCity(snapshot->content->city)}, *task);
    geo::Result<Drawn> drawn = geo::fail(geo::ErrorCode::Cancelled, {});
    if (!shapes) drawn = geo::fail(std::move(shapes));
    else {
      const auto all = std::make_shared<const std::vector<geo::XYGeometry>>(std::exchange(shapes->shapes, {}));
      auto tiles = TiledLayer::build(layers::shapesLayer(all, std::move(symbols)), snapshot->crs, perMm, *task);
      if (!tiles) drawn = geo::fail(std::move(tiles));
      else drawn = Drawn{std::move(*shapes), all, std::move(*tiles)};
    }
    QMetaObject::invokeMethod(this, [this, id, task, drawn = std::move(drawn)]() mutable { accept(id, task, std::move(drawn)); }, Qt::QueuedConnection);
  });
}

void OverlayModel::accept(int id, const std::shared_ptr<LongTask>& task, geo::Result<Drawn> drawn) {
  const bool isStopped = task->isCancelled();
  const QString said = drawn ? QString() : app::said(drawn.error());
  m_project.tasks()->finish(task, isStopped ? TaskModel::State::Cancelled : drawn ? TaskModel::State::Done : TaskModel::State::Failed, said);
  Overlay* overlay = find(id);
  if (!overlay || overlay->task != task) return;
  overlay->task.reset();
  if (isStopped) return fail(*overlay, {geo::ErrorCode::Cancelled, "reading was stopped", "read it again"});
  // A GeoPackage may hold tiles and nothing else.
  if (!drawn && drawn.error().code == geo::ErrorCode::Invalid && overlay->kept.source.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive)) {
    overlay->kept.isPicture = true;
    overlay->kept.isAbove = false;
    return read(*overlay);
  }
  if (!drawn) return fail(*overlay, drawn.error());
  overlay->state = Overlay::State::Ready;
  QStringList systems;
  for (const auto& crs : drawn->shapes.crs) systems.append(text(crs));
  systems.removeDuplicates();
  overlay->words = tr("%n shapes", nullptr, static_cast<int>(drawn->all->size())) + QStringLiteral(" · ") + systems.join(QStringLiteral(", "));
  overlay->hint = drawn->shapes.proofs.empty() ? QString() : app::said(drawn->shapes.proofs.front());
  if (drawn->shapes.leftOut > 0) overlay->words += QStringLiteral(" · ") + tr("%n left out: %1", nullptr, static_cast<int>(drawn->shapes.leftOut)).arg(app::said(drawn->shapes.firstFault));
  overlay->shapes = drawn->all;
  overlay->layer->setTiles(drawn->tiles);
  tell(*overlay);
}

void OverlayModel::readPicture(Overlay& overlay) {
  if (overlay.picture) BaseMapController::retire(overlay.picture);
  overlay.picture = new BaseMapController(this);
  connect(overlay.picture, &BaseMapController::changed, this, [this, id = overlay.id] { acceptPicture(id); });
  connect(overlay.picture, &BaseMapController::tileFailed, this, [this, id = overlay.id](const QString& words, const QString& hint) {
    Overlay* there = find(id);
    if (!there) return;
    there->words = words;
    there->hint = hint;
    tell(*there);
    emit m_project.problemRaised(words, hint);
  });
  const auto datum = datumOf(overlay.kept.crs);
  overlay.picture->open(overlay.kept.source, {.datum = datum, .crs = datum ? std::string() : overlay.kept.crs.toStdString()});
}

void OverlayModel::acceptPicture(int id) {
  Overlay* overlay = find(id);
  if (!overlay) return;
  if (overlay->picture->error()) return fail(*overlay, *overlay->picture->error());
  overlay->state = Overlay::State::Ready;
  overlay->words = isAddress(overlay->kept.source) ? tr("map from a server") : tr("picture");
  tell(*overlay);
}

void OverlayModel::fail(Overlay& overlay, const geo::Error& error) {
  overlay.state = Overlay::State::Failed;
  overlay.isMissing = error.code == geo::ErrorCode::NotFound;
  overlay.words = said(error.text);
  overlay.hint = said(error.hint);
  if (overlay.layer) overlay.layer->setTiles(nullptr);
  tell(overlay);
  if (error.code != geo::ErrorCode::Cancelled) m_project.raise(error);
}

void OverlayModel::settle(Overlay& overlay) {
  if (!overlay.layer) return;
  overlay.layer->followScale(m_map.camera()->scaleDenominator());
  overlay.layer->setShown(overlay.kept.isShown);
  overlay.layer->setLook(overlay.kept.opacity, 0, 0);
}

void OverlayModel::setShown(int row, bool isShown) {
  Overlay* overlay = at(row);
  if (!overlay || overlay->kept.isShown == isShown) return;
  overlay->kept.isShown = isShown;
  settle(*overlay);
  tell(*overlay);
  keep();
}

void OverlayModel::setOpacity(int row, double opacity) {
  Overlay* overlay = at(row);
  if (!overlay || overlay->kept.opacity == opacity) return;
  overlay->kept.opacity = std::clamp(opacity, 0.0, 1.0);
  settle(*overlay);
  tell(*overlay);
}

void OverlayModel::setColour(int row, const QColor& colour) {
  Overlay* overlay = at(row);
  if (!overlay || !colour.isValid() || overlay->kept.colour == colour) return;
  overlay->kept.colour = colour;
  if (overlay->shapes && m_project.isOpen())
    if (auto tiles = TiledLayer::build(layers::shapesLayer(overlay->shapes, symbolsOf(colour)), m_project.snapshot()->crs, m_map.camera()->pixelsPerMm())) overlay->layer->setTiles(*tiles);
  tell(*overlay);
  keep();
}

void OverlayModel::setAbove(int row, bool isAbove) {
  Overlay* overlay = at(row);
  if (!overlay || overlay->kept.isAbove == isAbove) return;
  overlay->kept.isAbove = isAbove;
  tell(*overlay);
  keep();
}

void OverlayModel::setCrs(int row, const QString& crs) {
  Overlay* overlay = at(row);
  if (!overlay || overlay->kept.crs == crs.trimmed()) return;
  overlay->kept.crs = crs.trimmed();
  read(*overlay);
  keep();
}

void OverlayModel::locate(int row, const QUrl& file) {
  Overlay* overlay = at(row);
  if (!overlay || !file.isLocalFile()) return;
  KeptOverlay kept = overlay->kept;
  kept.source = file.toLocalFile();
  kept.isPicture = layers::isPictureFile(kept.source.toStdString());
  drop(row);
  append(std::move(kept), true);
  keep();
}

void OverlayModel::zoomTo(int row) {
  Overlay* overlay = at(row);
  if (!overlay || overlay->state != Overlay::State::Ready) return;
  const geo::Box world = overlay->picture ? overlay->picture->extent() : overlay->layer->world();
  if (world.isEmpty() || world.width() > kWidestM) return emit m_project.noticeRaised(tr("%1 covers more than the map can show at once.").arg(overlay->kept.name));
  m_map.fitBox(world);
}

void OverlayModel::drop(int row) {
  beginRemoveRows({}, row, row);
  const auto overlay = std::move(m_overlays[static_cast<std::size_t>(row)]);
  m_overlays.erase(m_overlays.begin() + row);
  endRemoveRows();
  if (overlay->task) overlay->task->cancel();
  if (overlay->picture) BaseMapController::retire(overlay->picture);
  if (overlay->layer) overlay->layer.release()->deleteLater();   // an item of the map may look at it until the next frame
  emit changed();
}

void OverlayModel::remove(int row) {
  if (!at(row)) return;
  drop(row);
  keep();
}

}  // namespace pianqu::app
