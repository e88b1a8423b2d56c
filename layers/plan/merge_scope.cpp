#include "layers/plan/merge_scope.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "geo/coverage/turning_points.hpp"
#include "geo/measure/measure.hpp"
#include "layers/plan/edit_units.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using UnitKey = std::pair<TargetKind, Uid>;

const char* const kOutside = "outside-scope";

template <class T>
UnitKey keyOf(const T& unit) { return {unit.kind, unit.targetUid}; }

std::map<UnitKey, Uid> ownersOf(const Plan& plan) {
  std::map<UnitKey, Uid> owners;
  for (const auto& district : plan.districts)
    for (const auto& member : district.members) owners[keyOf(member)] = district.uid;
  return owners;
}

/// A corner that a neighbour set on a straight side is no change.
bool isSameGround(const geo::MultiPolygon<geo::XY>& a, const geo::MultiPolygon<geo::XY>& b) {
  const double kSameM = 0.002;   // corners lie on the grid of a millimetre
  const auto before = geo::turningPointsOf(a), after = geo::turningPointsOf(b);
  return std::equal(before.begin(), before.end(), after.begin(), after.end(), [kSameM](const auto& p, const auto& q) { return geo::distance(p.point, q.point) <= kSameM; });
}

/// The plan as merging has to see it: what may not change is pinned, what lies outside is taken out by hand.
struct Fenced {
  Plan plan;
  std::set<Uid> held;                ///< districts that are pinned only for this
  std::vector<Leftover> outside;     ///< leftovers of the plan that stay as they are
  bool hasUnits = false;
};

Fenced fence(const PlanIndex& index, const Plan& current, const std::set<UnitKey>& inside, const MergeRules& rules) {
  Fenced fenced{.plan = current, .held = {}, .outside = {}};
  for (auto& district : fenced.plan.districts) {
    const bool isFree = std::all_of(district.members.begin(), district.members.end(), [&](const Member& m) { return inside.contains(keyOf(m)); });
    if (district.isPinned || isFree) continue;
    district.isPinned = true;
    fenced.held.insert(district.uid);
  }
  fenced.plan.leftovers.clear();
  for (const auto& leftover : current.leftovers) {
    if (inside.contains(keyOf(leftover))) fenced.plan.leftovers.push_back(leftover);
    else fenced.outside.push_back(leftover);
  }
  std::vector<Leftover> away;
  for (const auto& unit : selectUnits(index.city(), fenced.plan, rules).units) {
    if (inside.contains({unit.kind, unit.uid})) fenced.hasUnits = true;
    else away.push_back({unit.kind, unit.uid, "by-hand", kOutside});
  }
  for (const auto& leftover : fenced.outside) away.push_back({leftover.kind, leftover.targetUid, "by-hand", kOutside});
  fenced.plan.leftovers.insert(fenced.plan.leftovers.end(), away.begin(), away.end());
  return fenced;
}

}  // namespace

std::vector<std::string> areaNames(const City& city) {
  std::vector<std::string> streets, others;
  for (const auto& area : city.adminAreas)
    if (!area.name.empty() && !area.shape.empty()) (area.kind == "街道" ? streets : others).push_back(area.name);
  streets.insert(streets.end(), others.begin(), others.end());
  return streets;
}

geo::Result<geo::MultiPolygon<geo::XY>> groundOfArea(const City& city, const std::string& name) {
  geo::MultiPolygon<geo::XY> ground;
  for (const auto& area : city.adminAreas)
    if (area.name == name || area.uid == name) ground.insert(ground.end(), area.shape.begin(), area.shape.end());
  if (!ground.empty()) return ground;
  std::string names;
  for (const auto& each : areaNames(city)) names += (names.empty() ? "" : " ") + each;
  return fail(ErrorCode::NotFound, "there is no sub-district " + name, names.empty() ? "import sub-districts, or draw a polygon" : "the city has " + names, {.layer = "admin_area", .feature = name});
}

geo::Result<MergeProposal> proposeWithin(const PlanIndex& index, const Plan& current, const geo::MultiPolygon<geo::XY>& area, const MergeOptions& options, const MergeRules& rules,
                                         geo::Progress& progress) {
  if (area.empty()) return proposeDistricts(index.city(), current, options, rules, progress);
  const auto picked = pickUnits(index, area, PickRule::Centroid);
  if (!picked) return fail(picked);
  std::set<UnitKey> inside;
  for (const auto& unit : *picked) inside.insert(keyOf(unit));
  const Fenced fenced = fence(index, current, inside, rules);
  if (!fenced.hasUnits) return fail(ErrorCode::Invalid, "nothing inside the area needs renovation and is free to move", "draw a larger area, or unpin a district in it");
  MergeOptions bounded = options;
  // A part of a city is no small city: the minimum does not go down with the area.
  const auto minimum = current.parameters.find("min-households");
  if (!bounded.minHouseholds && minimum != current.parameters.end()) bounded.minHouseholds = std::strtod(minimum->second.c_str(), nullptr);
  if (!bounded.minHouseholds) bounded.minHouseholds = rules.minHouseholds;
  auto proposal = proposeDistricts(index.city(), fenced.plan, bounded, rules, progress);
  if (!proposal) return proposal;
  for (auto& district : proposal->edit.districts) {
    if (!fenced.held.contains(district.uid)) continue;
    // Its boundary stays as merging drew it: all of them are one coverage, simplified together.
    district.isPinned = false;
  }
  auto& leftovers = proposal->edit.leftovers;
  std::erase_if(leftovers, [&](const Leftover& l) { return l.reason == kOutside; });
  std::set<UnitKey> listed;
  for (const auto& leftover : leftovers) listed.insert(keyOf(leftover));
  for (const auto& leftover : fenced.outside)
    if (!listed.contains(keyOf(leftover))) leftovers.push_back(leftover);
  std::sort(leftovers.begin(), leftovers.end());
  return proposal;
}

std::vector<ProposedChange> changesOf(const Plan& current, const MergeProposal& proposal) {
  const auto owners = ownersOf(current);
  std::vector<ProposedChange> changes;
  for (const auto& district : proposal.edit.districts) {
    const District* before = current.findDistrict(district.uid);
    if (before && before->members == district.members && isSameGround(before->shape, district.shape)) continue;
    ProposedChange change{.proposed = &district};
    std::set<Uid> losers;
    for (const auto& member : district.members) {
      const auto owner = owners.find(keyOf(member));
      if (owner == owners.end()) ++change.newUnits;
      else losers.insert(owner->second);
    }
    change.takesFrom.assign(losers.begin(), losers.end());
    changes.push_back(std::move(change));
  }
  return changes;
}

geo::Result<std::vector<Edit>> partOf(const Plan& current, const MergeProposal& proposal, const std::vector<std::string>& codes) {
  const auto changes = changesOf(current, proposal);
  if (codes.empty()) return std::vector<Edit>{proposal.edit};
  std::vector<Edit> edits;
  for (const auto& code : codes) {
    const auto found = std::find_if(changes.begin(), changes.end(), [&](const auto& change) { return change.proposed->code == code; });
    if (found == changes.end()) return fail(ErrorCode::NotFound, "the proposal changes no district " + code, "see what it changes with --dry-run", {.layer = "district", .feature = code});
    District district = *found->proposed;
    district.uid.clear();
    district.code.clear();
    edits.push_back(AddDistrict{std::move(district)});
  }
  if (codes.size() == changes.size()) return std::vector<Edit>{proposal.edit};
  return edits;
}

}  // namespace pianqu::layers
