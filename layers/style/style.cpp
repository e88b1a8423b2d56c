#include "layers/style/style.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "layers/catalogue/rows.hpp"
#include "layers/style/symbol_rows.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

std::optional<std::uint8_t> hexByte(std::string_view text) {
  unsigned value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return static_cast<std::uint8_t>(value);
}

std::optional<double> numberOf(std::string_view text) {
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "1981..2000", "..1980", "2001..": both ends belong to the range.
bool isInRange(std::string_view range, double value) {
  const std::size_t dots = range.find("..");
  if (dots == std::string_view::npos) return false;
  const double low = numberOf(range.substr(0, dots)).value_or(-std::numeric_limits<double>::infinity());
  const double high = numberOf(range.substr(dots + 2)).value_or(std::numeric_limits<double>::infinity());
  return value >= low && value <= high;
}

bool isInTheme(const CatalogueRow& row, const std::string& theme) { return row.at("theme") == theme; }

}  // namespace

std::optional<Colour> parseColour(std::string_view text) {
  if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
  std::uint8_t parts[4] = {0, 0, 0, 255};
  for (std::size_t i = 0; i < (text.size() - 1) / 2; ++i) {
    const auto byte = hexByte(text.substr(1 + 2 * i, 2));
    if (!byte) return std::nullopt;
    parts[i] = *byte;
  }
  return Colour{parts[0], parts[1], parts[2], parts[3]};
}

std::string toHex(Colour colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {colour.r, colour.g, colour.b, colour.a}) {
    text += digits[part >> 4];
    text += digits[part & 15];
  }
  if (colour.a == 255) text.resize(7);
  return text;
}

const Symbol* Theme::find(std::string_view symbolKey) const {
  const auto it = m_symbols.find(symbolKey);
  return it == m_symbols.end() ? nullptr : &it->second;
}

const ThemeLayer* Theme::findLayer(std::string_view layerKey) const {
  const auto it = std::find_if(layers.begin(), layers.end(), [layerKey](const ThemeLayer& layer) { return layer.key == layerKey; });
  return it == layers.end() ? nullptr : &*it;
}

std::string Theme::classify(std::string_view classification, std::string_view value) const {
  const auto it = m_classes.find(classification);
  if (it == m_classes.end()) return {};
  const auto number = numberOf(value);
  const Match* best = nullptr;
  int bestRank = 0;
  for (const Match& candidate : it->second) {
    int rank = 0;
    if (candidate.match == value && !value.empty()) rank = 4;
    else if (number && isInRange(candidate.match, *number)) rank = 3;
    else if (value.empty() && candidate.match == "?") rank = 2;
    else if (candidate.match == "*") rank = 1;
    if (rank > bestRank) {
      best = &candidate;
      bestRank = rank;
    }
  }
  return best && find(best->symbol) ? best->symbol : std::string{};
}

geo::Result<Style> Style::read(const std::string& dataFolder) {
  std::map<std::string, CatalogueTable> tables;
  for (const char* name : {"themes", "theme_layers", "classes", "symbols"}) {
    auto table = readCatalogueFile(dataFolder + "/styles/" + name + ".csv");
    if (!table) return fail(table);
    table->name = name;
    tables.emplace(name, std::move(*table));
  }
  std::map<std::string, std::vector<Theme::Match>, std::less<>> classes;
  for (const auto& row : tables.at("classes").rows) classes[row.at("classification")].push_back({row.at("match"), row.at("symbol")});

  Style style;
  for (const auto& row : tables.at("themes").rows) {
    Theme theme;
    theme.key = row.at("theme");
    theme.zh = row.at("title_zh");
    theme.en = row.at("english");
    theme.drawing = row.at("drawing");
    theme.m_classes = classes;
    for (const auto& layer : tables.at("theme_layers").rows) {
      if (isInTheme(layer, theme.key)) theme.layers.push_back({layer.at("layer"), layer.at("title_zh"), layer.at("title_en"), layer.at("table"), layer.at("classification"), layer.at("label"), layer.at("width_field")});
    }
    for (const char* owner : {"*", theme.key.c_str()}) {  // the rows of the theme itself come last and win
      for (const auto& symbolRow : tables.at("symbols").rows) {
        if (!isInTheme(symbolRow, owner)) continue;
        auto symbol = symbolFrom(tables.at("symbols"), symbolRow);
        if (!symbol) return fail(symbol);
        std::string key = symbol->key;
        theme.m_symbols.insert_or_assign(std::move(key), std::move(*symbol));
      }
    }
    style.m_themes.push_back(std::move(theme));
  }
  return style;
}

geo::Result<Theme> Style::theme(std::string_view name) const {
  std::string known;
  for (const Theme& theme : m_themes) {
    if (theme.key == name || theme.en == name) return theme;
    known += (known.empty() ? "" : ", ") + theme.key + " (" + theme.en + ")";
  }
  return fail(ErrorCode::NotFound, "no theme \"" + std::string(name) + "\"", "themes: " + known);
}

}  // namespace pianqu::layers
