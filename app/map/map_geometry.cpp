#include "app/map/map_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "app/map/camera_view.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::app {
namespace {

using Points = geo::XYGeometry::Points;
using Lines = geo::XYGeometry::Lines;
using Polygons = geo::XYGeometry::Polygons;

constexpr double kSmallestTileM = 250;

template <class Visit>
void visitPaths(geo::XYGeometry& geometry, Visit visit) {
  if (auto* points = std::get_if<Points>(&geometry.value)) visit(points->points);
  if (auto* lines = std::get_if<Lines>(&geometry.value))
    for (auto& line : lines->lines) visit(line);
  if (auto* polygons = std::get_if<Polygons>(&geometry.value))
    for (auto& polygon : polygons->polygons) {
      visit(polygon.outer);
      for (auto& hole : polygon.holes) visit(hole);
    }
}

/// One bulk call for all points: a call a feature would cost more than the projection itself.
geo::Result<void> project(Drawing& drawing, const geo::Crs& crs) {
  std::vector<geo::XY> all;
  for (auto& feature : drawing.features)
    visitPaths(feature.geometry, [&](std::vector<geo::XY>& path) { all.insert(all.end(), path.begin(), path.end()); });
  if (auto done = geo::transform(crs, geo::Crs::webMercator(), all); !done) return done;
  auto next = all.begin();
  for (auto& feature : drawing.features)
    visitPaths(feature.geometry, [&](std::vector<geo::XY>& path) {
      std::copy_n(next, path.size(), path.begin());
      next += static_cast<std::ptrdiff_t>(path.size());
    });
  return {};
}

FillVertex fillVertex(const GeometryTile& tile, geo::XY point, const QColor& colour) {
  const QRgb rgb = qPremultiply(colour.rgba());
  return {static_cast<float>(point.x - tile.origin.x), static_cast<float>(tile.origin.y - point.y), static_cast<std::uint8_t>(qRed(rgb)),
          static_cast<std::uint8_t>(qGreen(rgb)), static_cast<std::uint8_t>(qBlue(rgb)), static_cast<std::uint8_t>(qAlpha(rgb))};
}

void addPolygon(GeometryTile& tile, const geo::Polygon<geo::XY>& polygon, const Pen& pen, double stretch) {
  if (pen.fill.isValid() && pen.fill.alpha() > 0) {
    if (const auto triangles = geo::triangulate(polygon))
      for (const geo::XY corner : *triangles) tile.fills.push_back(fillVertex(tile, corner, pen.fill));
  }
  if (!pen.stroke.isValid()) return;
  addStroke(tile, polygon.outer, pen, stretch);
  for (const auto& hole : polygon.holes) addStroke(tile, hole, pen, stretch);
}

void addFeature(GeometryTile& tile, const geo::XYGeometry& geometry, const Pen& pen, double stretch) {
  if (const auto* points = std::get_if<Points>(&geometry.value))
    for (const geo::XY point : points->points) addDisc(tile, point, pen, stretch);
  if (const auto* lines = std::get_if<Lines>(&geometry.value))
    for (const auto& line : lines->lines) addStroke(tile, line, pen, stretch);
  if (const auto* polygons = std::get_if<Polygons>(&geometry.value))
    for (const auto& polygon : polygons->polygons) addPolygon(tile, polygon, pen, stretch);
}

std::vector<geo::Box> boxesOf(const Drawing& drawing) {
  std::vector<geo::Box> boxes;
  boxes.reserve(drawing.features.size());
  for (const auto& feature : drawing.features) boxes.push_back(geo::boxOf(feature.geometry));
  return boxes;
}

double tileSideM(const geo::Box& box, std::size_t featureCount) {
  const double tiles = std::max(1.0, static_cast<double>(featureCount) / static_cast<double>(kFeaturesPerTile));
  return std::max(kSmallestTileM, std::sqrt(std::max(box.width(), 1.0) * std::max(box.height(), 1.0) / tiles));
}

}  // namespace

geo::Result<MapGeometry> buildGeometry(Drawing drawing, const geo::Crs& crs, geo::Progress& progress) {
  if (auto done = project(drawing, crs); !done) return geo::fail(std::move(done));
  MapGeometry geometry;
  geometry.isFillAbove = drawing.isFillAbove;
  const std::vector<geo::Box> boxes = boxesOf(drawing);
  for (const auto& box : boxes)
    if (!box.isEmpty()) geometry.box.add(box);
  if (geometry.box.isEmpty()) return geometry;

  const double side = tileSideM(geometry.box, drawing.features.size());
  const double stretch = mercatorStretch(geometry.box.centre());
  std::map<std::tuple<double, int, int>, GeometryTile> grid;
  std::map<const GeometryTile*, std::size_t> counts;
  for (std::size_t i = 0; i < drawing.features.size(); ++i) {
    if (i % 256 == 0 && progress.isCancelled()) return geo::fail(geo::ErrorCode::Cancelled, "Drawing the map was stopped.");
    if (boxes[i].isEmpty()) continue;
    const Pen& pen = drawing.pens[drawing.features[i].pen];
    const geo::XY middle = boxes[i].centre();
    const int column = static_cast<int>((middle.x - geometry.box.minX) / side), row = static_cast<int>((middle.y - geometry.box.minY) / side);
    GeometryTile& tile = grid[{pen.maxScale, column, row}];
    tile.maxScale = pen.maxScale;
    tile.origin = {geometry.box.minX + (column + 0.5) * side, geometry.box.minY + (row + 0.5) * side};
    tile.box.add(boxes[i]);
    tile.featureSizeM += std::sqrt(boxes[i].width() * boxes[i].height());
    ++counts[&tile];
    addFeature(tile, drawing.features[i].geometry, pen, stretch);
    ++geometry.featureCount;
  }
  for (auto& [key, tile] : grid) {
    tile.featureSizeM /= static_cast<double>(counts[&tile]);
    geometry.tiles.push_back(std::move(tile));
  }
  return geometry;
}

}  // namespace pianqu::app
