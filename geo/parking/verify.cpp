#include "geo/parking/verify.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr double kToleranceM = 0.001;
constexpr double kOverlapM2 = 0.01;

Problem problemAt(std::string code, std::string text, XY place, std::size_t stall = 0) {
  Problem problem{Severity::Refused, std::move(code), std::move(text), {}};
  problem.where.feature = stall == 0 ? "" : "stall " + std::to_string(stall);
  problem.where.x = place.x;
  problem.where.y = place.y;
  return problem;
}

double edgeLength(const Polygon<XY>& stall, std::size_t i) { return distance(stall.outer[i], stall.outer[i + 1]); }

bool isClose(double a, double b) { return std::abs(a - b) <= kToleranceM; }

enum class Kind { Perpendicular, Parallel, Neither };

Kind kindOf(const Polygon<XY>& stall, const StallRules& rules) {
  if (stall.outer.size() != 5 || !stall.holes.empty()) return Kind::Neither;
  if (!isClose(edgeLength(stall, 0), edgeLength(stall, 2)) || !isClose(edgeLength(stall, 1), edgeLength(stall, 3))) return Kind::Neither;
  const double diagonals = distance(stall.outer[0], stall.outer[2]) - distance(stall.outer[1], stall.outer[3]);
  if (!isClose(diagonals, 0)) return Kind::Neither;
  if (isClose(edgeLength(stall, 0), rules.stallWidthM) && isClose(edgeLength(stall, 1), rules.stallDepthM)) return Kind::Perpendicular;
  if (isClose(edgeLength(stall, 0), rules.parallelLengthM) && isClose(edgeLength(stall, 1), rules.parallelDepthM)) return Kind::Parallel;
  return Kind::Neither;
}

/// The manoeuvring rectangle before the first edge, a tolerance narrower on every side.
Polygon<XY> frontOf(const Polygon<XY>& stall, double aisleM) {
  const XY a = stall.outer[0], b = stall.outer[1], d = stall.outer[3];
  const double width = distance(a, b), depth = distance(a, d);
  const XY along = (b - a) * (1 / width), out = (a - d) * (1 / depth);
  const XY low = a + along * kToleranceM + out * kToleranceM, high = b - along * kToleranceM + out * kToleranceM;
  const double reach = aisleM - 2 * kToleranceM;
  return {{low, low + out * reach, high + out * reach, high, low}, {}};
}

void checkStalls(const Layout& layout, const MultiPolygon<XY>& room, const MultiPolygon<XY>& aisles, const StallRules& rules, Problems& problems) {
  for (std::size_t i = 0; i < layout.stalls.size(); ++i) {
    const auto& stall = layout.stalls[i];
    const XY place = stall.outer.empty() ? layout.entrance : stall.outer.front();
    const Kind kind = kindOf(stall, rules);
    if (kind == Kind::Neither) {
      problems.push_back(problemAt("stall-size", "the stall is neither a perpendicular nor a parallel rectangle of the rules", place, i + 1));
      continue;
    }
    if (!covers(room, {stall})) problems.push_back(problemAt("stall-outside-free", "the stall leaves the free space", place, i + 1));
    const double aisle = kind == Kind::Perpendicular ? rules.aisleM : rules.parallelAisleM;
    if (!covers(aisles, {frontOf(stall, aisle)})) problems.push_back(problemAt("stall-not-served", "there is no aisle of the required width in front of the stall", place, i + 1));
  }
}

Result<void> checkOverlaps(const Layout& layout, Problems& problems) {
  std::vector<Box> boxes;
  for (const auto& stall : layout.stalls) boxes.push_back(boxOf(stall));
  const BoxIndex index(boxes);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (const std::size_t j : index.find(boxes[i])) {
      if (j <= i) continue;
      const auto common = intersectionOf({layout.stalls[i]}, {layout.stalls[j]});
      if (!common) return fail(common);
      if (areaOf(*common).value > kOverlapM2) {
        problems.push_back(problemAt("stalls-overlap", "the stall overlaps stall " + std::to_string(j + 1), layout.stalls[i].outer.front(), i + 1));
      }
    }
    const auto onAisle = intersectionOf({layout.stalls[i]}, layout.aisles);
    if (!onAisle) return fail(onAisle);
    if (areaOf(*onAisle).value > kOverlapM2) problems.push_back(problemAt("stall-on-aisle", "the stall stands on an aisle", layout.stalls[i].outer.front(), i + 1));
  }
  return {};
}

Result<void> checkAisles(const Layout& layout, const MultiPolygon<XY>& drivable, const StallRules& rules, Problems& problems) {
  if (!covers(drivable, layout.aisles)) problems.push_back(problemAt("aisle-outside-free", "an aisle leaves the free space and the existing lanes", layout.entrance));
  const double narrowest = std::min(rules.aisleM, rules.parallelAisleM);
  // What a car of the narrowest lane's width can sweep: erosion by half of it must stay in one piece.
  const auto core = bufferOf(layout.aisles, -(narrowest / 2 - 10 * kToleranceM));
  if (!core) return fail(core);
  if (core->size() != 1) problems.push_back(problemAt("aisle-split", "the aisles hang together in " + std::to_string(core->size()) + " parts", layout.entrance));
  XYGeometry entrance;
  entrance.value = XYGeometry::Points{{layout.entrance}};
  XYGeometry aisles, reachable;
  aisles.value = XYGeometry::Polygons{layout.aisles};
  reachable.value = XYGeometry::Polygons{*core};
  if (distanceBetween(entrance, aisles) > 0.05 || distanceBetween(entrance, reachable) > rules.aisleM) {
    problems.push_back(problemAt("entrance-off-aisle", "no aisle reaches the entrance", layout.entrance));
  }
  return {};
}

}  // namespace

Result<Problems> verifyLayout(const Layout& layout, const LayoutGround& ground, const StallRules& rules) {
  Problems problems;
  if (layout.stalls.empty()) return problems;
  MultiPolygon<XY> drivableParts = ground.free;
  drivableParts.insert(drivableParts.end(), ground.existingLanes.begin(), ground.existingLanes.end());
  const auto room = bufferOf(ground.free, kToleranceM, {.join = BufferOptions::Join::Mitre});
  if (!room) return fail(room);
  const auto drivable = bufferOf(drivableParts, kToleranceM, {.join = BufferOptions::Join::Mitre});
  if (!drivable) return fail(drivable);
  const auto aisles = bufferOf(layout.aisles, kToleranceM, {.join = BufferOptions::Join::Mitre});
  if (!aisles) return fail(aisles);
  checkStalls(layout, *room, *aisles, rules, problems);
  if (auto checked = checkOverlaps(layout, problems); !checked) return fail(std::move(checked));
  if (auto checked = checkAisles(layout, *drivable, rules, problems); !checked) return fail(std::move(checked));
  return problems;
}

}  // namespace pianqu::geo
