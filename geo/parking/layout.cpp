#include "geo/parking/layout.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <optional>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/parking/frame.hpp"
#include "geo/parking/strip_plan.hpp"

namespace pianqu::geo {
namespace {

constexpr double kQuarter = std::numbers::pi / 2;
constexpr double kSameDirection = 0.5 * std::numbers::pi / 180;
constexpr std::size_t kDirections = 4;      ///< edge directions tried, each also turned by 90 degrees
constexpr std::size_t kSpinesAcross = 24;   ///< positions of a cross aisle over the width of the lot
constexpr int kSpinesAtEntrance = 8;
constexpr std::size_t kThinComb = 2;        ///< of the cross aisles, one in so many is tried at the first look
constexpr std::size_t kDirectionsInFull = 3;

/// Directions of the edges modulo 90 degrees, those with the most length first.
std::vector<double> directionsOf(const Polygon<XY>& polygon) {
  struct Direction { double angle; double lengthM; };
  std::vector<Direction> found;
  const auto addRing = [&found](const Ring<XY>& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const XY d = ring[i] - ring[i - 1];
      const double length = std::hypot(d.x, d.y);
      if (length <= 0) continue;
      double angle = std::fmod(std::atan2(d.y, d.x) + 4 * kQuarter, kQuarter);
      const auto same = std::find_if(found.begin(), found.end(), [angle](const Direction& other) {
        const double apart = std::abs(other.angle - angle);
        return std::min(apart, kQuarter - apart) < kSameDirection;
      });
      if (same == found.end()) found.push_back({angle, length});
      else same->lengthM += length;
    }
  };
  addRing(polygon.outer);
  for (const auto& hole : polygon.holes) addRing(hole);
  std::stable_sort(found.begin(), found.end(), [](const Direction& a, const Direction& b) { return a.lengthM > b.lengthM + 1e-6; });
  if (found.size() > kDirections) found.resize(kDirections);
  std::vector<double> angles;
  for (const Direction& direction : found) {
    angles.push_back(direction.angle);
    angles.push_back(direction.angle + kQuarter);
  }
  return angles;
}

/// Cross aisles to try: through the entrance, and a comb over the width where two aisles have room.
std::vector<Spine> spinesOf(const Bands& columns, const Box& extent, XY entrance, const StallRules& rules) {
  std::vector<double> xs;
  for (int i = 0; i <= kSpinesAtEntrance; ++i) xs.push_back(entrance.x - rules.aisleM * i / kSpinesAtEntrance);
  const bool hasTwoAisles = extent.height() > 2 * (rules.parallelAisleM + rules.parallelDepthM);
  const double room = extent.width() - rules.aisleM;
  if (hasTwoAisles && room > 0) {
    const auto count = std::min(kSpinesAcross, static_cast<std::size_t>(room / rules.stallWidthM) + 1);
    for (std::size_t i = 0; i <= count; ++i) xs.push_back(extent.minX + room * static_cast<double>(i) / static_cast<double>(count));
  }
  std::vector<Spine> spines;
  for (const double x : xs) {
    if (x < extent.minX - 1e-6 || x > extent.minX + room + 1e-6) continue;
    for (const Span& reach : columns.along(x, rules.aisleM)) {
      if (reach.length() < rules.aisleM) continue;
      const bool isAtEntrance = takesIn(reach, entrance.y, {x, x + rules.aisleM}, entrance.x, rules.aisleM);
      spines.push_back({x, reach, isAtEntrance});
    }
  }
  return spines;
}

/// Perpendicular stalls on both sides of the cross aisle where rows have left room.
void fillAlongSpine(const Bands& bands, const StallRules& rules, StripPlan& plan) {
  if (!plan.spine) return;
  const Box spine = *plan.spine;
  const auto isFree = [&](const Box& box) {
    const Box inner = box.grownBy(-1e-5);
    const auto meets = [&inner](const Box& other) { return other.intersects(inner); };
    return bands.holds(box) && std::none_of(plan.aisles.begin(), plan.aisles.end(), meets) && std::none_of(plan.throats.begin(), plan.throats.end(), meets) &&
           std::none_of(plan.stalls.begin(), plan.stalls.end(), [&meets](const StallBox& stall) { return meets(stall.box); });
  };
  for (const auto front : {StallBox::Front::Right, StallBox::Front::Left}) {
    const bool isLeftOfSpine = front == StallBox::Front::Right;
    const double low = isLeftOfSpine ? spine.minX - rules.stallDepthM : spine.maxX;
    for (double y = spine.minY; y + rules.stallWidthM <= spine.maxY + 1e-6;) {
      const Box box{low, y, low + rules.stallDepthM, y + rules.stallWidthM};
      const bool fits = isFree(box);
      if (fits) plan.stalls.push_back({box, front});
      y += fits ? rules.stallWidthM : rules.gridM;
    }
  }
}

Polygon<XY> outlineOf(const StallBox& stall, const Frame& frame) {
  Polygon<XY> outline = frame.rectangle(stall.box);
  const int turns = stall.front == StallBox::Front::Below ? 0 : stall.front == StallBox::Front::Right ? 1 : stall.front == StallBox::Front::Above ? 2 : 3;
  outline.outer.pop_back();
  std::rotate(outline.outer.begin(), outline.outer.begin() + turns, outline.outer.end());
  outline.outer.push_back(outline.outer.front());
  return outline;
}

Result<Layout> toLayout(const StripPlan& plan, const Frame& frame, const Polygon<XY>& free, XY entrance, double angleRad) {
  Layout layout{{}, {}, entrance, angleRad * 180 / std::numbers::pi};
  if (plan.stalls.empty()) return layout;
  for (const StallBox& stall : plan.stalls) layout.stalls.push_back(outlineOf(stall, frame));
  MultiPolygon<XY> parts;
  for (const Box& aisle : plan.aisles) parts.push_back(frame.rectangle(aisle));
  if (!plan.throats.empty()) {
    MultiPolygon<XY> throats;
    for (const Box& throat : plan.throats) throats.push_back(frame.rectangle(throat.grownBy(1e-4)));
    auto inside = intersectionOf(throats, {free});
    if (!inside) return fail(std::move(inside));
    parts.insert(parts.end(), inside->begin(), inside->end());
  }
  auto aisles = unionOf(parts);
  if (!aisles) return fail(std::move(aisles));
  layout.aisles = std::move(*aisles);
  return layout;
}

/// The lot in the frame of one direction of rows. Its planners serve every entrance; each is made when it is first asked for.
class Direction {
 public:
  Direction(const Polygon<XY>& free, double angle, const StallRules& rules)
      : m_angle(angle), m_frame(free.outer.front(), angle), m_local(m_frame.toLocal(free)), m_columns(transposed(m_local)), m_rules(rules) {}

