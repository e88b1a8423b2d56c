#include "layers/plan/merge.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/district_names.hpp"
#include "layers/plan/merge_current.hpp"
#include "layers/plan/merge_shapes.hpp"
#include "layers/plan/merge_text.hpp"
#include "layers/plan/records.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

const char* const kLead = "主体";     // the unit that a district grew from
const char* const kJoined = "并入";

struct Thresholds {
  double minHouseholds = 0, maxHouseholds = 0, maxSpanM = 0, maxFloorAreaM2 = 0;
};

/// A small city gets a lower minimum, unless the planner gave one.
Thresholds thresholdsFor(const MergeOptions& options, const MergeRules& rules, const std::vector<MergeUnit>& units, geo::Problems& remarks) {
  Thresholds t{options.minHouseholds.value_or(rules.minHouseholds), options.maxHouseholds.value_or(rules.maxHouseholds), options.maxSpanM.value_or(rules.maxSpanM),
               options.maxFloorAreaM2.value_or(rules.maxFloorAreaM2)};
  double total = 0;
  for (const MergeUnit& unit : units) total += unit.households;
  if (options.minHouseholds || rules.smallCityDistricts <= 0 || total >= rules.smallCityDistricts * t.minHouseholds) return t;
  constexpr double kRoundedTo = 50;
  const double lowered = std::floor(total / rules.smallCityDistricts / kRoundedTo) * kRoundedTo;
  t.minHouseholds = std::min(t.minHouseholds, std::max(rules.leastMinHouseholds, lowered));
  remarks.push_back({geo::Severity::Note, "minimum-lowered", "the minimum is " + toShort(t.minHouseholds) + " households, because " + toShort(total) + " in all are few", {}});
  return t;
}

geo::DistrictProblem problemOf(const City& city, const MergeUnits& found, const Thresholds& t, const MergeOptions& options, const MergeRules& rules, const geo::LandCells& land) {
  geo::DistrictProblem problem;
  problem.rules.sums = {{.name = "households", .minimum = t.minHouseholds, .maximum = t.maxHouseholds, .target = options.targetHouseholds}, {.name = "floor area", .maximum = t.maxFloorAreaM2}};
  problem.rules.maxSpanM = t.maxSpanM;
  problem.options = {.seed = options.seed, .effort = rules.effort, .compactWeight = options.compactWeight.value_or(1), .boundaryWeight = options.boundaryWeight.value_or(0),
                     .likenessWeight = options.likenessWeight.value_or(options.like.empty() ? 0 : 1)};
  const auto traits = traitsOf(city, found, options.like);
  for (std::size_t u = 0; u < found.units.size(); ++u) {
    const MergeUnit& unit = found.units[u];
    problem.units.push_back({.key = tableOf(unit.kind) + ":" + unit.uid, .points = unit.points, .sums = {unit.households, unit.floorAreaM2}, .traits = traits[u], .areaM2 = land.cells[u].areaM2,
                             .perimeterM = land.cells[u].perimeterM});
  }
  for (const geo::LandNeighbours& both : land.neighbours) {
    if (both.b < found.units.size()) problem.edges.push_back({both.a, both.b, both.sharedM, both.cut != geo::LandCut::None});
  }
  return problem;
}

std::map<std::string, std::string> parametersOf(const Thresholds& t, const MergeOptions& options, const MergeRules& rules) {
  std::map<std::string, std::string> parameters{{"min-households", toShort(t.minHouseholds)}, {"max-households", toShort(t.maxHouseholds)}, {"max-span", toShort(t.maxSpanM)}, {"max-floor-area", toShort(t.maxFloorAreaM2)},
          {"gap", toShort(rules.gapM)}, {"margin", toShort(rules.marginM)}, {"old-until", std::to_string(rules.oldUntil)}, {"seed", std::to_string(options.seed)}, {"follow", std::string(nameOf(options.follow))}};
  for (const MergeTrait trait : options.like) parameters["like"] += (parameters["like"].empty() ? "" : ",") + std::string(nameOf(trait));
  if (options.targetHouseholds) parameters["target-households"] = toShort(*options.targetHouseholds);
  return parameters;
}

