#include <set>
#include <string_view>
#include <unordered_map>

#include "layers/plan/edit_context.hpp"
#include "layers/plan/edit_follow.hpp"
#include "layers/plan/edit_gestures.hpp"

/// Gestures that name units: painting, and drawing a new district.
namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::MultiPolygon;
using geo::XY;

/// Of `units` those that a condition on their district holds for; `isIn(nullptr)`: in none. Asks each member of the plan once.
template <class IsIn>
std::vector<Member> unitsWhere(const Plan& plan, const std::vector<Member>& units, IsIn isIn) {
  std::unordered_map<Uid, const Member*> wanted;
  for (const Member& unit : units) wanted.emplace(unit.targetUid, &unit);
  std::set<Member> kept(units.begin(), units.end());
  for (const auto& district : plan.districts) {
    if (isIn(&district)) continue;
    for (const auto& member : district.members) {
      const auto found = wanted.find(member.targetUid);
      if (found != wanted.end() && found->second->kind == member.kind) kept.erase(*found->second);
    }
  }
  if (isIn(nullptr)) return {kept.begin(), kept.end()};
  std::set<Member> owned;
  for (const auto& district : plan.districts) {
    for (const auto& member : district.members) {
      const auto found = wanted.find(member.targetUid);
      if (found != wanted.end() && found->second->kind == member.kind) owned.insert(*found->second);
    }
  }
  std::erase_if(kept, [&owned](const Member& unit) { return !owned.contains(unit); });
  return {kept.begin(), kept.end()};
}

}  // namespace

geo::Result<std::size_t> freeDistrict(const Plan& plan, const Uid& uid, const char* what) {
  const auto position = positionOf(plan, uid);
  if (!position) return position;
  if (const auto free = refusePinned(plan.districts[*position], what); !free) return fail(free);
  return position;
}

geo::Result<Edit> drawDistrict(const PlanIndex& index, const Plan& plan, District drawn, FollowRule rule) {
  if (const auto valid = checkShape(drawn); !valid) return fail(valid);
  if (drawn.members.empty()) {
    const PickRule pick = rule == FollowRule::Centroid ? PickRule::Centroid : rule == FollowRule::Whole ? PickRule::Whole : PickRule::Majority;
    auto members = pickUnits(index, drawn.shape, pick);
    if (!members) return fail(std::move(members));
    drawn.members = unitsWhere(plan, *members, [](const District* d) { return !d || !d->isPinned; });
    if (drawn.members.empty()) return fail(ErrorCode::Invalid, "no estate or building that may join is inside the boundary", "draw it around units outside pinned districts, or let members follow by majority");
  }
  return Edit{AddDistrict{std::move(drawn)}};
}

geo::Result<Edit> paintUnits(const Plan& plan, const Uid& districtUid, const std::vector<Member>& units) {
  Uid target;
  if (!districtUid.empty()) {
    const auto position = freeDistrict(plan, districtUid, "nothing can join it");
    if (!position) return fail(position);
    target = plan.districts[*position].uid;
  }
  auto moving = unitsWhere(plan, units, [&target](const District* d) { return d ? !d->isPinned && d->uid != target : !target.empty(); });
  if (moving.empty()) return fail(ErrorCode::Invalid, units.empty() ? "no estate or building is under the brush" : "every unit under the brush is where it should be, or in a pinned district", "paint elsewhere, or unpin the district");
  return Edit{AssignMembers{target, std::move(moving)}};
}

geo::Result<Edit> districtOfUnits(const Plan& plan, const std::vector<Member>& units) {
  District made;
  made.members = unitsWhere(plan, units, [](const District* d) { return !d || !d->isPinned; });
  if (made.members.empty()) return fail(ErrorCode::Invalid, units.empty() ? "no estate or building is under the brush" : "every unit under the brush is in a pinned district", "paint elsewhere, or unpin the district");
  return Edit{AddDistrict{std::move(made)}};
}

geo::Result<Edit> paint(const PlanIndex& index, const Plan& plan, const Uid& districtUid, const MultiPolygon<XY>& area, PickRule rule) {
  const auto picked = pickUnits(index, area, rule);
  if (!picked) return fail(picked);
  return paintUnits(plan, districtUid, *picked);
}

}  // namespace pianqu::layers
