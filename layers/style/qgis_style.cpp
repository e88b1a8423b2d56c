#include "layers/style/qgis_style.hpp"

#include <algorithm>

#include "layers/feature/city_schema.hpp"
#include "layers/style/qgis_symbols.hpp"

namespace pianqu::layers {
namespace {

using Kind = StyleRule::Kind;

std::string quoted(const std::string& field) { return "\"" + field + "\""; }
std::string literal(const std::string& value) {
  std::string text = "'";
  for (const char c : value) text += c == '\'' ? std::string("''") : std::string(1, c);
  return text + "'";
}

std::string equality(const std::vector<FieldEquals>& equals) {
  std::string text;
  for (const FieldEquals& each : equals) text += (text.empty() ? "" : " AND ") + std::string("coalesce(") + quoted(each.field) + ", '') = " + literal(each.value);
  return text;
}

std::string filterOf(const std::vector<StyleRule>& rules, const StyleRule& rule) {
  const std::string field = quoted(rule.field);
  switch (rule.kind) {
    case Kind::Other: return "ELSE";
    case Kind::Empty: return field + " IS NULL OR " + field + " = ''";
    case Kind::Range: return (rule.low ? field + (rule.isLowOpen ? " > " : " >= ") + numberText(*rule.low) : "") + (rule.low && rule.high ? " AND " : "") + (rule.high ? field + " <= " + numberText(*rule.high) : "");
    case Kind::Equal: break;
  }
  std::string text = equality(rule.equals);
  for (const std::size_t i : rule.yieldsTo) text += " AND NOT (" + equality(rules[i].equals) + ")";
  return text;
}

bool isBoolean(const ThemeLayer& layer, const std::string& field) {
  const auto* schema = findCityTable(layer.table);
  const Field* column = schema ? schema->find(field) : nullptr;
  return column && column->type == FieldType::Boolean;
}

bool hasScales(const std::vector<StyleRule>& rules) {
  return std::any_of(rules.begin(), rules.end(), [&](const StyleRule& rule) { return rule.symbol->maxScale != rules.front().symbol->maxScale; });
}
bool areAll(const std::vector<StyleRule>& rules, Kind kind, Kind orElse) {
  return std::all_of(rules.begin(), rules.end(), [&](const StyleRule& rule) { return rule.kind == kind || rule.kind == orElse; });
}

constexpr const char* kRendererTail = "\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\" referencescale=\"-1\"";

std::string categories(const std::vector<StyleRule>& rules, const std::string& field, const std::string& symbols) {
  std::string all;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string value = rules[i].kind == Kind::Equal ? rules[i].equals.front().value : "";
    all += "<category type=\"string\" value=\"" + xmlEscaped(value) + "\" label=\"" + xmlEscaped(rules[i].symbol->zh) + "\" symbol=\"" + std::to_string(i) + "\" render=\"true\"/>";
  }
  return std::string("<renderer-v2 type=\"categorizedSymbol") + kRendererTail + " attr=\"" + xmlEscaped(field) + "\"><categories>" + all + "</categories><symbols>" + symbols + "</symbols></renderer-v2>";
}

std::string graduated(const std::vector<StyleRule>& rules, const std::string& field, const std::string& symbols) {
  constexpr double kOpenEnd = 1e12;
  std::string all;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    all += "<range lower=\"" + numberText(rules[i].low.value_or(-kOpenEnd)) + "\" upper=\"" + numberText(rules[i].high.value_or(kOpenEnd)) + "\" label=\"" + xmlEscaped(rules[i].symbol->zh) + "\" symbol=\"" +
           std::to_string(i) + "\" render=\"true\"/>";
  }
  return std::string("<renderer-v2 type=\"graduatedSymbol") + kRendererTail + " graduatedMethod=\"GraduatedColor\" attr=\"" + xmlEscaped(field) + "\"><ranges>" + all + "</ranges><symbols>" + symbols + "</symbols></renderer-v2>";
}

std::string ruleBased(const std::vector<StyleRule>& rules, const std::string& symbols) {
  std::string all;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Symbol& symbol = *rules[i].symbol;
    all += "<rule key=\"" + std::to_string(i) + "\" symbol=\"" + std::to_string(i) + "\" label=\"" + xmlEscaped(symbol.zh) + "\" filter=\"" + xmlEscaped(filterOf(rules, rules[i])) + "\"" +
           (symbol.maxScale > 0 ? " scalemaxdenom=\"" + numberText(symbol.maxScale) + "\" scalemindenom=\"1\"" : std::string()) + "/>";
  }
  return std::string("<renderer-v2 type=\"RuleRenderer") + kRendererTail + "><rules key=\"all\">" + all + "</rules><symbols>" + symbols + "</symbols></renderer-v2>";
}

std::string rendererOf(const std::vector<StyleRule>& rules, const ThemeLayer& layer, const std::string& symbols) {
  const std::string field = fieldOf(layer);
  if (rules.size() == 1 && rules.front().kind == Kind::Other) return std::string("<renderer-v2 type=\"singleSymbol") + kRendererTail + "><symbols>" + symbols + "</symbols></renderer-v2>";
  if (!field.empty() && !hasScales(rules) && !isBoolean(layer, field)) {
    if (areAll(rules, Kind::Equal, Kind::Other)) return categories(rules, field, symbols);
    if (areAll(rules, Kind::Range, Kind::Range)) return graduated(rules, field, symbols);
  }
  return ruleBased(rules, symbols);
}

