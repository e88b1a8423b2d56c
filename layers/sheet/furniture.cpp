#include "layers/sheet/furniture.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

constexpr Colour kInk{0, 0, 0, 255};
constexpr Colour kPaper{255, 255, 255, 255};
constexpr double kPadMm = 4;
constexpr double kLineHeight = 1.4;

PaperLine corners(const geo::Box& b) { return {{b.minX, b.minY}, {b.maxX, b.minY}, {b.maxX, b.maxY}, {b.minX, b.maxY}}; }
PathItem outline(const geo::Box& box, double penMm) { return {{corners(box)}, true, std::nullopt, Pen{kInk, penMm, {}}}; }
PathItem filled(const geo::Box& box, Colour colour) { return {{corners(box)}, true, colour, std::nullopt}; }
TextItem text(std::string words, geo::XY at, double sizeMm, Align align = Align::Left, bool isBold = false) {
  return {std::move(words), at, sizeMm, align, kInk, isBold, 0, 0};
}

/// Length of the graphic scale in metres: the largest of 1, 2, 5 times a power of ten under 15 mm a division.
double divisionM(double scale) {
  const double most = 15 * scale / 1000;
  double best = 1;
  for (double power = 0.1; power < 1e6; power *= 10) {
    for (const double step : {1.0, 2.0, 5.0}) if (power * step <= most) best = power * step;
  }
  return best;
}

}  // namespace

void drawFrame(const SheetLayout& layout, const SheetStyle& style, Items& items) {
  const double thin = style.mm("thin-pen");
  items.push_back(outline({0.1, 0.1, layout.paper.widthMm - 0.1, layout.paper.heightMm - 0.1}, 0.1));   // trim edge
  items.push_back(outline(layout.frame, style.mm("frame-pen")));
  items.push_back(PathItem{{{{layout.strip.minX, layout.strip.minY}, {layout.strip.minX, layout.strip.maxY}}}, false, std::nullopt, Pen{kInk, style.mm("frame-pen") / 2, {}}});
  items.push_back(PathItem{{{{layout.map.minX, layout.map.minY}, {layout.map.maxX, layout.map.minY}}}, false, std::nullopt, Pen{kInk, thin, {}}});
}

void drawTitle(const SheetLayout& layout, const SheetStyle& style, const SheetFacts& facts, const std::string& subtitle, Items& items) {
  const geo::Box& band = layout.title;
  const auto fitted = [&](const std::string& words, double size) { return std::min(size, (band.width() - 2 * kPadMm) / std::max(1.0, textWidthEm(words))); };
  const double main = fitted(facts.projectTitle, style.mm("title-size")), sub = fitted(subtitle, style.mm("subtitle-size"));
  items.push_back(text(facts.projectTitle, {band.centre().x, band.minY + band.height() * 0.34}, main, Align::Centre, true));
  items.push_back(text(subtitle, {band.centre().x, band.minY + band.height() * 0.77}, sub, Align::Centre));
}

double drawScaleBlock(const geo::Box& box, const SheetStyle& style, double scale, Items& items) {
  const double height = 25, size = style.mm("text-size");
  const geo::XY tip{box.minX + kPadMm + 6, box.minY + 7};
  items.push_back(PathItem{{{{tip.x, tip.y}, {tip.x, tip.y + 11.5}, {tip.x - 3.4, tip.y + 15}}}, true, kInk, Pen{kInk, 0.25, {}}});
  items.push_back(PathItem{{{{tip.x, tip.y}, {tip.x, tip.y + 11.5}, {tip.x + 3.4, tip.y + 15}}}, true, kPaper, Pen{kInk, 0.25, {}}});
  items.push_back(text("北", {tip.x, tip.y - 3}, style.mm("heading-size"), Align::Centre, true));
  const double division = divisionM(scale), mm = division * 1000 / scale;
  const geo::XY left{box.minX + kPadMm + 19, box.minY + 15};
  for (int i = 0; i < 4; ++i) {
    const geo::Box cell{left.x + i * mm, left.y, left.x + (i + 1) * mm, left.y + 1.8};
    items.push_back(filled(cell, i % 2 == 0 ? kInk : kPaper));
    items.push_back(outline(cell, style.mm("thin-pen")));
  }
  const int decimals = division < 1 ? 1 : 0;
  for (const int i : {0, 1, 2, 4}) items.push_back(text(formatNumber(division * i, decimals) + (i == 4 ? " m" : ""), {left.x + i * mm, left.y + 4.2}, size, Align::Centre));
  items.push_back(text("比例 1:" + formatNumber(scale, 0), {left.x, left.y - 5}, style.mm("heading-size"), Align::Left, true));
  return box.minY + height;
}

