#include "layers/rules/plan_checks.hpp"

#include <cmath>
#include <map>
#include <set>

#include "geo/coverage/check.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/feature/table.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::MultiPolygon;
using geo::Severity;
using geo::XY;
using UnitKey = std::pair<TargetKind, Uid>;

constexpr double kSplitTolerance = 0.01;  // of the unit, as the ledgers add up
constexpr double kAreaErrorPerKm2 = 0.1;  // square metres
constexpr double kStaleM2 = 0.5;          // less of a footprint outside is the width of a line

class Checker {
 public:
  Checker(const City& city, const CityIndex& index, const Plan& plan) : m_city(city), m_plan(plan), m_index(index) {}
  geo::Problems problems;

  void checkMembers() {
    for (const auto& district : m_plan.districts) {
      if (district.members.empty()) add(Severity::Refused, "district-empty", district, "district " + district.code + " has no members");
      for (const auto& member : district.members) {
        const auto known = checkUnit(m_city, m_index, member);
        if (!known) add(Severity::Refused, known.error().code == geo::ErrorCode::NotFound ? "member-unknown" : "estate-split", district, "district " + district.code + ": " + known.error().text);
        const auto [owner, isNew] = m_owners.emplace(UnitKey{member.kind, member.targetUid}, &district);
        if (!isNew) add(Severity::Refused, "member-twice", district, name(member) + " is in district " + owner->second->code + " and in " + district.code);
      }
    }
    for (const auto& leftover : m_plan.leftovers) {
      const auto owner = m_owners.find({leftover.kind, leftover.targetUid});
      if (owner != m_owners.end()) add(Severity::Refused, "leftover-placed", *owner->second, unitName(m_city, m_index, leftover.kind, leftover.targetUid) + " is left over and in district " + owner->second->code);
    }
  }

  void checkBoundaries() {
    std::set<std::string> codes;
    std::vector<MultiPolygon<XY>> shapes;
    for (const auto& district : m_plan.districts) {
      if (!codes.insert(district.code).second) add(Severity::Refused, "code-twice", district, "two districts have the code " + district.code);
      if (!district.shape.empty()) shapes.push_back(district.shape);
    }
    checkShapesOf(shapes);
    if (!geo::isCoverageValid(shapes)) problems.push_back({Severity::Refused, "coverage-broken", "the boundaries overlap or do not share their edges", {.layer = "district"}});
  }

  /// By overlay, apart from what draws boundaries.
  void checkShapesOf(const std::vector<MultiPolygon<XY>>& shapes) {
    std::vector<geo::BoundaryMembers> parts;
    std::vector<const District*> districts;
    for (const auto& district : m_plan.districts) {
      if (district.shape.empty()) continue;
      std::size_t most = 1;
      for (const auto& member : district.members) {
        if (district.shape.size() < 2) break;
        const auto pieces = geo::unionOf(groundOf(m_city, m_index, member), 0.001);
        if (pieces) most = std::max(most, pieces->size());
      }
      parts.push_back({.parts = most});
      districts.push_back(&district);
    }
    const auto report = geo::checkBoundaries(shapes, parts);
    if (!report) {
      problems.push_back({Severity::Refused, "boundary-invalid", report.error().text, {.layer = "district"}});
      return;
    }
    for (const auto& fault : report->faults) {
      const District& district = *districts[fault.shape];
      if (fault.kind == geo::BoundaryFault::Kind::Invalid) add(Severity::Refused, "boundary-invalid", district, "the boundary of district " + district.code + " crosses itself");
      if (fault.kind == geo::BoundaryFault::Kind::Multipart) add(Severity::Warning, "boundary-parts", district, "district " + district.code + " lies in " + toText(Value{fault.amount}) + " parts, and none of its members does");
    }
    if (report->errorPerKm2() > kAreaErrorPerKm2) {
      problems.push_back({Severity::Refused, "boundary-area", "the boundaries overlap: their areas add up to " + toText(Value{report->errorM2}) + " m2 more than the ground they cover", {.layer = "district"}});
    }
  }

  /// Only where the city itself has set it: the catalogue's is a colour in the ledger.
  void checkArea(double leastM2) {
    for (const auto& district : m_plan.districts) {
      const double areaM2 = geo::areaOf(district.shape).value;
      if (areaM2 < leastM2) add(Severity::Warning, "area-outside", district, "district " + district.code + " has " + toText(Value{std::floor(areaM2 / 100) / 100}) + " ha, the limit is " + toText(Value{leastM2 / 10000}) + " ha");
    }
  }

  void checkLimits(double minHouseholds, double maxHouseholds, double maxSpanM) {
    for (const auto& district : m_plan.districts) {
      double households = 0;
      std::size_t unknown = 0;
      for (const auto& member : district.members) {
        const auto count = householdsOfUnit(member);
        if (count) households += *count;
        else ++unknown;
      }
      const std::string number = toText(Value{households});
      if (unknown > 0) add(Severity::Warning, "households-unknown", district, "district " + district.code + ": households of " + std::to_string(unknown) + " members are not known");
      if (households > maxHouseholds || (households < minHouseholds && unknown == 0)) {
        add(Severity::Warning, "households-outside", district, "district " + district.code + " has " + number + " households, the limits are " + toText(Value{minHouseholds}) + " to " + toText(Value{maxHouseholds}));
      }
      if (const double span = spanOf(district); span > maxSpanM) {
        add(Severity::Warning, "span-outside", district, "district " + district.code + " spans " + toText(Value{std::round(span)}) + " m, the limit is " + toText(Value{maxSpanM}) + " m");
      }
    }
  }

