#include "app/desk/overview.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::app {
namespace {

constexpr double kMargin = 0.9;
constexpr double kUsefulShare = 0.6;  // a view that shows more of the city needs no overview

/// Large things only: a thousand buildings on a stamp are a stain.
const char* const kLayers[] = {"admin_area", "water", "green", "road", "estate", "district"};

}  // namespace

void Overview::setMap(MapController* map) {
  if (map == m_map || !map) return;
  m_map = map;
  for (const char* key : kLayers)
    if (MapLayer* layer = map->layers()->find(QLatin1String(key))) m_layers.append(layer);
  for (MapLayer* layer : map->layers()->layers()) connect(layer, &MapLayer::geometryChanged, this, &Overview::fit);
  connect(map->camera(), &MapCamera::changed, this, &Overview::changed);
  emit layersChanged();
  fit();
}

void Overview::setSize(QSizeF size) {
  m_size = size;
  fit();
}

void Overview::fit() {
  if (!m_map || m_size.isEmpty()) return;
  m_box = {};
  for (const MapLayer* layer : m_map->layers()->layers())
    if (layer->geometry() && !layer->geometry()->box.isEmpty()) m_box.add(layer->geometry()->box);
  if (m_box.isEmpty()) return emit changed();
  const geo::LonLat centre = lonLatOf(m_box.centre());
  m_camera.setViewSize(m_size);
  m_camera.setCentre(QGeoCoordinate(centre.lat, centre.lon));
  CameraView unit = m_camera.view();
  unit.zoom = 0;
  const double room = std::min(m_size.width() / std::max(m_box.width(), 1.0), m_size.height() / std::max(m_box.height(), 1.0));
  m_camera.setZoomLevel(std::log2(room * kMargin / unit.pixelsPerMetre()));
  emit changed();
}

QRectF Overview::frame() const {
  if (!m_map || m_box.isEmpty()) return {};
  const geo::Box seen = m_map->camera()->view().visibleBox();
  const QPointF corner = m_camera.view().screenOf({seen.minX, seen.maxY}), opposite = m_camera.view().screenOf({seen.maxX, seen.minY});
  return QRectF(corner, opposite);
}

bool Overview::isUseful() const {
  if (!m_map || m_box.isEmpty()) return false;
  const geo::Box seen = m_map->camera()->view().visibleBox();
  return seen.width() < m_box.width() * kUsefulShare || seen.height() < m_box.height() * kUsefulShare;
}

void Overview::goTo(QPointF point) {
  if (!m_map) return;
  const geo::LonLat place = lonLatOf(m_camera.view().worldAt(point));
  m_map->lookAtLonLat(place.lon, place.lat, m_map->camera()->zoomLevel(), m_map->camera()->bearing());
}

}  // namespace pianqu::app