double drawKeyDiagram(const SheetPlan& plan, const geo::MultiPolygon<geo::XY>& subject, int current, const geo::Box& box, const SheetStyle& style, Items& items) {
  const double heading = style.mm("heading-size"), size = style.mm("text-size");
  items.push_back(text("接图表", {box.centre().x, box.minY + heading}, heading, Align::Centre, true));
  geo::Box ground;
  for (const auto& frame : plan.frames) ground.add(frame.ground());
  const double widthMm = box.width() - 2 * kPadMm, mostMm = 40;
  const double k = std::min(widthMm / ground.width(), mostMm / ground.height());
  const geo::XY origin{box.centre().x - ground.width() * k / 2, box.minY + heading * 2};
  const auto place = [&](geo::XY p) { return geo::XY{origin.x + (p.x - ground.minX) * k, origin.y + (ground.maxY - p.y) * k}; };
  for (std::size_t i = 0; i < plan.frames.size(); ++i) {
    const geo::Box g = plan.frames[i].ground();
    const geo::XY a = place({g.minX, g.maxY}), b = place({g.maxX, g.minY});
    const geo::Box cell{a.x, a.y, b.x, b.y};
    if (static_cast<int>(i) == current) items.push_back(filled(cell, {214, 214, 214, 255}));
  }
  for (const auto& polygon : subject) {
    PaperLine ring;
    for (const geo::XY p : polygon.outer) ring.push_back(place(p));
    items.push_back(PathItem{{std::move(ring)}, true, std::nullopt, Pen{kInk, 0.35, {}}});
  }
  for (std::size_t i = 0; i < plan.frames.size(); ++i) {
    const geo::Box g = plan.frames[i].ground();
    const geo::XY a = place({g.minX, g.maxY}), b = place({g.maxX, g.minY});
    items.push_back(outline({a.x, a.y, b.x, b.y}, style.mm("thin-pen")));
    TextItem number = text(std::to_string(i + 1), {(a.x + b.x) / 2, (a.y + b.y) / 2}, size * 1.2, Align::Centre, true);
    number.haloMm = 0.4;
    items.push_back(std::move(number));
  }
  return origin.y + ground.height() * k + kPadMm;
}

double drawStampArea(const geo::Box& box, const SheetStyle& style, Items& items) {
  const double width = std::min(style.mm("stamp-width"), box.width() - 2), height = style.mm("stamp-height");
  const geo::Box area{box.centre().x - width / 2, box.maxY - height - 1.5, box.centre().x + width / 2, box.maxY - 1.5};
  items.push_back(PathItem{{corners(area)}, true, std::nullopt, Pen{{150, 150, 150, 255}, 0.13, {2, 1.2}}});
  TextItem caption = text("盖章区 (出图章 注册章 审查章)", {area.centre().x, area.minY + 3}, style.mm("text-size"), Align::Centre);
  caption.colour = {150, 150, 150, 255};
  items.push_back(std::move(caption));
  return area.minY;
}

double heightOfNotes(const std::vector<std::string>& notes, double widthMm, const SheetStyle& style) {
  const double size = style.mm("text-size");
  std::size_t lines = 0;
  for (std::size_t i = 0; i < notes.size(); ++i) lines += wrapText(std::to_string(i + 1) + ". " + notes[i], size, widthMm - 2 * kPadMm).size();
  return style.mm("heading-size") * 1.9 + static_cast<double>(lines) * size * kLineHeight + 1.5;
}

double drawNotes(const std::vector<std::string>& notes, const geo::Box& box, const SheetStyle& style, Items& items) {
  const double size = style.mm("text-size"), heading = style.mm("heading-size");
  double y = box.minY + heading;
  items.push_back(text("说 明", {box.minX + kPadMm, y}, heading, Align::Left, true));
  y += heading * 0.9 + size * kLineHeight / 2;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    for (const auto& line : wrapText(std::to_string(i + 1) + ". " + notes[i], size, box.width() - 2 * kPadMm)) {
      items.push_back(text(line, {box.minX + kPadMm, y}, size));
      y += size * kLineHeight;
    }
  }
  return y;
}

void drawGrid(const MapFrame& frame, const SheetStyle& style, Items& items) {
  const double step = style.mm("grid-cross") * frame.scale / 1000, size = style.mm("text-size");
  const geo::Box ground = frame.ground(), paper = frame.paper();
  PathItem crosses{{}, false, std::nullopt, Pen{{90, 90, 90, 255}, 0.13, {}}};
  const auto label = [&](double value, geo::XY at, double angle) {
    TextItem item = text(formatNumber(value, 0), at, size * 0.96, Align::Centre);
    item.haloMm = 0.4;
    item.angleDeg = angle;
    item.colour = {60, 60, 60, 255};
    items.push_back(std::move(item));
  };
  for (double x = std::ceil(ground.minX / step) * step; x <= ground.maxX; x += step) {
    for (double y = std::ceil(ground.minY / step) * step; y <= ground.maxY; y += step) {
      const geo::XY p = frame.toPaper({x, y});
      crosses.parts.push_back({{p.x - 2.5, p.y}, {p.x + 2.5, p.y}});
      crosses.parts.push_back({{p.x, p.y - 2.5}, {p.x, p.y + 2.5}});
    }
  }
  for (double x = std::ceil(ground.minX / step) * step; x <= ground.maxX; x += step) {
    const double at = frame.toPaper({x, 0}).x;
    if (at < paper.minX + 14 || at > paper.maxX - 14) continue;
    crosses.parts.push_back({{at, paper.minY}, {at, paper.minY + 3}});
    crosses.parts.push_back({{at, paper.maxY - 3}, {at, paper.maxY}});
    label(x, {at + 8.5, paper.minY + 2}, 0);
  }
  for (double y = std::ceil(ground.minY / step) * step; y <= ground.maxY; y += step) {
    const double at = frame.toPaper({0, y}).y;
    if (at < paper.minY + 16 || at > paper.maxY - 16) continue;
    crosses.parts.push_back({{paper.minX, at}, {paper.minX + 3, at}});
    crosses.parts.push_back({{paper.maxX - 3, at}, {paper.maxX, at}});
    label(y, {paper.minX + 2, at - 9}, 90);
  }
  items.push_back(std::move(crosses));
}

}  // namespace pianqu::layers
