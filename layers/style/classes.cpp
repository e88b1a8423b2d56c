#include "layers/style/classes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kMostExact = 1000;

std::vector<double> equalBreaks(double low, double high, int count) {
  std::vector<double> breaks;
  for (int i = 1; i < count; ++i) breaks.push_back(low + (high - low) * i / count);
  return breaks;
}

std::vector<double> quantileBreaks(const std::vector<double>& sorted, int count) {
  std::vector<double> breaks;
  for (int i = 1; i < count; ++i) breaks.push_back(sorted[std::min(sorted.size() - 1, sorted.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(count))]);
  return breaks;
}

std::vector<double> roundedBreaks(double low, double high, int count) {
  const double raw = (high - low) / count, power = std::pow(10, std::floor(std::log10(raw)));
  double step = 10 * power;
  for (const double nice : {1.0, 2.0, 2.5, 5.0, 10.0})
    if (nice * power >= raw * (1 - 1e-9)) { step = nice * power; break; }
  std::vector<double> breaks;
  for (double at = (std::floor(low / step) + 1) * step; at < high - step * 1e-9 && static_cast<int>(breaks.size()) + 1 < count; at += step) breaks.push_back(std::round(at / step) * step);
  return breaks;
}

/// Fisher's exact classification by dynamic programming; a class begins at each break.
std::vector<double> naturalBreaks(std::vector<double> sorted, int count) {
  if (sorted.size() > kMostExact) {
    std::vector<double> fewer;
    for (std::size_t i = 0; i < kMostExact; ++i) fewer.push_back(sorted[i * (sorted.size() - 1) / (kMostExact - 1)]);
    sorted = std::move(fewer);
  }
  const std::size_t n = sorted.size(), k = std::min<std::size_t>(static_cast<std::size_t>(count), n);
  std::vector<double> sum(n + 1), squares(n + 1);
  for (std::size_t i = 0; i < n; ++i) {
    const double shifted = sorted[i] - sorted[0];   // keeps digits of large values
    sum[i + 1] = sum[i] + shifted;
    squares[i + 1] = squares[i] + shifted * shifted;
  }
  const auto within = [&](std::size_t from, std::size_t to) {
    const double s = sum[to] - sum[from];
    return squares[to] - squares[from] - s * s / static_cast<double>(to - from);
  };
  std::vector<std::vector<double>> best(k + 1, std::vector<double>(n + 1, std::numeric_limits<double>::infinity()));
  std::vector<std::vector<std::size_t>> start(k + 1, std::vector<std::size_t>(n + 1));
  best[0][0] = 0;
  for (std::size_t c = 1; c <= k; ++c)
    for (std::size_t to = c; to <= n; ++to)
      for (std::size_t from = c - 1; from < to; ++from) {
        const double cost = best[c - 1][from] + within(from, to);
        if (cost < best[c][to]) {
          best[c][to] = cost;
          start[c][to] = from;
        }
      }
  std::vector<double> breaks;
  for (std::size_t c = k, to = n; c > 1; --c) {
    to = start[c][to];
    breaks.push_back((sorted[to - 1] + sorted[to]) / 2);
  }
  std::reverse(breaks.begin(), breaks.end());
  return breaks;
}

Colour mixed(Colour a, Colour b, double share) {
  const auto part = [share](std::uint8_t x, std::uint8_t y) { return static_cast<std::uint8_t>(std::lround(x + (y - x) * share)); };
  return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), part(a.a, b.a)};
}

/// What new classes are copies of.
Symbol baseSymbol(const Theme& theme, const ThemeLayer& layer) {
  const auto symbols = theme.symbolsOf(layer);
  return symbols.empty() ? Symbol{.shape = SymbolShape::Area, .stroke = Colour{}} : *symbols.front();
}

std::string keyOf(const ThemeLayer& layer, std::size_t position) { return "own." + layer.key + "." + std::to_string(position); }

