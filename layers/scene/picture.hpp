#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "geo/shape/shape.hpp"
#include "layers/style/style.hpp"

/// A drawing on paper: strokes, fills and texts with every decision made. SVG here and the printer in app/paint only carry it out.
/// Millimetres from the upper left corner, y down.
namespace pianqu::layers {

struct Pen {
  Colour colour;
  double widthMm = 0.18;
  std::vector<double> dashMm;
};

struct PathItem {
  std::vector<std::vector<geo::XY>> parts;
  bool isClosed = true;                  ///< parts are rings, filled by the even-odd rule
  std::optional<Colour> fill;
  std::optional<Pen> pen;
};

enum class Align { Left, Centre, Right };

struct TextItem {
  std::string text;                      ///< one line, UTF-8
  geo::XY at;                            ///< on the middle of the letters' height, at their left end, centre or right end
  double sizeMm = 3;                     ///< body of a Chinese character
  Align align = Align::Centre;
  Colour colour;
  bool isBold = false;
  double haloMm = 0;                     ///< white edge
  double angleDeg = 0;                   ///< counter-clockwise
};

using PictureItem = std::variant<PathItem, TextItem>;

/// Items that belong together: a layer of a PDF. `clip` in mm.
struct PictureGroup {
  std::string name;
  std::optional<geo::Box> clip;
  std::vector<PictureItem> items;
};

/// Where a map lies on the paper: what a PDF needs to be a map.
struct MapFrame {
  geo::XY upperLeft;                     ///< on the ground, project CRS
  geo::XY upperLeftMm;                   ///< the same point on paper
  double widthMm = 0, heightMm = 0;
  double scale = 1000;                   ///< denominator

  double mm(double metres) const { return metres * 1000 / scale; }
  geo::XY toPaper(geo::XY p) const { return {upperLeftMm.x + mm(p.x - upperLeft.x), upperLeftMm.y + mm(upperLeft.y - p.y)}; }
  geo::Box ground() const { return {upperLeft.x, upperLeft.y - heightMm * scale / 1000, upperLeft.x + widthMm * scale / 1000, upperLeft.y}; }
  geo::Box paper() const { return {upperLeftMm.x, upperLeftMm.y, upperLeftMm.x + widthMm, upperLeftMm.y + heightMm}; }
};

struct Picture {
  std::string title;
  double widthMm = 0, heightMm = 0;
  std::vector<PictureGroup> groups;      ///< bottom first
  std::vector<MapFrame> maps;            ///< the georeferenced ones
};

/// Width of a text in units of its size, by the usual widths of a sans-serif Chinese face. accuracy: within 6 % of Noto Sans CJK, never far below.
double textWidthEm(std::string_view text);
/// `text` cut into lines of at most `widthMm` at `sizeMm`, between Chinese characters or at spaces; existing line breaks are kept.
std::vector<std::string> wrapText(std::string_view text, double sizeMm, double widthMm);

/// SVG 1.1, millimetre units, groups named. Same picture, same bytes; numbers with at most 3 decimals.
std::string toSvg(const Picture& picture);

}  // namespace pianqu::layers
