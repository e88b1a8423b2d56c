#include "app/map/spatial_selection.hpp"

#include <algorithm>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::app {
namespace {

bool containsAll(const geo::MultiPolygon<geo::XY>& area, std::span<const geo::XY> points) {
  return std::all_of(points.begin(), points.end(), [&](geo::XY point) { return geo::contains(area, point); });
}

/// By the corners: a building of which all corners lie inside is meant, even where the line drawn by hand cuts across it between them.
bool isInside(const geo::MultiPolygon<geo::XY>& area, const layers::ShapeView& shape) {
  if (!containsAll(area, shape.points)) return false;
  for (const auto& line : shape.lines)
    if (!containsAll(area, line)) return false;
  if (shape.polygons)
    for (const auto& polygon : *shape.polygons)
      if (!containsAll(area, polygon.outer)) return false;
  return true;
}

bool isTouching(const geo::MultiPolygon<geo::XY>& area, const layers::ShapeView& shape) {
  const auto isIn = [&](geo::XY point) { return geo::contains(area, point); };
  if (std::any_of(shape.points.begin(), shape.points.end(), isIn)) return true;
  for (const auto& line : shape.lines)
    if (std::any_of(line.begin(), line.end(), isIn) || geo::intersects(line, area)) return true;
  if (!shape.polygons) return false;
  for (const auto& polygon : *shape.polygons)
    if (std::any_of(polygon.outer.begin(), polygon.outer.end(), isIn)) return true;
  return geo::intersects(*shape.polygons, area);
}

bool hasShape(const layers::ShapeView& shape) { return shape.polygons || !shape.lines.empty() || !shape.points.empty(); }

constexpr double kLineReachM = 0.01;

geo::XYGeometry geometryOf(const layers::ShapeView& view) {
  if (view.polygons) return {geo::XYGeometry::Polygons{*view.polygons}};
  if (!view.lines.empty()) return {geo::XYGeometry::Lines{{view.lines.begin(), view.lines.end()}}};
  return {geo::XYGeometry::Points{{view.points.begin(), view.points.end()}}};
}

/// What the feature covers with `withinM` around it; nothing where that cannot be worked out.
geo::MultiPolygon<geo::XY> groundOf(const layers::ShapeView& shape, double withinM) {
  if (shape.polygons && withinM <= 0) return *shape.polygons;
  return geo::bufferOf(geometryOf(shape), std::max(withinM, kLineReachM)).value_or(geo::MultiPolygon<geo::XY>{});
}

class ChosenSource final : public layers::LayerSource {
 public:
  ChosenSource(layers::LayerSourcePtr source, std::vector<std::size_t> features, const layers::Symbol& symbol)
      : LayerSource(layers::ThemeLayer{.key = source->layer().key}), m_source(std::move(source)), m_features(std::move(features)), m_symbol(symbol) {}

  std::size_t size() const override { return m_features.size(); }
  layers::ShapeView shape(std::size_t feature) const override { return m_source->shape(m_features[feature]); }
  const layers::Symbol* symbol(std::size_t) const override { return &m_symbol; }
  const layers::Uid& uid(std::size_t feature) const override { return m_source->uid(m_features[feature]); }
  std::uint64_t looks(std::size_t feature) const override { return m_source->looks(m_features[feature]); }

  layers::Scene scene(std::span<const std::uint32_t> features) const override {
    layers::Scene scene;
    scene.symbols.push_back(m_symbol);
    scene.layers.push_back({layer().key, "", "", {}});
    for (const std::uint32_t feature : features) {
      layers::SceneItem item;
      item.uid = uid(feature);
      item.geometry = geometryOf(shape(feature));
      scene.layers.back().items.push_back(std::move(item));
    }
    return scene;
  }

 private:
  layers::LayerSourcePtr m_source;
  std::vector<std::size_t> m_features;
  layers::Symbol m_symbol;
};

}  // namespace

std::vector<std::size_t> featuresIn(const TiledLayer& layer, const geo::MultiPolygon<geo::XY>& area, SpatialRelation relation, geo::Progress& progress) {
  std::vector<std::size_t> found;
  const geo::Box box = geo::boxOf(area);
  for (const ScaleGroup& group : layer.groups()) {
    if (progress.isCancelled()) return {};
    group.tree.visit(box, [&](std::uint32_t feature) {
      const layers::ShapeView shape = layer.source().shape(feature);
      if (!hasShape(shape) || layer.source().uid(feature).empty() || !shape.box().intersects(box)) return;
      if (relation == SpatialRelation::Inside ? isInside(area, shape) : isTouching(area, shape)) found.push_back(feature);
    });
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::size_t> featuresRelated(const TiledLayer& layer, const TiledLayer& otherLayer, const std::vector<std::size_t>& others, const SpatialReach& reach, geo::Progress& progress) {
  std::vector<std::size_t> found;
  for (const std::size_t other : others) {
    if (progress.isCancelled()) return {};
    const auto own = featuresIn(layer, groundOf(otherLayer.source().shape(other), reach.withinM), reach.relation, progress);
    found.insert(found.end(), own.begin(), own.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

layers::LayerSourcePtr chosenOf(layers::LayerSourcePtr source, std::vector<std::size_t> features, const layers::Symbol& symbol) {
  return std::make_shared<ChosenSource>(std::move(source), std::move(features), symbol);
}

}  // namespace pianqu::app