void paint(Symbol& symbol, Colour colour) {
  if (symbol.shape == SymbolShape::Line) symbol.stroke = colour;
  else {
    colour.a = symbol.fill ? symbol.fill->a : colour.a;
    symbol.fill = colour;
  }
}

class ClassMaker {
 public:
  ClassMaker(const Theme& theme, const ThemeLayer& layer, std::string field) : m_layer(layer), m_base(baseSymbol(theme, layer)) {
    m_classes.field = std::move(field);
    m_classes.label = layer.label;
    m_base.hatch = Hatch::None;
    m_base.isInLegend = true;
  }
  void add(const std::string& match, const std::string& name, std::optional<Colour> colour) {
    Symbol symbol = m_base;
    symbol.key = keyOf(m_layer, m_classes.symbols.size());
    symbol.zh = symbol.en = name;
    if (colour) paint(symbol, *colour);
    m_classes.rows.push_back({match, symbol.key});
    m_classes.symbols.push_back(std::move(symbol));
  }
  void addOthers() {
    constexpr Colour kNobody{235, 235, 235, 255};
    add("*", "", kNobody);
    m_classes.symbols.back().zh = "其他或不详";
    m_classes.symbols.back().en = "Other or not known";
  }
  LayerClasses take() && { return std::move(m_classes); }

 private:
  const ThemeLayer& m_layer;
  Symbol m_base;
  LayerClasses m_classes;
};

}  // namespace

std::vector<double> breaksOf(std::vector<double> values, ClassMethod method, int count) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  std::sort(values.begin(), values.end());
  if (values.empty() || values.front() == values.back() || count < 2) return {};
  std::vector<double> breaks;
  switch (method) {
    case ClassMethod::EqualInterval: breaks = equalBreaks(values.front(), values.back(), count); break;
    case ClassMethod::Quantile: breaks = quantileBreaks(values, count); break;
    case ClassMethod::NaturalBreaks: breaks = naturalBreaks(values, count); break;
    case ClassMethod::Rounded: breaks = roundedBreaks(values.front(), values.back(), count); break;
  }
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  std::erase_if(breaks, [&](double at) { return at <= values.front() || at > values.back(); });
  return breaks;
}

Histogram histogramOf(const std::vector<Value>& values, int bins) {
  Histogram histogram;
  std::vector<double> numbers;
  for (const Value& value : values) {
    const auto number = toNumber(value);
    if (number && std::isfinite(*number)) numbers.push_back(*number);
    else ++histogram.unknown;
  }
  histogram.counts.resize(static_cast<std::size_t>(bins));
  if (numbers.empty()) return histogram;
  const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
  histogram.low = *low;
  histogram.high = *high;
  const double width = histogram.high - histogram.low;
  for (const double number : numbers) {
    const auto bin = width > 0 ? static_cast<std::size_t>((number - histogram.low) / width * bins) : 0;
    ++histogram.counts[std::min(bin, histogram.counts.size() - 1)];
  }
  return histogram;
}

