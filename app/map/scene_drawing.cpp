#include "app/map/scene_drawing.hpp"

#include <algorithm>

namespace pianqu::app {
namespace {

/// Markers have their size on paper down to this scale; in smaller ones they shrink, or hundreds would hide the city.
constexpr double kFullMarkerScale = 1000;

/// A district's boundary is wide on paper, where it is seen from across a table.
constexpr double kWidestLinePx = 3;

}  // namespace

QColor toQt(layers::Colour colour) { return QColor(colour.r, colour.g, colour.b, colour.a); }

Pen penOf(const layers::Symbol& symbol, double pixelsPerMm) {
  Pen pen;
  if (symbol.fill) pen.fill = toQt(*symbol.fill);
  if (symbol.stroke && symbol.strokeMm > 0) pen.stroke = toQt(*symbol.stroke);
  pen.widthPx = static_cast<float>(std::clamp(symbol.strokeMm * pixelsPerMm, 0.6, kWidestLinePx));
  pen.radiusPx = static_cast<float>(std::max(symbol.markerMm * pixelsPerMm / 2, 1.2));
  pen.groundRadiusM = static_cast<float>(symbol.markerMm / 2 * kFullMarkerScale / 1000);
  // Chain lines with two dots are drawn with one: the shader knows four parts.
  for (std::size_t i = 0; i < pen.dashPx.size() && i < symbol.dashMm.size(); ++i) pen.dashPx[i] = static_cast<float>(symbol.dashMm[i] * pixelsPerMm);
  pen.maxScale = symbol.maxScale;
  pen.hatch = symbol.hatch;
  pen.hatchPx = static_cast<float>(std::max(symbol.hatchMm * pixelsPerMm, 3.0));
  pen.hasCrosses = symbol.hasCrosses && symbol.shape == layers::SymbolShape::Area;
  return pen;
}

Drawing drawingOf(const layers::Scene& scene, const layers::SceneLayer& layer, double pixelsPerMm, std::shared_ptr<const StampAtlas> atlas) {
  Drawing drawing;
  for (const auto& symbol : scene.symbols) {
    Pen& pen = drawing.pens.emplace_back(penOf(symbol, pixelsPerMm));
    if (!atlas) continue;
    pen.marker = atlas->find(StampAtlas::Kind::Marker, symbol.key);
    pen.arrow = atlas->find(StampAtlas::Kind::Arrow, symbol.key);
    pen.letter = atlas->find(StampAtlas::Kind::Letter, symbol.key);
    pen.cross = atlas->find(StampAtlas::Kind::Cross, symbol.key);
  }
  drawing.features.reserve(layer.items.size());
  for (const auto& item : layer.items) drawing.features.push_back({item.geometry, item.symbol, item.flow});
  drawing.atlas = std::move(atlas);
  return drawing;
}

}  // namespace pianqu::app
