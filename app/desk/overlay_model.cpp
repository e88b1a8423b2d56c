#include "app/desk/overlay_model.hpp"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

#include "app/map/scene_drawing.hpp"
#include "layers/io/import.hpp"
#include "layers/io/raster_service.hpp"

namespace pianqu::app {
namespace {

/// Wider than any city: the map has nowhere to go.
constexpr double kWidestM = 5e6;

/// Of the server or of the file.
QString nameOf(const QString& source) {
  const QString host = layers::isRasterService(source.trimmed().toStdString()) ? QUrl(QString(source).remove(QRegularExpression(QStringLiteral("^\\s*WMT?S:")))).host() : QString();
  return host.isEmpty() ? QFileInfo(source).fileName() : host;
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
    case WordsRole: return wordsOf(overlay);
    case HintRole: return hintOf(overlay);
    case ShownRole: return overlay.kept.isShown;
    case OpacityRole: return overlay.kept.opacity;
    case ColourRole: return overlay.kept.colour;
    case AboveRole: return overlay.kept.isAbove;
    case CrsRole: return overlay.kept.crs;
    case PictureRole: return overlay.kept.isPicture;
    case AddressRole: return isAddress(overlay.kept.source);
    case MissingRole: return overlay.isMissing;
    case MapLayerRole: return QVariant::fromValue(overlay.layer.get());
    case BaseMapRole: return QVariant::fromValue(overlay.state == Overlay::State::Ready ? overlay.picture : nullptr);
    default: return {};
  }
}

QHash<int, QByteArray> OverlayModel::roleNames() const {
  return {{NameRole, "name"}, {SourceRole, "source"}, {StateRole, "overlayState"}, {WordsRole, "words"}, {HintRole, "hint"}, {ShownRole, "isShown"}, {OpacityRole, "overlayOpacity"},
          {ColourRole, "colour"}, {AboveRole, "isAbove"}, {CrsRole, "crs"}, {PictureRole, "isPicture"}, {AddressRole, "isAddress"}, {MissingRole, "isMissing"}, {MapLayerRole, "mapLayer"}, {BaseMapRole, "picture"}};
}

bool OverlayModel::isBusy() const {
  return std::any_of(m_overlays.begin(), m_overlays.end(), [](const auto& overlay) {
    return overlay->state == Overlay::State::Reading || overlay->dyeing > 0 || (overlay->layer && overlay->layer->tiles()->isBusy()) || (overlay->picture && overlay->kept.isShown && overlay->picture->isBusy());
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

int OverlayModel::rowOf(const Overlay& overlay) const {
  const auto found = std::find_if(m_overlays.begin(), m_overlays.end(), [&](const auto& each) { return each.get() == &overlay; });
  return static_cast<int>(found - m_overlays.begin());
}

void OverlayModel::tell(const Overlay& overlay) {
  const QModelIndex where = index(rowOf(overlay));
  emit dataChanged(where, where);
  emit changed();
}

void OverlayModel::retranslate() {
  if (!m_overlays.empty()) emit dataChanged(index(0), index(rowCount() - 1), {WordsRole, HintRole});
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

int OverlayModel::topRow(bool isAbove) const {
  const auto end = isAbove ? m_overlays.end() : std::partition_point(m_overlays.begin(), m_overlays.end(), [](const auto& each) { return !each->kept.isAbove; });
  return static_cast<int>(end - m_overlays.begin());
}

void OverlayModel::insert(int row, KeptOverlay kept, bool isOfProject) {
  auto overlay = std::make_unique<Overlay>();
  overlay->id = ++m_lastId;
  overlay->isOfProject = isOfProject;
  if (!kept.colour.isValid()) kept.colour = toQt(m_colours[static_cast<std::size_t>(overlay->id - 1) % m_colours.size()]);
  if (!kept.isPicture) overlay->layer = std::make_unique<MapLayer>(QStringLiteral("overlay-%1").arg(overlay->id));
  overlay->kept = std::move(kept);
  Overlay& inserted = *overlay;
  beginInsertRows({}, row, row);
  m_overlays.insert(m_overlays.begin() + row, std::move(overlay));
  endInsertRows();
  settle(inserted);
  read(inserted);
  emit changed();
}

void OverlayModel::appendFile(const QString& path) {
  const bool isPicture = layers::isPictureFile(path.toStdString());
  append({.source = path, .name = nameOf(path), .isAbove = !isPicture, .isPicture = isPicture}, true);
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
  if (!isAddress(address)) return sayNoAddress(address);
  append({.source = address.trimmed(), .name = name.trimmed().isEmpty() ? nameOf(address) : name.trimmed(), .crs = crs, .isAbove = false, .isPicture = true}, true);
  keep();
}

void OverlayModel::sayNoAddress(const QString& address) {
  emit m_project.problemRaised(tr("%1 is no address of a map.").arg(address.trimmed()), tr("For example https://…/{z}/{x}/{y}.png, WMTS:https://…, WMS:https://…, or a COG at https://….tif."));
}

void OverlayModel::addBaseMap(const QString& source, const QString& crs) {
  append({.source = source, .name = nameOf(source), .crs = crs, .isAbove = false, .isPicture = true}, false);
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
  if (overlay->shapes && m_project.isOpen()) dye(*overlay);
  tell(*overlay);
  keep();
}

void OverlayModel::setAbove(int row, bool isAbove) {
  Overlay* overlay = at(row);
  if (!overlay || overlay->kept.isAbove == isAbove) return;
  const int top = topRow(isAbove);
  overlay->kept.isAbove = isAbove;
  moveTo(row, isAbove ? top - 1 : top);
  tell(*overlay);
  keep();
}

void OverlayModel::moveTo(int from, int to) {
  if (from == to) return;
  beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
  const auto begin = m_overlays.begin();
  if (to > from) std::rotate(begin + from, begin + from + 1, begin + to + 1);
  else std::rotate(begin + to, begin + from, begin + from + 1);
  endMoveRows();
}

bool OverlayModel::canMove(int row, bool isUp) const {
  const int other = isUp ? row + 1 : row - 1;
  return std::min(row, other) >= 0 && std::max(row, other) < rowCount() && shownAt(row).kept.isAbove == shownAt(other).kept.isAbove;
}

void OverlayModel::move(int row, bool isUp) {
  if (!canMove(row, isUp)) return;
  moveTo(row, isUp ? row + 1 : row - 1);
  keep();
}

void OverlayModel::setName(int row, const QString& name) {
  Overlay* overlay = at(row);
  if (!overlay) return;
  overlay->kept.name = name.trimmed().isEmpty() ? nameOf(overlay->kept.source) : name.trimmed();
  tell(*overlay);
  keep();
}

void OverlayModel::setAddress(int row, const QString& address) {
  Overlay* overlay = at(row);
  if (!overlay || overlay->kept.source == address.trimmed()) return;
  if (!isAddress(address)) {
    tell(*overlay);   // the field shows what it is again
    return sayNoAddress(address);
  }
  overlay->kept.source = address.trimmed();
  read(*overlay);
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
  insert(row, std::move(kept), true);
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
