#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/table.hpp"
#include "layers/style/style.hpp"

/// From the values of an attribute to the classes of a layer.
namespace pianqu::layers {

enum class ClassMethod { EqualInterval, Quantile, NaturalBreaks, Rounded };

/// Inner bounds of `count` classes, ascending, each once; fewer when the values do not give as many.
///
/// in        any numbers; those that are not finite are left out
/// NaturalBreaks  least sum of squares within the classes, exact on at most 1000 quantiles of the values; source [Jenks1967]
/// Rounded   equal steps of 1, 2, 2.5 or 5 times a power of ten, at most `count` classes
std::vector<double> breaksOf(std::vector<double> values, ClassMethod method, int count);

struct Histogram {
  double low = 0, high = 0;
  std::vector<std::size_t> counts;     ///< equal bins from low to high
  std::size_t unknown = 0;             ///< values that are no numbers
};
Histogram histogramOf(const std::vector<Value>& values, int bins);

/// Distinct texts with how often each occurs, most frequent first, then by text; unknown is "".
std::vector<std::pair<std::string, std::size_t>> categoriesOf(const std::vector<Value>& values);

/// Colours in the order of classes: a ramp is mixed to any number, a set repeats.
struct Palette {
  std::string key, zh, en;
  bool isRamp = false;
  std::vector<Colour> colours;

  Colour at(std::size_t position, std::size_t count) const;
};
/// data/styles/palettes.csv. errors  NotFound, Invalid naming the row
geo::Result<std::vector<Palette>> readPalettes(const std::string& dataFolder);

/// The classes of one layer as a person made them.
struct LayerClasses {
  std::string field;                   ///< column of the layer's table; empty: one class
  std::string label;                   ///< template, as ThemeLayer::label
  std::vector<ClassRow> rows;
  std::vector<Symbol> symbols;
  bool operator==(const LayerClasses&) const = default;
};

/// What a layer of a theme has now.
LayerClasses classesOf(const Theme& theme, const ThemeLayer& layer);
/// One symbol for all features.
LayerClasses singleClass(const Theme& theme, const ThemeLayer& layer);
/// A class for each text, at most `most`; the others, and what is unknown, take the last one. Symbols are copies of the layer's first one.
LayerClasses categoryClasses(const Theme& theme, const ThemeLayer& layer, const std::string& field, const std::vector<std::pair<std::string, std::size_t>>& categories, const Palette& palette, std::size_t most = 24);
/// Classes between bounds from low to high; what is unknown takes the last one.
LayerClasses graduatedClasses(const Theme& theme, const ThemeLayer& layer, const std::string& field, const std::vector<double>& breaks, const Palette& palette);

/// The theme with these classes in place of the layer's own.
void setClasses(Theme& theme, const std::string& layerKey, const LayerClasses& classes);

}  // namespace pianqu::layers
