#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "layers/scene/scene.hpp"

namespace pianqu::layers {

/// Where the coordinates of a feature are kept; all empty: no geometry.
struct ShapeView {
  const geo::MultiPolygon<geo::XY>* polygons = nullptr;
  std::span<const geo::Line<geo::XY>> lines;
  std::span<const geo::XY> points;

  geo::Box box() const;
};
ShapeView shapeViewOf(const geo::XYGeometry& geometry);

/// One layer of a theme, feature by feature: what a Scene would hold of it, made for the features that are asked for. A window on a city of a
/// million buildings draws from this and never has the whole Scene. Any thread; what it looks at must not change.
class LayerSource {
 public:
  explicit LayerSource(ThemeLayer layer) : m_layer(std::move(layer)) {}
  virtual ~LayerSource() = default;
  const ThemeLayer& layer() const { return m_layer; }

  virtual std::size_t size() const = 0;
  virtual ShapeView shape(std::size_t feature) const = 0;
  virtual const Symbol* symbol(std::size_t feature) const = 0;      ///< nullptr: the theme does not draw it
  /// Drawn below the features as well: the edges of roads.
  virtual std::vector<const Symbol*> symbolsBelow() const { return {}; }
  virtual const Uid& uid(std::size_t feature) const = 0;
  /// Changes when the feature is drawn differently, in the same symbols. Never 0.
  virtual std::uint64_t looks(std::size_t feature) const = 0;
  virtual double widthM(std::size_t) const { return 0; }            ///< on the ground, of a line that is drawn as an area
  /// The features as items of one layer, edges below surfaces; no layer at all when none is drawn.
  virtual Scene scene(std::span<const std::uint32_t> features) const = 0;

 private:
  ThemeLayer m_layer;
};
using LayerSourcePtr = std::shared_ptr<const LayerSource>;

/// By layer of a theme, for each feature of its table whether it is drawn; layers that are not in it show all.
using ShownRows = std::map<std::string, std::vector<bool>>;

/// The layers of `theme` over `city`, bottom first, those without a feature left out.
/// cost      0.3 us a feature to find its symbol, 2 bytes to keep it
std::vector<LayerSourcePtr> cityLayers(std::shared_ptr<const City> city, std::shared_ptr<const Theme> theme, const ShownRows& shown = {});
/// The layers of a scene, for what is worked out as a whole: a plan.
std::vector<LayerSourcePtr> sceneLayers(Scene scene, const Theme& theme);

}  // namespace pianqu::layers