std::vector<std::pair<std::string, std::size_t>> categoriesOf(const std::vector<Value>& values) {
  std::map<std::string, std::size_t> counts;
  for (const Value& value : values) ++counts[toText(value)];
  std::vector<std::pair<std::string, std::size_t>> categories(counts.begin(), counts.end());
  std::stable_sort(categories.begin(), categories.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return categories;
}

Colour Palette::at(std::size_t position, std::size_t count) const {
  if (colours.empty()) return {};
  if (!isRamp) return colours[position % colours.size()];
  const double place = count > 1 ? static_cast<double>(position) / static_cast<double>(count - 1) * static_cast<double>(colours.size() - 1) : 0;
  const auto below = std::min(static_cast<std::size_t>(place), colours.size() - 1), above = std::min(below + 1, colours.size() - 1);
  return mixed(colours[below], colours[above], place - static_cast<double>(below));
}

geo::Result<std::vector<Palette>> readPalettes(const std::string& dataFolder) {
  auto table = readCatalogueFile(dataFolder + "/styles/palettes.csv");
  if (!table) return geo::fail(table);
  std::vector<Palette> palettes;
  for (const CatalogueRow& row : table->rows) {
    Palette palette{.key = row.at("palette"), .zh = row.at("zh"), .en = row.at("en"), .isRamp = row.at("kind") == "ramp"};
    const std::string& cell = row.at("colours");
    for (std::size_t from = 0; from < cell.size();) {
      const std::size_t to = std::min(cell.find(';', from), cell.size());
      const auto colour = parseColour(cell.substr(from, to - from));
      if (!colour) return geo::fail(geo::ErrorCode::Invalid, "\"" + cell.substr(from, to - from) + "\" is no colour", "write #rrggbb", {.file = "palettes.csv", .feature = palette.key});
      palette.colours.push_back(*colour);
      from = to + 1;
    }
    palettes.push_back(std::move(palette));
  }
  return palettes;
}

LayerClasses classesOf(const Theme& theme, const ThemeLayer& layer) {
  LayerClasses classes{.label = layer.label, .rows = theme.classesOf(layer.classification)};
  const std::size_t dot = layer.classification.find('.');
  if (dot != std::string::npos) classes.field = layer.classification.substr(dot + 1);
  std::erase_if(classes.rows, [&](const ClassRow& row) { return !theme.find(row.symbol); });
  for (const Symbol* symbol : theme.symbolsOf(layer)) classes.symbols.push_back(*symbol);
  return classes;
}

LayerClasses singleClass(const Theme& theme, const ThemeLayer& layer) {
  LayerClasses classes{.field = "plain", .label = layer.label};
  Symbol symbol = baseSymbol(theme, layer);
  symbol.key = keyOf(layer, 0);
  symbol.zh = layer.zh;
  symbol.en = layer.en;
  classes.rows.push_back({"*", symbol.key});
  classes.symbols.push_back(std::move(symbol));
  return classes;
}

LayerClasses categoryClasses(const Theme& theme, const ThemeLayer& layer, const std::string& field, const std::vector<std::pair<std::string, std::size_t>>& categories, const Palette& palette, std::size_t most) {
  ClassMaker maker(theme, layer, field);
  std::size_t made = 0;
  const std::size_t count = std::min(most, categories.size());
  for (const auto& [text, features] : categories) {
    if (text.empty()) continue;
    if (made == most) break;
    maker.add(text, text, palette.at(made++, count));
  }
  maker.addOthers();
  return std::move(maker).take();
}

LayerClasses graduatedClasses(const Theme& theme, const ThemeLayer& layer, const std::string& field, const std::vector<double>& breaks, const Palette& palette) {
  ClassMaker maker(theme, layer, field);
  for (std::size_t i = 0; i <= breaks.size(); ++i) {
    const std::string low = i > 0 ? toText(Value{breaks[i - 1]}) : "", high = i < breaks.size() ? toText(Value{breaks[i]}) : "";
    const std::string name = low.empty() && high.empty() ? layer.zh : low.empty() ? "≤ " + high : high.empty() ? "> " + low : low + " – " + high;
    maker.add(low + ".." + high, name, palette.at(i, breaks.size() + 1));
  }
  maker.addOthers();
  return std::move(maker).take();
}

void setClasses(Theme& theme, const std::string& layerKey, const LayerClasses& classes) {
  const auto layer = std::find_if(theme.layers.begin(), theme.layers.end(), [&](const ThemeLayer& each) { return each.key == layerKey; });
  if (layer == theme.layers.end()) return;
  const std::string owner = layer->table.empty() ? layer->key : layer->table;
  // A name of its own: other layers of the theme may use the shipped classification.
  layer->classification = "own-" + owner + "." + (classes.field.empty() ? "plain" : classes.field);
  layer->label = classes.label;
  theme.setClasses(layer->classification, classes.rows);
  for (const Symbol& symbol : classes.symbols) theme.setSymbol(symbol);
}

}  // namespace pianqu::layers
