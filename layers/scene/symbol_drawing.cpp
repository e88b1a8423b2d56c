#include "layers/scene/symbol_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

constexpr double kCrossSpacingMm = 7;    // between the x marks of an abandoned line
constexpr double kCrossMm = 0.8;         // half width of one
constexpr double kArrowMm = 2.0;
constexpr double kHatchPenMm = 0.13;

PaperLine circle(geo::XY at, double radius, int corners = 20) {
  PaperLine ring;
  for (int i = 0; i < corners; ++i) {
    const double a = 2 * std::numbers::pi * i / corners;
    ring.push_back({at.x + radius * std::cos(a), at.y + radius * std::sin(a)});
  }
  return ring;
}

PaperLine regular(geo::XY at, double radius, int corners, double startDeg) {
  PaperLine ring;
  for (int i = 0; i < corners; ++i) {
    const double a = startDeg * std::numbers::pi / 180 + 2 * std::numbers::pi * i / corners;
    ring.push_back({at.x + radius * std::cos(a), at.y - radius * std::sin(a)});
  }
  return ring;
}

std::optional<Pen> penOf(const Symbol& symbol) {
  if (!symbol.stroke) return std::nullopt;
  return Pen{*symbol.stroke, symbol.strokeMm, symbol.dashMm};
}

std::optional<Pen> solidPen(const Symbol& symbol) {
  if (!symbol.stroke) return std::nullopt;
  return Pen{*symbol.stroke, symbol.strokeMm, {}};
}

std::vector<PaperLine> hatchOf(const Symbol& symbol, const PaperRings& rings) {
  const auto at = [&](double angle) { return hatchLines(rings, angle, symbol.hatchMm); };
  switch (symbol.hatch) {
    case Hatch::None: return {};
    case Hatch::Diagonal: return at(45);
    case Hatch::BackDiagonal: return at(-45);
    case Hatch::Horizontal: return at(0);
    case Hatch::Vertical: return at(90);
    case Hatch::Cross: {
      auto lines = at(45);
      auto more = at(-45);
      lines.insert(lines.end(), more.begin(), more.end());
      return lines;
    }
    case Hatch::Dots: {
      std::vector<PaperLine> dots;
      for (const auto& line : at(30)) {
        const double length = paperLength(line);
        for (double along = symbol.hatchMm / 2; along < length; along += symbol.hatchMm) {
          const geo::XY p = placeOn(line, along).at;
          dots.push_back({{p.x - 0.12, p.y}, {p.x + 0.12, p.y}});
        }
      }
      return dots;
    }
  }
  return {};
}

void addCross(geo::XY at, double half, PathItem& item) {
  item.parts.push_back({{at.x - half, at.y - half}, {at.x + half, at.y + half}});
  item.parts.push_back({{at.x - half, at.y + half}, {at.x + half, at.y - half}});
}

void addCrosses(const Symbol& symbol, const PaperLine& line, Items& items) {
  PathItem item{{}, false, std::nullopt, Pen{symbol.stroke.value_or(Colour{}), std::max(symbol.strokeMm, 0.2), {}}};
  const double length = paperLength(line);
  for (double along = std::min(kCrossSpacingMm, length) / 2; along < length; along += kCrossSpacingMm) addCross(placeOn(line, along).at, kCrossMm, item);
  if (!item.parts.empty()) items.push_back(std::move(item));
}

/// Plain outlines: rings that are stroked and, for the filled markers, filled.
std::optional<PaperLine> outlineOf(Marker marker, geo::XY at, double radius) {
  switch (marker) {
    case Marker::Disc:
    case Marker::Ring: return circle(at, radius);
    case Marker::Square:
    case Marker::FilledSquare:
    case Marker::Grate:
    case Marker::Lift: return regular(at, radius * std::numbers::sqrt2, 4, 45);
    case Marker::Triangle:
    case Marker::FilledTriangle: return regular(at, radius * 1.2, 3, 90);
    case Marker::Outfall: return regular(at, radius * 1.2, 3, -90);
    case Marker::Diamond: return regular(at, radius * 1.2, 4, 0);
    case Marker::Tree: return circle(at, radius, 10);
    case Marker::Cross:
    case Marker::Plus:
    case Marker::None: break;
  }
  return std::nullopt;
}

/// Strokes inside an outline that tell the markers apart without colour.
std::vector<PaperLine> detailsOf(Marker marker, geo::XY at, double r) {
  switch (marker) {
    case Marker::Cross: return {{{at.x - r, at.y - r}, {at.x + r, at.y + r}}, {{at.x - r, at.y + r}, {at.x + r, at.y - r}}};
    case Marker::Plus: return {{{at.x - r, at.y}, {at.x + r, at.y}}, {{at.x, at.y - r}, {at.x, at.y + r}}};
    case Marker::Tree: return {{{at.x, at.y - r * 0.45}, {at.x, at.y + r * 0.45}}, {{at.x - r * 0.45, at.y}, {at.x + r * 0.45, at.y}}};
    case Marker::Grate: return {{{at.x - r * 0.33, at.y - r}, {at.x - r * 0.33, at.y + r}}, {{at.x + r * 0.33, at.y - r}, {at.x + r * 0.33, at.y + r}}};
    case Marker::Lift: return {{{at.x - r, at.y - r}, {at.x + r, at.y + r}}, {{at.x - r, at.y + r}, {at.x + r, at.y - r}}};
    default: return {};
  }
}

}  // namespace

