#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "geo/shape/shape.hpp"
#include "layers/feature/city.hpp"
#include "layers/style/style.hpp"

/// Map layers as things to draw, from the bottom to the top: in project coordinates, sizes in millimetres on paper, nothing of a screen or a printer.
namespace pianqu::layers {

/// A text at a place. `angle` in degrees counter-clockwise; lines keep the text along them.
struct SceneLabel {
  std::string text;                ///< may hold line breaks
  geo::XY at;
  double angleDeg = 0;
  geo::Line<geo::XY> along;        ///< the line that it slides along and turns with; empty: it moves around `at`
  bool mayMove = true;             ///< false: at `at` or not at all
  int boost = 0;                   ///< added to the priority of the symbol's label
};

/// One feature in one symbol. `symbol` points into Scene::symbols.
struct SceneItem {
  std::size_t symbol = 0;
  Uid uid;                         ///< of the feature, for identify; empty for decoration
  geo::XYGeometry geometry;        ///< points are markers, lines are strokes, polygons are fills with outline and hatch
  int flow = 0;                    ///< of a line: 1 arrows along it, -1 against it, 0 none
  std::optional<SceneLabel> label;
};

struct SceneLayer {
  std::string key, zh, en;         ///< of the theme: "building", 建筑
  std::vector<SceneItem> items;
};

struct Scene {
  std::vector<Symbol> symbols;     ///< those in use
  std::vector<SceneLayer> layers;  ///< bottom first; layers without features are left out

  geo::Box box() const;
  const SceneLayer* find(std::string_view layerKey) const;
};

struct SceneOptions {
  std::optional<geo::Box> box;             ///< only features whose box meets it
  std::unordered_set<Uid> hidden;          ///< features left out, since something planned is drawn in their place
};

/// What was imported, without any plan. The scene of a city with its plan is sceneOf in layers/sheet/plan_scene.hpp.
Scene sceneOf(const City& city, const Theme& theme, const SceneOptions& options = {});

/// A good place for a label: the centre of mass of the largest part when it lies inside, else a point well inside; the middle of the
/// longest line, with its direction; the first point. nullopt for empty geometry.
std::optional<SceneLabel> labelFor(const geo::XYGeometry& geometry, std::string text);

/// Any shapes in one symbol, for `pianqu draw` of WKT.
Scene sceneOf(const std::vector<geo::XYGeometry>& shapes, const Symbol& symbol);

/// Makes scenes feature by feature; keeps one copy of each symbol. Layers are ordered by the theme at the end.
class SceneBuilder {
 public:
  explicit SceneBuilder(const Theme& theme) : m_theme(theme) {}
  /// Does nothing when the theme lacks the layer or the symbol. Returns the item added, valid until the next call.
  SceneItem* add(std::string_view layerKey, std::string_view symbolKey, Uid uid, geo::XYGeometry geometry);
  void addLayers(Scene other);             ///< of the same theme
  Scene take() &&;

 private:
  std::size_t symbolAt(const Symbol& symbol);
  SceneLayer* layerAt(std::string_view layerKey);
  const Theme& m_theme;
  Scene m_scene;
  std::map<std::string, std::size_t> m_symbolAt;
};

}  // namespace pianqu::layers
