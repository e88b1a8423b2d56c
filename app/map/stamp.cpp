#include <cmath>

#include "app/map/map_geometry.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

constexpr float kUpright = 0, kAlong = 1, kLetter = 2;
/// A line shows its first stamp when it is this long on the screen, and further ones at this distance.
constexpr double kFirstPx = 40, kNextPx = 130;
constexpr int kMostHalvings = 4;
/// Metres of Web Mercator a pixel at the largest zoom of the map, 22: what would be seen only beyond is not made.
constexpr float kLeastUnitsPerPixel = 0.037F;

struct StampPlace {
  float kind = kUpright;
  float alongX = 1, alongY = 0;
  float limit = 0;
  double shiftPx = 0;          ///< along the line
};

void addStamp(GeometryTile& tile, geo::XY point, const StampAtlas::Stamp& stamp, const StampPlace& place) {
  const auto first = static_cast<std::uint32_t>(tile.stamps.size());
  const auto x = static_cast<float>(point.x - tile.origin.x), y = static_cast<float>(tile.origin.y - point.y);
  for (int i = 0; i < 4; ++i) {
    const bool isRight = i % 2 == 1, isLow = i / 2 == 1;
    tile.stamps.push_back({x, y, static_cast<float>((isRight ? 1 : -1) * stamp.halfPx.width() + place.shiftPx), static_cast<float>((isLow ? 1 : -1) * stamp.halfPx.height()),
                           static_cast<float>(isRight ? stamp.part.right() : stamp.part.left()), static_cast<float>(isLow ? stamp.part.bottom() : stamp.part.top()),
                           place.kind, place.alongX, place.alongY, place.limit});
  }
  tile.stampIndices.insert(tile.stampIndices.end(), {first, first + 1, first + 2, first + 1, first + 3, first + 2});
}

}  // namespace

void addMarker(GeometryTile& tile, geo::XY point, const Pen& pen, double stretch) {
  addStamp(tile, point, *pen.marker, {.limit = static_cast<float>(pen.groundRadiusM * stretch)});
}

void addStampsAlong(GeometryTile& tile, const geo::Line<geo::XY>& line, const Pen& pen, int flow) {
  const bool isFlowing = pen.arrow && flow != 0;
  if (!isFlowing && !pen.letter && !pen.cross) return;
  const double length = geo::lengthOf(line).value;
  if (length <= 0) return;
  for (int halving = 0; halving < kMostHalvings; ++halving) {
    const int parts = 1 << (halving + 1);
    const auto limit = static_cast<float>(halving == 0 ? length / kFirstPx : length / (1 << halving) / kNextPx);
    if (limit < kLeastUnitsPerPixel) return;
    for (int i = 1; i < parts; i += 2) {
      const double at = length * (i + (pen.letter ? pen.letter->shift : 0)) / parts, step = length / parts / 8;
      const geo::XY before = geo::pointAlong(line, at - step), after = geo::pointAlong(line, at + step), middle = geo::pointAlong(line, at);
      const double run = std::hypot(after.x - before.x, after.y - before.y);
      if (run <= 0) continue;
      const auto alongX = static_cast<float>((after.x - before.x) / run), alongY = static_cast<float>((before.y - after.y) / run);
      const double arrowShift = pen.letter ? pen.letter->halfPx.width() + 5 : 0;
      if (pen.letter) addStamp(tile, middle, *pen.letter, {kLetter, alongX, alongY, limit, 0});
      else if (pen.cross) addStamp(tile, middle, *pen.cross, {kAlong, alongX, alongY, limit, 0});
      const float sign = flow > 0 ? 1 : -1;
      if (isFlowing) addStamp(tile, middle, *pen.arrow, {kAlong, alongX * sign, alongY * sign, limit, arrowShift});
    }
  }
}

}  // namespace pianqu::app
