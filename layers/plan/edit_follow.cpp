#include "layers/plan/edit_follow.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::MultiPolygon;
using geo::XY;
using UnitKey = std::pair<TargetKind, Uid>;
using Place = std::optional<std::size_t>;   // position of a district

constexpr double kAll = 0.999;   // a share that counts as the whole: footprints drawn a hair over a line

/// Which of the boundaries holds a unit.
class Holder {
 public:
  Holder(const PlanIndex& index, const std::vector<District>& districts, const geo::Box& change, FollowRule rule) : m_index(index), m_districts(districts), m_rule(rule) {
    for (std::size_t d = 0; d < districts.size(); ++d) {
      if (boxOf(districts[d].shape).intersects(change)) m_near.emplace_back(d, std::make_unique<AreaTest>(districts[d].shape));
    }
  }

  geo::Result<Place> of(const Member& unit, const geo::Box& box) const {
    Place best;
    double most = m_rule == FollowRule::Whole ? kAll : 0.5;
    for (const auto& [d, test] : m_near) {
      if (!test->box().intersects(box)) continue;
      const auto share = shareInside(m_index, unit, m_districts[d].shape, *test, m_rule);
      if (!share) return fail(share);
      if (*share <= most) continue;
      best = d;
      most = *share;
    }
    return best;
  }

 private:
  const PlanIndex& m_index;
  const std::vector<District>& m_districts;
  FollowRule m_rule;
  std::vector<std::pair<std::size_t, std::unique_ptr<AreaTest>>> m_near;
};

geo::Box boxOfUnit(const PlanIndex& index, const Member& unit) {
  geo::Box box;
  if (unit.kind == TargetKind::Estate) {
    const std::size_t e = *index.estate(unit.targetUid);
    box = boxOf(index.city().estates[e].shape);
    for (const std::size_t b : index.buildingsOf(e)) box.add(boxOf(index.city().buildings[b].shape));
  } else {
    box = boxOf(index.city().buildings[*index.building(unit.targetUid)].shape);
  }
  return box;
}

/// Units whose box meets `change`.
std::vector<Member> unitsNear(const PlanIndex& index, const geo::Box& change) {
  std::map<UnitKey, Member> units;
  for (const std::size_t e : index.estates.find(change)) units[{TargetKind::Estate, index.city().estates[e].uid}] = {TargetKind::Estate, index.city().estates[e].uid, "并入", "手工"};
  for (const std::size_t b : index.buildings.find(change)) {
    const Member unit = unitOf(index.positions(), index.city().buildings[b]);
    units[{unit.kind, unit.targetUid}] = unit;
  }
  std::vector<Member> list;
  for (const auto& [key, unit] : units) list.push_back(unit);
  return list;
}

void leave(District& district, const Member& unit) {
  std::erase_if(district.members, [&unit](const Member& m) { return m.kind == unit.kind && m.targetUid == unit.targetUid; });
}

geo::Result<void> checkParts(const Plan& plan, const std::vector<District>& after) {
  for (std::size_t d = 0; d < after.size(); ++d) {
    const MultiPolygon<XY> before = d < plan.districts.size() ? plan.districts[d].shape : MultiPolygon<XY>{};
    const std::string name = after[d].code.empty() ? "the new district" : "district " + after[d].code;
    const geo::Where where{.layer = "district", .feature = after[d].code};
    if (after[d].shape.empty() && !before.empty()) return fail(ErrorCode::Invalid, "nothing of " + name + " would be left", "merge the districts if that is meant", where);
    if (after[d].shape.size() > std::max<std::size_t>(1, before.size())) {
      return fail(ErrorCode::Invalid, name + " would fall into " + std::to_string(after[d].shape.size()) + " parts", "leave a way between the parts, or split it first", where);
    }
  }
  return {};
}

}  // namespace

