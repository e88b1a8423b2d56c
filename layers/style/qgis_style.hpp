#pragma once

#include <string>

#include "layers/feature/table.hpp"
#include "layers/style/style.hpp"

namespace pianqu::layers {

/// How other programs draw a layer of a theme.
///
/// in        a layer that has a table; `geometry` of that table
/// keeps     the classes of Theme::classify, their names, colours, widths, hatches, dashes, letters, arrows, scales and labels
/// QGIS 3 style document (QML): single symbol, categories, graduated classes, or rules where classes have scales or two fields.
std::string toQml(const Theme& theme, const ThemeLayer& layer, GeometryKind geometry);

/// OGC Styled Layer Descriptor 1.1 (Symbology Encoding), as GeoServer and QGIS read it; a pixel is 0.28 mm. Letters along lines are left out.
std::string toSld(const Theme& theme, const ThemeLayer& layer, GeometryKind geometry);

/// Geometry of a city table, of a plan table as `store_layers.csv` names it; None for what is unknown here.
GeometryKind geometryOfTable(const std::string& table);

/// A row of the table `layer_styles` of a GeoPackage.
struct StoredStyle {
  std::string table, name, qml, sld;
  bool isDefault = false;
};
/// For every table of the store its looks in all themes, those of `defaultTheme` as the default one (else of the screen theme).
/// errors    NotFound for a theme that does not exist
geo::Result<std::vector<StoredStyle>> storedStylesOf(const Style& style, std::string_view defaultTheme);
/// The same with the looks of one theme only.
std::vector<StoredStyle> storedStylesOf(const Style& style, const Theme& theme);

}  // namespace pianqu::layers
