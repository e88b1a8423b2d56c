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
  const ClassRow* best = nullptr;
  int bestRank = 0;
  for (const ClassRow& candidate : it->second) {
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

const std::vector<ClassRow>& Theme::classesOf(std::string_view classification) const {
  static const std::vector<ClassRow> kNone;
  const auto it = m_classes.find(classification);
  return it == m_classes.end() ? kNone : it->second;
}

std::vector<const Symbol*> Theme::symbolsOf(const ThemeLayer& layer) const {
  std::vector<const Symbol*> found;
  const auto add = [&](std::string_view symbolKey) {
    const Symbol* symbol = find(symbolKey);
    if (symbol && std::find(found.begin(), found.end(), symbol) == found.end()) found.push_back(symbol);
  };
  for (const ClassRow& row : classesOf(layer.classification)) add(row.symbol);
  return found;
}

void Theme::setSymbol(Symbol symbol) {
  std::string symbolKey = symbol.key;
  m_symbols.insert_or_assign(std::move(symbolKey), std::move(symbol));
}

void Theme::removeSymbol(std::string_view symbolKey) {
  if (const auto it = m_symbols.find(symbolKey); it != m_symbols.end()) m_symbols.erase(it);
}

void Theme::setClasses(const std::string& classification, std::vector<ClassRow> rows) { m_classes.insert_or_assign(classification, std::move(rows)); }

geo::Result<Style> Style::read(const std::string& dataFolder) {
  StyleTables tables;
  for (const char* name : kStyleTables) {
    auto table = readCatalogueFile(dataFolder + "/styles/" + name + ".csv");
    if (!table) return fail(table);
    table->name = name;
    tables.emplace(name, std::move(*table));
  }
  return from(tables);
}

geo::Result<Style> Style::from(const StyleTables& tables) {
  const auto rowsOf = [&tables](const char* name) -> const std::vector<CatalogueRow>& { return tables.find(name)->second.rows; };
  std::map<std::string, std::vector<ClassRow>, std::less<>> classes;
  for (const auto& row : rowsOf("classes")) classes[row.at("classification")].push_back({row.at("match"), row.at("symbol")});

  Style style;
  std::map<std::string, std::string> groupOf;
  for (const auto& row : rowsOf("layer_groups")) {
    groupOf.emplace(row.at("layer"), row.at("group"));
    if (style.m_groups.empty() || style.m_groups.back().key != row.at("group")) style.m_groups.push_back({row.at("group"), row.at("zh"), row.at("en")});
  }
  for (const auto& row : rowsOf("store_layers")) {
    style.m_storeLayers.push_back({.key = row.at("table"), .table = row.at("table"), .classification = row.at("classification"), .label = row.at("label")});
  }
  for (const auto& row : rowsOf("themes")) {
    Theme theme;
    theme.key = row.at("theme");
    theme.zh = row.at("title_zh");
    theme.en = row.at("english");
    theme.titleEn = row.at("title_en");
    theme.drawing = row.at("drawing");
    theme.m_classes = classes;
    for (const auto& layer : rowsOf("theme_layers")) {
      if (isInTheme(layer, theme.key)) theme.layers.push_back({layer.at("layer"), layer.at("title_zh"), layer.at("title_en"), layer.at("table"), layer.at("classification"), layer.at("label"), layer.at("width_field"), groupOf[layer.at("layer")]});
    }
    for (const char* owner : {"*", theme.key.c_str()}) {  // the rows of the theme itself come last and win
      for (const auto& symbolRow : rowsOf("symbols")) {
        if (!isInTheme(symbolRow, owner)) continue;
        auto symbol = symbolFrom(tables.find("symbols")->second, symbolRow);
        if (!symbol) return fail(symbol);
        theme.setSymbol(std::move(*symbol));
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
