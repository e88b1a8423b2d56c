#include <algorithm>
#include <cmath>

#include "app/map/map_controller.hpp"

namespace pianqu::app {
namespace {

constexpr double kLeastViewM = 120;          // a manhole is shown with its surroundings
constexpr double kLeastScale = 50, kMostScale = 5e7;

}  // namespace

void MapController::lookAtPlace(const geo::Box& place) {
  if (!m_project.isOpen() || place.isEmpty()) return;
  const geo::XY middle = place.centre();
  geo::Box wide = place;
  wide.add(geo::XY{middle.x - kLeastViewM / 2, middle.y - kLeastViewM / 2});
  wide.add(geo::XY{middle.x + kLeastViewM / 2, middle.y + kLeastViewM / 2});
  m_hasFitted = true;
  geo::Box world;
  for (const geo::XY corner : {geo::XY{wide.minX, wide.minY}, geo::XY{wide.maxX, wide.minY}, geo::XY{wide.maxX, wide.maxY}, geo::XY{wide.minX, wide.maxY}})
    if (const auto lonLat = geo::toLonLat(m_project.snapshot()->crs, corner)) world.add(worldOf(*lonLat));
  fit(world);
}

void MapController::setScale(double denominator) {
  if (!(denominator >= kLeastScale && denominator <= kMostScale)) return;
  m_hasFitted = true;
  zoomStep(std::log2(m_camera.scaleDenominator() / denominator));
}

void MapController::lookAtLonLat(double lon, double lat, double zoom, double bearingDeg) {
  m_hasFitted = true;
  emit cameraMoveRequested(QGeoCoordinate(lat, lon), zoom, bearingDeg);
}

void MapController::chooseFeature(const layers::Uid& uid) {
  const auto place = m_project.isOpen() ? m_project.snapshot()->content->find(uid) : std::nullopt;
  if (!place) return;
  m_selection.choose(m_project.snapshot()->content->tableAt(*place).name(), {place->row});
  showFeature(*place);
  fitSelection();
}

void MapController::chooseWith(CityContent::Place feature) {
  const std::string& table = m_project.snapshot()->content->tableAt(feature).name();
  const auto& rows = m_selection.rows();
  const bool isChosen = m_selection.table().toStdString() == table && std::binary_search(rows.begin(), rows.end(), feature.row);
  if (!isChosen) m_selection.choose(table, {feature.row});
  showFeature(feature);
}

void MapController::fitSelection() { lookAtPlace(m_selection.box()); }

QString MapController::tableOf(const QString& layerKey) const {
  const layers::ThemeLayer* layer = m_look.theme.findLayer(layerKey.toStdString());
  return layer ? QString::fromStdString(layer->table) : QString();
}

void MapController::fitLayer(const QString& key) {
  if (const MapLayer* layer = m_layers.find(key)) fit(layer->world());
}

}  // namespace pianqu::app
