#include "layers/plan/merge_units.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {
namespace {

// Tenures that ended with the housing reform: a home of unknown year that has one is from before it.
const std::set<std::string> kReformTenures{"房改房", "直管公房", "单位自管房", "集资房"};
const std::set<std::string> kHomes{"住宅", "底商住", "商住"};

bool isDangerous(const Building& building) { return building.safety == "C" || building.safety == "D"; }

std::string numberText(double value) {
  std::string text = std::to_string(std::llround(value));
  return text;
}

/// Why something needs renovation, that it does not, or that nobody can tell.
struct Verdict {
  enum class Kind { Old, NotOld, Unknown };
  Kind kind = Kind::Unknown;
  std::string why;
};

class Selection {
 public:
  Selection(const City& city, const Plan& current, const MergeRules& rules) : m_city(city), m_index(city), m_rules(rules) {
    for (const District& district : current.districts) {
      if (!district.isPinned) continue;
      for (const Member& member : district.members) m_taken.insert(member.targetUid);
    }
    for (const Leftover& leftover : current.leftovers) {
      if (leftover.reasonCode != "by-hand") continue;
      m_byHand.insert(leftover.targetUid);
      m_found.leftovers.push_back(leftover);
    }
  }

  MergeUnits run() {
    for (std::size_t e = 0; e < m_city.estates.size(); ++e) judgeEstate(e);
    for (std::size_t b = 0; b < m_city.buildings.size(); ++b) {
      const Building& building = m_city.buildings[b];
      if (building.estateUid.empty() || !m_index.estate(building.estateUid)) judgeBuilding(b);
    }
    std::sort(m_found.units.begin(), m_found.units.end(), [](const MergeUnit& a, const MergeUnit& b) { return a.kind != b.kind ? a.kind < b.kind : a.uid < b.uid; });
    std::sort(m_found.leftovers.begin(), m_found.leftovers.end());
    return std::move(m_found);
  }

 private:
  void leave(TargetKind kind, const Uid& uid, const std::string& code, const std::string& reason) { m_found.leftovers.push_back({kind, uid, code, reason}); }

  Verdict byYear(double year, const std::string& text) const {
    const bool isOld = year <= m_rules.oldUntil;
    return {isOld ? Verdict::Kind::Old : Verdict::Kind::NotOld, "built " + text};
  }

  Verdict verdictOn(const Estate& estate, std::span<const std::uint32_t> buildings) const {
    int known = 0, old = 0, dangerous = 0, leaking = 0;
    for (std::size_t b : buildings) {
      const Building& building = m_city.buildings[b];
      known += building.built ? 1 : 0;
      old += building.built && *building.built <= m_rules.oldUntil ? 1 : 0;
      dangerous += isDangerous(building) ? 1 : 0;
      leaking += building.isRoofLeaking.value_or(false) ? 1 : 0;
    }
    if (known > 0 && 2 * old >= known) return {Verdict::Kind::Old, std::to_string(old) + " of " + std::to_string(known) + " buildings built by the end of " + std::to_string(m_rules.oldUntil)};
    if (dangerous > 0) return {Verdict::Kind::Old, std::to_string(dangerous) + " buildings of safety class C or D"};
    if (known > 0) return {Verdict::Kind::NotOld, "most buildings are newer"};
    if (estate.builtFrom && estate.builtTo && estate.builtFrom != estate.builtTo) return byYear((*estate.builtFrom + *estate.builtTo) / 2.0, std::to_string(*estate.builtFrom) + "-" + std::to_string(*estate.builtTo));
    if (estate.builtFrom) return byYear(*estate.builtFrom, std::to_string(*estate.builtFrom));
    if (estate.builtTo) return byYear(*estate.builtTo, std::to_string(*estate.builtTo));
    if (estate.drainageSystem == "合流") return {Verdict::Kind::Old, "year unknown, combined drainage"};
    if (leaking > 0) return {Verdict::Kind::Old, "year unknown, leaking roofs"};
    if (kReformTenures.contains(estate.tenure)) return {Verdict::Kind::Old, "year unknown, tenure " + estate.tenure};
    return {};
  }

  Verdict verdictOn(const Building& building) const {
    if (isDangerous(building)) return {Verdict::Kind::Old, "safety class " + building.safety};
    if (building.built) return byYear(*building.built, std::to_string(*building.built));
    if (building.isRoofLeaking.value_or(false)) return {Verdict::Kind::Old, "year unknown, leaking roof"};
    if (kReformTenures.contains(building.tenure)) return {Verdict::Kind::Old, "year unknown, tenure " + building.tenure};
    return {};
  }

  void addFloorArea(MergeUnit& unit, const Building& building) const {
    unit.floorAreaM2 += floorAreaOf(building, geo::areaOf(building.shape).value).value_or(0);
    unit.footprints.insert(unit.footprints.end(), building.shape.begin(), building.shape.end());
    if (!building.shape.empty()) unit.points.push_back(geo::centroidOf(building.shape));
  }

  /// Keeps the unit when it can be placed at all.
  void keep(MergeUnit unit, std::optional<int> households) {
    const std::string name = unit.name;
    if (unit.points.empty()) return leave(unit.kind, unit.uid, "no-geometry", name + " has neither a shape nor buildings with one");
    if (households) {
      unit.households = std::max(0, *households);
    } else if (unit.floorAreaM2 > 0) {
      unit.households = std::round(unit.floorAreaM2 / m_rules.householdAreaM2);
      unit.isEstimated = true;
      m_found.remarks.push_back({geo::Severity::Note, "households-estimated", name + ": households not known, taken as " + numberText(unit.households) + " from " + numberText(unit.floorAreaM2) + " m2 of floor area", {.feature = unit.code}});
    } else {
      return leave(unit.kind, unit.uid, "households-unknown", name + ": neither households nor floor area are known");
    }
    m_found.units.push_back(std::move(unit));
  }

