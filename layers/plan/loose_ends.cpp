#include "layers/plan/loose_ends.hpp"

#include <algorithm>
#include <set>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::MultiPolygon;
using geo::XY;
using Kind = LooseEnd::Kind;

void addEnd(std::vector<LooseEnd>& ends, LooseEnd end) {
  const auto place = geo::pointInside(end.shape);
  if (!place) return;
  end.place = *place;
  ends.push_back(std::move(end));
}

void addHoles(const Plan& plan, const District& district, std::vector<LooseEnd>& ends) {
  for (const auto& part : district.shape) {
    for (const auto& ring : part.holes) {
      const geo::Polygon<XY> hole{ring, {}};
      const geo::Box box = boxOf(hole);
      double filledM2 = 0;
      for (const auto& other : plan.districts) {
        if (other.uid == district.uid || !boxOf(other.shape).intersects(box)) continue;
        for (const auto& inner : other.shape) {
          const auto place = geo::pointInside({inner});
          if (!place || !geo::contains(hole, *place)) continue;
          filledM2 += geo::areaOf(inner).value;
          addEnd(ends, {Kind::Enclave, TargetKind::None, other.uid, {inner}, {}});
        }
      }
      // A hole that its enclaves fill to the last millimetre is no gap.
      if (filledM2 < geo::areaOf(hole).value - 1e-3) addEnd(ends, {Kind::Gap, TargetKind::None, district.uid, {hole}, {}});
    }
  }
}

void addParts(const District& district, std::vector<LooseEnd>& ends) {
  if (district.shape.size() < 2) return;
  const auto largest = std::max_element(district.shape.begin(), district.shape.end(), [](const auto& a, const auto& b) { return geo::areaOf(a).value < geo::areaOf(b).value; });
  for (auto part = district.shape.begin(); part != district.shape.end(); ++part)
    if (part != largest) addEnd(ends, {Kind::Part, TargetKind::None, district.uid, {*part}, {}});
}

}  // namespace

std::vector<LooseEnd> looseEnds(const PlanIndex& index, const Plan& plan, const std::vector<MergeUnit>& wanted) {
  std::vector<LooseEnd> ends;
  std::set<std::pair<TargetKind, Uid>> placed, open;
  for (const auto& district : plan.districts) {
    addHoles(plan, district, ends);
    addParts(district, ends);
    for (const auto& member : district.members) placed.insert({member.kind, member.targetUid});
  }
  for (const auto& unit : wanted) open.insert({unit.kind, unit.uid});
  for (const auto& leftover : plan.leftovers) open.insert({leftover.kind, leftover.targetUid});
  for (const auto& [kind, uid] : open) {
    if (placed.contains({kind, uid})) continue;
    MultiPolygon<XY> ground = groundOf(index.city(), index.positions(), {kind, uid, {}, {}});
    if (!ground.empty()) addEnd(ends, {Kind::Unassigned, kind, uid, std::move(ground), {}});
  }
  return ends;
}

}  // namespace pianqu::layers
