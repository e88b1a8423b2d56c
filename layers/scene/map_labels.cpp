#include "layers/scene/map_labels.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "geo/measure/measure.hpp"
#include "layers/scene/paper_clip.hpp"
#include "layers/scene/symbol_drawing.hpp"

namespace pianqu::layers {
namespace {

constexpr double kLineHeight = 1.2;
constexpr double kSameTextMm = 90;   // a name is not repeated nearer than this

constexpr int kAvoidsBuildings = 35; // labels of this priority on look for open ground first

struct Candidate { geo::XY at; double angleDeg = 0; };

double upright(double angleDeg) {
  while (angleDeg > 90) angleDeg -= 180;
  while (angleDeg <= -90) angleDeg += 180;
  return angleDeg;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') lines.emplace_back();
    else lines.back() += c;
  }
  return lines;
}

struct TextBlock {
  std::vector<std::string> lines;
  double widthMm = 0, heightMm = 0;
};

TextBlock blockOf(const std::string& text, double sizeMm) {
  TextBlock block{linesOf(text)};
  for (const auto& line : block.lines) block.widthMm = std::max(block.widthMm, textWidthEm(line) * sizeMm);
  block.heightMm = sizeMm * (kLineHeight * static_cast<double>(block.lines.size()) - 0.15);
  return block;
}

/// Along the longest visible stretch: its middle first, then outwards. The angle is that of the chord under the text.
std::vector<Candidate> alongLine(const WantedLabel& label, const MapFrame& frame, const TextBlock& block) {
  PaperLine best;
  for (const auto& part : clipLine(label.label->along, frame.ground())) {
    PaperLine paper;
    for (const geo::XY p : part) paper.push_back(frame.toPaper(p));
    if (paperLength(paper) > paperLength(best)) best = std::move(paper);
  }
  const double length = paperLength(best);
  if (best.size() < 2 || length < block.widthMm * 1.05) return {};
  const double offset = label.symbol->shape == SymbolShape::Line ? label.symbol->label.sizeMm * 0.72 + label.symbol->strokeMm / 2 : 0;
  std::vector<Candidate> candidates;
  for (const double fraction : {0.5, 0.35, 0.65, 0.2, 0.8}) {
    const double middle = std::clamp(length * fraction, block.widthMm / 2, length - block.widthMm / 2);
    const geo::XY a = placeOn(best, middle - block.widthMm / 2).at, b = placeOn(best, middle + block.widthMm / 2).at;
    if (geo::distance(a, b) < block.widthMm * 0.93) continue;   // the line bends too much under the text
    const double angle = upright(std::atan2(a.y - b.y, b.x - a.x) * 180 / std::numbers::pi);
    const double radians = angle * std::numbers::pi / 180;
    const geo::XY up{-std::sin(radians), -std::cos(radians)};
    const geo::XY at = placeOn(best, middle).at;
    candidates.push_back({at + up * offset, angle});
    if (offset > 0) candidates.push_back({at - up * offset, angle});
  }
  return candidates;
}

/// Around a marker: right, left, above, below, then the corners.
std::vector<Candidate> aroundPoint(geo::XY at, const Symbol& symbol, const TextBlock& block) {
  const double dx = symbol.markerMm / 2 + block.widthMm / 2 + 0.5, dy = symbol.markerMm / 2 + block.heightMm / 2 + 0.3;
  return {{{at.x + dx, at.y}}, {{at.x - dx, at.y}}, {{at.x, at.y - dy}}, {{at.x, at.y + dy}},
          {{at.x + dx, at.y - dy}}, {{at.x - dx, at.y - dy}}, {{at.x + dx, at.y + dy}}, {{at.x - dx, at.y + dy}}};
}

/// Inside an area: its label point, or the middle of the part that is on the map, then places around it that are still inside.
std::vector<Candidate> inArea(const WantedLabel& label, const MapFrame& frame, const TextBlock& block, const geo::MultiPolygon<geo::XY>& polygons) {
  geo::XY ground = label.label->at;
  const geo::Box window = frame.ground();
  if (!window.contains(ground)) {
    for (const auto& polygon : polygons) {
      const geo::Polygon<geo::XY> visible{clipRing(polygon.outer, window), {}};
      if (visible.outer.size() >= 4) ground = geo::centroidOf(visible);
    }
    if (!geo::contains(polygons, ground)) return {};
  }
  const geo::XY at = frame.toPaper(ground);
  std::vector<Candidate> candidates{{at}};
  if (!label.label->mayMove) return candidates;
  const double metres = frame.scale / 1000;
  for (const double step : {1.1, 2.4, 4.0}) {
    for (const auto& [dx, dy] : std::vector<std::pair<double, double>>{{0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}) {
      const geo::XY shift{dx * step * block.widthMm * 0.4, dy * step * block.heightMm};
      if (geo::contains(polygons, {ground.x + shift.x * metres, ground.y - shift.y * metres})) candidates.push_back({at + shift});
    }
  }
  return candidates;
}

std::vector<Candidate> candidatesFor(const WantedLabel& label, const MapFrame& frame, const TextBlock& block) {
  const SceneLabel& own = *label.label;
  if (!own.along.empty()) return alongLine(label, frame, block);
  if (const auto* area = std::get_if<geo::XYGeometry::Polygons>(&label.item->geometry.value)) return inArea(label, frame, block, area->polygons);
  const geo::XY at = frame.toPaper(own.at);
  if (!own.mayMove) return {{at, upright(own.angleDeg)}};
  return aroundPoint(at, *label.symbol, block);
}

void addText(const WantedLabel& label, const TextBlock& block, const Candidate& place, std::vector<PictureItem>& items) {
  const LabelStyle& style = label.symbol->label;
  const double radians = place.angleDeg * std::numbers::pi / 180;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const double down = style.sizeMm * kLineHeight * (static_cast<double>(i) - (static_cast<double>(block.lines.size()) - 1) / 2);
    const geo::XY at{place.at.x + std::sin(radians) * down, place.at.y + std::cos(radians) * down};
    items.push_back(TextItem{block.lines[i], at, style.sizeMm, Align::Centre, style.colour, style.isBold, style.haloMm, place.angleDeg});
  }
}

}  // namespace

