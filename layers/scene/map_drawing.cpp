#include "layers/scene/map_drawing.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/measure/measure.hpp"
#include "layers/scene/label_runs.hpp"
#include "layers/scene/map_labels.hpp"
#include "layers/scene/paper_clip.hpp"
#include "layers/scene/symbol_drawing.hpp"

namespace pianqu::layers {
namespace {

constexpr double kThinMm = 0.04;          // points nearer than this are one on paper
constexpr double kLetterSpacingMm = 42;
constexpr double kArrowSpacingMm = 15;
constexpr double kLabelRepeatMm = 120;    // a longer run of pipe is labelled again
constexpr double kShortestArrowLineMm = 3.5;
constexpr double kShortestLetterLineMm = 5;

class MapPainter {
 public:
  MapPainter(const Scene& scene, const MapFrame& frame) : m_scene(scene), m_frame(frame), m_ground(frame.ground()) {
    m_drawing.isSymbolShown.assign(scene.symbols.size(), false);
    m_drawing.labelsDropped.assign(scene.symbols.size(), 0);
  }

  MapDrawing draw(const std::vector<geo::Box>& reservedMm) {
    for (const auto& box : reservedMm) m_paper.add(box);
    for (const SceneLayer& layer : m_scene.layers) drawLayer(layer);
    auto runs = joinRuns(std::move(m_wanted), kLabelRepeatMm * m_frame.scale / 1000);
    auto labels = placeLabels(std::move(runs.wanted), m_frame, m_paper, m_avoided);
    m_drawing.labelsPlaced = labels.placed;
    for (const auto& [symbol, count] : labels.dropped) m_drawing.labelsDropped[static_cast<std::size_t>(symbol - m_scene.symbols.data())] = count;
    m_drawing.groups.push_back({"注记", m_frame.paper(), std::move(labels.items)});
    return std::move(m_drawing);
  }

 private:
  void drawLayer(const SceneLayer& layer) {
    PictureGroup group{layer.zh, m_frame.paper(), {}};
    Items over;   // letters and arrows lie above all lines of their layer
    for (const SceneItem& item : layer.items) {
      const Symbol& symbol = m_scene.symbols[item.symbol];
      if (symbol.maxScale > 0 && m_frame.scale > symbol.maxScale) continue;
      if (!geo::boxOf(item.geometry).intersects(m_ground)) continue;
      m_drawing.isSymbolShown[item.symbol] = true;
      drawItem(item, symbol, group.items, over);
      const bool isLabelled = item.label && symbol.label.isShown() && (symbol.labelMaxScale <= 0 || m_frame.scale <= symbol.labelMaxScale);
      if (isLabelled) m_wanted.push_back({&item, &*item.label, &symbol, m_wanted.size()});
    }
    group.items.insert(group.items.end(), std::make_move_iterator(over.begin()), std::make_move_iterator(over.end()));
    if (!group.items.empty()) m_drawing.groups.push_back(std::move(group));
  }

  void drawItem(const SceneItem& item, const Symbol& symbol, Items& items, Items& over) {
    if (const auto* points = std::get_if<geo::XYGeometry::Points>(&item.geometry.value)) {
      for (const geo::XY p : points->points) drawPoint(symbol, p, items);
    } else if (const auto* lines = std::get_if<geo::XYGeometry::Lines>(&item.geometry.value)) {
      for (const auto& line : lines->lines) drawOneLine(symbol, line, item.flow, items, over);
    } else if (const auto* polygons = std::get_if<geo::XYGeometry::Polygons>(&item.geometry.value)) {
      drawPolygons(symbol, polygons->polygons, items);
    }
  }

  void drawPoint(const Symbol& symbol, geo::XY point, Items& items) {
    if (!m_ground.contains(point)) return;
    const geo::XY at = m_frame.toPaper(point);
    drawMarker(symbol, at, items);
    if (symbol.stage != Stage::Base && symbol.markerMm >= 1.2) m_paper.add(geo::Box{at.x, at.y, at.x, at.y}.grownBy(symbol.markerMm / 2));
  }

  void drawOneLine(const Symbol& symbol, const geo::Line<geo::XY>& line, int flow, Items& items, Items& over) {
    for (const auto& part : clipLine(line, m_ground.grownBy(m_frame.scale / 200))) {   // 5 mm over the edge, so that dashes do not start there
      const PaperLine paper = onPaper(part);
      if (paper.size() < 2) continue;
      drawLine(symbol, paper, items);
      decorate(symbol, paper, flow, over);
    }
  }

