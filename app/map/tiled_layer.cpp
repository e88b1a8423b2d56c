#include "app/map/tiled_layer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "app/map/camera_view.hpp"
#include "app/map/scene_drawing.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

/// Outline points in view that are drawn as they are; with more, density. A frame of the CPU rasteriser takes about 0.7 us a point, and soft edges of a picture say more of buildings of 9 pixels than hard ones.
constexpr double kMostPointsInView = 25000;

bool isDrawn(const layers::ShapeView& shape) { return shape.polygons ? !shape.polygons->empty() : !shape.lines.empty() || !shape.points.empty(); }

bool suits(const layers::Symbol& symbol, const layers::ShapeView& shape) {
  switch (symbol.shape) {
    case layers::SymbolShape::Area: return shape.polygons != nullptr;
    case layers::SymbolShape::Line: return !shape.lines.empty();
    case layers::SymbolShape::Point: return !shape.points.empty();
  }
  return false;
}

void widen(std::optional<double>& scale, double other) {
  if (!scale) scale = other;
  else scale = *scale == 0 || other == 0 ? 0 : std::max(*scale, other);
}

}  // namespace

double PyramidSquare::sideM(int level) { return 2 * kMercatorHalfM / std::exp2(level); }

int PyramidSquare::levelFor(double pixelsPerMetre) {
  return std::clamp(static_cast<int>(std::ceil(std::log2(pixelsPerMetre * 2 * kMercatorHalfM / kSidePx) - 0.35)), 0, 24);
}

geo::Box PyramidSquare::world() const {
  const double side = sideM(level);
  return {x * side - kMercatorHalfM, kMercatorHalfM - (y + 1) * side, (x + 1) * side - kMercatorHalfM, kMercatorHalfM - y * side};
}

geo::Result<TiledLayerPtr> TiledLayer::build(layers::LayerSourcePtr source, const geo::Crs& crs, double pixelsPerMm, geo::Progress& progress) {
  std::map<double, std::vector<std::uint32_t>> byScale;
  geo::Box box;
  std::size_t count = 0;
  const layers::Symbol* first = nullptr;   // stands for the layer in lists: if there is one, a symbol for shapes of this kind
  bool isTypical = false;
  std::optional<double> labelScale;
  const layers::Symbol* last = nullptr;
  std::vector<const layers::Symbol*> symbols;
  for (std::size_t i = 0; i < source->size(); ++i) {
    if (i % 4096 == 0 && progress.isCancelled()) return geo::fail(geo::ErrorCode::Cancelled, "Drawing the map was stopped.");
    const layers::Symbol* symbol = source->symbol(i);
    const layers::ShapeView shape = source->shape(i);
    if (!symbol || !isDrawn(shape)) continue;
    box.add(shape.box());
    byScale[symbol->maxScale].push_back(static_cast<std::uint32_t>(i));
    count += symbol->key.ends_with(".casing") ? 0 : 1;  // the edge of a road is no second road
    if (!isTypical) {
      isTypical = suits(*symbol, shape);
      if (!first || isTypical) first = symbol;
    }
    if (symbol != last && !source->layer().label.empty() && symbol->label.isShown()) widen(labelScale, labelScaleOf(*symbol));
    if (symbol != last && std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) symbols.push_back(symbol);
    last = symbol;
  }
  if (box.isEmpty()) box.add(geo::XY{0, 0});
  auto grid = ProjectionGrid::make(crs, box);
  if (!grid) return geo::fail(std::move(grid));
  std::shared_ptr<TiledLayer> layer(new TiledLayer(std::move(source), crs, pixelsPerMm, std::move(*grid)));
  for (auto& [maxScale, features] : byScale) {
    layer->m_groups.push_back({maxScale, FeatureTree(*layer->m_source, std::move(features), layer->m_grid)});
    layer->m_world.add(layer->m_groups.back().tree.world());
  }
  layer->m_atlas = StampAtlas::make(symbols, pixelsPerMm);
  for (const layers::Symbol* below : layer->m_source->symbolsBelow()) symbols.push_back(below);
  layer->m_symbols = std::move(symbols);
  layer->m_featureCount = count;
  layer->m_firstSymbol = first;
  layer->m_labelScale = labelScale;
  return layer;
}

