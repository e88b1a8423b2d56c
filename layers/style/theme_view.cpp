#include "layers/style/theme_view.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/style/symbol_rows.hpp"

namespace pianqu::layers {
namespace {

using nlohmann::json;

json toJson(const LayerClasses& classes) {
  json rows = json::array(), symbols = json::array();
  for (const ClassRow& row : classes.rows) rows.push_back({row.match, row.symbol});
  for (const Symbol& symbol : classes.symbols) symbols.push_back(rowOf(symbol));
  return {{"field", classes.field}, {"label", classes.label}, {"rows", rows}, {"symbols", symbols}};
}

geo::Result<LayerClasses> classesFrom(const json& document) {
  LayerClasses classes{.field = document.value("field", ""), .label = document.value("label", "")};
  for (const json& row : document.value("rows", json::array())) classes.rows.push_back({row.at(0).get<std::string>(), row.at(1).get<std::string>()});
  CatalogueTable table{.name = "symbols"};
  for (const json& row : document.value("symbols", json::array())) {
    auto symbol = symbolFrom(table, row.get<CatalogueRow>());
    if (!symbol) return geo::fail(symbol);
    classes.symbols.push_back(std::move(*symbol));
  }
  return classes;
}

json toJson(const LayerView& view) {
  json document{{"shown", view.isShown}, {"opacity", view.opacity}, {"min_scale", view.minScale}, {"max_scale", view.maxScale}, {"filter", view.filter}, {"hidden", view.hiddenSymbols}};
  if (view.classes) document["classes"] = toJson(*view.classes);
  return document;
}

geo::Result<LayerView> viewFrom(const json& document) {
  LayerView view{.isShown = document.value("shown", true), .opacity = std::clamp(document.value("opacity", 1.0), 0.0, 1.0), .minScale = document.value("min_scale", 0.0), .maxScale = document.value("max_scale", 0.0),
                 .filter = document.value("filter", ""), .hiddenSymbols = document.value("hidden", std::vector<std::string>{})};
  if (!document.contains("classes")) return view;
  auto classes = classesFrom(document["classes"]);
  if (!classes) return geo::fail(classes);
  view.classes = std::move(*classes);
  return view;
}

}  // namespace

std::string viewSetting(const Theme& theme) { return std::string(kThemeSetting) + "." + theme.key; }

std::string toJson(const ThemeView& view) {
  json layers = json::object();
  for (const auto& [key, layer] : view.layers)
    if (layer != LayerView{}) layers[key] = toJson(layer);
  return json{{"order", view.order}, {"layers", layers}}.dump();
}

geo::Result<ThemeView> parseThemeView(const std::string& text) {
  ThemeView view;
  if (text.empty()) return view;
  try {
    const json document = json::parse(text);
    view.order = document.value("order", std::vector<std::string>{});
    const json layers = document.value("layers", json::object());
    for (const auto& [key, layer] : layers.items()) {
      auto read = viewFrom(layer);
      if (!read) return geo::fail(read);
      view.layers.emplace(key, std::move(*read));
    }
  } catch (const json::exception& error) {
    return geo::fail(geo::ErrorCode::Unreadable, std::string("the saved style cannot be read: ") + error.what(), "choose the theme anew; it then starts from the shipped one");
  }
  return view;
}

Theme themeWith(const Theme& theme, const ThemeView& view) {
  Theme made = theme;
  const auto placeOf = [&](const ThemeLayer& layer) { return std::find(view.order.begin(), view.order.end(), layer.key) - view.order.begin(); };
  // Layers that the saved order does not know (a newer theme has more) keep their place behind the one that they follow.
  if (!view.order.empty()) {
    std::vector<std::pair<std::ptrdiff_t, ThemeLayer>> placed;
    std::ptrdiff_t last = -1;
    for (const ThemeLayer& layer : theme.layers) {
      const std::ptrdiff_t place = placeOf(layer);
      const bool isKnown = place < static_cast<std::ptrdiff_t>(view.order.size());
      placed.emplace_back(isKnown ? place : last, layer);
      if (isKnown) last = place;
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    made.layers.clear();
    for (auto& [place, layer] : placed) made.layers.push_back(std::move(layer));
  }
  for (const auto& [key, layer] : view.layers)
    if (layer.classes) setClasses(made, key, *layer.classes);
  return made;
}

Theme drawnTheme(const Theme& theme, const ThemeView& view) {
  Theme made = themeWith(theme, view);
  for (const auto& [key, layer] : view.layers)
    for (const std::string& symbol : layer.hiddenSymbols) {
      made.removeSymbol(symbol);
      made.removeSymbol(symbol + ".casing");
    }
  return made;
}

}  // namespace pianqu::layers
