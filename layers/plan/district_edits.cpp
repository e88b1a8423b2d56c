#include <algorithm>
#include <set>

#include "geo/overlay/overlay.hpp"
#include "geo/shape/wkt.hpp"
#include "layers/plan/coverage_edit.hpp"
#include "layers/plan/district_names.hpp"
#include "layers/plan/edit_context.hpp"
#include "layers/plan/member_ground.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::MultiPolygon;
using geo::XY;

const char* const kByHand = "by-hand";

geo::Where whereOf(const District& district) { return {.layer = "district", .feature = district.code}; }

/// The lowest "PQnn" above all numbers in use.
std::string nextCode(const Plan& plan) {
  int highest = 0;
  for (const auto& district : plan.districts) {
    if (district.code.rfind("PQ", 0) == 0) highest = std::max(highest, std::atoi(district.code.c_str() + 2));
  }
  const std::string number = std::to_string(highest + 1);
  return "PQ" + std::string(number.size() < 2 ? 1 : 0, '0') + number;
}

/// After its largest estate whose name is free, as planners do; after the code when there is none.
std::string defaultName(const Draft& draft, const District& district) {
  std::vector<std::pair<std::size_t, std::string>> bySize;
  for (const auto& member : district.members) {
    const auto at = draft.index.estate(member.targetUid);
    if (member.kind == TargetKind::Estate && at) bySize.emplace_back(draft.index.buildingsOf(member.targetUid).size(), draft.city.estates[*at].name);
  }
  std::stable_sort(bySize.begin(), bySize.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> estates;
  for (auto& [size, name] : bySize) estates.push_back(std::move(name));
  std::set<std::string> taken;
  for (const auto& each : draft.plan.districts) taken.insert(each.name);
  return districtName(estates, district.code, taken);
}

Uid freshUid(const Plan& plan, const District& district) {
  std::vector<std::string> content{"district", district.code, district.name, geo::toWkt(district.shape)};
  for (const auto& member : district.members) content.push_back(member.targetUid);
  content.push_back("0");
  Uid uid = planUidOf(content);
  for (int n = 1; plan.findDistrict(uid); ++n) {
    content.back() = std::to_string(n);
    uid = planUidOf(content);
  }
  return uid;
}

/// Members of a drawn district: what is inside and not held by a pinned one.
geo::Result<std::vector<Member>> membersOfDrawn(const Draft& draft, const MultiPolygon<XY>& shape) {
  auto members = membersInside(draft.city, draft.index, shape);
  if (!members) return members;
  std::set<std::pair<TargetKind, Uid>> held;
  for (const auto& district : draft.plan.districts) {
    if (!district.isPinned) continue;
    for (const auto& member : district.members) held.insert({member.kind, member.targetUid});
  }
  std::erase_if(*members, [&held](const Member& m) { return held.contains({m.kind, m.targetUid}); });
  return members;
}

geo::Result<void> checkWhole(const Draft& draft, const std::vector<District>& districts) {
  std::vector<Member> members;
  std::set<std::string> codes, uids;
  std::vector<MultiPolygon<XY>> shapes;
  for (const auto& district : districts) {
    if (district.code.empty() || !codes.insert(district.code).second || !uids.insert(district.uid).second) {
      return fail(ErrorCode::Invalid, "the code of a district is missing or used twice: \"" + district.code + "\"", "give each district its own code", whereOf(district));
    }
    if (const auto valid = checkShape(district); !valid) return valid;
    members.insert(members.end(), district.members.begin(), district.members.end());
    if (!district.shape.empty()) shapes.push_back(district.shape);
  }
  if (const auto known = checkMembers(draft, members); !known) return known;
  if (!geo::isCoverageValid(shapes)) return fail(ErrorCode::Invalid, "the boundaries of the districts overlap or do not share their edges", "derive them together, as one coverage", {.layer = "district"});
  return {};
}

}  // namespace

