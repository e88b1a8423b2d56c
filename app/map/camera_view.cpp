#include "app/map/camera_view.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pianqu::app {
namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kMaxLatitudeDeg = 85.05112877980659;

struct Turn {
  double cosine, sine;
  explicit Turn(double bearingDeg) : cosine(std::cos(bearingDeg * kDegree)), sine(std::sin(bearingDeg * kDegree)) {}
};

}  // namespace

double CameraView::pixelsPerMetre() const { return 256.0 * std::exp2(zoom) / (2 * kMercatorHalfM); }

ScreenPoint CameraView::screenOf(geo::XY world) const {
  const double k = pixelsPerMetre();
  const Turn turn(bearingDeg);
  const double dx = (world.x - centre.x) * k, dy = (centre.y - world.y) * k;
  return {size.width() / 2 + dx * turn.cosine + dy * turn.sine, size.height() / 2 - dx * turn.sine + dy * turn.cosine};
}

geo::XY CameraView::worldAt(ScreenPoint point) const {
  const double k = pixelsPerMetre();
  const Turn turn(bearingDeg);
  const double sx = point.x() - size.width() / 2, sy = point.y() - size.height() / 2;
  return {centre.x + (sx * turn.cosine - sy * turn.sine) / k, centre.y - (sx * turn.sine + sy * turn.cosine) / k};
}

QMatrix4x4 CameraView::matrixFrom(geo::XY origin) const {
  const double k = pixelsPerMetre();
  const Turn turn(bearingDeg);
  const ScreenPoint start = screenOf(origin);
  const auto cell = [](double value) { return static_cast<float>(value); };
  return QMatrix4x4(cell(k * turn.cosine), cell(k * turn.sine), 0, cell(start.x()), cell(-k * turn.sine), cell(k * turn.cosine), 0,
                    cell(start.y()), 0, 0, 1, 0, 0, 0, 0, 1);
}

geo::Box CameraView::visibleBox() const {
  geo::Box box;
  for (const ScreenPoint corner : {ScreenPoint(0, 0), ScreenPoint(size.width(), 0), ScreenPoint(0, size.height()), ScreenPoint(size.width(), size.height())})
    box.add(worldAt(corner));
  return box;
}

geo::XY worldOf(geo::LonLat place) {
  const double latitude = std::clamp(place.lat, -kMaxLatitudeDeg, kMaxLatitudeDeg) * kDegree;
  return {place.lon / 180 * kMercatorHalfM, std::asinh(std::tan(latitude)) / std::numbers::pi * kMercatorHalfM};
}

geo::LonLat lonLatOf(geo::XY world) {
  return {world.x / kMercatorHalfM * 180, std::atan(std::sinh(world.y / kMercatorHalfM * std::numbers::pi)) / kDegree};
}

double mercatorStretch(geo::XY world) { return std::cosh(world.y / kMercatorHalfM * std::numbers::pi); }

}  // namespace pianqu::app