  void judgeEstate(std::size_t position) {
    const Estate& estate = m_city.estates[position];
    if (m_taken.contains(estate.uid)) return;
    const auto buildings = m_index.buildingsOf(estate.uid);
    const Verdict verdict = verdictOn(estate, buildings);
    const bool isOut = verdict.kind != Verdict::Kind::Old || m_byHand.contains(estate.uid);
    if (isOut) {
      m_found.otherEstates.push_back(position);
      if (verdict.kind == Verdict::Kind::Unknown && !m_byHand.contains(estate.uid)) leave(TargetKind::Estate, estate.uid, "year-unknown", estate.name + ": no year, and no flag or tenure that tells its age");
      return;
    }
    MergeUnit unit{.kind = TargetKind::Estate, .uid = estate.uid, .code = estate.code, .name = estate.name, .why = verdict.why};
    for (std::size_t b : buildings) addFloorArea(unit, m_city.buildings[b]);
    unit.parcel = estate.shape;
    if (unit.points.empty()) {
      for (const auto& part : estate.shape) unit.points.insert(unit.points.end(), part.outer.begin(), part.outer.end());
    }
    keep(std::move(unit), householdsOf(m_city, m_index, estate));
  }

  void judgeBuilding(std::size_t position) {
    const Building& building = m_city.buildings[position];
    if (m_taken.contains(building.uid)) return;
    const bool isHome = kHomes.contains(building.use) || (building.use.empty() && building.households.value_or(0) > 0);
    const Verdict verdict = verdictOn(building);
    const bool isOut = !isHome || verdict.kind != Verdict::Kind::Old || m_byHand.contains(building.uid);
    if (isOut) {
      m_found.otherBuildings.push_back(position);
      const bool isUnclear = verdict.kind == Verdict::Kind::Unknown && (isHome || building.use.empty());
      if (isUnclear && !m_byHand.contains(building.uid)) leave(TargetKind::Building, building.uid, "year-unknown", building.code + ": no year, and no flag or tenure that tells its age");
      return;
    }
    MergeUnit unit{.kind = TargetKind::Building, .uid = building.uid, .code = building.code, .name = building.address.empty() ? building.code.str() : building.address + building.number, .why = verdict.why};
    addFloorArea(unit, building);
    keep(std::move(unit), building.households);
  }

  const City& m_city;
  CityIndex m_index;
  const MergeRules& m_rules;
  std::set<Uid> m_taken, m_byHand;
  MergeUnits m_found;
};

}  // namespace

geo::Result<MergeRules> MergeRules::read(const std::string& dataFolder, const CityProfile& profile) {
  const auto book = RuleBook::read(dataFolder, profile);
  if (!book) return geo::fail(book);
  MergeRules rules;
  double oldUntil = 0, effort = 0;
  const std::vector<std::pair<std::string, double*>> rows{{"old-until", &oldUntil}, {"min-households", &rules.minHouseholds}, {"small-city-districts", &rules.smallCityDistricts},
    {"least-min-households", &rules.leastMinHouseholds}, {"max-households", &rules.maxHouseholds}, {"max-floor-area", &rules.maxFloorAreaM2}, {"max-span", &rules.maxSpanM},
    {"gap", &rules.gapM}, {"margin", &rules.marginM}, {"rider-distance", &rules.riderM}, {"outline-spacing", &rules.spacingM}, {"simplify", &rules.simplifyM},
    {"hole", &rules.holeM2}, {"household-area", &rules.householdAreaM2}, {"name-distance", &rules.nameDistanceM}, {"effort", &effort},
    {"follow-distance", &rules.followM}, {"median", &rules.medianM}, {"dead-end", &rules.deadEndM}, {"gate", &rules.gateM}, {"parcel-margin", &rules.parcelMarginM}, {"simplify-followed", &rules.followedM},
    {"pocket", &rules.pocketM2}, {"rest-share", &rules.restShare}, {"rest", &rules.restM2}, {"sliver", &rules.sliverM2}};
  for (const auto& [key, value] : rows) {
    const auto rule = book->find("merge." + key);
    if (!rule) return geo::fail(rule);
    *value = rule->value;
  }
  if (book->find("merge.min-households")->isCitys) rules.smallCityDistricts = 0;
  rules.oldUntil = static_cast<int>(oldUntil);
  rules.effort = static_cast<int>(effort);
  const auto barriers = readCatalogueTable(dataFolder, "barriers");
  if (!barriers) return geo::fail(barriers);
  for (const CatalogueRow& row : barriers->rows) {
    const std::string& role = row.at("role");
    if (role == "barrier") rules.barriers[row.at("table")].insert(row.at("value"));
    else if (role == "guide") rules.guides[row.at("table")].insert(row.at("value"));
    else if (role == "wall") rules.walls[row.at("table")].insert(row.at("value"));
    else if (role != "none") return geo::fail(geo::ErrorCode::Invalid, "barriers.csv: role " + role + " of " + row.at("value") + " is not known.", "Use barrier, guide, wall or none.");
    if (const auto widthM = toNumber(Value{row.at("width_m")})) rules.widthsM[row.at("value")] = *widthM;
  }
  return rules;
}

MergeUnits selectUnits(const City& city, const Plan& current, const MergeRules& rules) { return Selection(city, current, rules).run(); }

}  // namespace pianqu::layers
