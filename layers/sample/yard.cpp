#include "layers/sample/yard.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/sample/row_style.hpp"

namespace pianqu::layers {
namespace {

using LocalRing = std::vector<geo::XY>;
constexpr double kSpineStripM = 5.2;   // kept free of buildings along the spine's side
constexpr double kEdgeM = 2.2;         // between a building and the parcel's other edges

/// Direction of the rows: along the longest side that does not face too far from south.
double rowAngle(const TownPlan& town, const Parcel& parcel) {
  double best = 0, angle = 0;
  for (const auto& side : parcel.sides) {
    const geo::XY d = town.warp(side.b) - town.warp(side.a);
    double a = std::atan2(d.y, d.x);
    const double quarter = std::numbers::pi / 2;
    a -= std::round(a / quarter) * quarter;
    const double weight = std::hypot(d.x, d.y) * (1.2 - std::abs(a));
    if (weight > best && std::abs(a) < 0.6) { best = weight; angle = a; }
  }
  return angle;
}

struct Span { double low = -1e18, high = 1e18; };

/// Ground free at every v of the band: the common part of the ring's spans there.
Span spanOf(const LocalRing& ring, double v0, double v1) {
  Span common;
  auto narrow = [&](double v) {
    Span here{1e18, -1e18};
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const geo::XY a = ring[i], b = ring[i + 1];
      if ((a.y > v) == (b.y > v)) continue;
      const double u = a.x + (b.x - a.x) * (v - a.y) / (b.y - a.y);
      here = {std::min(here.low, u), std::max(here.high, u)};
    }
    common = {std::max(common.low, here.low), std::min(common.high, here.high)};
  };
  for (const double v : {v0, (v0 + v1) / 2, v1}) narrow(v);
  for (const auto& p : ring) if (p.y > v0 && p.y < v1) narrow(p.y);
  return common;
}

bool isInside(const LocalRing& ring, geo::XY p) {
  bool inside = false;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const geo::XY a = ring[i], b = ring[i + 1];
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

bool fits(const LocalRing& ring, const Plot& plot) {
  const double m = 1.2;
  for (int i = 0; i <= 4; ++i) {
    const double u = plot.u0 - m + (plot.u1 - plot.u0 + 2 * m) * i / 4;
    if (!isInside(ring, {u, plot.v0 - m}) || !isInside(ring, {u, plot.v1 + 2.6})) return false;
  }
  return true;
}

class Filler {
 public:
  Filler(const TownPlan& town, const Parcel& parcel) : m_town(town), m_parcel(parcel), m_random(parcel.key), m_style(rowStyle(parcel.use, m_random)) {}

  Yard run() {
    setFrame();
    m_yard.gate = chooseGate();
    if (m_parcel.use == ParcelUse::Park) return std::move(m_yard);
    layRows();
    // Ground too narrow for the usual blocks gets ever smaller ones.
    for (const ParcelUse smaller : {ParcelUse::OldEstate, ParcelUse::Lanes}) {
      if (!m_yard.rows.empty()) break;
      m_style = rowStyle(smaller, m_random);
      if (smaller == ParcelUse::OldEstate) m_style.unitsLow = m_style.unitsHigh = 1;
      layRows();
    }
    return std::move(m_yard);
  }

 private:
  void setFrame() {
    const double angle = rowAngle(m_town, m_parcel);
    m_yard.frame.origin = m_parcel.ring.front();
    m_yard.frame.cosine = std::cos(angle);
    m_yard.frame.sine = std::sin(angle);
    double west = 0, east = 0;
    for (const auto& side : m_parcel.sides) {
      if (side.cut < 0) continue;
      const geo::XY d = m_yard.frame.toLocal(m_town.warp(side.b)) - m_yard.frame.toLocal(m_town.warp(side.a));
      (d.y < 0 ? west : east) += std::abs(d.y);  // sides run counter-clockwise: the western ones downwards
    }
    if (east > west + 4) m_yard.frame.mirror = -1;
    for (const auto& p : m_parcel.ring) m_ring.push_back(m_yard.frame.toLocal(p));
  }

  /// On the longest road side that the spine can reach: the spine's own side first, else north or south near its end.
  std::optional<Gate> chooseGate() {
    const Parcel::Side* best = nullptr;
    double bestScore = 0, share = 0.5;
    for (const auto& side : m_parcel.sides) {
      if (side.cut < 0) continue;
      const geo::XY a = m_yard.frame.toLocal(m_town.warp(side.a)), b = m_yard.frame.toLocal(m_town.warp(side.b));
      const bool isSpineSide = std::abs(b.y - a.y) > std::abs(b.x - a.x) && (a.x + b.x) / 2 < middleU();
      const bool isFarSide = std::abs(b.y - a.y) > std::abs(b.x - a.x) && !isSpineSide;
      const double length = std::hypot(b.x - a.x, b.y - a.y);
      const double score = length * (isSpineSide ? 3 : isFarSide ? 0.01 : 1);
      if (length < 6 || score <= bestScore) continue;
      best = &side;
      bestScore = score;
      share = isSpineSide ? 0.5 : std::min(0.5, 3.2 / length);
      if (!isSpineSide && a.x > b.x) share = 1 - share;
    }
    if (!best) return std::nullopt;
    Gate gate;
    const geo::XY flat = best->a + (best->b - best->a) * share;
    const Cut& road = m_town.cuts[best->cut];
    gate.cut = best->cut;
    gate.place = m_town.warp(flat);
    gate.tapFlat = at(road, std::clamp(positionOn(road, flat), road.roadFrom + 0.5, road.roadTo - 0.5));
    const geo::XY local = m_yard.frame.toLocal(gate.place), d = best->b - best->a;
    const double length = std::hypot(d.x, d.y);
    const geo::XY inFlat = flat + geo::XY{-d.y / length, d.x / length} * 1.6;
    gate.inside = m_yard.frame.toLocal(m_town.warp(inFlat));
    if (std::abs(gate.inside.x - local.x) < 0.01 && std::abs(gate.inside.y - local.y) < 0.01) gate.inside = local;
    return gate;
  }

  double middleU() const {
    double low = 1e18, high = -1e18;
    for (const auto& p : m_ring) { low = std::min(low, p.x); high = std::max(high, p.x); }
    return (low + high) / 2;
  }

  void layRows() {
    double low = 1e18, high = -1e18;
    for (const auto& p : m_ring) { low = std::min(low, p.y); high = std::max(high, p.y); }
    double v = low + m_random.uniform(2.6, 5.0);
    while (v + m_style.depthLow < high - 3.4) {
      const double depth = std::min(m_random.uniform(m_style.depthLow, m_style.depthHigh), high - 3.4 - v);
      const double lane = m_random.uniform(m_style.laneLow, m_style.laneHigh);
      layRow(v, depth, std::min(lane, high - v - depth));
      v += depth + lane;
    }
  }

  void layRow(double v0, double depth, double lane) {
    const Span ground = spanOf(m_ring, v0 - 1.2, v0 + depth + 2.6);
    const double from = ground.low + kSpineStripM, to = ground.high - kEdgeM;
    YardRow row;
    row.v0 = v0;
    row.v1 = v0 + depth;
    row.serviceV = row.v1 + std::clamp(lane * 0.4, 2.4, 4.2);
    row.left = ground.low;
    row.right = ground.high;
    double u = from;
    while (to - u > m_style.unitLow * 0.98) {
      Plot plot;
      const double length = plotLength(to - u, plot);
      if (length <= 0) break;
      const double shift = m_random.uniform(-0.45, 0.45) * (m_style.kind == PlotKind::House ? 2.2 : 1);
      plot.u0 = u;
      plot.u1 = u + length;
      plot.v0 = v0 + std::max(0.0, shift);
      plot.v1 = v0 + depth + std::min(0.0, shift) - (plot.kind == PlotKind::House ? m_random.uniform(0, 1.4) : 0);
      plot.key = m_random.next();
      placeStairs(plot);
      if (m_random.chance(m_style.fill) && fits(m_ring, plot)) {
        plot.ring = outlineOf(plot, m_yard.frame, m_random);
        row.plots.push_back(std::move(plot));
      }
      u += length + m_random.uniform(m_style.gapLow, m_style.gapHigh);
    }
    if (!row.plots.empty()) m_yard.rows.push_back(std::move(row));
  }

  /// Length of the next building in the row, with as many stair units as fit; 0 when none does.
  double plotLength(double room, Plot& plot) {
    plot.kind = m_style.kind;
    const double unit = m_random.uniform(m_style.unitLow, m_style.unitHigh);
    if (m_style.kind == PlotKind::House) {
      if (m_random.chance(0.07) && room > 26) {  // a small walk-up block between the houses
        plot.kind = PlotKind::Apartment;
        plot.stairs.resize(2);
        return m_random.uniform(22, 26);
      }
      return unit > room ? 0 : unit;
    }
    if (m_style.unitsHigh == 0) return std::min(unit, room) < m_style.unitLow * 0.7 ? 0 : std::min(unit, room);
    int units = m_random.integer(m_style.unitsLow, m_style.unitsHigh);
    while (units > 1 && units * unit > room) --units;
    if (units * unit > room) return 0;
    // What is left beside it would be too short for another building: take it too.
    if (m_style.kind == PlotKind::Slab && units < 6 && room - units * unit > unit && room - units * unit < 2 * unit + m_style.gapLow) ++units;
    plot.stairs.resize(static_cast<std::size_t>(units));
    return units * unit;
  }

  void placeStairs(Plot& plot) {
    const std::size_t n = plot.stairs.size();
    const bool isProud = plot.kind == PlotKind::Slab && (plot.key & 3) != 0;
    if (isProud) plot.v1 -= 1.3;
    for (std::size_t i = 0; i < n; ++i) {
      plot.stairs[i].u = plot.u0 + (plot.u1 - plot.u0) * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
      plot.stairs[i].v = isProud ? plot.v1 + 1.3 : plot.v1;
    }
  }

  const TownPlan& m_town;
  const Parcel& m_parcel;
  geo::Random m_random;
  RowStyle m_style;
  Yard m_yard;
  LocalRing m_ring;
};

}  // namespace

geo::XY Frame::toWorld(geo::XY p) const {
  const double u = p.x * mirror;
  return {origin.x + u * cosine - p.y * sine, origin.y + u * sine + p.y * cosine};
}

geo::XY Frame::toLocal(geo::XY p) const {
  const geo::XY d = p - origin;
  return {(d.x * cosine + d.y * sine) * mirror, -d.x * sine + d.y * cosine};
}

Yard fillParcel(const TownPlan& town, const Parcel& parcel) { return Filler(town, parcel).run(); }

}  // namespace pianqu::layers
