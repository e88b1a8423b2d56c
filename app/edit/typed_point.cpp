#include "app/edit/typed_point.hpp"

#include <cmath>
#include <numbers>

#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {
constexpr double kDegree = std::numbers::pi / 180;
}

double bearingOf(geo::XY from, geo::XY to) {
  const double degrees = std::atan2(to.x - from.x, to.y - from.y) / kDegree;
  return degrees < 0 ? degrees + 360 : degrees;
}

geo::XY constrained(std::optional<geo::XY> from, geo::XY pointer, const TypedPoint& typed) {
  geo::XY at = pointer;
  if (from && (typed.lengthM || typed.bearingDeg)) {
    const double angle = (typed.bearingDeg ? *typed.bearingDeg : bearingOf(*from, pointer)) * kDegree;
    const geo::XY along{std::sin(angle), std::cos(angle)};
    // With a bearing alone the pointer says how far: its foot on the ray, never behind the last point.
    const double onRay = (pointer.x - from->x) * along.x + (pointer.y - from->y) * along.y;
    const double metres = typed.lengthM ? *typed.lengthM : onRay > 0 ? onRay : 0;
    at = {from->x + metres * along.x, from->y + metres * along.y};
  }
  if (typed.x) at.x = *typed.x;
  if (typed.y) at.y = *typed.y;
  return at;
}

}  // namespace pianqu::app