  double angle() const { return m_angle; }
  const Frame& frame() const { return m_frame; }
  const Polygon<XY>& local() const { return m_local; }
  std::vector<Spine> spines(XY entrance) const { return spinesOf(m_columns, boxOf(m_local), entrance, m_rules); }
  /// Rows on a grid that starts at the foot of the lot and, in full, also on one that ends at its top.
  const std::vector<StripPlanner>& planners(bool isInFull) {
    auto& made = isInFull ? m_full : m_coarse;
    if (!made.empty()) return made;
    StallRules rules = m_rules;
    if (!isInFull) rules.gridM *= 2;
    const Box extent = boxOf(m_local);
    made.emplace_back(m_local, rules, extent.minY);
    const double fromTop = extent.maxY - std::floor(extent.height() / rules.gridM + 1e-4) * rules.gridM;
    if (isInFull && fromTop > extent.minY + 1e-4) made.emplace_back(m_local, rules, fromTop);
    return made;
  }

 private:
  double m_angle;
  Frame m_frame;
  Polygon<XY> m_local;
  Bands m_columns;
  StallRules m_rules;
  std::vector<StripPlanner> m_coarse, m_full;
};

/// The best rows found: where they start, which planner counted them.
struct Choice {
  int count = 0;
  std::size_t direction = 0;
  std::size_t planner = 0;
  XY entrance{};
  std::optional<Spine> spine;
};

/// The best rows in one direction, in full or with a thin comb on a coarse grid; none when they are not more than `floor`.
Choice bestAlong(std::vector<Direction>& directions, std::size_t at, XY entrance, bool isInFull, int floor) {
  Direction& direction = directions[at];
  const XY local = direction.frame().toLocal(entrance);
  const auto spines = direction.spines(local);
  const auto& planners = direction.planners(isInFull);
  Choice best{0, at, 0, entrance, std::nullopt};
  int most = floor;
  for (std::size_t p = 0; p < planners.size(); ++p) {
    const auto consider = [&](const std::optional<Spine>& spine) {
      const int count = planners[p].countBest(local, spine, most);
      if (count <= most) return;
      most = count;
      best = {count, at, p, entrance, spine};
    };
    consider(std::nullopt);
    for (std::size_t i = 0; i < spines.size(); i += isInFull ? 1 : kThinComb) consider(spines[i]);
  }
  return best;
}

/// A look at every direction, then in full at the most promising ones; none when no rows hold more than `floor`.
Choice bestFrom(XY entrance, std::vector<Direction>& directions, int floor) {
  std::vector<Choice> looks;
  std::vector<int> counts;
  for (std::size_t i = 0; i < directions.size(); ++i) {
    // A direction that comes after three as good ones will not be among the three.
    looks.push_back(bestAlong(directions, i, entrance, false, counts.size() < kDirectionsInFull ? 0 : counts[kDirectionsInFull - 1]));
    counts.push_back(looks.back().count);
    std::sort(counts.begin(), counts.end(), std::greater<>());
  }
  std::stable_sort(looks.begin(), looks.end(), [](const Choice& a, const Choice& b) { return a.count > b.count; });
  Choice best{.count = floor};
  for (std::size_t i = 0; i < std::min(kDirectionsInFull, looks.size()); ++i) {
    const Choice full = bestAlong(directions, looks[i].direction, entrance, true, best.count);
    if (full.count > best.count) best = full;
  }
  return best;
}

}  // namespace