geo::Result<void> checkShape(const District& district) {
  const auto fault = geo::findInvalidity(district.shape);
  if (!fault) return {};
  geo::Where where = whereOf(district);
  where.x = fault->place.x;
  where.y = fault->place.y;
  return fail(ErrorCode::Invalid, "the boundary of district " + district.code + " is not a polygon: " + fault->reason, "draw it without crossing itself", where);
}

geo::Result<void> nameDistrict(const Draft& draft, District& district) {
  if (district.code.empty()) district.code = nextCode(draft.plan);
  if (draft.plan.findDistrict(district.code) || (!district.uid.empty() && draft.plan.findDistrict(district.uid))) {
    return fail(ErrorCode::Conflict, "there is a district " + district.code + " already", "choose another code, or leave it out", whereOf(district));
  }
  if (district.name.empty()) district.name = defaultName(draft, district);
  if (district.uid.empty()) district.uid = freshUid(draft.plan, district);
  return {};
}

geo::Result<void> applyTo(Draft& draft, const ReplaceDistricts& edit) {
  auto districts = edit.districts;
  for (auto& district : districts) {
    if (district.uid.empty()) district.uid = planUidOf({"district", district.code, district.name, geo::toWkt(district.shape)});
  }
  if (const auto whole = checkWhole(draft, districts); !whole) return whole;
  for (const auto& old : draft.plan.districts) {
    if (!old.isPinned) continue;
    const auto kept = std::find_if(districts.begin(), districts.end(), [&old](const District& d) { return d.uid == old.uid; });
    const auto sorted = [](std::vector<Member> members) { return std::sort(members.begin(), members.end()), members; };
    if (kept == districts.end() || sorted(kept->members) != sorted(old.members)) return refusePinned(old, "merging must leave it as it is");
  }
  std::set<std::pair<TargetKind, Uid>> placed;
  for (const auto& district : districts) {
    for (const auto& member : district.members) placed.insert({member.kind, member.targetUid});
  }
  for (const auto& leftover : edit.leftovers) {
    if (placed.contains({leftover.kind, leftover.targetUid})) {
      return fail(ErrorCode::Invalid, unitName(draft.city, draft.index, leftover.kind, leftover.targetUid) + " is in a district and left over", "", {.layer = tableOf(leftover.kind), .feature = leftover.targetUid});
    }
  }
  draft.plan.districts = std::move(districts);
  draft.plan.leftovers = edit.leftovers;
  draft.plan.parameters = edit.parameters;
  // A merge says which option it makes.
  if (const auto option = edit.parameters.find("option"); option != edit.parameters.end() && !option->second.empty()) draft.plan.label = option->second;
  // A measure does not move to the new district of its unit: the new districts are planned anew.
  std::set<Uid> known;
  for (const auto& district : draft.plan.districts) known.insert(district.uid);
  const auto isGone = [&known](const auto& item) { return !known.contains(item.districtUid); };
  std::erase_if(draft.plan.measures, isGone);
  std::erase_if(draft.plan.liftStudies, isGone);
  std::erase_if(draft.plan.parkingStudies, isGone);
  settle(draft, {});
  return {};
}

geo::Result<void> applyTo(Draft& draft, const ReplacePlan& edit) {
  // An option may be older than the last import: what it names must still be there.
  if (const auto whole = checkWhole(draft, edit.plan.districts); !whole) return whole;
  draft.plan = edit.plan;
  settle(draft, {});
  return {};
}

