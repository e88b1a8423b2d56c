#include <algorithm>
#include <set>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/edit_context.hpp"
#include "layers/plan/units.hpp"

/// RedrawDistricts: what a gesture made is believed only after everything in it was checked.
namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using UnitKey = std::pair<TargetKind, Uid>;

geo::Where whereOf(const District& district) { return {.layer = "district", .feature = district.code}; }

std::vector<Member> sorted(std::vector<Member> members) {
  std::sort(members.begin(), members.end());
  return members;
}

/// A neighbour's line that ends on a pinned boundary gives it a corner on the grid of 1 mm, which moves no ground.
bool isSameGround(const geo::MultiPolygon<geo::XY>& a, const geo::MultiPolygon<geo::XY>& b) {
  constexpr double kGridM = 0.001;
  const auto more = geo::differenceOf(a, b), less = geo::differenceOf(b, a);
  if (!more || !less) return false;
  return geo::areaOf(*more).value + geo::areaOf(*less).value <= kGridM * geo::perimeterOf(b).value;
}

geo::Result<void> checkPinned(const Plan& plan, const RedrawDistricts& edit) {
  for (const auto& old : plan.districts) {
    if (!old.isPinned) continue;
    if (std::find(edit.removed.begin(), edit.removed.end(), old.uid) != edit.removed.end()) return refusePinned(old, "it cannot be removed");
    const auto now = std::find_if(edit.districts.begin(), edit.districts.end(), [&old](const District& d) { return d.uid == old.uid; });
    if (now == edit.districts.end()) continue;
    if (sorted(now->members) != sorted(old.members)) return refusePinned(old, "its members stay");
    if (now->shape != old.shape && !isSameGround(now->shape, old.shape)) return refusePinned(old, "its boundary stays");
  }
  return {};
}

/// Units that leave a district of the edit must be placed by it: in another of its districts, or in its leftovers.
geo::Result<void> checkPlaced(const Draft& draft, const RedrawDistricts& edit) {
  std::set<UnitKey> placed;
  std::vector<Member> all;
  for (const auto& district : edit.districts) {
    if (district.members.empty()) return fail(ErrorCode::Invalid, "no unit is left in district " + (district.code.empty() ? "that is new" : district.code), "draw the line so that each part holds an estate or a building, or merge the districts", whereOf(district));
    all.insert(all.end(), district.members.begin(), district.members.end());
  }
  if (const auto known = checkMembers(draft, all); !known) return known;
  for (const auto& member : all) placed.insert({member.kind, member.targetUid});
  for (const auto& leftover : edit.leftovers) {
    if (!placed.insert({leftover.kind, leftover.targetUid}).second) return fail(ErrorCode::Invalid, unitName(draft.city, draft.index, leftover.kind, leftover.targetUid) + " is in a district and left over", "");
  }
  const auto isTouched = [&edit](const District& old) {
    return std::find(edit.removed.begin(), edit.removed.end(), old.uid) != edit.removed.end() ||
           std::any_of(edit.districts.begin(), edit.districts.end(), [&old](const District& d) { return d.uid == old.uid; });
  };
  for (const auto& old : draft.plan.districts) {
    const bool isEdited = isTouched(old);
    for (const auto& member : old.members) {
      const bool isPlaced = placed.contains({member.kind, member.targetUid});
      if (isEdited == isPlaced) continue;
      return fail(ErrorCode::Conflict, unitName(draft.city, draft.index, member.kind, member.targetUid) + (isEdited ? " would be lost" : " is in district " + old.code), "repeat the edit on the plan as it is", whereOf(old));
    }
  }
  return {};
}

/// What changed against everything near it.
geo::Result<void> checkCoverage(const Plan& plan, const std::vector<std::size_t>& changed) {
  geo::Box reach;
  for (const std::size_t d : changed) reach.add(boxOf(plan.districts[d].shape));
  std::vector<geo::MultiPolygon<geo::XY>> near;
  for (const auto& district : plan.districts) {
    if (!district.shape.empty() && boxOf(district.shape).intersects(reach.grownBy(1))) near.push_back(district.shape);
  }
  if (near.empty() || geo::isCoverageValid(near)) return {};
  return fail(ErrorCode::Invalid, "the boundaries would overlap or leave their shared edges", "move shared corners only, or draw the line anew", {.layer = "district", .feature = plan.districts[changed.front()].code});
}

}  // namespace

geo::Result<void> applyTo(Draft& draft, const RedrawDistricts& edit) {
  if (edit.districts.empty()) return fail(ErrorCode::Invalid, "the edit names no district", "");
  for (const auto& uid : edit.removed) {
    if (const auto known = positionOf(draft.plan, uid); !known) return fail(known);
  }
  if (const auto free = checkPinned(draft.plan, edit); !free) return free;
  if (const auto placed = checkPlaced(draft, edit); !placed) return placed;
  std::set<UnitKey> named;
  for (const auto& district : edit.districts) {
    for (const auto& member : district.members) named.insert({member.kind, member.targetUid});
  }
  std::erase_if(draft.plan.leftovers, [&named](const Leftover& each) { return named.contains({each.kind, each.targetUid}); });
  std::erase_if(draft.plan.districts, [&edit](const District& d) { return std::find(edit.removed.begin(), edit.removed.end(), d.uid) != edit.removed.end(); });
  std::vector<std::size_t> changed;
  for (const auto& district : edit.districts) {
    if (const auto valid = checkShape(district); !valid) return valid;
    auto old = std::find_if(draft.plan.districts.begin(), draft.plan.districts.end(), [&district](const District& d) { return d.uid == district.uid && !d.uid.empty(); });
    if (old != draft.plan.districts.end()) {
      *old = district;
      changed.push_back(static_cast<std::size_t>(old - draft.plan.districts.begin()));
      continue;
    }
    District fresh = district;
    if (const auto names = nameDistrict(draft, fresh); !names) return names;
    changed.push_back(draft.plan.districts.size());
    draft.plan.districts.push_back(std::move(fresh));
  }
  if (const auto exact = checkCoverage(draft.plan, changed); !exact) return exact;
  std::erase_if(draft.plan.leftovers, [&edit](const Leftover& each) {
    return std::any_of(edit.leftovers.begin(), edit.leftovers.end(), [&each](const Leftover& o) { return o.kind == each.kind && o.targetUid == each.targetUid; });
  });
  draft.plan.leftovers.insert(draft.plan.leftovers.end(), edit.leftovers.begin(), edit.leftovers.end());
  settle(draft, {});
  return {};
}

}  // namespace pianqu::layers
