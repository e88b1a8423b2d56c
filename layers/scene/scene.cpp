#include "layers/scene/scene.hpp"

#include <algorithm>

namespace pianqu::layers {

geo::Box Scene::box() const {
  geo::Box box;
  for (const auto& layer : layers) for (const auto& item : layer.items) box.add(geo::boxOf(item.geometry));
  return box;
}

const SceneLayer* Scene::find(std::string_view layerKey) const {
  const auto it = std::find_if(layers.begin(), layers.end(), [layerKey](const SceneLayer& layer) { return layer.key == layerKey; });
  return it == layers.end() ? nullptr : &*it;
}

std::size_t SceneBuilder::symbolAt(const Symbol& symbol) {
  const auto it = m_symbolAt.find(symbol.key);
  if (it != m_symbolAt.end()) return it->second;
  m_scene.symbols.push_back(symbol);
  return m_symbolAt.emplace(symbol.key, m_scene.symbols.size() - 1).first->second;
}

SceneLayer* SceneBuilder::layerAt(std::string_view layerKey) {
  const auto it = std::find_if(m_scene.layers.begin(), m_scene.layers.end(), [layerKey](const SceneLayer& layer) { return layer.key == layerKey; });
  if (it != m_scene.layers.end()) return &*it;
  const ThemeLayer* themed = m_theme.findLayer(layerKey);
  if (!themed) return nullptr;
  m_scene.layers.push_back({themed->key, themed->zh, themed->en, {}});
  return &m_scene.layers.back();
}

SceneItem* SceneBuilder::add(std::string_view layerKey, std::string_view symbolKey, Uid uid, geo::XYGeometry geometry) {
  const Symbol* symbol = m_theme.find(symbolKey);
  SceneLayer* layer = symbol && !geometry.isEmpty() ? layerAt(layerKey) : nullptr;
  if (!layer) return nullptr;
  layer->items.push_back({symbolAt(*symbol), std::move(uid), std::move(geometry), 0, std::nullopt});
  return &layer->items.back();
}

void SceneBuilder::addLayers(Scene other) {
  for (auto& source : other.layers) {
    SceneLayer* layer = layerAt(source.key);
    if (!layer) continue;
    for (auto& item : source.items) {
      item.symbol = symbolAt(other.symbols[item.symbol]);
      layer->items.push_back(std::move(item));
    }
  }
}

Scene SceneBuilder::take() && {
  std::vector<SceneLayer> ordered;
  for (const ThemeLayer& themed : m_theme.layers) {
    for (auto& layer : m_scene.layers) if (layer.key == themed.key && !layer.items.empty()) ordered.push_back(std::move(layer));
  }
  m_scene.layers = std::move(ordered);
  return std::move(m_scene);
}

Scene sceneOf(const std::vector<geo::XYGeometry>& shapes, const Symbol& symbol) {
  Scene scene;
  scene.symbols.push_back(symbol);
  scene.layers.push_back({"shape", symbol.zh, symbol.en, {}});
  for (const auto& shape : shapes) if (!shape.isEmpty()) scene.layers.back().items.push_back({0, {}, shape, 0, std::nullopt});
  return scene;
}

}  // namespace pianqu::layers