int rowBound(double areaM2, const StallRules& rules) {
  return static_cast<int>(std::floor(areaM2 / (rules.stallWidthM * (rules.stallDepthM + rules.aisleM / 2)) + 1e-9));
}

Result<Layout> layOut(const Polygon<XY>& free, std::span<const XY> entrances, const StallRules& rules) {
  Layout empty{{}, {}, entrances.empty() ? XY{} : entrances.front(), 0};
  if (free.outer.size() < 4) return empty;
  std::vector<Direction> directions;
  for (const double angle : directionsOf(free)) directions.emplace_back(free, angle, rules);
  Choice best;
  for (const XY entrance : entrances) {
    const Choice found = bestFrom(entrance, directions, best.count);
    if (found.count > best.count) best = found;
  }
  if (best.count == 0) return empty;
  Direction& direction = directions[best.direction];
  StripPlan plan = direction.planners(true)[best.planner].best(direction.frame().toLocal(best.entrance), best.spine);
  fillAlongSpine(Bands(direction.local()), rules, plan);
  return toLayout(plan, direction.frame(), free, best.entrance, direction.angle());
}

Result<Layout> layOut(const Polygon<XY>& free, XY entrance, const StallRules& rules) { return layOut(free, std::span(&entrance, 1), rules); }

Layout layOutBeside(const Polygon<XY>& free, XY from, XY to, double laneWidthM, const StallRules& rules) {
  const double length = distance(from, to);
  Layout layout{{}, {}, from, 0};
  const bool isPerpendicular = laneWidthM >= rules.aisleM;
  if (length <= 0 || (!isPerpendicular && laneWidthM < rules.parallelAisleM)) return layout;
  const double angle = std::atan2(to.y - from.y, to.x - from.x);
  layout.angleDeg = angle * 180 / std::numbers::pi;
  const Frame frame(from, angle);
  const Bands bands(frame.toLocal(free));
  // 0.1 mm off the lane's edge: the two edges meet only to the rounding of the overlay that cut them.
  const double slack = 1e-4;
  const auto place = [&](double depth, double pitch) {
    std::vector<Box> boxes;
    for (const Span& part : clipped(bands.along(slack, depth), {0, length}, nullptr)) {
      const int count = static_cast<int>(std::floor((part.length() + 1e-5) / pitch));
      for (int i = 0; i < count; ++i) boxes.push_back({part.low + i * pitch, slack, part.low + (i + 1) * pitch, slack + depth});
    }
    return boxes;
  };
  auto boxes = place(rules.parallelDepthM, rules.parallelLengthM);
  double aisle = rules.parallelAisleM;
  if (isPerpendicular) {
    auto perpendicular = place(rules.stallDepthM, rules.stallWidthM);
    if (perpendicular.size() > boxes.size()) {
      boxes = std::move(perpendicular);
      aisle = rules.aisleM;
    }
  }
  if (boxes.empty()) return layout;
  Box lane{boxes.front().minX, -std::max(aisle, laneWidthM), boxes.back().maxX, slack};
  const double missing = aisle - lane.width();
  if (missing > 0) lane.maxX += missing;
  for (const Box& box : boxes) layout.stalls.push_back(frame.rectangle(box));
  layout.aisles = {frame.rectangle(lane)};
  layout.entrance = frame.toWorld({lane.minX, lane.centre().y});
  return layout;
}

}  // namespace pianqu::geo