/// The unit that a person names; NotFound for what is none: it needs no renovation, or is in a district that stays.
geo::Result<std::size_t> unitCalled(const City& city, const MergeUnits& found, const std::string& name) {
  std::string called = name;
  for (const Building& building : city.buildings)
    if (!building.estateUid.empty() && (building.code == name || building.uid == name)) called = building.estateUid.str();
  const auto unit = std::find_if(found.units.begin(), found.units.end(), [&called](const MergeUnit& each) { return each.code == called || each.uid == called || each.name == called; });
  if (unit != found.units.end()) return static_cast<std::size_t>(unit - found.units.begin());
  return fail(ErrorCode::NotFound, "There is no unit " + name + " among what is merged.", "Give the code of an estate or of a scattered building that needs renovation and is in no pinned district.", {.feature = name});
}

geo::Result<void> addPairs(const City& city, const MergeOptions& options, MergeProposal& proposal) {
  for (const auto& [pairs, into] : {std::pair{&options.together, &proposal.problem.together}, std::pair{&options.apart, &proposal.problem.apart}}) {
    for (const auto& [first, second] : *pairs) {
      const auto a = unitCalled(city, proposal.units, first), b = unitCalled(city, proposal.units, second);
      if (!a || !b) return fail(!a ? a : b);
      into->emplace_back(*a, *b);
    }
  }
  return {};
}

/// Of each site: new districts first, then pinned ones.
std::vector<int> districtsOf(const MergeProposal& proposal, const MergeLand& land) {
  const std::size_t fresh = proposal.solution.districts.size();
  std::vector<int> districtOf(land.sites.size(), -1);
  for (std::size_t u = 0; u < proposal.units.units.size(); ++u) districtOf[u] = proposal.solution.placements[u].district;
  for (std::size_t s = land.firstPinned; s < land.sites.size(); ++s) districtOf[s] = static_cast<int>(fresh + s - land.firstPinned);
  return districtOf;
}

/// After every merge, by overlay.
geo::Result<void> checkBoundaries(const MergeLand& land, const std::vector<int>& districtOf, const std::vector<geo::MultiPolygon<geo::XY>>& shapes, MergeProposal& proposal, geo::Progress& progress) {
  auto found = checkShapes(land, districtOf, shapes, progress);
  if (!found) return fail(std::move(found));
  for (geo::Problem& problem : *found) {
    const auto number = static_cast<std::size_t>(std::stoul(problem.where.feature));
    problem.where.feature = number < proposal.codeOfDistrict.size() ? proposal.codeOfDistrict[number] : "";
    proposal.remarks.push_back(std::move(problem));
  }
  return {};
}

/// Units of each new district, estates first, then by households.
std::vector<std::vector<std::size_t>> byHouseholds(const MergeProposal& proposal) {
  std::vector<std::vector<std::size_t>> own(proposal.solution.districts.size());
  const auto& units = proposal.units.units;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const int district = proposal.solution.placements[u].district;
    if (district >= 0) own[static_cast<std::size_t>(district)].push_back(u);
  }
  for (auto& each : own) {
    std::stable_sort(each.begin(), each.end(), [&](std::size_t a, std::size_t b) {
      if (units[a].kind != units[b].kind) return units[a].kind == TargetKind::Estate;
      return units[a].households != units[b].households ? units[a].households > units[b].households : units[a].code < units[b].code;
    });
  }
  return own;
}

District districtOf(const MergeProposal& proposal, const std::vector<std::size_t>& own) {
  District district;
  for (std::size_t u : own) {
    const MergeUnit& unit = proposal.units.units[u];
    const bool isLead = district.members.empty();
    if (isLead) district.uid = planUidOf({"merged-district", tableOf(unit.kind), unit.uid});
    district.members.push_back({unit.kind, unit.uid, isLead ? kLead : kJoined, std::string(geo::nameOf(proposal.solution.placements[u].phase))});
  }
  std::sort(district.members.begin(), district.members.end());
  return district;
}

