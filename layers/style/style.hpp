#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/catalogue/rows.hpp"

/// How things look, as data: data/styles/{symbols,classes,themes,theme_layers}.csv. Nothing above this folder holds a colour, a line width or a
/// letter of its own. Sizes are millimetres on paper; a screen multiplies them by its pixels a millimetre.
namespace pianqu::layers {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Colour&) const = default;
};
/// "#rrggbb" or "#rrggbbaa". nullopt for anything else.
std::optional<Colour> parseColour(std::string_view text);
std::string toHex(Colour colour);   ///< "#rrggbb", with the alpha only when it is not 255

enum class SymbolShape { Area, Line, Point };
enum class Stage { Base, Existing, Planned };   ///< legends keep existing and planned apart; Base is background that is no subject
enum class Hatch { None, Diagonal, BackDiagonal, Cross, Horizontal, Vertical, Dots };
enum class Marker { None, Disc, Ring, Square, FilledSquare, Triangle, FilledTriangle, Diamond, Cross, Plus, Tree, Grate, Lift, Outfall };

struct LabelStyle {
  double sizeMm = 0;               ///< height of a Chinese character; 0: no label
  Colour colour;
  double haloMm = 0;               ///< white edge around the letters
  bool isBold = false;
  int priority = 0;                ///< higher is placed first
  bool isShown() const { return sizeMm > 0; }
  bool operator==(const LabelStyle&) const = default;
};

/// One way to draw one class of things.
struct Symbol {
  std::string key;                 ///< "pipe.YS.planned"
  std::string zh, en;              ///< as the legend names it
  SymbolShape shape = SymbolShape::Area;
  Stage stage = Stage::Base;
  std::optional<Colour> fill;
  Hatch hatch = Hatch::None;       ///< in the colour of the stroke
  double hatchMm = 2;              ///< distance of hatch lines
  std::optional<Colour> stroke;
  double strokeMm = 0.18;
  std::vector<double> dashMm;      ///< on, off, on, off ...; empty: solid
  std::string letter;              ///< repeated along a line: Y, W, H, J
  bool hasArrow = false;           ///< flow arrows along the line
  bool hasCrosses = false;         ///< x marks along the line or over the area: abandoned, to be demolished
  Marker marker = Marker::None;
  double markerMm = 0;             ///< width of the marker
  LabelStyle label;
  double maxScale = 0;             ///< largest scale denominator at which it is drawn, 0: always
  double labelMaxScale = 0;        ///< the same for its label
  bool isInLegend = true;
  bool operator==(const Symbol&) const = default;
};

/// One layer of a theme: what it is called and by which classification its features find their symbol.
struct ThemeLayer {
  std::string key;                 ///< "building", "pipe", "district", ...: see theme_layers.csv
  std::string zh, en;
  std::string table;               ///< of the city that it shows; empty for layers that come from the plan
  std::string classification;      ///< "building.built": table and field, or a name of its own
  std::string label;               ///< text with fields in braces: "{number}/{floors}F"; empty: no label
  std::string widthField;          ///< field with the width on the ground of a line that is drawn as an area
  std::string group;               ///< of the layer tree: "plan", "building", "pipe", "ground"; see layer_groups.csv
};

/// A heading of the layer tree.
struct LayerGroup {
  std::string key, zh, en;
};

/// Values of a classification that take one symbol: a value, a range "1981..2000", "?" for an empty value, "*" for all others.
struct ClassRow {
  std::string match, symbol;
  bool operator==(const ClassRow&) const = default;
};

/// A complete look: layers from the bottom to the top and a symbol for every key.
class Theme {
 public:
  std::string key, zh, en;         ///< "雨污分流", title of a sheet of it, English name
  std::string titleEn;             ///< the title in English
  std::string drawing;             ///< sheet number after the district code: "PS-10"
  std::vector<ThemeLayer> layers;

  /// The symbol of `key`; nullptr when the theme does not draw it.
  const Symbol* find(std::string_view symbolKey) const;
  /// Key of the symbol for `value` in `classification`: an exact match, then a range ("1981..2000", "..1980", "2001.."), then "?" for
  /// an empty value, then "*". Empty when nothing matches or the symbol is not in the theme.
  std::string classify(std::string_view classification, std::string_view value) const;
  const ThemeLayer* findLayer(std::string_view layerKey) const;
  const std::map<std::string, Symbol, std::less<>>& symbols() const { return m_symbols; }
  /// Rows of a classification, in the order of the legend; empty for one that does not exist.
  const std::vector<ClassRow>& classesOf(std::string_view classification) const;
  /// Symbols that features of `layer` can take, in the order of the legend, each once.
  std::vector<const Symbol*> symbolsOf(const ThemeLayer& layer) const;

  void setSymbol(Symbol symbol);
  /// Features of this symbol are no longer drawn.
  void removeSymbol(std::string_view symbolKey);
  void setClasses(const std::string& classification, std::vector<ClassRow> rows);

 private:
  friend class Style;
  std::map<std::string, Symbol, std::less<>> m_symbols;
  std::map<std::string, std::vector<ClassRow>, std::less<>> m_classes;
};

/// The tables of data/styles that make a Style, by name: kStyleTables.
using StyleTables = std::map<std::string, CatalogueTable, std::less<>>;
inline constexpr const char* kStyleTables[] = {"themes", "theme_layers", "layer_groups", "classes", "symbols", "store_layers"};

/// All shipped themes.
class Style {
 public:
  /// errors  NotFound, Unreadable, Invalid naming file, row and what is wrong
  static geo::Result<Style> read(const std::string& dataFolder);
  static geo::Result<Style> from(const StyleTables& tables);
  /// By key or English name: 片区 (districts), 现状 (existing), 雨污分流 (separation), CJJ61 (pipes), 屏幕 (screen: every layer), ...
  /// errors  NotFound, listing the themes that exist
  geo::Result<Theme> theme(std::string_view name) const;
  const std::vector<Theme>& all() const { return m_themes; }
  const std::vector<LayerGroup>& groups() const { return m_groups; }
  /// Tables of the store that no theme shows under their own name, with how other programs draw them: districts, studies.
  const std::vector<ThemeLayer>& storeLayers() const { return m_storeLayers; }

 private:
  std::vector<Theme> m_themes;
  std::vector<LayerGroup> m_groups;
  std::vector<ThemeLayer> m_storeLayers;
};

}  // namespace pianqu::layers
