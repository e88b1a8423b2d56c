#include "layers/plan/parking_access.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/shape/segment.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

constexpr double kSamePlaceM = 3;        ///< entrances nearer to each other than this are one
constexpr double kAlongM = 0.3;          ///< a lot that is cut by a lane's clearance lies this near to it

/// The nearest pair of points of two polylines that do not cross: one of the two is a vertex.
std::pair<XY, XY> nearestPair(const geo::Line<XY>& first, const geo::Line<XY>& second) {
  std::pair<XY, XY> best;
  double nearest = std::numeric_limits<double>::infinity();
  const auto consider = [&](XY p, XY q) {
    const double apart = geo::distance(p, q);
    if (apart < nearest) {
      nearest = apart;
      best = {p, q};
    }
  };
  for (std::size_t i = 1; i < first.size(); ++i) {
    for (std::size_t j = 1; j < second.size(); ++j) {
      for (const XY p : {second[j - 1], second[j]}) consider(geo::nearestOn(first[i - 1], first[i], p), p);
      for (const XY p : {first[i - 1], first[i]}) consider(p, geo::nearestOn(second[j - 1], second[j], p));
    }
  }
  return best;
}

bool crosses(XY a, XY b, XY c, XY d) {
  const auto side = [](XY p, XY q, XY r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/// Whether cars can drive straight from a to b.
bool isOpen(XY a, XY b, const PlanIndex& index) {
  const City& city = index.city();
  const geo::Line<XY> leg{a, b};
  const geo::Box box = geo::boxOf(leg).grownBy(0.1);
  for (const std::size_t i : index.buildings.find(box)) {
    if (geo::intersects(leg, city.buildings[i].shape)) return false;
  }
  for (const std::size_t i : index.waters.find(box)) {
    if (geo::intersects(leg, city.waters[i].shape)) return false;
  }
  for (const std::size_t i : index.barriers.find(box)) {
    const Barrier& barrier = city.barriers[i];
    if (barrier.kind == "门" || barrier.isPassable.value_or(false)) continue;
    for (const auto& line : barrier.line) {
      for (std::size_t k = 1; k < line.size(); ++k) {
        if (crosses(a, b, line[k - 1], line[k])) return false;
      }
    }
  }
  return true;
}

/// The pieces of a line whose box meets `box`.
geo::Line<XY> stretchNear(const geo::Line<XY>& line, const geo::Box& box) {
  std::size_t first = line.size(), last = 0;
  for (std::size_t k = 1; k < line.size(); ++k) {
    if (!geo::boxOf(geo::Line<XY>{line[k - 1], line[k]}).intersects(box)) continue;
    first = std::min(first, k - 1);
    last = k;
  }
  return first >= last ? geo::Line<XY>{} : geo::Line<XY>(line.begin() + static_cast<std::ptrdiff_t>(first), line.begin() + static_cast<std::ptrdiff_t>(last) + 1);
}

double widthOf(const Road& road) { return road.clearWidthM ? *road.clearWidthM : road.widthM.value_or(0); }

}  // namespace

std::vector<LotEntrance> entrancesOf(const geo::Polygon<XY>& lot, const PlanIndex& index, const ParkingRules& rules, std::size_t limit) {
  const City& city = index.city();
  const geo::Box near = geo::boxOf(lot).grownBy(rules.accessMaxM);
  std::vector<LotEntrance> found;
  const auto consider = [&](const geo::Line<XY>& line, double halfWidthM, bool isGate) {
    const auto stretch = stretchNear(line, near);
    if (stretch.size() < 2) return;
    const auto [inside, from] = nearestPair(lot.outer, stretch);
    const double leg = geo::distance(inside, from);
    if (leg - halfWidthM <= rules.accessMaxM && isOpen(from, inside, index)) found.push_back({inside, from, leg, isGate});
  };
  for (const std::size_t i : index.barriers.find(near)) {
    if (city.barriers[i].kind != "门") continue;
    for (const auto& line : city.barriers[i].line) consider(line, 0, true);
  }
  for (const std::size_t i : index.roads.find(near)) {
    if (city.roads[i].roadClass == "铁路") continue;
    for (const auto& line : city.roads[i].line) consider(line, widthOf(city.roads[i]) / 2, false);
  }
  std::stable_sort(found.begin(), found.end(), [](const LotEntrance& a, const LotEntrance& b) { return std::pair(!a.isGate, a.legM) < std::pair(!b.isGate, b.legM); });
  std::vector<LotEntrance> kept;
  for (const LotEntrance& entrance : found) {
    const bool isKnown = std::any_of(kept.begin(), kept.end(), [&entrance](const LotEntrance& other) { return geo::distance(other.inside, entrance.inside) < kSamePlaceM; });
    if (!isKnown && kept.size() < limit) kept.push_back(entrance);
  }
  return kept;
}

std::vector<LaneEdge> laneEdgesOf(const geo::Polygon<XY>& lot, const PlanIndex& index, const ParkingRules& rules) {
  const City& city = index.city();
  const geo::Box box = geo::boxOf(lot);
  std::vector<LaneEdge> edges;
  for (const std::size_t i : index.roads.find(box.grownBy(rules.stalls.aisleM * 2))) {
    const Road& road = city.roads[i];
    if (road.roadClass != "巷道" && road.roadClass != "支路") continue;
    if (!road.clearWidthM || *road.clearWidthM < rules.stalls.parallelAisleM) continue;
    const double half = *road.clearWidthM / 2;
    for (const auto& line : road.line) {
      for (std::size_t k = 1; k < line.size(); ++k) {
        const geo::Line<XY> piece{line[k - 1], line[k]};
        if (geo::distance(piece[0], piece[1]) < rules.stalls.parallelLengthM || !geo::boxOf(piece).grownBy(half + kAlongM).intersects(box)) continue;
        const auto [inside, on] = nearestPair(lot.outer, piece);
        const double offset = geo::distance(inside, on);
        if (offset > half + kAlongM || offset < 0.1) continue;
        const XY along = (piece[1] - piece[0]) * (1 / geo::distance(piece[0], piece[1]));
        const XY left{-along.y, along.x};
        const bool isLeft = (inside - on).x * left.x + (inside - on).y * left.y > 0;
        const XY side = isLeft ? left : left * -1;
        const XY from = (isLeft ? piece[0] : piece[1]) + side * offset, to = (isLeft ? piece[1] : piece[0]) + side * offset;
        const XY back = side * -(offset + half);
        edges.push_back({from, to, *road.clearWidthM, {{from, to, to + back, from + back, from}, {}}});
      }
    }
  }
  return edges;
}

}  // namespace pianqu::layers
