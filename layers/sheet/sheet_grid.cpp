#include "layers/sheet/sheet_grid.hpp"

#include <algorithm>
#include <cmath>

#include "geo/overlay/overlay.hpp"
#include "geo/shape/rectangle.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr int kMostPages = 200;
constexpr double kPageOverlap = 0.04;   // of the window, on each side between neighbours

struct Window { double widthM = 0, heightM = 0; };

Window windowOf(const SheetStyle& style, const Paper& paper, double scale) {
  const SheetLayout layout = layoutOf(style, paper);
  return {layout.map.width() * scale / 1000, layout.map.height() * scale / 1000};
}

bool fits(const SheetStyle& style, const Paper& paper, double scale, const geo::Box& subject) {
  const Window window = windowOf(style, paper, scale);
  const double margin = style.mm("district-margin") * scale / 1000;
  return subject.width() + 2 * margin <= window.widthM && subject.height() + 2 * margin <= window.heightM;
}

SheetChoice choose(const SheetStyle& style, const geo::Box& subject, const SheetWish& wish) {
  std::vector<SheetChoice> tried;
  for (const auto& choice : style.choices()) {
    if (choice.use != wish.use) continue;
    if (wish.paper != "auto" && wish.scale > 0) break;
    SheetChoice candidate = choice;
    if (wish.paper != "auto") candidate.paper = wish.paper;
    if (wish.scale > 0) candidate.scale = wish.scale;
    tried.push_back(candidate);
  }
  if (wish.scale > 0 && wish.paper == "auto") {   // smallest paper that holds it, else pages of the second largest
    for (const auto& paper : style.papers()) if (fits(style, paper, wish.scale, subject)) return {wish.use, paper.name, wish.scale};
    return {wish.use, style.papers()[style.papers().size() >= 2 ? style.papers().size() - 2 : 0].name, wish.scale};
  }
  for (const auto& choice : tried) if (fits(style, *style.paper(choice.paper), choice.scale, subject)) return choice;
  if (tried.empty()) return {wish.use, wish.paper, wish.scale};
  return tried.back();
}

MapFrame frameAt(const SheetLayout& layout, geo::XY centre, double scale) {
  const double k = scale / 1000;
  return {{centre.x - layout.map.width() * k / 2, centre.y + layout.map.height() * k / 2}, {layout.map.minX, layout.map.minY}, layout.map.width(), layout.map.height(), scale};
}

}  // namespace

SheetLayout layoutOf(const SheetStyle& style, const Paper& paper) {
  SheetLayout layout;
  layout.paper = paper;
  layout.frame = {style.mm("frame-binding"), paper.marginMm, paper.widthMm - paper.marginMm, paper.heightMm - paper.marginMm};
  const double stripLeft = layout.frame.maxX - style.stripMm(paper);
  const double mapTop = layout.frame.minY + style.mm("title-band");
  layout.title = {layout.frame.minX, layout.frame.minY, stripLeft, mapTop};
  layout.map = {layout.frame.minX, mapTop, stripLeft, layout.frame.maxY};
  layout.strip = {stripLeft, layout.frame.minY, layout.frame.maxX, layout.frame.maxY};
  return layout;
}

geo::Result<SheetPlan> planSheets(const SheetStyle& style, const geo::MultiPolygon<geo::XY>& subject, const SheetWish& wish) {
  const geo::Box box = geo::boxOf(subject);
  if (box.isEmpty()) return fail(ErrorCode::Invalid, "there is nothing to put on a sheet", "import estates or buildings, or merge districts first");
  if (wish.paper != "auto" && !style.paper(wish.paper)) return fail(ErrorCode::NotFound, "no paper size \"" + wish.paper + "\"", "use A3, A2, A1, A0 or auto");
  const SheetChoice choice = choose(style, box, wish);
  SheetPlan plan{*style.paper(choice.paper), choice.scale, 1, 1, {}};
  const SheetLayout layout = layoutOf(style, plan.paper);
  if (fits(style, plan.paper, plan.scale, box)) {
    plan.frames = {frameAt(layout, box.centre(), plan.scale)};
    return plan;
  }
  const double margin = style.mm("district-margin") * plan.scale / 1000;
  const geo::Box wanted = box.grownBy(margin);
  const Window window = windowOf(style, plan.paper, plan.scale);
  const double stepX = window.widthM * (1 - kPageOverlap), stepY = window.heightM * (1 - kPageOverlap);
  const double columns = std::max(1.0, std::ceil((wanted.width() - window.widthM) / stepX + 1)), rows = std::max(1.0, std::ceil((wanted.height() - window.heightM) / stepY + 1));
  if (!(columns * rows <= kMostPages)) {
    return fail(ErrorCode::Invalid, "the map would need " + std::to_string(static_cast<long>(columns * rows)) + " sheets", "choose a larger paper or a smaller scale such as --scale " + std::to_string(static_cast<long>(plan.scale * 5)));
  }
  plan.columns = static_cast<int>(columns);
  plan.rows = static_cast<int>(rows);
  const geo::XY centre = box.centre();
  for (int row = 0; row < plan.rows; ++row) {
    for (int column = 0; column < plan.columns; ++column) {
      const MapFrame frame = frameAt(layout, {centre.x + (column - (plan.columns - 1) / 2.0) * stepX, centre.y - (row - (plan.rows - 1) / 2.0) * stepY}, plan.scale);
      if (geo::intersects({geo::rectangleOf(frame.ground())}, subject)) plan.frames.push_back(frame);
    }
  }
  return plan;
}

}  // namespace pianqu::layers