PlacedLabels placeLabels(std::vector<WantedLabel> wanted, const MapFrame& frame, OccupiedPaper& paper, const OccupiedPaper& avoided) {
  const auto priority = [](const WantedLabel& label) { return label.symbol->label.priority + label.label->boost; };
  std::stable_sort(wanted.begin(), wanted.end(), [&](const WantedLabel& a, const WantedLabel& b) {
    return priority(a) != priority(b) ? priority(a) > priority(b) : a.order < b.order;
  });
  PlacedLabels result;
  std::map<std::pair<const Symbol*, std::string>, Spacing> repeats;
  const geo::Box window = frame.paper().grownBy(-0.8);
  for (const WantedLabel& label : wanted) {
    const TextBlock block = blockOf(label.label->text, label.symbol->label.sizeMm);
    const auto candidates = candidatesFor(label, frame, block);
    const auto isPossible = [&](const Candidate& place) {
      const auto boxes = boxesOfText(place.at, block.widthMm, block.heightMm, place.angleDeg);
      return std::all_of(boxes.begin(), boxes.end(), [&](const geo::Box& box) {
        return box.minX >= window.minX && box.maxX <= window.maxX && box.minY >= window.minY && box.maxY <= window.maxY && paper.isFree(box);
      });
    };
    const auto isOnOpenGround = [&](const Candidate& place) {
      const auto boxes = boxesOfText(place.at, block.widthMm, block.heightMm, place.angleDeg);
      return isPossible(place) && std::all_of(boxes.begin(), boxes.end(), [&](const geo::Box& box) { return avoided.isFree(box); });
    };
    auto place = candidates.end();
    if (label.symbol->label.priority >= kAvoidsBuildings) place = std::find_if(candidates.begin(), candidates.end(), isOnOpenGround);
    if (place == candidates.end()) place = std::find_if(candidates.begin(), candidates.end(), isPossible);
    if (place == candidates.end()) {
      ++result.dropped[label.symbol];
      continue;
    }
    if (!label.label->along.empty()) {   // streets come in pieces that share a name
      auto& spacing = repeats.try_emplace({label.symbol, label.label->text}, kSameTextMm).first->second;
      if (label.symbol->shape != SymbolShape::Line && !spacing.claim(place->at)) continue;
    }
    for (const auto& box : boxesOfText(place->at, block.widthMm, block.heightMm, place->angleDeg)) paper.add(box);
    addText(label, block, *place, result.items);
    result.placed += 1;
  }
  return result;
}

}  // namespace pianqu::layers
