#include <algorithm>
#include <cmath>
#include <numbers>
#include <type_traits>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/feature/bindings.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::layers {
namespace {

/// A field of an entity as text; "" when unknown or when there is no such field.
template <class Entity>
std::string fieldText(const Entity& entity, std::string_view name) {
  for (const auto& binding : bindingsOf<Entity>().bindings) {
    if (binding.field.name == name) return toText(binding.get(entity));
  }
  return {};
}

constexpr std::string_view kOutOfUse = "废弃";

/// What the classification looks at: the field after the dot, with three that combine two fields; other programs get the same by styleConditions.
template <class Entity>
std::string classValue(const Entity& entity, std::string_view field) {
  if constexpr (std::is_same_v<Entity, Pipe>) {
    if ((field == "kind" || field == "drainage") && entity.status == kOutOfUse) return entity.status;
    if (field == "drainage") return entity.subclass;
    if (field == "kind") return entity.pipeClass == "PS" && !entity.subclass.empty() ? entity.subclass : entity.pipeClass;
  }
  if constexpr (std::is_same_v<Entity, PipeNode>) {
    if (field == "attachment") return entity.subclass + ":" + entity.attachment;
  }
  return fieldText(entity, field);
}

/// Fills the braces of a label template. A part between slashes whose field is unknown is left out: "{number}/{floors}F" -> "12".
template <class Entity>
std::string labelText(const Entity& entity, const std::string& pattern) {
  std::string text;
  for (std::size_t from = 0; from <= pattern.size();) {
    const std::size_t to = std::min(pattern.find('/', from), pattern.size());
    std::string part = pattern.substr(from, to - from);
    from = to + 1;
    bool isKnown = !part.empty();
    for (std::size_t open; isKnown && (open = part.find('{')) != std::string::npos;) {
      const std::size_t close = part.find('}', open);
      const std::string value = close == std::string::npos ? "" : fieldText(entity, part.substr(open + 1, close - open - 1));
      isKnown = !value.empty();
      if (isKnown) part.replace(open, close - open + 1, value);
    }
    if (isKnown) text += (text.empty() ? "" : "/") + part;
  }
  return text;
}

std::optional<double> widthOnGround(const std::string& text) {
  const auto width = toNumber(Value{text});
  return width && *width > 0 ? width : std::nullopt;
}

template <class Entity>
class LayerDrawing {
 public:
  LayerDrawing(SceneBuilder& builder, const Theme& theme, const ThemeLayer& layer, const SceneOptions& options)
      : m_builder(builder), m_theme(theme), m_layer(layer), m_options(options) {
    const std::size_t dot = layer.classification.find('.');
    m_field = dot == std::string::npos ? "" : layer.classification.substr(dot + 1);
  }

  void draw(const std::vector<Entity>& entities) {
    if (!bindingsOf<Entity>().getShape) return;
    drawAll(entities, ".casing");   // all edges below all surfaces, so that roads join
    drawAll(entities, "");
  }

 private:
  void drawAll(const std::vector<Entity>& entities, std::string_view suffix) {
    for (const Entity& entity : entities) {
      if (m_options.hidden.count(entity.uid)) continue;
      const std::string key = symbolKey(entity);
      const Symbol* symbol = key.empty() ? nullptr : m_theme.find(key + std::string(suffix));
      if (!symbol) continue;
      geo::XYGeometry shape = bindingsOf<Entity>().getShape(entity);
      if (m_options.box && !geo::boxOf(shape).intersects(*m_options.box)) continue;
      const geo::XYGeometry centre = widen(entity, *symbol, shape);
      SceneItem* item = m_builder.add(m_layer.key, symbol->key, entity.uid, std::move(shape));
      if (item && suffix.empty()) finish(entity, *symbol, centre, *item);
    }
  }

  std::string symbolKey(const Entity& entity) const {
    const std::string value = classValue(entity, m_field);
    std::string key = m_theme.classify(m_layer.classification, value);
    const std::size_t colon = value.find(':');
    if (key.empty() && colon != std::string::npos) key = m_theme.classify(m_layer.classification, value.substr(0, colon) + ":*");
    return key;
  }