geo::Result<double> shareInside(const PlanIndex& index, const Member& unit, const MultiPolygon<XY>& area, const AreaTest& test, FollowRule rule) {
  const City& city = index.city();
  MultiPolygon<XY> built;
  std::size_t all = 0, inside = 0;
  const auto addBuilding = [&](std::size_t b) {
    const auto& shape = city.buildings[b].shape;
    ++all;
    if (!shape.empty() && test.contains(geo::centroidOf(shape))) ++inside;
    built.insert(built.end(), shape.begin(), shape.end());
  };
  if (unit.kind == TargetKind::Estate) {
    const std::size_t e = *index.estate(unit.targetUid);
    for (const std::size_t b : index.buildingsOf(e)) addBuilding(b);
    if (all == 0) {
      ++all;
      built = city.estates[e].shape;
      if (!built.empty() && test.contains(geo::centroidOf(built))) ++inside;
    } else if (rule == FollowRule::Whole) {
      built.insert(built.end(), city.estates[e].shape.begin(), city.estates[e].shape.end());
    }
  } else {
    addBuilding(*index.building(unit.targetUid));
  }
  if (rule == FollowRule::Centroid) return static_cast<double>(inside) / static_cast<double>(all);
  const double whole = geo::areaOf(built).value;
  if (whole <= 0) return 0.0;
  double common = 0;   // part by part: red line and footprints overlap, which no overlay likes
  for (const auto& part : built) {
    if (!boxOf(part).intersects(test.box())) continue;
    const auto own = geo::intersectionOf({part}, area);
    if (!own) return fail(own);
    common += geo::areaOf(*own).value;
  }
  return common / whole;
}

geo::Result<RedrawDistricts> followed(const PlanIndex& index, const Plan& plan, std::vector<District> after, const geo::Box& change, FollowRule rule, const std::string& what) {
  if (const auto parts = checkParts(plan, after); !parts) return fail(parts);
  RedrawDistricts edit{.what = what, .districts = {}, .removed = {}, .leftovers = {}};
  if (rule != FollowRule::Stay) {
    std::map<UnitKey, std::size_t> owners;
    for (std::size_t d = 0; d < plan.districts.size(); ++d) {
      for (const auto& member : plan.districts[d].members) owners[{member.kind, member.targetUid}] = d;
    }
    const Holder before(index, plan.districts, change, rule), now(index, after, change, rule);
    for (const Member& unit : unitsNear(index, change)) {
      const geo::Box box = boxOfUnit(index, unit);
      const auto held = before.of(unit, box), holds = now.of(unit, box);
      if (!held) return fail(held);
      if (!holds) return fail(holds);
      if (*held == *holds) continue;
      const auto owner = owners.find({unit.kind, unit.targetUid});
      const bool isOwned = owner != owners.end();
      if (isOwned && after[owner->second].isPinned) continue;
      // A building that needs nothing may stand on a district's ground without being its member: then it stays so.
      if (!isOwned && (*held || !*holds)) continue;
      if (!*holds && (rule == FollowRule::Whole || owner->second != **held)) continue;
      if (*holds && after[**holds].isPinned) continue;
      if (isOwned) leave(after[owner->second], unit);
      if (*holds) after[**holds].members.push_back(unit);
      else edit.leftovers.push_back({unit.kind, unit.targetUid, "by-hand", "边界调整后不在片区内"});
    }
  }
  for (std::size_t d = 0; d < after.size(); ++d) {
    std::sort(after[d].members.begin(), after[d].members.end());
    if (d < plan.districts.size() && after[d].shape == plan.districts[d].shape && after[d].members == plan.districts[d].members) continue;
    if (after[d].members.empty()) {
      return fail(ErrorCode::Invalid, "no estate or building would be left in " + (after[d].code.empty() ? std::string("the new district") : "district " + after[d].code), "leave a unit on each side of the line, or merge the districts",
                  {.layer = "district", .feature = after[d].code});
    }
    edit.districts.push_back(std::move(after[d]));
  }
  if (edit.districts.empty()) return fail(ErrorCode::Invalid, "the line changes nothing", "draw it across the boundary");
  return edit;
}

geo::Result<RedrawDistricts> redrawn(const PlanIndex& index, const Plan& plan, std::vector<District> after, std::vector<Claim> claims, FollowRule rule, const std::string& what) {
  geo::Box change;
  for (const auto& claim : claims) change.add(boxOf(claim.shape));
  std::vector<Claim> all;
  for (std::size_t d = 0; d < plan.districts.size(); ++d) {
    if (plan.districts[d].isPinned && boxOf(plan.districts[d].shape).intersects(change)) all.push_back({d, plan.districts[d].shape});
  }
  all.insert(all.end(), std::make_move_iterator(claims.begin()), std::make_move_iterator(claims.end()));
  if (const auto drawn = redraw(after, all); !drawn) return fail(drawn);
  // Noding may add corners to a pinned boundary where a neighbour's line ends; the ground is the same, and the corners must stay for the coverage.
  return followed(index, plan, std::move(after), change.grownBy(1), rule, what);
}

}  // namespace pianqu::layers