std::string labelExpression(const std::string& pattern) {
  std::string parts;
  for (const auto& part : labelPartsOf(pattern)) {
    std::string text;
    for (const LabelPiece& piece : part) text += (text.empty() ? "" : " || ") + (piece.isField ? "nullif(to_string(" + quoted(piece.text) + "), '')" : literal(piece.text));
    parts += (parts.empty() ? "" : ", ") + text;
  }
  return "array_to_string(array_filter(array(" + parts + "), @element IS NOT NULL), '/')";
}

const Symbol* labelled(const std::vector<StyleRule>& rules) {
  const auto it = std::find_if(rules.begin(), rules.end(), [](const StyleRule& rule) { return rule.symbol->label.isShown(); });
  return it == rules.end() ? nullptr : it->symbol;
}

std::string labelling(const std::vector<StyleRule>& rules, const ThemeLayer& layer, GeometryKind geometry) {
  const Symbol* symbol = layer.label.empty() ? nullptr : labelled(rules);
  if (!symbol) return {};
  const LabelStyle& style = symbol->label;
  const double maxScale = symbol->labelMaxScale > 0 ? symbol->labelMaxScale : symbol->maxScale;
  const char* placement = geometry == GeometryKind::Point ? "0" : geometry == GeometryKind::Line ? "2" : "4";
  return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"" + xmlEscaped(labelExpression(layer.label)) + "\" isExpression=\"1\" fontFamily=\"Noto Sans CJK SC\" fontSize=\"" +
         numberText(style.sizeMm) + "\" fontSizeUnit=\"MM\" fontWeight=\"" + (style.isBold ? "75" : "50") + "\" textColor=\"" + qgisColour(style.colour) + "\"><text-buffer bufferDraw=\"" + (style.haloMm > 0 ? "1" : "0") +
         "\" bufferSize=\"" + numberText(style.haloMm) + "\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\"/></text-style><placement placement=\"" + placement + "\" priority=\"5\"/><rendering scaleVisibility=\"" +
         (maxScale > 0 ? "1" : "0") + "\" scaleMin=\"1\" scaleMax=\"" + numberText(maxScale) + "\" obstacle=\"1\"/></settings></labeling>";
}

void addTo(std::vector<StoredStyle>& all, const Theme& theme, const ThemeLayer& layer, bool isDefault) {
  const GeometryKind geometry = geometryOfTable(layer.table);
  if (geometry == GeometryKind::None || rulesOf(theme, layer).empty()) return;
  all.push_back({layer.table, theme.key, toQml(theme, layer, geometry), toSld(theme, layer, geometry), isDefault});
}

}  // namespace

std::string toQml(const Theme& theme, const ThemeLayer& layer, GeometryKind geometry) {
  const std::vector<StyleRule> rules = rulesOf(theme, layer);
  std::string symbols;
  for (std::size_t i = 0; i < rules.size(); ++i) symbols += qgisSymbol(rules[i], geometry, layer.widthField, i);
  const std::string labels = labelling(rules, layer, geometry);
  const bool hasScale = !rules.empty() && !hasScales(rules) && rules.front().symbol->maxScale > 0;
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.40.0\" styleCategories=\"Symbology|Labeling|Rendering\" labelsEnabled=\"" + std::string(labels.empty() ? "0" : "1") +
         "\" hasScaleBasedVisibilityFlag=\"" + (hasScale ? "1" : "0") + "\" minScale=\"" + (hasScale ? numberText(rules.front().symbol->maxScale) : "100000000") + "\" maxScale=\"0\">" + rendererOf(rules, layer, symbols) + labels +
         "<blendMode>0</blendMode><layerOpacity>1</layerOpacity></qgis>\n";
}

GeometryKind geometryOfTable(const std::string& table) {
  if (const auto* schema = findCityTable(table)) return schema->geometry;
  return table == "district" || table == "lift_study" || table == "parking_study" || table == "parking_part" ? GeometryKind::Polygon : GeometryKind::None;
}

std::vector<StoredStyle> storedStylesOf(const Style& style, const Theme& theme) {
  std::vector<StoredStyle> all;
  for (const ThemeLayer& layer : theme.layers) addTo(all, theme, layer, true);
  for (const ThemeLayer& layer : style.storeLayers()) {
    const bool isShown = std::any_of(theme.layers.begin(), theme.layers.end(), [&](const ThemeLayer& other) { return other.table == layer.table; });
    if (!isShown) addTo(all, theme, layer, true);
  }
  return all;
}

geo::Result<std::vector<StoredStyle>> storedStylesOf(const Style& style, std::string_view defaultTheme) {
  const auto chosen = style.theme(defaultTheme);
  if (!chosen) return geo::fail(chosen);
  std::vector<StoredStyle> all = storedStylesOf(style, *chosen);
  const auto hasDefault = [&all](const std::string& table) { return std::any_of(all.begin(), all.end(), [&](const StoredStyle& each) { return each.table == table && each.isDefault; }); };
  const auto screen = style.theme("screen");
  if (!screen) return geo::fail(screen);
  for (const ThemeLayer& layer : screen->layers)
    if (chosen->key != screen->key) addTo(all, *screen, layer, !hasDefault(layer.table));
  for (const Theme& theme : style.all())
    if (theme.key != chosen->key && theme.key != screen->key)
      for (const ThemeLayer& layer : theme.layers) addTo(all, theme, layer, false);
  return all;
}

}  // namespace pianqu::layers
