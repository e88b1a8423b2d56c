#include <algorithm>
#include <array>
#include <set>

#include "layers/sheet/furniture.hpp"

namespace pianqu::layers {
namespace {

constexpr double kSwatchMm = 11;
constexpr double kSwatchHeightMm = 3.6;
constexpr double kPadMm = 4;

struct Section { const char* title; Stage stage; };
constexpr std::array<Section, 3> kSections{{{"规划", Stage::Planned}, {"现状", Stage::Existing}, {"底图", Stage::Base}}};

/// One symbol a name, areas before lines before points, in the order of the map's layers.
std::vector<const Symbol*> entriesOf(const Scene& scene, const std::vector<bool>& isShown, Stage stage) {
  std::vector<const Symbol*> entries;
  std::set<std::string> names;
  for (const auto& layer : scene.layers) {
    for (const auto& item : layer.items) {
      const Symbol& symbol = scene.symbols[item.symbol];
      if (isShown[item.symbol] && symbol.isInLegend && symbol.stage == stage && names.insert(symbol.zh).second) entries.push_back(&symbol);
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Symbol* a, const Symbol* b) { return a->shape < b->shape; });
  return entries;
}

}  // namespace

double drawLegend(const Scene& scene, const std::vector<bool>& isShown, const geo::Box& box, const SheetStyle& style, Items& items) {
  const double size = style.mm("text-size"), heading = style.mm("heading-size");
  const int columns = 2;
  const double columnMm = (box.width() - kPadMm) / columns;
  double y = box.minY + heading;
  items.push_back(TextItem{"图 例", {box.centre().x, y}, heading, Align::Centre, {}, true, 0, 0});
  y += heading;
  for (const Section& section : kSections) {
    const auto entries = entriesOf(scene, isShown, section.stage);
    if (entries.empty()) continue;
    items.push_back(TextItem{section.title, {box.minX + kPadMm, y + size * 0.7}, size, Align::Left, {}, true, 0, 0});
    y += size * 1.6;
    for (std::size_t i = 0; i < entries.size(); i += columns) {
      double height = kSwatchHeightMm + 1.5;
      for (std::size_t c = 0; c < columns && i + c < entries.size(); ++c) {
        const auto lines = wrapText(entries[i + c]->zh, size, columnMm - kSwatchMm - 3);
        height = std::max(height, static_cast<double>(lines.size()) * size * 1.2 + 1);
      }
      for (std::size_t c = 0; c < columns && i + c < entries.size(); ++c) {
        const double left = box.minX + kPadMm + static_cast<double>(c) * columnMm, middle = y + height / 2;
        const geo::Box swatch{left, middle - kSwatchHeightMm / 2, left + kSwatchMm, middle + kSwatchHeightMm / 2};
        // A road is its edge below its surface, on the map as here.
        for (const Symbol& symbol : scene.symbols) if (symbol.key == entries[i + c]->key + ".casing") drawSwatch(symbol, swatch, items);
        drawSwatch(*entries[i + c], swatch, items);
        const auto lines = wrapText(entries[i + c]->zh, size, columnMm - kSwatchMm - 3);
        for (std::size_t l = 0; l < lines.size(); ++l) {
          const double down = size * 1.2 * (static_cast<double>(l) - (static_cast<double>(lines.size()) - 1) / 2);
          items.push_back(TextItem{lines[l], {left + kSwatchMm + 1.6, middle + down}, size, Align::Left, {}, false, 0, 0});
        }
      }
      y += height;
    }
    y += 1;
  }
  return y + 1;
}

}  // namespace pianqu::layers