/// `district` goes on from `before`: those who were in it stay what they were, who comes joins them.
void keepWhatIsKnown(const District& before, District& district) {
  district.uid = before.uid;
  const auto knownAs = [&before](const Member& member) {
    return std::find_if(before.members.begin(), before.members.end(), [&member](const Member& each) { return each.kind == member.kind && each.targetUid == member.targetUid; });
  };
  const bool hasLead = std::any_of(district.members.begin(), district.members.end(), [&](const Member& member) {
    const auto known = knownAs(member);
    return known != before.members.end() && known->role == kLead;
  });
  for (Member& member : district.members) {
    const auto known = knownAs(member);
    if (known != before.members.end()) member.reason = known->reason;
    if (hasLead) member.role = known != before.members.end() ? known->role : kJoined;
  }
  std::sort(district.members.begin(), district.members.end());
}

/// In rows from the north, each from the west: how a person numbers a map.
std::vector<std::size_t> readingOrder(const std::vector<geo::MultiPolygon<geo::XY>>& shapes, std::size_t count) {
  constexpr double kRowM = 500;
  std::vector<geo::XY> centres;
  for (std::size_t d = 0; d < count; ++d) centres.push_back(geo::centroidOf(shapes[d]));
  std::vector<std::size_t> order(count);
  for (std::size_t d = 0; d < count; ++d) order[d] = d;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double rowA = -std::floor(centres[a].y / kRowM), rowB = -std::floor(centres[b].y / kRowM);
    return rowA != rowB ? rowA < rowB : centres[a].x != centres[b].x ? centres[a].x < centres[b].x : a < b;
  });
  return order;
}

std::string codeText(int number, std::size_t width) {
  std::ostringstream text;
  text << "PQ" << std::setw(static_cast<int>(width)) << std::setfill('0') << number;
  return text.str();
}

void nameDistricts(const City& city, const Plan& current, const std::vector<geo::MultiPolygon<geo::XY>>& shapes, const MergeRules& rules, MergeProposal& proposal) {
  std::set<std::string> codes, names;
  for (const District& district : current.districts) {
    if (!district.isPinned) continue;
    codes.insert(district.code);
    names.insert(district.name);
  }
  for (const auto& kept : proposal.keptFrom) {
    if (!kept) continue;
    codes.insert(current.districts[*kept].code);
    names.insert(current.districts[*kept].name);
  }
  const std::size_t count = proposal.solution.districts.size();
  const std::size_t width = count + codes.size() >= 100 ? 3 : 2;
  int next = 1;
  proposal.codeOfDistrict.resize(count);
  const auto members = byHouseholds(proposal);
  const BoundsFinder finder(city, rules.nameDistanceM);
  for (std::size_t d : readingOrder(shapes, count)) {
    District district = districtOf(proposal, members[d]);
    district.shape = shapes[d];
    const District* kept = d < proposal.keptFrom.size() && proposal.keptFrom[d] ? &current.districts[*proposal.keptFrom[d]] : nullptr;
    while (!kept && codes.contains(codeText(next, width))) ++next;
    district.code = kept ? kept->code : codeText(next++, width);
    if (kept) keepWhatIsKnown(*kept, district);
    const std::string bounds = toText(finder.boundsOf(district.shape));
    std::vector<std::string> estates;
    for (std::size_t u : members[d]) {
      if (proposal.units.units[u].kind == TargetKind::Estate) estates.push_back(proposal.units.units[u].name);
    }
    district.name = kept ? kept->name : districtName(estates, firstWayOf(bounds, district.code), names);
    district.note = "四至：" + bounds;
    proposal.codeOfDistrict[d] = district.code;
    proposal.edit.districts.push_back(std::move(district));
  }
}

void addPinned(const Plan& current, const std::vector<geo::MultiPolygon<geo::XY>>& shapes, MergeProposal& proposal) {
  std::size_t next = proposal.solution.districts.size();
  for (const District& district : current.districts) {
    if (!district.isPinned) continue;
    proposal.edit.districts.push_back(district);
    if (!district.shape.empty()) proposal.edit.districts.back().shape = shapes[next++];
  }
}

void addLeftovers(MergeProposal& proposal) {
  proposal.edit.leftovers = proposal.units.leftovers;
  for (std::size_t u = 0; u < proposal.units.units.size(); ++u) {
    if (proposal.solution.placements[u].district >= 0) continue;
    const MergeUnit& unit = proposal.units.units[u];
    proposal.edit.leftovers.push_back({unit.kind, unit.uid, std::string(geo::nameOf(proposal.solution.placements[u].reason)), leftoverText(proposal, u)});
  }
  std::sort(proposal.edit.leftovers.begin(), proposal.edit.leftovers.end());
}