  void checkShapes() {
    for (const auto& district : m_plan.districts) {
      for (const auto& member : district.members) {
        const auto outside = geo::differenceOf(footprintOf(member), district.shape);
        const double areaM2 = outside ? geo::areaOf(*outside).value : 0;
        if (areaM2 > kStaleM2) add(Severity::Warning, "shape-stale", district, name(member) + " lies partly outside the boundary of district " + district.code + " (" + toText(Value{std::round(areaM2)}) + " m2)");
      }
      const auto inside = membersInside(m_city, m_index, district.shape);
      if (!inside) continue;
      for (const auto& unit : *inside) {
        const auto owner = m_owners.find({unit.kind, unit.targetUid});
        if (owner != m_owners.end() && owner->second == &district) continue;
        const bool isElsewhere = owner != m_owners.end();
        add(isElsewhere ? Severity::Warning : Severity::Note, "unit-enclosed", district,
            name(unit) + " lies inside district " + district.code + (isElsewhere ? " and belongs to " + owner->second->code : " and belongs to no district"));
      }
    }
  }

  void checkMeasures() {
    for (const auto& measure : m_plan.measures) {
      const geo::Where where{.layer = "measure", .feature = measure.uid};
      if (!m_plan.findDistrict(measure.districtUid)) problems.push_back({Severity::Refused, "measure-lost", "measure " + measure.catalogueCode + " belongs to no district", where});
      if (std::abs(measure.quantityInside + measure.quantityOutside - measure.quantity) > kSplitTolerance) {
        problems.push_back({Severity::Refused, "split-broken", "measure " + measure.catalogueCode + ": inside and outside the red line do not add up to " + toText(Value{measure.quantity}), where});
      }
    }
  }

 private:
  void add(Severity severity, const char* code, const District& district, std::string text) {
    geo::Where where{.layer = "district", .feature = district.code};
    const geo::Box box = boxOf(district.shape);
    if (!box.isEmpty()) {
      where.x = box.centre().x;
      where.y = box.centre().y;
    }
    problems.push_back({severity, code, std::move(text), where});
  }
  std::string name(const Member& member) const { return unitName(m_city, m_index, member.kind, member.targetUid); }

  std::optional<double> householdsOfUnit(const Member& member) const {
    if (const auto at = m_index.estate(member.targetUid); at && member.kind == TargetKind::Estate) return householdsOf(m_city, m_index, m_city.estates[*at]);
    if (const auto at = m_index.building(member.targetUid); at && m_city.buildings[*at].households) return *m_city.buildings[*at].households;
    return std::nullopt;
  }

  /// Footprints only: a red line may run along a boundary that was simplified.
  /// Greatest distance between buildings of the district, middle to middle; an estate whose buildings are not known stands with its red line.
  double spanOf(const District& district) const {
    std::vector<XY> points;
    for (const auto& member : district.members) {
      const std::size_t before = points.size();
      for (const std::size_t b : buildingsOf(member)) {
        if (!m_city.buildings[b].shape.empty()) points.push_back(geo::centroidOf(m_city.buildings[b].shape));
      }
      if (points.size() > before) continue;
      for (const auto& part : groundOf(m_city, m_index, member)) points.insert(points.end(), part.outer.begin(), part.outer.end());
    }
    double span = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) span = std::max(span, geo::distance(points[i], points[j]));
    }
    return span;
  }

  std::vector<std::size_t> buildingsOf(const Member& member) const {
    if (member.kind == TargetKind::Estate) {
      const auto own = m_index.buildingsOf(member.targetUid);
      return {own.begin(), own.end()};
    }
    const auto at = m_index.building(member.targetUid);
    return at ? std::vector<std::size_t>{*at} : std::vector<std::size_t>{};
  }

  MultiPolygon<XY> footprintOf(const Member& member) const {
    MultiPolygon<XY> all;
    for (const std::size_t b : buildingsOf(member)) all.insert(all.end(), m_city.buildings[b].shape.begin(), m_city.buildings[b].shape.end());
    return all;
  }

  const City& m_city;
  const Plan& m_plan;
  const CityIndex& m_index;
  std::map<UnitKey, const District*> m_owners;
};

/// A limit as the merge wrote it into the plan, else as the catalogue has it.
geo::Result<double> limitOf(const Plan& plan, const RuleBook& rules, const std::string& key) {
  if (const auto it = plan.parameters.find(key); it != plan.parameters.end()) {
    if (const auto number = toNumber(Value{it->second})) return *number;
  }
  const auto rule = rules.find("merge." + key);
  if (!rule) return geo::fail(rule);
  return rule->value;
}

}  // namespace

geo::Result<geo::Problems> checkPlan(const City& city, const Plan& plan, const RuleBook& rules) { return checkPlan(city, CityIndex(city), plan, rules); }

geo::Result<geo::Problems> checkPlan(const City& city, const CityIndex& index, const Plan& plan, const RuleBook& rules) {
  const auto least = limitOf(plan, rules, "min-households");
  const auto most = limitOf(plan, rules, "max-households");
  const auto span = limitOf(plan, rules, "max-span");
  if (!least || !most || !span) return geo::fail(!least ? least : !most ? most : span);
  const auto area = rules.find("district.min-area");
  if (!area) return geo::fail(area);
  Checker checker(city, index, plan);
  checker.checkMembers();
  checker.checkBoundaries();
  checker.checkLimits(*least, *most, *span);
  if (area->isCitys) checker.checkArea(area->value);
  checker.checkShapes();
  checker.checkMeasures();
  return std::move(checker.problems);
}

}  // namespace pianqu::layers
