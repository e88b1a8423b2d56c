#include "app/map/label_set.hpp"

#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/map/camera_view.hpp"
#include "app/map/scene_drawing.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

/// A symbol that says nothing of its label's scale is meant for a sheet of one district; on a map of the city the texts of points would hide it.
constexpr double kPointLabelScale = 2500;

/// Contrast of a text with its white halo. source  [WCAG22] 1.4.3
constexpr double kLeastContrast = 4.5;

double contrastWithWhite(const QColor& colour) {
  const auto linear = [](float channel) { return channel <= 0.04045F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
  return 1.05 / (0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF()) + 0.05);
}

/// The same hue, dark enough to be read: colours that a standard gives to lines, cyan and yellow among them, vanish as text.
QColor readable(QColor colour) {
  while (contrastWithWhite(colour) < kLeastContrast) colour = colour.darker(105);
  return colour;
}

}  // namespace

double labelScaleOf(const layers::Symbol& symbol) {
  const double maxScale = symbol.labelMaxScale > 0 ? symbol.labelMaxScale : symbol.maxScale;
  return maxScale == 0 && symbol.shape == layers::SymbolShape::Point ? kPointLabelScale : maxScale;
}

geo::Result<LabelSet> labelsOf(const layers::Scene& scene, const layers::SceneLayer& layer, const geo::Crs& crs, double pixelsPerMm) {
  LabelSet set;
  std::vector<geo::XY> places;
  for (const auto& item : layer.items) {
    const layers::Symbol& symbol = scene.symbols[item.symbol];
    if (!item.label || !symbol.label.isShown() || item.label->text.empty()) continue;
    const QStringList lines = QString::fromStdString(item.label->text).split(QLatin1Char('\n'));
    const bool isAlong = !item.label->along.empty();
    LabelWish wish;
    wish.text = lines.join(QLatin1Char(' '));
    if (lines.size() > 1) wish.shortText = lines.first();
    wish.featureWidthM = isAlong ? geo::lengthOf(item.label->along).value : geo::boxOf(item.geometry).width();
    wish.isAlong = isAlong;
    wish.angleDeg = isAlong ? item.label->angleDeg : 0;
    wish.sizePx = std::max(symbol.label.sizeMm * pixelsPerMm, 11.0);
    if (std::holds_alternative<geo::XYGeometry::Points>(item.geometry.value)) wish.abovePx = symbol.markerMm * pixelsPerMm / 2 + wish.sizePx * 0.7;
    wish.colour = readable(toQt(symbol.label.colour));
    wish.isBold = symbol.label.isBold;
    wish.priority = symbol.label.priority + item.label->boost;
    wish.maxScale = labelScaleOf(symbol);
    set.push_back(std::move(wish));
    places.push_back(item.label->at);
  }
  if (auto done = geo::transform(crs, geo::Crs::webMercator(), places); !done) return geo::fail(std::move(done));
  const double stretch = places.empty() ? 1 : mercatorStretch(places.front());
  for (std::size_t i = 0; i < places.size(); ++i) {
    set[i].world = places[i];
    set[i].featureWidthM *= stretch;
  }
  std::stable_sort(set.begin(), set.end(), [](const LabelWish& a, const LabelWish& b) { return a.priority > b.priority; });
  return set;
}

}  // namespace pianqu::app
