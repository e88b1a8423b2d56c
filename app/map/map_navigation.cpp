#include <algorithm>
#include <cmath>

#include "app/map/map_controller.hpp"
#include "app/model/naming.hpp"
#include "app/model/table_rows.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

constexpr double kMinZoom = 3, kMaxZoom = 22;
constexpr double kPickPx = 6;
constexpr double kWheelForDouble = 360;  // three notches
constexpr double kFitMargin = 0.88;

using Polygons = geo::XYGeometry::Polygons;

QString number(double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); }

}  // namespace

void MapController::moveTo(const CameraView& view) {
  const geo::LonLat place = lonLatOf(view.centre);
  emit cameraMoveRequested(QGeoCoordinate(place.lat, place.lon), std::clamp(view.zoom, kMinZoom, kMaxZoom), view.bearingDeg);
}

void MapController::panBy(QPointF pixels) {
  m_hasFitted = true;
  CameraView view = m_camera.view();
  view.centre = view.worldAt(ScreenPoint(view.size.width() / 2, view.size.height() / 2) - pixels);
  moveTo(view);
}

void MapController::zoomAt(QPointF point, double steps) {
  m_hasFitted = true;
  CameraView view = m_camera.view();
  const geo::XY fixed = view.worldAt(point);
  view.zoom = std::clamp(view.zoom + steps, kMinZoom, kMaxZoom);
  const geo::XY moved = view.worldAt(point);
  view.centre = view.centre + (fixed - moved);
  moveTo(view);
}

void MapController::wheelAt(QPointF point, double angleDelta) { zoomAt(point, angleDelta / kWheelForDouble); }

void MapController::zoomStep(double steps) {
  const QSizeF size = m_camera.viewSize();
  zoomAt({size.width() / 2, size.height() / 2}, steps);
}

void MapController::turnBy(double degrees) {
  CameraView view = m_camera.view();
  view.bearingDeg = std::fmod(view.bearingDeg + degrees + 360, 360);
  moveTo(view);
}

void MapController::fit(const geo::Box& world) {
  CameraView view = m_camera.view();
  if (world.isEmpty() || view.size.isEmpty()) return;
  view.centre = world.centre();
  view.bearingDeg = 0;
  view.zoom = 0;
  const double perMetre = view.pixelsPerMetre();
  const double room = std::min(view.size.width() / std::max(world.width(), 1.0), view.size.height() / std::max(world.height(), 1.0));
  view.zoom = std::log2(room * kFitMargin / perMetre);
  moveTo(view);
}

void MapController::lookAt(const geo::Box& place) {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (!snapshot || place.isEmpty()) return;
  m_hasFitted = true;
  const geo::MultiPolygon<geo::XY> corners{{{{place.minX, place.minY}, {place.maxX, place.minY}, {place.maxX, place.maxY}, {place.minX, place.maxY}}, {}}};
  if (const auto shape = geo::transform(snapshot->crs, geo::Crs::webMercator(), geo::XYGeometry{Polygons{corners}})) fit(geo::boxOf(*shape));
}

void MapController::fitAll() {
  geo::Box box;
  for (const MapLayer* layer : m_layers.layers())
    if (const geo::Box world = layer->world(); !world.isEmpty()) box.add(world);
  fit(box);
}

void MapController::fitDistrict(const QString& uid) {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const auto* district = snapshot ? snapshot->plan->findDistrict(uid.toStdString()) : nullptr;
  if (!district) return;
  m_districts.setCurrentUid(uid);
  m_hasFitted = true;
  if (const auto shape = geo::transform(snapshot->crs, geo::Crs::webMercator(), geo::XYGeometry{Polygons{district->shape}})) fit(geo::boxOf(*shape));
}

std::optional<geo::XY> MapController::placeAt(QPointF point) const {
  if (!m_project.isOpen()) return std::nullopt;
  const auto place = geo::fromLonLat(m_project.snapshot()->crs, lonLatOf(m_camera.view().worldAt(point)));
  return place ? std::optional(*place) : std::nullopt;
}

void MapController::clickAt(QPointF point, int modifiers) {
  const auto place = placeAt(point);
  if (!place) return;
  const auto feature = find(*place);
  const bool isAdding = (modifiers & Qt::ControlModifier) != 0;
  if (feature) {
    const std::string& table = m_project.snapshot()->content->tableAt(*feature).name();
    if (isAdding) m_selection.toggle(table, feature->row);
    else m_selection.choose(table, {feature->row});
    if (!isAdding) showFeature(*feature);
  } else if (!isAdding) {
    m_selection.clear();
  }
  selectDistrictAt(*place);
}