  /// A line drawn as an area gets its width on the ground; returns what the label goes along.
  geo::XYGeometry widen(const Entity& entity, const Symbol& symbol, geo::XYGeometry& shape) const {
    const geo::XYGeometry centre = shape;
    const auto* lines = std::get_if<geo::XYGeometry::Lines>(&shape.value);
    if (symbol.shape != SymbolShape::Area || m_layer.widthField.empty() || !lines) return centre;
    const auto width = widthOnGround(fieldText(entity, m_layer.widthField));
    if (!width) return centre;
    auto area = geo::bufferOf(lines->lines, *width / 2, geo::BufferOptions{.quadrantSegments = 4});
    if (area && !area->empty()) shape.value = geo::XYGeometry::Polygons{std::move(*area)};
    return centre;
  }

  void finish(const Entity& entity, const Symbol& symbol, const geo::XYGeometry& centre, SceneItem& item) const {
    if constexpr (std::is_same_v<Entity, Pipe>) item.flow = entity.flow.value_or(0);
    if (m_layer.label.empty() || !symbol.label.isShown()) return;
    std::string text = labelText(entity, m_layer.label);
    if (!text.empty()) item.label = labelFor(centre, std::move(text));
  }

  SceneBuilder& m_builder;
  const Theme& m_theme;
  const ThemeLayer& m_layer;
  const SceneOptions& m_options;
  std::string m_field;
};

const geo::Line<geo::XY>* longestOf(const geo::MultiLine<geo::XY>& lines) {
  const geo::Line<geo::XY>* longest = nullptr;
  double length = -1;
  for (const auto& line : lines) {
    const double own = geo::lengthOf(line).value;
    if (!line.empty() && own > length) {
      longest = &line;
      length = own;
    }
  }
  return longest;
}

std::optional<SceneLabel> labelInPolygons(const geo::MultiPolygon<geo::XY>& polygons, std::string text) {
  const geo::Polygon<geo::XY>* largest = nullptr;
  double area = -1;
  for (const auto& polygon : polygons) {
    const double own = geo::areaOf(polygon).value;
    if (own > area) {
      largest = &polygon;
      area = own;
    }
  }
  if (!largest) return std::nullopt;
  geo::XY at = geo::centroidOf(*largest);
  if (!geo::contains(*largest, at)) at = geo::pointInside({*largest}).value_or(at);
  return SceneLabel{std::move(text), at};
}

}  // namespace

std::optional<SceneLabel> labelFor(const geo::XYGeometry& geometry, std::string text) {
  if (const auto* polygons = std::get_if<geo::XYGeometry::Polygons>(&geometry.value)) return labelInPolygons(polygons->polygons, std::move(text));
  if (const auto* points = std::get_if<geo::XYGeometry::Points>(&geometry.value)) {
    if (points->points.empty()) return std::nullopt;
    return SceneLabel{std::move(text), points->points.front()};
  }
  const auto* lines = std::get_if<geo::XYGeometry::Lines>(&geometry.value);
  const auto* line = lines ? longestOf(lines->lines) : nullptr;
  if (!line) return std::nullopt;
  const double length = geo::lengthOf(*line).value;
  const geo::XY before = geo::pointAlong(*line, length * 0.48), after = geo::pointAlong(*line, length * 0.52);
  SceneLabel label{std::move(text), geo::pointAlong(*line, length / 2)};
  label.angleDeg = std::atan2(after.y - before.y, after.x - before.x) * 180 / std::numbers::pi;
  label.along = *line;
  return label;
}

Scene sceneOf(const City& city, const Theme& theme, const SceneOptions& options) {
  SceneBuilder builder(theme);
  for (const ThemeLayer& layer : theme.layers) {
    const auto draw = [&]<class Entity>(const char* table, const std::vector<Entity>& entities) {
      if (layer.table == table) LayerDrawing<Entity>(builder, theme, layer, options).draw(entities);
    };
    draw("admin_area", city.adminAreas);
    draw("estate", city.estates);
    draw("building", city.buildings);
    draw("entrance", city.entrances);
    draw("illegal_structure", city.illegalStructures);
    draw("road", city.roads);
    draw("barrier", city.barriers);
    draw("water", city.waters);
    draw("green", city.greens);
    draw("tree", city.trees);
    draw("stall", city.stalls);
    draw("facility", city.facilities);
    draw("pipe_node", city.pipeNodes);
    draw("pipe", city.pipes);
    draw("riser", city.risers);
    draw("outfall", city.outfalls);
  }
  return std::move(builder).take();
}

}  // namespace pianqu::layers
