#include "layers/plan/units.hpp"

#include <algorithm>
#include <tuple>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::MultiPolygon;
using geo::XY;

bool isScattered(const CityIndex& index, const Building& building) { return building.estateUid.empty() || !index.estate(building.estateUid); }

class Inside {
 public:
  Inside(const City& city, const CityIndex& index, const MultiPolygon<XY>& polygon, InsideRule rule)
      : m_city(city), m_index(index), m_polygon(polygon), m_box(boxOf(polygon)), m_rule(rule) {}

  geo::Result<bool> holds(const Building& building) const { return m_rule == InsideRule::Centroid ? hasCentre(building.shape) : hasMost(building.shape); }

  geo::Result<bool> holds(const Estate& estate) const {
    const auto buildings = m_index.buildingsOf(estate.uid);
    if (!mayHold(estate, buildings)) return false;
    if (m_rule == InsideRule::Majority) return hasMost(buildings.empty() ? estate.shape : footprints(buildings));
    if (buildings.empty()) return hasCentre(estate.shape);
    const auto count = std::count_if(buildings.begin(), buildings.end(), [this](std::size_t b) { return hasCentre(m_city.buildings[b].shape); });
    return 2 * static_cast<std::size_t>(count) > buildings.size();
  }

 private:
  bool mayHold(const Estate& estate, std::span<const std::uint32_t> buildings) const {
    return boxOf(estate.shape).intersects(m_box) || std::any_of(buildings.begin(), buildings.end(), [this](std::size_t b) { return boxOf(m_city.buildings[b].shape).intersects(m_box); });
  }
  bool hasCentre(const MultiPolygon<XY>& shape) const {
    if (shape.empty() || !boxOf(shape).intersects(m_box)) return false;
    const XY centre = geo::centroidOf(shape);
    return m_box.contains(centre) && geo::contains(m_polygon, centre);
  }
  geo::Result<bool> hasMost(const MultiPolygon<XY>& shape) const {
    if (!boxOf(shape).intersects(m_box)) return false;
    const auto common = geo::intersectionOf(shape, m_polygon);
    if (!common) return geo::fail(common);
    return 2 * geo::areaOf(*common).value > geo::areaOf(shape).value;
  }
  MultiPolygon<XY> footprints(std::span<const std::uint32_t> buildings) const {
    MultiPolygon<XY> all;
    for (const std::size_t b : buildings) all.insert(all.end(), m_city.buildings[b].shape.begin(), m_city.buildings[b].shape.end());
    return all;
  }

  const City& m_city;
  const CityIndex& m_index;
  const MultiPolygon<XY>& m_polygon;
  geo::Box m_box;
  InsideRule m_rule;
};

}  // namespace

geo::Result<std::vector<Member>> membersInside(const City& city, const CityIndex& index, const MultiPolygon<XY>& polygon, InsideRule rule) {
  const Inside inside(city, index, polygon, rule);
  std::vector<Member> members;
  for (const auto& estate : city.estates) {
    const auto isIn = inside.holds(estate);
    if (!isIn) return geo::fail(isIn);
    if (*isIn) members.push_back({TargetKind::Estate, estate.uid, "并入", "手工"});
  }
  for (const auto& building : city.buildings) {
    if (!isScattered(index, building)) continue;
    const auto isIn = inside.holds(building);
    if (!isIn) return geo::fail(isIn);
    if (*isIn) members.push_back({TargetKind::Building, building.uid, "并入", "手工"});
  }
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return std::tie(a.kind, a.targetUid) < std::tie(b.kind, b.targetUid); });
  return members;
}

Member unitOf(const CityIndex& index, const Building& building) {
  if (isScattered(index, building)) return {TargetKind::Building, building.uid, "并入", "手工"};
  return {TargetKind::Estate, building.estateUid, "并入", "手工"};
}

std::optional<Member> unitNamed(const City& city, const CityIndex& index, const Uid& uid) {
  if (index.estate(uid)) return Member{TargetKind::Estate, uid, "并入", "手工"};
  const auto building = index.building(uid);
  return building ? std::optional(unitOf(index, city.buildings[*building])) : std::nullopt;
}

MultiPolygon<XY> groundOf(const City& city, const CityIndex& index, const Member& member) {
  if (member.kind == TargetKind::Building) {
    const auto at = index.building(member.targetUid);
    return at ? city.buildings[*at].shape : MultiPolygon<XY>{};
  }
  const auto at = index.estate(member.targetUid);
  if (!at) return {};
  MultiPolygon<XY> ground = city.estates[*at].shape;
  for (const std::size_t b : index.buildingsOf(member.targetUid)) ground.insert(ground.end(), city.buildings[b].shape.begin(), city.buildings[b].shape.end());
  return ground;
}

std::string unitName(const City& city, const CityIndex& index, TargetKind kind, const Uid& uid) {
  const auto named = [&uid](const char* what, const std::string& name, const std::string& code) { return std::string(what) + " " + (!name.empty() ? name : !code.empty() ? code : uid.str()); };
  if (kind == TargetKind::Estate) {
    if (const auto at = index.estate(uid)) return named("estate", city.estates[*at].name, city.estates[*at].code);
  }
  if (kind == TargetKind::Building) {
    if (const auto at = index.building(uid)) return named("building", city.buildings[*at].code, city.buildings[*at].address);
  }
  return tableOf(kind) + " " + uid;
}

geo::Result<void> checkUnit(const City& city, const CityIndex& index, const Member& member) {
  const geo::Where where{.layer = tableOf(member.kind), .feature = member.targetUid};
  if (member.kind == TargetKind::Estate) {
    if (index.estate(member.targetUid)) return {};
    return geo::fail(ErrorCode::NotFound, "there is no estate " + member.targetUid + " in the project", "see the estates with pianqu ledger", where);
  }
  if (member.kind != TargetKind::Building) return geo::fail(ErrorCode::Invalid, "only estates and buildings can be members of a district", "", where);
  const auto at = index.building(member.targetUid);
  if (!at) return geo::fail(ErrorCode::NotFound, "there is no building " + member.targetUid + " in the project", "see the buildings with pianqu ledger", where);
  const Building& building = city.buildings[*at];
  if (isScattered(index, building)) return {};
  return geo::fail(ErrorCode::Invalid, unitName(city, index, TargetKind::Building, building.uid) + " belongs to " + unitName(city, index, TargetKind::Estate, building.estateUid) + ", and estates stay whole",
                   "assign the estate", where);
}

}  // namespace pianqu::layers