bool TiledLayer::hasSameStyle(const TiledLayer& other) const {
  const auto isAlike = [&other](const layers::Symbol* symbol) {
    return std::none_of(other.m_symbols.begin(), other.m_symbols.end(), [symbol](const layers::Symbol* each) { return each->key == symbol->key && *each != *symbol; });
  };
  return m_crs == other.m_crs && m_pixelsPerMm == other.m_pixelsPerMm && m_source->layer().label == other.m_source->layer().label && std::all_of(m_symbols.begin(), m_symbols.end(), isAlike);
}

bool TiledLayer::isDense(const ScaleGroup& group, double pixelsPerMetre, QSizeF viewPx) const {
  if (static_cast<double>(group.tree.pointCount()) <= kMostPointsInView) return false;
  const double viewM2 = viewPx.width() * viewPx.height() / (pixelsPerMetre * pixelsPerMetre);
  return group.tree.pointDensity() * viewM2 > kMostPointsInView;
}

geo::Result<GeometryTile> TiledLayer::makeTile(const ScaleGroup& group, const FeatureLeaf& leaf, geo::Progress& progress) const {
  const layers::Scene scene = m_source->scene(group.tree.featuresOf(leaf));
  if (scene.layers.empty()) return GeometryTile{};
  return buildTile(drawingOf(scene, scene.layers.front(), m_pixelsPerMm, m_atlas), m_crs, progress);
}

geo::Result<LabelSet> TiledLayer::makeLabels(const ScaleGroup& group, const FeatureLeaf& leaf, std::size_t atMost) const {
  const auto all = group.tree.featuresOf(leaf);
  std::vector<std::uint32_t> features;
  for (const std::uint32_t feature : all)
    if (const layers::Symbol* symbol = m_source->symbol(feature); symbol && symbol->label.isShown()) features.push_back(feature);
  if (atMost > 0 && features.size() > atMost) {
    // The important and then the large ones: they are what a name says most about.
    const auto weight = [this](std::uint32_t feature) {
      const geo::Box box = m_source->shape(feature).box();
      return std::pair(m_source->symbol(feature)->label.priority, box.width() * box.height());
    };
    std::vector<std::pair<std::pair<int, double>, std::uint32_t>> weighed;
    for (const std::uint32_t feature : features) weighed.emplace_back(weight(feature), feature);
    std::partial_sort(weighed.begin(), weighed.begin() + static_cast<std::ptrdiff_t>(atMost), weighed.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    features.clear();
    for (std::size_t i = 0; i < atMost; ++i) features.push_back(weighed[i].second);
  }
  const layers::Scene scene = m_source->scene(features);
  if (scene.layers.empty()) return LabelSet{};
  return labelsOf(scene, scene.layers.front(), m_crs, m_pixelsPerMm);
}

std::optional<std::size_t> TiledLayer::pick(geo::XY point, double toleranceM, double scaleDenominator) const {
  std::optional<std::size_t> nearest, smallest;
  double nearestM = toleranceM, smallestM2 = std::numeric_limits<double>::infinity();
  geo::Box at;
  at.add(point);
  const geo::Box around = at.grownBy(toleranceM);
  for (const ScaleGroup& group : m_groups) {
    if (group.maxScale > 0 && scaleDenominator > group.maxScale) continue;
    group.tree.visit(around, [&](std::uint32_t feature) {
      const layers::ShapeView shape = m_source->shape(feature);
      if (!shape.box().intersects(around) || m_source->uid(feature).empty()) return;
      for (const geo::XY each : shape.points)
        if (const double metres = geo::distance(each, point); metres <= nearestM) nearest = feature, nearestM = metres;
      for (const auto& line : shape.lines)
        if (const double metres = geo::distanceToLine(point, line); metres <= nearestM) nearest = feature, nearestM = metres;
      if (!shape.polygons || !geo::contains(*shape.polygons, point)) return;
      if (const double area = geo::areaOf(*shape.polygons).value; area < smallestM2) smallest = feature, smallestM2 = area;
    });
  }
  return nearest ? nearest : smallest;
}

}  // namespace pianqu::app