  void decorate(const Symbol& symbol, const PaperLine& line, int flow, Items& over) {
    const double length = paperLength(line);
    if (symbol.hasArrow && flow != 0 && length >= kShortestArrowLineMm) {
      for (double along = length * (symbol.letter.empty() ? 0.5 : 0.68); along < length; along += 2 * kArrowSpacingMm) {
        const auto place = placeOn(line, along);
        if (!spacingOf(m_arrows, symbol, kArrowSpacingMm).claim(place.at)) continue;
        drawArrow(symbol, place.at, flow > 0 ? place.angleDeg : place.angleDeg + 180, over);
        m_paper.add(geo::Box{place.at.x, place.at.y, place.at.x, place.at.y}.grownBy(0.8));
      }
    }
    if (symbol.letter.empty() || length < kShortestLetterLineMm) return;
    for (double along = length * 0.33; along < length; along += kLetterSpacingMm) {
      const auto place = placeOn(line, along);
      if (!m_ground.contains(onGround(place.at))) continue;
      const TextItem letter = letterOf(symbol, place.at, place.angleDeg);
      const double width = textWidthEm(letter.text) * letter.sizeMm;
      const auto boxes = boxesOfText(place.at, width, letter.sizeMm, letter.angleDeg);
      if (!std::all_of(boxes.begin(), boxes.end(), [this](const geo::Box& box) { return m_paper.isFree(box); })) continue;
      if (!spacingOf(m_letters, symbol, kLetterSpacingMm).claim(place.at)) continue;
      for (const auto& box : boxes) m_paper.add(box);
      over.push_back(letter);
    }
  }

  void drawPolygons(const Symbol& symbol, const geo::MultiPolygon<geo::XY>& polygons, Items& items) {
    const geo::Box window = m_ground.grownBy(m_frame.scale / 100);
    for (const auto& polygon : polygons) {
      const geo::Box box = geo::boxOf(polygon);
      if (!box.intersects(m_ground) || std::max(box.width(), box.height()) < m_frame.scale * 0.0001) continue;   // under 0.1 mm
      const bool isWhole = box.minX >= window.minX && box.maxX <= window.maxX && box.minY >= window.minY && box.maxY <= window.maxY;
      PaperRings rings;
      const auto add = [&](const geo::Ring<geo::XY>& ring) {
        PaperLine paper = onPaper(isWhole ? ring : clipRing(ring, window));
        if (paper.size() >= 3) rings.push_back(std::move(paper));
      };
      add(polygon.outer);
      for (const auto& hole : polygon.holes) add(hole);
      if (rings.empty()) continue;
      drawArea(symbol, rings, items);
      if (isObstacle(symbol)) m_avoided.add({m_frame.toPaper({box.minX, 0}).x, m_frame.toPaper({0, box.maxY}).y, m_frame.toPaper({box.maxX, 0}).x, m_frame.toPaper({0, box.minY}).y});
    }
  }

  /// Buildings and the like: filled, outlined, and part of what is there.
  static bool isObstacle(const Symbol& symbol) { return symbol.stage == Stage::Existing && symbol.fill && symbol.stroke; }

  PaperLine onPaper(const std::vector<geo::XY>& points) const {
    PaperLine paper;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const geo::XY p = m_frame.toPaper(points[i]);
      if (paper.empty() || i + 1 == points.size() || geo::distance(paper.back(), p) >= kThinMm) paper.push_back(p);
    }
    return paper;
  }
  geo::XY onGround(geo::XY p) const {
    return {m_frame.upperLeft.x + (p.x - m_frame.upperLeftMm.x) * m_frame.scale / 1000, m_frame.upperLeft.y - (p.y - m_frame.upperLeftMm.y) * m_frame.scale / 1000};
  }
  static Spacing& spacingOf(std::map<const Symbol*, Spacing>& all, const Symbol& symbol, double distanceMm) {
    return all.try_emplace(&symbol, distanceMm).first->second;
  }

  const Scene& m_scene;
  const MapFrame& m_frame;
  geo::Box m_ground;
  OccupiedPaper m_paper, m_avoided;
  std::map<const Symbol*, Spacing> m_letters, m_arrows;
  std::vector<WantedLabel> m_wanted;
  MapDrawing m_drawing;
};

}  // namespace

MapDrawing drawMap(const Scene& scene, const MapFrame& frame, const std::vector<geo::Box>& reservedMm) {
  return MapPainter(scene, frame).draw(reservedMm);
}

}  // namespace pianqu::layers