void countUnits(MergeProposal& proposal) {
  for (const MergeUnit& unit : proposal.units.units) ++(unit.kind == TargetKind::Estate ? proposal.oldEstates : proposal.oldBuildings);
  for (const auto& component : proposal.solution.components) proposal.upperBound += component.upperBound;
}

void noteStraddling(const MergeLand& land, MergeProposal& proposal) {
  for (std::size_t u = 0; u < proposal.units.units.size(); ++u) {
    if (!land.cells.cells[u].isStraddling) continue;
    const MergeUnit& unit = proposal.units.units[u];
    proposal.remarks.push_back({geo::Severity::Warning, "straddles-barrier", unit.name + " lies on both sides of a barrier or sub-district line; it is merged on the side where most of it lies",
                                {.layer = tableOf(unit.kind), .feature = unit.code, .x = unit.points.front().x, .y = unit.points.front().y}});
  }
}

geo::Result<void> solve(const Plan& current, const MergeOptions& options, MergeProposal& proposal, geo::Progress& progress) {
  if (options.isFromCurrent) {
    auto merged = mergeFromCurrent(proposal.problem, proposal.units, current, progress);
    if (!merged) return fail(std::move(merged));
    proposal.solution = std::move(merged->solution);
    proposal.keptFrom = std::move(merged->keptFrom);
    proposal.moved = std::move(merged->moved);
    return {};
  }
  auto solution = geo::solveDistricts(proposal.problem, progress);
  if (!solution) return fail(std::move(solution));
  proposal.solution = std::move(*solution);
  return {};
}

/// Positions of the free districts that no unit leaves or joins, when merged from the current plan.
std::vector<std::size_t> untouchedBy(const MergeProposal& proposal) {
  std::set<int> left, joined;
  for (const geo::DistrictMove& move : proposal.moved) {
    left.insert(move.before);
    joined.insert(move.after);
  }
  std::vector<std::size_t> untouched;
  for (std::size_t d = 0; d < proposal.keptFrom.size(); ++d) {
    const auto& position = proposal.keptFrom[d];
    if (position && !joined.contains(static_cast<int>(d)) && !left.contains(static_cast<int>(*position))) untouched.push_back(*position);
  }
  return untouched;
}

/// Nothing moves: the districts as they are, ground and all.
MergeProposal asItIs(const Plan& current, MergeProposal proposal) {
  proposal.edit.districts = current.districts;
  for (const auto& position : proposal.keptFrom) proposal.codeOfDistrict.push_back(position ? current.districts[*position].code : std::string());
  proposal.keptWhole = proposal.keptFrom.size();
  addLeftovers(proposal);
  return proposal;
}

/// Merges around the districts that stay: pinned meanwhile, they keep the ground that a person may have given them.
geo::Result<MergeProposal> aroundWhatStays(const City& city, const Plan& current, const std::vector<std::size_t>& staying, const Thresholds& thresholds, const MergeOptions& options, const MergeRules& rules,
                                           const MergeProposal& whole, geo::Progress& progress) {
  Plan fenced = current;
  std::set<Uid> held;
  for (const std::size_t position : staying) {
    fenced.districts[position].isPinned = true;
    held.insert(fenced.districts[position].uid);
  }
  MergeOptions again = options;
  again.minHouseholds = thresholds.minHouseholds;
  again.maxHouseholds = thresholds.maxHouseholds;
  again.maxSpanM = thresholds.maxSpanM;
  again.maxFloorAreaM2 = thresholds.maxFloorAreaM2;
  again.onRemarks = {};   // all was said of the whole
  const auto stays = [&](const std::string& name) {
    const auto unit = unitCalled(city, whole.units, name);
    const int district = unit ? whole.solution.placements[*unit].district : -1;
    const auto& position = district < 0 ? std::nullopt : whole.keptFrom[static_cast<std::size_t>(district)];
    return position && held.contains(current.districts[*position].uid);
  };
  // Nobody joins a district that stays, so what such a pair asks holds already.
  for (auto* pairs : {&again.together, &again.apart}) std::erase_if(*pairs, [&stays](const auto& pair) { return stays(pair.first) || stays(pair.second); });
  auto around = proposeDistricts(city, fenced, again, rules, progress);
  if (!around) return around;
  for (District& district : around->edit.districts) district.isPinned = district.isPinned && !held.contains(district.uid);
  around->keptWhole += staying.size();
  around->upperBound = whole.upperBound;
  around->remarks = whole.remarks;
  return around;
}

}  // namespace

