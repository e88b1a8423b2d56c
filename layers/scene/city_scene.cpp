#include <algorithm>
#include <cmath>
#include <numbers>
#include <type_traits>
#include <unordered_map>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/feature/bindings.hpp"
#include "layers/scene/fingerprint.hpp"

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
constexpr std::string_view kCasing = ".casing";   ///< what a symbol's key ends with that is drawn below another

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

/// The attributes that a label template names.
std::vector<std::string_view> fieldsOf(std::string_view pattern) {
  std::vector<std::string_view> fields;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1))
    fields.push_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
  return fields;
}

void addValue(Fingerprint& print, const Value& value) {
  print.add(value.index());
  if (const auto* whole = std::get_if<std::int64_t>(&value)) print.add(static_cast<std::uint64_t>(*whole));
  if (const auto* number = std::get_if<double>(&value)) print.add(std::bit_cast<std::uint64_t>(*number));
  if (const auto* text = std::get_if<std::string>(&value)) print.add(std::string_view(*text));
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
    drawAll(entities, kCasing);   // all edges below all surfaces, so that roads join
    drawAll(entities, "");
  }

 private:
  void drawAll(const std::vector<Entity>& entities, std::string_view suffix) {
    for (const Entity& entity : entities) drawOne(entity, suffix);
  }

 public:
  void drawOne(const Entity& entity, std::string_view suffix) {
    if (m_options.hidden.count(entity.uid)) return;
    const std::string key = symbolKey(entity);
    const Symbol* symbol = key.empty() ? nullptr : m_theme.find(key + std::string(suffix));
    if (!symbol) return;
    geo::XYGeometry shape = bindingsOf<Entity>().getShape(entity);
    if (m_options.box && !geo::boxOf(shape).intersects(*m_options.box)) return;
    const geo::XYGeometry centre = widen(entity, *symbol, shape);
    SceneItem* item = m_builder.add(m_layer.key, symbol->key, entity.uid, std::move(shape));
    if (item && suffix.empty()) finish(entity, *symbol, centre, *item);
  }

  /// What symbolKey() looks at.
  std::string valueOf(const Entity& entity) const { return classValue(entity, m_field); }
  std::string symbolKey(const Entity& entity) const {
    const std::string value = classValue(entity, m_field);
    std::string key = m_theme.classify(m_layer.classification, value);
    const std::size_t colon = value.find(':');
    if (key.empty() && colon != std::string::npos) key = m_theme.classify(m_layer.classification, value.substr(0, colon) + ":*");
    return key;
  }

 private:
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

template <class Entity>
class CityLayer final : public LayerSource {
 public:
  CityLayer(ThemeLayer layer, std::shared_ptr<const City> city, const std::vector<Entity>& entities, std::shared_ptr<const Theme> theme, const std::vector<bool>* shown)
      : LayerSource(std::move(layer)), m_city(std::move(city)), m_entities(entities), m_theme(std::move(theme)), m_symbols{nullptr} {
    SceneBuilder none(*m_theme);
    const SceneOptions options;
    const LayerDrawing<Entity> drawing(none, *m_theme, this->layer(), options);
    std::unordered_map<std::string, std::uint16_t> classes;
    m_classes.reserve(entities.size());
    for (const Entity& entity : entities) {
      const auto [found, isNew] = classes.try_emplace(drawing.valueOf(entity), std::uint16_t{0});
      if (isNew) found->second = positionOf(m_theme->find(drawing.symbolKey(entity)));
      const bool isShown = !shown || (m_classes.size() < shown->size() && (*shown)[m_classes.size()]);
      m_classes.push_back(isShown ? found->second : std::uint16_t{0});
    }
    auto shownFields = fieldsOf(this->layer().label);
    shownFields.push_back(this->layer().widthField);
    for (const auto& binding : bindingsOf<Entity>().bindings)
      if (std::find(shownFields.begin(), shownFields.end(), binding.field.name) != shownFields.end()) m_shownFields.push_back(&binding);
  }

