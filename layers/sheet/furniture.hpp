#pragma once

#include "layers/scene/scene.hpp"
#include "layers/scene/symbol_drawing.hpp"
#include "layers/sheet/sheet.hpp"

/// The parts of a sheet around the map, each drawn into a box of its own. Functions that take a top return the bottom that they reached.
namespace pianqu::layers {

/// Which page of how many this is, for number and key diagram. `current` counts from 0; -1 on pages without a map.
struct PagePlace {
  int current = 0;
  std::size_t pages = 1;
};

void drawFrame(const SheetLayout& layout, const SheetStyle& style, Items& items);
void drawTitle(const SheetLayout& layout, const SheetStyle& style, const SheetFacts& facts, const std::string& subtitle, Items& items);
/// North arrow, graphic and numeric scale.
double drawScaleBlock(const geo::Box& box, const SheetStyle& style, double scale, Items& items);
/// The shown symbols, planned, existing and background apart, one entry a name.
double drawLegend(const Scene& scene, const std::vector<bool>& isShown, const geo::Box& box, const SheetStyle& style, Items& items);
/// 接图表: all pages with the subject behind them, the current one filled.
double drawKeyDiagram(const SheetPlan& plan, const geo::MultiPolygon<geo::XY>& subject, int current, const geo::Box& box, const SheetStyle& style, Items& items);
/// Grows upwards from the bottom of the box; returns the top.
double drawTitleBlock(const geo::Box& box, const SheetStyle& style, const SheetFacts& facts, const std::string& number, const std::string& scaleText, Items& items);
double drawStampArea(const geo::Box& box, const SheetStyle& style, Items& items);
double drawNotes(const std::vector<std::string>& notes, const geo::Box& box, const SheetStyle& style, Items& items);
/// Crosses of the coordinate grid and their coordinates along the edges of the map.
void drawGrid(const MapFrame& frame, const SheetStyle& style, Items& items);

/// Height that drawNotes needs.
double heightOfNotes(const std::vector<std::string>& notes, double widthMm, const SheetStyle& style);

}  // namespace pianqu::layers