geo::Result<void> applyTo(Draft& draft, const AddDistrict& edit) {
  District district = edit.district;
  if (const auto valid = checkShape(district); !valid) return valid;
  const bool isDrawn = !district.shape.empty();
  if (district.members.empty() && isDrawn) {
    auto members = membersOfDrawn(draft, district.shape);
    if (!members) return fail(std::move(members));
    district.members = std::move(*members);
  }
  if (district.members.empty()) return fail(ErrorCode::Invalid, "the new district has no members", isDrawn ? "draw it around estates or buildings" : "name members or draw a polygon", whereOf(district));
  if (const auto known = checkMembers(draft, district.members); !known) return known;
  if (const auto named = nameDistrict(draft, district); !named) return named;

  const auto had = districtsWithMembers(draft.plan);
  if (const auto taken = takeOut(draft, district.members); !taken) return taken;
  auto wanted = isDrawn ? geo::Result<MultiPolygon<XY>>(district.shape) : groundAround(draft.city, draft.index, district.members);
  if (!wanted) return fail(std::move(wanted));
  district.shape.clear();
  draft.plan.districts.push_back(std::move(district));
  const std::size_t position = draft.plan.districts.size() - 1;

  auto claims = standingClaims(draft.city, draft.index, draft.plan.districts, boxOf(*wanted), position);
  // A drawn line is the planner's word: only pinned ground stands against it.
  if (isDrawn) std::erase_if(claims, [&draft](const Claim& c) { return !draft.plan.districts[*c.district].isPinned; });
  claims.push_back({position, std::move(*wanted)});
  if (const auto drawn = redraw(draft.plan.districts, claims); !drawn) return drawn;
  settle(draft, had);
  return {};
}

geo::Result<void> applyTo(Draft& draft, const RemoveDistrict& edit) {
  const auto position = positionOf(draft.plan, edit.districtUid);
  if (!position) return fail(position);
  const District& district = draft.plan.districts[*position];
  if (const auto free = refusePinned(district, "it cannot be removed"); !free) return free;
  for (const auto& member : district.members) draft.plan.leftovers.push_back({member.kind, member.targetUid, kByHand, "片区 " + district.code + " 已撤销"});
  draft.plan.districts.erase(draft.plan.districts.begin() + static_cast<std::ptrdiff_t>(*position));
  settle(draft, {});
  return {};
}

geo::Result<void> applyTo(Draft& draft, const RenameDistrict& edit) {
  const auto position = positionOf(draft.plan, edit.districtUid);
  if (!position) return fail(position);
  if (edit.name.empty()) return fail(ErrorCode::Invalid, "a district needs a name", "", whereOf(draft.plan.districts[*position]));
  draft.plan.districts[*position].name = edit.name;
  return {};
}

geo::Result<void> applyTo(Draft& draft, const PinDistrict& edit) {
  const auto position = positionOf(draft.plan, edit.districtUid);
  if (!position) return fail(position);
  draft.plan.districts[*position].isPinned = edit.isPinned;
  return {};
}

geo::Result<void> applyTo(Draft& draft, const AssignMembers& edit) {
  if (edit.members.empty()) return fail(ErrorCode::Invalid, "no members are named", "name estates or buildings by code");
  if (const auto known = checkMembers(draft, edit.members); !known) return known;
  std::optional<std::size_t> target;
  std::vector<Member> moving = edit.members;
  if (!edit.districtUid.empty()) {
    const auto position = positionOf(draft.plan, edit.districtUid);
    if (!position) return fail(position);
    target = *position;
    District& district = draft.plan.districts[*position];
    if (const auto free = refusePinned(district, "nothing can join it"); !free) return free;
    // Who is in already stays as he is: assigning twice is assigning once.
    std::erase_if(moving, [&district](const Member& m) { return std::any_of(district.members.begin(), district.members.end(), [&m](const Member& o) { return o.kind == m.kind && o.targetUid == m.targetUid; }); });
    if (moving.empty()) return {};
  }
  const auto had = districtsWithMembers(draft.plan);
  if (const auto taken = takeOut(draft, moving); !taken) return taken;
  auto wanted = groundAround(draft.city, draft.index, moving, target ? draft.plan.districts[*target].shape : MultiPolygon<XY>{});
  if (!wanted) return fail(std::move(wanted));
  if (target) {
    auto& members = draft.plan.districts[*target].members;
    members.insert(members.end(), moving.begin(), moving.end());
  } else {
    for (const auto& member : moving) draft.plan.leftovers.push_back({member.kind, member.targetUid, kByHand, "手工移出"});
  }
  auto claims = standingClaims(draft.city, draft.index, draft.plan.districts, boxOf(*wanted), target);
  claims.push_back({target, std::move(*wanted)});
  if (const auto drawn = redraw(draft.plan.districts, claims); !drawn) return drawn;
  settle(draft, had);
  return {};
}

}  // namespace pianqu::layers