void MapController::doubleClickAt(QPointF point) {
  zoomAt(point, 1);
}

std::optional<CityContent::Place> MapController::featureAt(QPointF point) const {
  const auto place = placeAt(point);
  return place ? find(*place) : std::nullopt;
}

std::optional<CityContent::Place> MapController::find(geo::XY place) const {
  const CityContent& content = *m_project.snapshot()->content;
  const double toleranceM = kPickPx / (m_camera.view().pixelsPerMetre() * mercatorStretch(m_camera.view().centre));
  const auto& layers = m_layers.layers();
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    const auto uid = pickIn(**layer, place, toleranceM);
    const auto found = uid ? content.find(*uid) : std::nullopt;
    if (!found || content.tableAt(*found).name() == "admin_area") continue;
    // An estate's red line lies above its buildings; whoever clicks a building means the building.
    if (content.tableAt(*found).name() != "estate") return found;
    const auto building = findIn(QStringLiteral("building"), place);
    return building ? building : found;
  }
  return std::nullopt;
}

std::optional<layers::Uid> MapController::pickIn(const MapLayer& layer, geo::XY place, double toleranceM) const {
  const TiledLayerPtr& tiles = layer.tiles()->layer();
  if (!tiles || !layer.isSeen()) return std::nullopt;
  const auto feature = tiles->pick(place, toleranceM, m_camera.scaleDenominator());
  return feature ? std::optional(tiles->source().uid(*feature)) : std::nullopt;
}

std::optional<CityContent::Place> MapController::findIn(const QString& layerKey, geo::XY place) const {
  const MapLayer* layer = m_layers.find(layerKey);
  const auto uid = layer ? pickIn(*layer, place, 0) : std::nullopt;
  return uid ? m_project.snapshot()->content->find(*uid) : std::nullopt;
}

void MapController::showFeature(CityContent::Place feature) {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (m_inspector.uid() == snapshot->content->tableAt(feature).uid(feature.row)) return;
  m_inspector.showFeature(snapshot, feature.table, feature.row);
  const auto& table = snapshot->content->tableAt(feature);
  emit featureShown(QString::fromStdString(table.name()), QString::fromStdString(table.uid(feature.row)));
}

/// One chosen feature is the one that is shown; of several the last one stays.
void MapController::followSelection() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const auto table = snapshot ? snapshot->content->rows.tableOf(m_selection.table().toStdString()) : std::nullopt;
  if (m_selection.count() == 1 && table) return showFeature({*table, m_selection.rows().front()});
  if (m_selection.count() > 0) return;
  m_inspector.clear();
  emit featureShown({}, {});
}

void MapController::selectDistrictAt(geo::XY place) {
  for (const auto& district : m_project.snapshot()->plan->districts)
    if (geo::contains(district.shape, place)) return m_districts.setCurrentUid(QString::fromStdString(district.uid));
}

void MapController::hoverAt(QPointF point) {
  const auto place = placeAt(point);
  if (!place) return;
  emit hovered(place->x, place->y);
  const geo::LonLat lonLat = lonLatOf(m_camera.view().worldAt(point));
  m_positionText = QStringLiteral("X %1  Y %2").arg(number(place->x, 2), number(place->y, 2));
  m_lonLatText = QStringLiteral("%1°E  %2°N").arg(number(lonLat.lon, 6), number(lonLat.lat, 6));
  const auto distortion = geo::lengthDistortionMmPerKm(m_project.snapshot()->crs, *place);
  m_distortionText = distortion ? (*distortion > 0 ? QStringLiteral("+") : QString()) + number(*distortion, 1) + QStringLiteral(" mm/km") : QString();
  const auto feature = m_edit.tool() == EditController::Select ? find(*place) : std::nullopt;
  m_underPointer.clear();
  if (feature) {
    const CityContent& content = *m_project.snapshot()->content;
    m_underPointer = headingOfTable(nameOfTable(content, feature->table), m_isChinese) + QLatin1Char(' ') + titleOf(content, feature->table, feature->row);
  }
  emit positionChanged();
}

}  // namespace pianqu::app
