#include "app/map/scene_drawing.hpp"

#include <algorithm>
#include <limits>

#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

using Points = geo::XYGeometry::Points;
using Lines = geo::XYGeometry::Lines;
using Polygons = geo::XYGeometry::Polygons;

/// Markers have their size on paper down to this scale; in smaller ones they shrink, or hundreds would hide the city.
constexpr double kFullMarkerScale = 1000;

/// A district's boundary is wide on paper, where it is seen from across a table.
constexpr double kWidestLinePx = 3;

std::vector<geo::Box> boxesOf(const layers::SceneLayer& layer) {
  std::vector<geo::Box> boxes;
  boxes.reserve(layer.items.size());
  for (const auto& item : layer.items) boxes.push_back(geo::boxOf(item.geometry));
  return boxes;
}

/// Metres to a point or line; infinity for polygons.
double distanceTo(const geo::XYGeometry& geometry, geo::XY point) {
  double nearest = std::numeric_limits<double>::infinity();
  if (const auto* points = std::get_if<Points>(&geometry.value))
    for (const geo::XY at : points->points) nearest = std::min(nearest, geo::distance(at, point));
  if (const auto* lines = std::get_if<Lines>(&geometry.value))
    for (const auto& line : lines->lines) nearest = std::min(nearest, geo::distanceToLine(point, line));
  return nearest;
}

}  // namespace

QColor toQt(layers::Colour colour) { return QColor(colour.r, colour.g, colour.b, colour.a); }

Pen penOf(const layers::Symbol& symbol, double pixelsPerMm) {
  Pen pen;
  if (symbol.fill) pen.fill = toQt(*symbol.fill);
  if (symbol.stroke && symbol.strokeMm > 0) pen.stroke = toQt(*symbol.stroke);
  pen.widthPx = static_cast<float>(std::clamp(symbol.strokeMm * pixelsPerMm, 0.6, kWidestLinePx));
  pen.radiusPx = static_cast<float>(std::max(symbol.markerMm * pixelsPerMm / 2, 1.2));
  pen.groundRadiusM = static_cast<float>(symbol.markerMm / 2 * kFullMarkerScale / 1000);
  // Chain lines with two dots are drawn with one: the shader knows four parts.
  for (std::size_t i = 0; i < pen.dashPx.size() && i < symbol.dashMm.size(); ++i) pen.dashPx[i] = static_cast<float>(symbol.dashMm[i] * pixelsPerMm);
  pen.maxScale = symbol.maxScale;
  return pen;
}

Drawing drawingOf(const layers::Scene& scene, const layers::SceneLayer& layer, double pixelsPerMm) {
  Drawing drawing;
  for (const auto& symbol : scene.symbols) drawing.pens.push_back(penOf(symbol, pixelsPerMm));
  drawing.features.reserve(layer.items.size());
  for (const auto& item : layer.items) drawing.features.push_back({item.geometry, item.symbol});
  return drawing;
}

LayerPicker::LayerPicker(std::shared_ptr<const layers::Scene> scene, std::size_t layer)
    : m_scene(std::move(scene)), m_layer(layer), m_index(boxesOf(m_scene->layers[layer])) {}

std::optional<layers::Uid> LayerPicker::pick(geo::XY point, double toleranceM, double scaleDenominator) const {
  const auto& layer = m_scene->layers[m_layer];
  geo::Box around;
  around.add(point);
  const layers::SceneItem* nearest = nullptr;
  const layers::SceneItem* smallest = nullptr;
  double nearestM = toleranceM, smallestM2 = std::numeric_limits<double>::infinity();
  for (const std::size_t i : m_index.find(around.grownBy(toleranceM))) {
    const layers::SceneItem& item = layer.items[i];
    const double maxScale = m_scene->symbols[item.symbol].maxScale;
    if (item.uid.empty() || (maxScale > 0 && scaleDenominator > maxScale)) continue;
    if (const double metres = distanceTo(item.geometry, point); metres <= nearestM) {
      nearest = &item;
      nearestM = metres;
    }
    const auto* polygons = std::get_if<Polygons>(&item.geometry.value);
    if (!polygons || !geo::contains(polygons->polygons, point)) continue;
    if (const double area = geo::areaOf(polygons->polygons).value; area < smallestM2) {
      smallest = &item;
      smallestM2 = area;
    }
  }
  const layers::SceneItem* found = nearest ? nearest : smallest;
  return found ? std::optional(found->uid) : std::nullopt;
}

}  // namespace pianqu::app
