#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/style/classes.hpp"

namespace pianqu::layers {

/// What a person changed about one layer of a theme.
struct LayerView {
  bool isShown = true;
  double opacity = 1;
  double minScale = 0, maxScale = 0;        ///< denominators between which it is drawn, minScale the larger scale; 0: no bound
  std::string filter;                       ///< as RowFilter reads it
  std::vector<std::string> hiddenSymbols;   ///< legend entries switched off
  std::optional<LayerClasses> classes;      ///< in place of the theme's own
  bool operator==(const LayerView&) const = default;
};

/// What a person changed about a theme; kept in the project as JSON under viewSetting().
struct ThemeView {
  std::vector<std::string> order;           ///< of layers, bottom first; empty: the theme's
  std::map<std::string, LayerView> layers;  ///< only those that were changed
  bool operator==(const ThemeView&) const = default;
};

/// Settings of the project: the theme it shows, and what was changed about a theme.
inline constexpr const char* kThemeSetting = "theme";
std::string viewSetting(const Theme& theme);

std::string toJson(const ThemeView& view);
/// errors  Unreadable for text that is not one of ours; what it does not know is left out
geo::Result<ThemeView> parseThemeView(const std::string& json);

/// The theme as the person has it: order and classes. Hidden entries stay, since the legend lists them.
Theme themeWith(const Theme& theme, const ThemeView& view);
/// The same without the symbols that are switched off: what is drawn.
Theme drawnTheme(const Theme& theme, const ThemeView& view);

}  // namespace pianqu::layers
