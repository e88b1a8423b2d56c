#include "layers/plan/edit.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "layers/plan/edit_context.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using UnitKey = std::pair<TargetKind, Uid>;

/// The district each unit is in.
std::map<UnitKey, Uid> ownersOf(const Plan& plan) {
  std::map<UnitKey, Uid> owners;
  for (const auto& district : plan.districts) {
    for (const auto& member : district.members) owners[{member.kind, member.targetUid}] = district.uid;
  }
  return owners;
}

/// The unit that a target stands in; nullopt for targets that belong to a district as a whole (pipes, roads, greens).
std::optional<UnitKey> unitOfTarget(const Draft& draft, TargetKind kind, const Uid& uid) {
  std::optional<std::size_t> building;
  if (kind == TargetKind::Estate) return UnitKey{kind, uid};
  if (kind == TargetKind::Building) building = draft.index.building(uid);
  if (kind == TargetKind::Entrance) {
    if (const auto at = draft.index.entrance(uid)) building = draft.index.building(draft.city.entrances[*at].buildingUid);
  }
  if (kind == TargetKind::Riser) {
    if (const auto at = draft.index.riser(uid)) building = draft.index.building(draft.city.risers[*at].buildingUid);
  }
  if (!building) return std::nullopt;
  const Member unit = unitOf(draft.index, draft.city.buildings[*building]);
  return UnitKey{unit.kind, unit.targetUid};
}

}  // namespace

geo::Result<std::size_t> positionOf(const Plan& plan, const Uid& districtUidOrCode) {
  if (const District* district = plan.findDistrict(districtUidOrCode)) return static_cast<std::size_t>(district - plan.districts.data());
  std::string codes;
  for (const auto& each : plan.districts) codes += (codes.empty() ? "" : " ") + each.code;
  return geo::fail(ErrorCode::NotFound, "there is no district " + districtUidOrCode, plan.districts.empty() ? "make districts with pianqu merge" : "the plan has " + codes, {.layer = "district", .feature = districtUidOrCode});
}

geo::Result<void> refusePinned(const District& district, const char* what) {
  if (!district.isPinned) return {};
  return geo::fail(ErrorCode::Invalid, "district " + district.code + " is pinned: " + what, "unpin it first", {.layer = "district", .feature = district.code});
}

geo::Result<void> checkMembers(const Draft& draft, const std::vector<Member>& members) {
  std::set<UnitKey> seen;
  for (const auto& member : members) {
    if (const auto known = checkUnit(draft.city, draft.index, member); !known) return known;
    if (!seen.insert({member.kind, member.targetUid}).second) {
      return geo::fail(ErrorCode::Invalid, unitName(draft.city, draft.index, member.kind, member.targetUid) + " is named twice", "a unit belongs to one district once",
                       {.layer = tableOf(member.kind), .feature = member.targetUid});
    }
  }
  return {};
}

geo::Result<void> takeOut(Draft& draft, const std::vector<Member>& members) {
  std::set<UnitKey> moving;
  for (const auto& member : members) moving.insert({member.kind, member.targetUid});
  const auto isMoving = [&moving](const auto& each) { return moving.contains({each.kind, each.targetUid}); };
  for (auto& district : draft.plan.districts) {
    const auto found = std::find_if(district.members.begin(), district.members.end(), isMoving);
    if (found == district.members.end()) continue;
    if (const auto free = refusePinned(district, (unitName(draft.city, draft.index, found->kind, found->targetUid) + " stays in it").c_str()); !free) return free;
    std::erase_if(district.members, isMoving);
  }
  std::erase_if(draft.plan.leftovers, isMoving);
  return {};
}

std::vector<Uid> districtsWithMembers(const Plan& plan) {
  std::vector<Uid> uids;
  for (const auto& district : plan.districts) {
    if (!district.members.empty()) uids.push_back(district.uid);
  }
  return uids;
}

void settle(Draft& draft, const std::vector<Uid>& hadMembers) {
  Plan& plan = draft.plan;
  std::erase_if(plan.districts, [&hadMembers](const District& d) { return d.members.empty() && std::find(hadMembers.begin(), hadMembers.end(), d.uid) != hadMembers.end(); });
  const auto owners = ownersOf(plan);
  std::unordered_set<Uid> known;
  for (const auto& district : plan.districts) known.insert(district.uid);
  const auto follow = [&](auto& item, TargetKind kind, const Uid& target) {
    if (const auto unit = unitOfTarget(draft, kind, target)) {
      const auto owner = owners.find(*unit);
      if (owner == owners.end()) return false;
      item.districtUid = owner->second;
    }
    return known.contains(item.districtUid);
  };
  draft.measureUids.reset();
  std::erase_if(plan.measures, [&](Measure& m) { return !follow(m, m.targetKind, m.targetUid); });
  std::erase_if(plan.liftStudies, [&](LiftStudy& s) { return !follow(s, TargetKind::Entrance, s.entranceUid); });
  std::erase_if(plan.parkingStudies, [&](const ParkingStudy& s) { return !known.contains(s.districtUid); });
}

geo::Result<Plan> apply(const City& city, const CityIndex& index, const Plan& plan, const Edit& edit) {
  Draft draft{city, index, plan, {}};
  const auto done = std::visit([&draft](const auto& each) { return applyTo(draft, each); }, edit);
  if (!done) return geo::fail(done);
  sortPlan(draft.plan);
  return std::move(draft.plan);
}

geo::Result<Plan> apply(const City& city, const CityIndex& index, const Plan& plan, const std::vector<Edit>& edits) {
  Draft draft{city, index, plan, {}};
  for (const Edit& edit : edits) {
    const auto done = std::visit([&draft](const auto& each) { return applyTo(draft, each); }, edit);
    if (!done) return geo::fail(done);
    // Measures and studies are found by uid; edits of districts expect the order that a saved plan has.
    const bool isOfDistricts = !std::holds_alternative<ReplaceMeasures>(edit) && !std::holds_alternative<ReplaceLiftStudies>(edit) && !std::holds_alternative<ReplaceParkingStudies>(edit);
    if (isOfDistricts) sortPlan(draft.plan);
  }
  sortPlan(draft.plan);
  return std::move(draft.plan);
}

geo::Result<Plan> apply(const City& city, const Plan& plan, const Edit& edit) { return apply(city, CityIndex(city), plan, edit); }

}  // namespace pianqu::layers