  std::size_t size() const override { return m_entities.size(); }
  const Symbol* symbol(std::size_t feature) const override { return m_symbols[m_classes[feature]]; }
  const Uid& uid(std::size_t feature) const override { return m_entities[feature].uid; }
  ShapeView shape(std::size_t feature) const override {
    const Entity& entity = m_entities[feature];
    if constexpr (requires { entity.shape; }) return {&entity.shape, {}, {}};
    else if constexpr (requires { entity.point; }) return {nullptr, {}, {&entity.point, 1}};
    else if constexpr (requires { entity.door; }) return {nullptr, {}, {&entity.door, 1}};
    else if constexpr (std::is_same_v<Entity, Pipe>) return {nullptr, {&entity.line, entity.line.empty() ? 0U : 1U}, {}};
    else if constexpr (requires { entity.line; }) return {nullptr, entity.line, {}};
    else return {};
  }
  double widthM(std::size_t feature) const override {
    return layer().widthField.empty() ? 0 : widthOnGround(fieldText(m_entities[feature], layer().widthField)).value_or(0);
  }

  std::vector<const Symbol*> symbolsBelow() const override {
    std::vector<const Symbol*> below;
    for (const Symbol* symbol : m_symbols)
      if (const Symbol* edge = symbol ? m_theme->find(symbol->key + std::string(kCasing)) : nullptr) below.push_back(edge);
    return below;
  }
  std::uint64_t looks(std::size_t feature) const override {
    const Entity& entity = m_entities[feature];
    Fingerprint print;
    print.add(symbol(feature) ? std::string_view(symbol(feature)->key) : std::string_view());
    if constexpr (std::is_same_v<Entity, Pipe>) print.add(static_cast<std::uint64_t>(entity.flow.value_or(0)));
    for (const auto* binding : m_shownFields) addValue(print, binding->get(entity));
    print.add(shape(feature));
    return print.value();
  }

  Scene scene(std::span<const std::uint32_t> features) const override {
    SceneBuilder builder(*m_theme);
    const SceneOptions options;
    LayerDrawing<Entity> drawing(builder, *m_theme, layer(), options);
    for (const std::string_view suffix : {kCasing, std::string_view()})
      for (const std::uint32_t feature : features) drawing.drawOne(m_entities[feature], suffix);
    return std::move(builder).take();
  }

 private:
  std::uint16_t positionOf(const Symbol* symbol) {
    const auto position = static_cast<std::uint16_t>(std::find(m_symbols.begin(), m_symbols.end(), symbol) - m_symbols.begin());
    if (position == m_symbols.size()) m_symbols.push_back(symbol);
    return position;
  }

  std::shared_ptr<const City> m_city;
  const std::vector<Entity>& m_entities;
  std::shared_ptr<const Theme> m_theme;
  std::vector<const Symbol*> m_symbols;
  std::vector<std::uint16_t> m_classes;
  std::vector<const Binding<Entity>*> m_shownFields;   ///< what its features look like depends on these, beside symbol and shape
};

/// Calls `use` with each table of the city that can be drawn.
template <class Use>
void forEachTable(const City& city, Use use) {
  use("admin_area", city.adminAreas);
  use("estate", city.estates);
  use("building", city.buildings);
  use("entrance", city.entrances);
  use("illegal_structure", city.illegalStructures);
  use("road", city.roads);
  use("barrier", city.barriers);
  use("water", city.waters);
  use("green", city.greens);
  use("tree", city.trees);
  use("stall", city.stalls);
  use("facility", city.facilities);
  use("pipe_node", city.pipeNodes);
  use("pipe", city.pipes);
  use("riser", city.risers);
  use("outfall", city.outfalls);
}

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
    forEachTable(city, [&]<class Entity>(const char* table, const std::vector<Entity>& entities) {
      if (layer.table == table) LayerDrawing<Entity>(builder, theme, layer, options).draw(entities);
    });
  }
  return std::move(builder).take();
}

std::vector<LayerSourcePtr> cityLayers(std::shared_ptr<const City> city, std::shared_ptr<const Theme> theme, const ShownRows& shown) {
  std::vector<LayerSourcePtr> sources;
  for (const ThemeLayer& layer : theme->layers) {
    const auto rows = shown.find(layer.key);
    forEachTable(*city, [&]<class Entity>(const char* table, const std::vector<Entity>& entities) {
      if (layer.table == table && !entities.empty()) sources.push_back(std::make_shared<CityLayer<Entity>>(layer, city, entities, theme, rows == shown.end() ? nullptr : &rows->second));
    });
  }
  return sources;
}

}  // namespace pianqu::layers