std::string_view nameOf(BoundaryFollow follow) {
  switch (follow) {
    case BoundaryFollow::Centre: return "centre";
    case BoundaryFollow::Edge: return "edge";
    case BoundaryFollow::Wall: return "wall";
    case BoundaryFollow::Parcel: return "parcel";
  }
  return {};
}

geo::Result<MergeProposal> proposeDistricts(const City& city, const Plan& current, const MergeOptions& options, const MergeRules& rules, geo::Progress& progress) {
  MergeProposal proposal;
  proposal.units = selectUnits(city, current, rules);
  proposal.remarks = proposal.units.remarks;
  if (proposal.units.units.empty()) {
    return fail(ErrorCode::Invalid, "There is nothing to merge: no estate or building needs renovation by the rule of year, tenure and flags.", "Import estates or buildings with years, or look at the leftovers of the last merge.");
  }
  const Thresholds thresholds = thresholdsFor(options, rules, proposal.units.units, proposal.remarks);
  auto land = mergeLand(city, current, proposal.units, rules, mergeLines(city, rules, options.follow, options.cuts), progress);
  if (!land) return fail(std::move(land));
  noteStraddling(*land, proposal);
  if (options.onRemarks) options.onRemarks(proposal.remarks);
  proposal.problem = problemOf(city, proposal.units, thresholds, options, rules, land->cells);
  if (auto paired = addPairs(city, options, proposal); !paired) return fail(std::move(paired));
  if (auto solved = solve(current, options, proposal, progress); !solved) return fail(std::move(solved));
  countUnits(proposal);
  proposal.edit.parameters = parametersOf(thresholds, options, rules);
  if (options.isFromCurrent) {
    if (proposal.moved.empty()) return asItIs(current, std::move(proposal));
    if (const auto staying = untouchedBy(proposal); !staying.empty()) return aroundWhatStays(city, current, staying, thresholds, options, rules, proposal, progress);
  }
  const std::vector<int> districtOf = districtsOf(proposal, *land);
  const auto shapes = shapesOf(*land, districtOf, proposal.solution.districts.size() + land->sites.size() - land->firstPinned, {city, rules, options.follow}, progress);
  if (!shapes) return fail(shapes);
  nameDistricts(city, current, *shapes, rules, proposal);
  if (auto checked = checkBoundaries(*land, districtOf, *shapes, proposal, progress); !checked) return fail(std::move(checked));
  addPinned(current, *shapes, proposal);
  std::sort(proposal.edit.districts.begin(), proposal.edit.districts.end(), [](const District& a, const District& b) { return a.code < b.code; });
  addLeftovers(proposal);
  return proposal;
}

geo::Result<std::vector<std::string>> explainUnit(const City& city, const MergeProposal& proposal, const std::string& codeOrUid) {
  const auto& units = proposal.units.units;
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (units[u].code == codeOrUid || units[u].uid == codeOrUid || units[u].name == codeOrUid) return explanationOf(proposal, u);
  }
  for (const Leftover& leftover : proposal.units.leftovers) {
    const auto isIt = [&](const auto& feature) { return feature.uid == leftover.targetUid && (feature.uid == codeOrUid || feature.code == codeOrUid); };
    if (std::any_of(city.estates.begin(), city.estates.end(), isIt) || std::any_of(city.buildings.begin(), city.buildings.end(), isIt)) return std::vector<std::string>{leftover.reasonCode + ": " + leftover.reason};
  }
  return fail(ErrorCode::NotFound, "There is no unit " + codeOrUid + " among what needs renovation.", "Give the code of an estate or of a scattered building; buildings of an estate go with it.", {.feature = codeOrUid});
}

}  // namespace pianqu::layers
