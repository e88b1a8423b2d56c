#include "app/map/map_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "app/map/camera_view.hpp"
#include "app/map/ears.hpp"
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

/// Every n-th point, so that a ring of millions does not keep the map waiting.
void thin(geo::Ring<geo::XY>& ring) {
  const std::size_t step = ring.size() / kMostRingPoints + 1;
  if (step == 1) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); i += step) ring[kept++] = ring[i];
  ring[kept++] = ring.back();
  ring.resize(kept);
}

/// One bulk call for all points: a call a feature would cost more than the projection itself.
geo::Result<void> project(Drawing& drawing, const geo::Crs& crs) {
  std::vector<geo::XY> all;
  for (auto& feature : drawing.features)
    if (!std::holds_alternative<Points>(feature.geometry.value)) visitPaths(feature.geometry, thin);
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

/// Corners and triangles of a polygon, three positions each.
struct Triangles {
  std::vector<geo::XY> corners;
  std::vector<std::uint32_t> indices;
};

Triangles trianglesOf(const geo::Polygon<geo::XY>& polygon) {
  Triangles triangles;
  if (polygon.holes.empty()) triangles.indices = cutEars(polygon.outer);
  if (!triangles.indices.empty()) {
    triangles.corners = polygon.outer;
    return triangles;
  }
  if (auto found = geo::triangulate(polygon)) triangles.corners = std::move(*found);
  for (std::uint32_t i = 0; i < triangles.corners.size(); ++i) triangles.indices.push_back(i);
  return triangles;
}

void addFill(GeometryTile& tile, const Triangles& triangles, const QColor& colour) {
  const QRgb rgb = qPremultiply(colour.rgba());
  const auto first = static_cast<std::uint32_t>(tile.fills.size());
  for (const geo::XY corner : triangles.corners)
    tile.fills.push_back({static_cast<float>(corner.x - tile.origin.x), static_cast<float>(tile.origin.y - corner.y), static_cast<std::uint8_t>(qRed(rgb)),
                          static_cast<std::uint8_t>(qGreen(rgb)), static_cast<std::uint8_t>(qBlue(rgb)), static_cast<std::uint8_t>(qAlpha(rgb))});
  for (const std::uint32_t i : triangles.indices) tile.fillIndices.push_back(first + i);
}

void addHatch(GeometryTile& tile, const Triangles& triangles, const Pen& pen) {
  const QRgb rgb = qPremultiply(pen.stroke.rgba());
  const auto first = static_cast<std::uint32_t>(tile.hatches.size());
  constexpr std::array<float, 7> kKinds{0, 1, 2, 3, 4, 5, 6};   // None, Diagonal, BackDiagonal, Cross, Horizontal, Vertical, Dots: as the shader knows them
  const float kind = kKinds[static_cast<std::size_t>(pen.hatch)];
  for (const geo::XY corner : triangles.corners)
    tile.hatches.push_back({static_cast<float>(corner.x - tile.origin.x), static_cast<float>(tile.origin.y - corner.y), kind, pen.hatchPx, static_cast<std::uint8_t>(qRed(rgb)),
                            static_cast<std::uint8_t>(qGreen(rgb)), static_cast<std::uint8_t>(qBlue(rgb)), static_cast<std::uint8_t>(qAlpha(rgb))});
  for (const std::uint32_t i : triangles.indices) tile.hatchIndices.push_back(first + i);
}

void addPolygon(GeometryTile& tile, const geo::Polygon<geo::XY>& polygon, const Pen& pen, double stretch) {
  const bool isFilled = pen.fill.isValid() && pen.fill.alpha() > 0, isHatched = pen.hatch != layers::Hatch::None && pen.stroke.isValid();
  if (isFilled || isHatched) {
    const Triangles triangles = trianglesOf(polygon);
    if (isFilled) addFill(tile, triangles, pen.fill);
    if (isHatched) addHatch(tile, triangles, pen);
  }
  if (!pen.stroke.isValid()) return;
  if (pen.hasCrosses) {
    const geo::Box box = geo::boxOf(polygon);
    addStroke(tile, {{box.minX, box.minY}, {box.maxX, box.maxY}}, pen, stretch);
    addStroke(tile, {{box.minX, box.maxY}, {box.maxX, box.minY}}, pen, stretch);
  }
  addStroke(tile, polygon.outer, pen, stretch);
  for (const auto& hole : polygon.holes) addStroke(tile, hole, pen, stretch);
}

/// Something of no size is still there: a dot says where.
void addDot(GeometryTile& tile, geo::XY point, const Pen& pen, double stretch) {
  Pen dot = pen;
  dot.radiusPx = std::max(1.0F, pen.widthPx);
  dot.groundRadiusM = 0;
  addDisc(tile, point, dot, stretch);
}

void addFeature(GeometryTile& tile, const DrawnFeature& feature, const Pen& pen, double stretch) {
  const geo::XYGeometry& geometry = feature.geometry;
  if (const auto* points = std::get_if<Points>(&geometry.value)) {
    for (const geo::XY point : points->points) pen.marker ? addMarker(tile, point, pen, stretch) : addDisc(tile, point, pen, stretch);
    return;
  }
  const geo::Box box = geo::boxOf(geometry);
  if (box.width() == 0 && box.height() == 0) return addDot(tile, box.centre(), pen, stretch);
  if (const auto* lines = std::get_if<Lines>(&geometry.value))
    for (const auto& line : lines->lines) {
      addStroke(tile, line, pen, stretch);
      addStampsAlong(tile, line, pen, feature.flow);
    }
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

geo::Result<GeometryTile> buildTile(Drawing drawing, const geo::Crs& crs, geo::Progress& progress) {
  if (auto done = project(drawing, crs); !done) return geo::fail(std::move(done));
  GeometryTile tile;
  const std::vector<geo::Box> boxes = boxesOf(drawing);
  for (const auto& box : boxes)
    if (!box.isEmpty()) tile.box.add(box);
  if (tile.box.isEmpty()) return tile;
  tile.origin = tile.box.centre();
  const double stretch = mercatorStretch(tile.origin);
  std::size_t count = 0;
  for (std::size_t i = 0; i < drawing.features.size(); ++i) {
    if (i % 256 == 0 && progress.isCancelled()) return geo::fail(geo::ErrorCode::Cancelled, "Drawing the map was stopped.");
    if (boxes[i].isEmpty()) continue;
    addFeature(tile, drawing.features[i], drawing.pens[drawing.features[i].pen], stretch);
    tile.featureSizeM += std::sqrt(boxes[i].width() * boxes[i].height());
    ++count;
  }
  tile.featureSizeM /= static_cast<double>(std::max<std::size_t>(count, 1));
  if (!tile.stamps.empty()) tile.atlas = drawing.atlas;
  return tile;
}

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
    addFeature(tile, drawing.features[i], pen, stretch);
    ++geometry.featureCount;
  }
  for (auto& [key, tile] : grid) {
    tile.featureSizeM /= static_cast<double>(counts[&tile]);
    if (!tile.stamps.empty()) tile.atlas = drawing.atlas;
    geometry.tiles.push_back(std::move(tile));
  }
  return geometry;
}

}  // namespace pianqu::app