double paperLength(const PaperLine& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length += geo::distance(line[i - 1], line[i]);
  return length;
}

LinePlace placeOn(const PaperLine& line, double along) {
  if (line.size() < 2) return {line.empty() ? geo::XY{} : line.front(), 0};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const geo::XY a = line[i - 1], b = line[i];
    const double length = geo::distance(a, b);
    if ((along <= length && length > 0) || i + 1 == line.size()) {
      const double t = length > 0 ? std::min(along / length, 1.0) : 0;
      return {a + (b - a) * t, std::atan2(a.y - b.y, b.x - a.x) * 180 / std::numbers::pi};
    }
    along -= length;
  }
  return {line.back(), 0};
}

void drawArea(const Symbol& symbol, const PaperRings& rings, Items& items) {
  if (symbol.fill) items.push_back(PathItem{rings, true, symbol.fill, std::nullopt});
  auto hatch = hatchOf(symbol, rings);
  const double hatchPenMm = symbol.hatch == Hatch::Dots ? 0.24 : kHatchPenMm;
  if (!hatch.empty()) items.push_back(PathItem{std::move(hatch), false, std::nullopt, Pen{symbol.stroke.value_or(Colour{}), hatchPenMm, {}}});
  if (const auto pen = penOf(symbol)) items.push_back(PathItem{rings, true, std::nullopt, pen});
  if (!symbol.hasCrosses || rings.empty()) return;
  geo::Box box;
  for (const geo::XY p : rings.front()) box.add(p);
  PathItem cross{{}, false, std::nullopt, solidPen(symbol)};
  cross.parts.push_back({{box.minX, box.minY}, {box.maxX, box.maxY}});
  cross.parts.push_back({{box.minX, box.maxY}, {box.maxX, box.minY}});
  items.push_back(std::move(cross));
}

void drawLine(const Symbol& symbol, const PaperLine& line, Items& items) {
  if (const auto pen = penOf(symbol)) items.push_back(PathItem{{line}, false, std::nullopt, pen});
  if (symbol.hasCrosses) addCrosses(symbol, line, items);
}

void drawMarker(const Symbol& symbol, geo::XY at, Items& items) {
  const double radius = symbol.markerMm / 2;
  if (const auto outline = outlineOf(symbol.marker, at, radius)) {
    const bool isHollow = symbol.marker == Marker::Tree || symbol.marker == Marker::Square;
    PathItem item{{*outline}, true, isHollow ? std::nullopt : symbol.fill, solidPen(symbol)};
    if (symbol.marker == Marker::Outfall) item.fill = symbol.fill;
    items.push_back(std::move(item));
  }
  if (symbol.marker == Marker::Lift && symbol.hatch == Hatch::None && symbol.fill && *symbol.fill == Colour{255, 255, 255, 255}) return;  // an empty box
  auto details = detailsOf(symbol.marker, at, radius);
  if (!details.empty()) items.push_back(PathItem{std::move(details), false, std::nullopt, solidPen(symbol)});
}

void drawArrow(const Symbol& symbol, geo::XY at, double angleDeg, Items& items) {
  const double a = angleDeg * std::numbers::pi / 180;
  const geo::XY along{std::cos(a), -std::sin(a)}, across{std::sin(a), std::cos(a)};
  const double half = kArrowMm / 2;
  items.push_back(PathItem{{{at + along * half, at - along * half + across * (half * 0.62), at - along * (half * 0.5), at - along * half - across * (half * 0.62)}},
                           true, symbol.stroke.value_or(Colour{}), std::nullopt});
}

TextItem letterOf(const Symbol& symbol, geo::XY at, double angleDeg) {
  double upright = angleDeg;
  while (upright > 90) upright -= 180;
  while (upright <= -90) upright += 180;
  return TextItem{symbol.letter, at, 2.2, Align::Centre, symbol.stroke.value_or(Colour{}), true, 0.55, upright};
}

void drawSwatch(const Symbol& symbol, const geo::Box& box, Items& items) {
  const geo::XY middle = box.centre();
  if (symbol.shape == SymbolShape::Point) return drawMarker(symbol, middle, items);
  if (symbol.shape == SymbolShape::Area) {
    return drawArea(symbol, {{{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}}}, items);
  }
  drawLine(symbol, {{box.minX, middle.y}, {box.maxX, middle.y}}, items);
  if (!symbol.letter.empty()) items.push_back(letterOf(symbol, {box.minX + box.width() * 0.4, middle.y}, 0));
  if (symbol.hasArrow) drawArrow(symbol, {box.minX + box.width() * 0.8, middle.y}, 0, items);
}

}  // namespace pianqu::layers
