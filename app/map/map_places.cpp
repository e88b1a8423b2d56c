#include <algorithm>
#include <cmath>

#include "app/map/map_controller.hpp"
#include "app/model/table_rows.hpp"

namespace pianqu::app {
namespace {

constexpr double kLeastViewM = 120;          // a manhole is shown with its surroundings
constexpr std::size_t kMostHighlighted = 5000;  // beyond that the map would be one colour
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
  showFeature(*place);
  highlight({uid}, true);
}

void MapController::highlight(const std::vector<layers::Uid>& uids, bool isZoomed) {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (!snapshot) return;
  Drawing drawing{{m_highlightPen}, {}};
  geo::Box box;
  for (std::size_t i = 0; i < std::min(uids.size(), kMostHighlighted); ++i) {
    const auto place = snapshot->content->find(uids[i]);
    if (!place) continue;
    const geo::XYGeometry geometry = geometryAt(*snapshot->content, place->table, place->row);
    if (geometry.isEmpty()) continue;
    box.add(geo::boxOf(geometry));
    drawing.features.push_back({geometry, 0});
  }
  auto geometry = buildGeometry(std::move(drawing), snapshot->crs);
  m_highlight.setGeometry(geometry && geometry->featureCount > 0 ? std::make_shared<const MapGeometry>(std::move(*geometry)) : nullptr);
  if (isZoomed) lookAtPlace(box);
}

}  // namespace pianqu::app
