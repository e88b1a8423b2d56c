#include "geo/parking/turns.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {

namespace {

constexpr double kSlackM = 0.05;
constexpr double kLeastEdgeM = 1.5;   ///< shorter edges are joints of aisles, not corners
constexpr int kSides = 12;

double cross(XY a, XY b) { return a.x * b.y - a.y * b.x; }
XY unit(XY v) { return v * (1 / std::hypot(v.x, v.y)); }

/// Between the circles about `centre`, over the angle `spreadRad` to both sides of the direction `toward`.
Polygon<XY> ringSector(XY centre, XY toward, double spreadRad, double innerM, double outerM) {
  const double middle = std::atan2(toward.y, toward.x);
  Ring<XY> ring;
  for (int i = -kSides; i <= kSides; ++i) {
    const double angle = middle + spreadRad * i / kSides;
    ring.push_back(centre + XY{std::cos(angle), std::sin(angle)} * outerM);
  }
  for (int i = kSides; i >= -kSides; --i) {
    const double angle = middle + spreadRad * i / kSides;
    ring.push_back(centre + XY{std::cos(angle), std::sin(angle)} * innerM);
  }
  ring.push_back(ring.front());
  return {std::move(ring), {}};
}

}  // namespace

double TurningCar::innerM() const { return std::sqrt(radiusM * radiusM - wheelbaseM * wheelbaseM) - (widthM + trackM) / 2; }
double TurningCar::outerM() const { return std::hypot(wheelbaseM + frontOverhangM, innerM() + widthM); }

Problems findTightTurns(const Layout& layout, const MultiPolygon<XY>& lanes, const TurningCar& car) {
  Problems problems;
  if (layout.stalls.empty() || car.radiusM <= car.wheelbaseM) return problems;
  MultiPolygon<XY> parts = layout.aisles;
  parts.insert(parts.end(), lanes.begin(), lanes.end());
  const auto drivable = bufferOf(parts, kSlackM, {.join = BufferOptions::Join::Mitre});
  if (!drivable) return problems;
  for (const auto& aisle : layout.aisles) {
    const Ring<XY>& ring = aisle.outer;
    const double turn = signedAreaM2(ring) > 0 ? 1 : -1;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const XY before = ring[i] - ring[i == 0 ? ring.size() - 2 : i - 1], after = ring[i + 1] - ring[i];
      if (std::hypot(before.x, before.y) < kLeastEdgeM || std::hypot(after.x, after.y) < kLeastEdgeM) continue;
      const XY in = unit(before), out = unit(after);
      const double sine = cross(in, out) * turn;
      constexpr double kCornerSine = -0.3;   // the aisle turns around this vertex
      if (sine > kCornerSine) continue;
      // The walls leave the corner along -in and out; what is solid lies between them.
      const XY solid = unit(out - in);
      const double spread = std::acos(std::clamp(in.x * out.x + in.y * out.y, -1.0, 1.0)) / 2;
      const Polygon<XY> swept = ringSector(ring[i] + solid * car.innerM(), solid * -1, spread, car.innerM(), car.outerM());
      if (covers(*drivable, {swept})) continue;
      Problem problem{Severity::Warning, "turn-too-tight", "a car cannot get round this corner of the aisle in one go", {}};
      problem.where.x = ring[i].x;
      problem.where.y = ring[i].y;
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

}  // namespace pianqu::geo
