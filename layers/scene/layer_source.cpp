#include "layers/scene/layer_source.hpp"

#include "layers/scene/fingerprint.hpp"

namespace pianqu::layers {
namespace {

std::uint64_t fingerprintOf(const SceneItem& item, const Symbol& symbol) {
  Fingerprint print;
  print.add(std::string_view(symbol.key));
  print.add(item.uid.str());
  print.add(static_cast<std::uint64_t>(item.flow));
  print.add(shapeViewOf(item.geometry));
  if (!item.label) return print.value();
  print.add(std::string_view(item.label->text));
  print.add(item.label->at);
  return print.value();
}

class SceneSource final : public LayerSource {
 public:
  SceneSource(ThemeLayer layer, std::shared_ptr<const Scene> scene, std::size_t position)
      : LayerSource(std::move(layer)), m_scene(std::move(scene)), m_items(m_scene->layers[position]) {}

  std::size_t size() const override { return m_items.items.size(); }
  ShapeView shape(std::size_t feature) const override { return shapeViewOf(m_items.items[feature].geometry); }
  const Symbol* symbol(std::size_t feature) const override { return &m_scene->symbols[m_items.items[feature].symbol]; }
  const Uid& uid(std::size_t feature) const override { return m_items.items[feature].uid; }
  std::uint64_t looks(std::size_t feature) const override { return fingerprintOf(m_items.items[feature], *symbol(feature)); }

  Scene scene(std::span<const std::uint32_t> features) const override {
    Scene part;
    if (features.empty()) return part;
    part.symbols = m_scene->symbols;
    part.layers.push_back({m_items.key, m_items.zh, m_items.en, {}});
    for (const std::uint32_t feature : features) part.layers.back().items.push_back(m_items.items[feature]);
    return part;
  }

 private:
  std::shared_ptr<const Scene> m_scene;
  const SceneLayer& m_items;
};

}  // namespace

geo::Box ShapeView::box() const {
  geo::Box box;
  if (polygons)
    for (const auto& polygon : *polygons)
      for (const geo::XY point : polygon.outer) box.add(point);
  for (const auto& line : lines)
    for (const geo::XY point : line) box.add(point);
  for (const geo::XY point : points) box.add(point);
  return box;
}

ShapeView shapeViewOf(const geo::XYGeometry& geometry) {
  if (const auto* polygons = std::get_if<geo::XYGeometry::Polygons>(&geometry.value)) return {&polygons->polygons, {}, {}};
  if (const auto* lines = std::get_if<geo::XYGeometry::Lines>(&geometry.value)) return {nullptr, lines->lines, {}};
  if (const auto* points = std::get_if<geo::XYGeometry::Points>(&geometry.value)) return {nullptr, {}, points->points};
  return {};
}

std::vector<LayerSourcePtr> sceneLayers(Scene scene, const Theme& theme) {
  const auto shared = std::make_shared<const Scene>(std::move(scene));
  std::vector<LayerSourcePtr> sources;
  for (std::size_t i = 0; i < shared->layers.size(); ++i) {
    const SceneLayer& layer = shared->layers[i];
    const ThemeLayer* themed = theme.findLayer(layer.key);
    sources.push_back(std::make_shared<SceneSource>(themed ? *themed : ThemeLayer{.key = layer.key, .zh = layer.zh, .en = layer.en}, shared, i));
  }
  return sources;
}

}  // namespace pianqu::layers
