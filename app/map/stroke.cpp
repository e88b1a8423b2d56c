#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/map/map_geometry.hpp"

namespace pianqu::app {
namespace {

/// Beyond this many half widths a corner is drawn as a plain turn, not as a spike.
constexpr double kMitreLimit = 2.5;
constexpr float kInsideOfRing = 0.62F;

struct Direction {
  double x = 0, y = 0;
};

Direction directionOf(geo::XY from, geo::XY to) {
  const double dx = to.x - from.x, dy = from.y - to.y;  // y down, as in the tile
  const double length = std::hypot(dx, dy);
  return length > 0 ? Direction{dx / length, dy / length} : Direction{};
}

struct Colour {
  std::uint8_t r, g, b, a;
  explicit Colour(const QColor& colour) {
    const QRgb rgb = qPremultiply(colour.rgba());
    r = static_cast<std::uint8_t>(qRed(rgb));
    g = static_cast<std::uint8_t>(qGreen(rgb));
    b = static_cast<std::uint8_t>(qBlue(rgb));
    a = static_cast<std::uint8_t>(qAlpha(rgb));
  }
};

struct Dash {
  std::array<std::uint8_t, 4> parts{};
  explicit Dash(const std::array<float, 4>& px) {
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = static_cast<std::uint8_t>(std::clamp(px[i] * 4, 0.0F, 255.0F));
  }
};

geo::Line<geo::XY> withoutRepeats(const geo::Line<geo::XY>& line) {
  geo::Line<geo::XY> result;
  result.reserve(line.size());
  std::unique_copy(line.begin(), line.end(), std::back_inserter(result));
  return result;
}

/// The normal at a corner between two segments, longer than 1, so that both strips meet; the plain normal where the corner is too sharp.
Direction mitreBetween(Direction before, Direction after) {
  const Direction a{-before.y, before.x}, b{-after.y, after.x};
  const double x = a.x + b.x, y = a.y + b.y;
  const double square = x * x + y * y;
  // |a + b|^2 = 2 + 2 cos(turn); the mitre is (a + b) * 2 / |a + b|^2, its length 2 / |a + b|.
  if (square < 4 / (kMitreLimit * kMitreLimit)) return b;
  return {x * 2 / square, y * 2 / square};
}

}  // namespace

void addStroke(GeometryTile& tile, const geo::Line<geo::XY>& line, const Pen& pen, double stretch) {
  const geo::Line<geo::XY> path = withoutRepeats(line);
  const std::size_t count = path.size();
  if (count < 2 || !pen.stroke.isValid()) return;
  const bool isRing = count > 2 && path.front() == path.back();
  const Colour colour(pen.stroke);
  const auto halfM = static_cast<float>(pen.groundWidthM / 2 * stretch);
  const auto first = static_cast<std::uint32_t>(tile.strokes.size());
  const Dash dash(pen.dashPx);
  double alongM = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) alongM += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    const bool hasBefore = i > 0 || isRing, hasAfter = i + 1 < count || isRing;
    const Direction before = hasBefore ? directionOf(path[i > 0 ? i - 1 : count - 2], path[i]) : directionOf(path[0], path[1]);
    const Direction after = hasAfter ? directionOf(path[i], path[i + 1 < count ? i + 1 : 1]) : before;
    const Direction normal = mitreBetween(before, after);
    const auto x = static_cast<float>(path[i].x - tile.origin.x), y = static_cast<float>(tile.origin.y - path[i].y);
    for (const float side : {-1.0F, 1.0F})
      tile.strokes.push_back({x, y, static_cast<float>(normal.x) * side, static_cast<float>(normal.y) * side, side, pen.widthPx / 2, halfM,
                              static_cast<float>(alongM), {dash.parts[0], dash.parts[1], dash.parts[2], dash.parts[3]}, colour.r, colour.g, colour.b, colour.a});
    if (i == 0) continue;
    const auto at = first + static_cast<std::uint32_t>(2 * (i - 1));
    tile.strokeIndices.insert(tile.strokeIndices.end(), {at, at + 1, at + 2, at + 1, at + 3, at + 2});
  }
}

namespace {

void addPlainDisc(GeometryTile& tile, geo::XY point, const Colour& colour, float radiusPx, float halfM) {
  const auto first = static_cast<std::uint32_t>(tile.strokes.size());
  const auto x = static_cast<float>(point.x - tile.origin.x), y = static_cast<float>(tile.origin.y - point.y);
  constexpr float kCorners[4][2] = {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}};
  for (const auto& corner : kCorners)
    tile.strokes.push_back({x, y, corner[0], corner[1], 2, radiusPx, halfM, 0, {0, 0, 0, 0}, colour.r, colour.g, colour.b, colour.a});
  tile.strokeIndices.insert(tile.strokeIndices.end(), {first, first + 1, first + 2, first + 1, first + 3, first + 2});
}

}  // namespace

void addDisc(GeometryTile& tile, geo::XY point, const Pen& pen, double stretch) {
  const auto groundM = static_cast<float>(pen.groundRadiusM * stretch);
  const bool isRing = pen.fill.isValid() && pen.stroke.isValid() && pen.fill != pen.stroke;
  addPlainDisc(tile, point, Colour(pen.stroke.isValid() ? pen.stroke : pen.fill), pen.radiusPx, groundM);
  // Below zero: the inside of a ring, which vanishes before the ring does.
  if (isRing) addPlainDisc(tile, point, Colour(pen.fill), pen.radiusPx * kInsideOfRing, -groundM * kInsideOfRing);
}

}  // namespace pianqu::app
