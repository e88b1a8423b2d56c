#include "layers/plan/parking_plan.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/parking/equip.hpp"
#include "geo/parking/free_space.hpp"
#include "geo/parking/verify.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/parking_measures.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::XY;
using geo::XYGeometry;

constexpr std::size_t kEntrancesTried = 2;

XYGeometry shapeOf(const geo::MultiPolygon<XY>& shape) { return shape.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Polygons{shape}}; }
XYGeometry shapeOf(const geo::MultiLine<XY>& lines) { return lines.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Lines{lines}}; }
XYGeometry shapeOf(XY point) { return {XYGeometry::Points{{point}}}; }

/// Everything that keeps stalls off in an estate.
std::vector<geo::Obstacle> obstaclesOf(const geo::Box& extent, const PlanIndex& index, const ParkingRules& rules, const ParkingProfile& profile) {
  const City& city = index.city();
  std::vector<geo::Obstacle> obstacles;
  for (const std::size_t i : index.buildings.find(extent.grownBy(profile.timberBuildingM))) {
    const bool isTimber = city.buildings[i].structure.view().find("木") != std::string_view::npos;
    obstacles.push_back({shapeOf(city.buildings[i].shape), isTimber ? profile.timberBuildingM : profile.buildingM});
  }
  for (const std::size_t i : index.entrances.find(extent.grownBy(rules.apronM))) obstacles.push_back({shapeOf(city.entrances[i].door), rules.apronM});
  for (const std::size_t i : index.roads.find(extent.grownBy(rules.fireLaneM / 2))) {
    const Road& road = city.roads[i];
    const double width = road.clearWidthM ? *road.clearWidthM : road.widthM.value_or(0);
    obstacles.push_back({shapeOf(road.line), std::max(width, rules.fireLaneM) / 2});
  }
  for (const std::size_t i : index.barriers.find(extent.grownBy(rules.wallM))) {
    const bool isGate = city.barriers[i].kind == "门";
    obstacles.push_back({shapeOf(city.barriers[i].line), isGate ? rules.fireLaneM / 2 : rules.wallM});
  }
  for (const std::size_t i : index.trees.find(extent.grownBy(rules.ancientTreeM))) {
    obstacles.push_back({shapeOf(city.trees[i].point), city.trees[i].isProtected.value_or(false) ? rules.ancientTreeM : rules.treeM});
  }
  // Greens count as protected until somebody says that they are not.
  for (const std::size_t i : index.greens.find(extent)) {
    if (city.greens[i].isProtected.value_or(true)) obstacles.push_back({shapeOf(city.greens[i].shape), 0});
  }
  for (const std::size_t i : index.waters.find(extent)) obstacles.push_back({shapeOf(city.waters[i].shape), rules.wallM});
  for (const std::size_t i : index.stalls.find(extent)) obstacles.push_back({shapeOf(city.stalls[i].shape), 0});
  for (const std::size_t i : index.illegalStructures.find(extent)) obstacles.push_back({shapeOf(city.illegalStructures[i].shape), 0});
  return obstacles;
}

/// A verified layout with the part it lies in.
struct LaidOut {
  geo::Layout layout;
  std::vector<geo::Polygon<XY>> lanes;   ///< existing lanes that serve it
};

geo::Result<std::vector<LaidOut>> besideLanes(const geo::Polygon<XY>& part, const PlanIndex& index, const ParkingRules& rules) {
  std::vector<LaidOut> laid;
  std::vector<geo::Polygon<XY>> taken;
  for (const LaneEdge& edge : laneEdgesOf(part, index, rules)) {
    auto layout = geo::layOutBeside(part, edge.from, edge.to, edge.clearWidthM, rules.stalls);
    const bool isFree = std::none_of(layout.stalls.begin(), layout.stalls.end(), [&taken](const auto& stall) {
      return std::any_of(taken.begin(), taken.end(), [&stall](const auto& other) { return geo::boxOf(stall).intersects(geo::boxOf(other)) && geo::intersects({stall}, {other}); });
    });
    if (layout.stalls.empty() || !isFree) continue;
    taken.insert(taken.end(), layout.stalls.begin(), layout.stalls.end());
    laid.push_back({std::move(layout), {edge.lane}});
  }
  return laid;
}

int stallsIn(const std::vector<LaidOut>& laid) {
  int count = 0;
  for (const LaidOut& each : laid) count += static_cast<int>(each.layout.stalls.size());
  return count;
}

class EstateParking {
 public:
  EstateParking(const DistrictScope& scope, const PlanIndex& index, const ParkingRules& rules, const geo::Progress& progress) : m_scope(scope), m_index(index), m_rules(rules), m_progress(progress) {}

  /// `owner`: the estate whose ground `site` is; empty: ground around scattered buildings.
  geo::Result<void> add(const geo::MultiPolygon<XY>& site, const Uid& owner, const ParkingProfile& profile, DistrictParking& parking) {
    const auto free = geo::freeSpaceOf(site, obstaclesOf(geo::boxOf(site), m_index, m_rules, profile), m_rules.stalls.parallelDepthM);
    if (!free) return fail(free);
    for (const auto& part : *free) {
      LotReport report{owner, profile.name, geo::areaOf(part).value};
      const double least = m_rules.minStalls * m_rules.stalls.parallelLengthM * m_rules.stalls.parallelDepthM;
      if (report.areaM2 < std::min(least, m_rules.minStalls * m_rules.stalls.stallWidthM * m_rules.stalls.stallDepthM)) continue;
      report.bound = geo::rowBound(report.areaM2, m_rules.stalls);
      if (m_progress.isCancelled()) return fail(ErrorCode::Cancelled, "planning was stopped");
      auto laid = bestOf(part, report);
      if (!laid) return fail(std::move(laid));
      if (auto added = keep(part, *laid, report, parking); !added) return fail(std::move(added));
      parking.lots.push_back(std::move(report));
    }
    return {};
  }

  const Uid& estateOf(std::size_t study) const { return m_estateOf[study]; }
  const std::vector<geo::StallKind>& kindsOf(std::size_t study) const { return m_kinds[study]; }

 private:
  geo::Result<std::vector<LaidOut>> bestOf(const geo::Polygon<XY>& part, LotReport& report) {
    auto best = besideLanes(part, m_index, m_rules);
    if (!best) return best;
    report.isBesideLane = !best->empty();
    const auto entrances = entrancesOf(part, m_index, m_rules, kEntrancesTried);
    if (entrances.empty() && best->empty()) report.reason = "no gate or lane within " + std::to_string(std::lround(m_rules.accessMaxM)) + " m that cars can come from";
    std::vector<XY> inside;
    for (const LotEntrance& entrance : entrances) inside.push_back(entrance.inside);
    auto layout = geo::layOut(part, inside, m_rules.stalls);
    if (!layout) return fail(std::move(layout));
    if (static_cast<int>(layout->stalls.size()) > stallsIn(*best)) {
      *best = {{std::move(*layout), {}}};
      report.isBesideLane = false;
    }
    return best;
  }

  geo::Result<void> keep(const geo::Polygon<XY>& part, std::vector<LaidOut>& laid, LotReport& report, DistrictParking& parking) {
    const int found = stallsIn(laid);
    if (found < m_rules.minStalls) {
      if (report.reason.empty()) report.reason = found == 0 ? "no aisle and stall fit" : "only " + std::to_string(found) + " stalls";
      return {};
    }
    const std::vector<XY> doors = doorsNear(part);
    for (LaidOut& each : laid) {
      geo::separateGroups(each.layout, m_rules.equip);
      auto kinds = geo::equip(each.layout, part, doors, m_rules.equip);
      const auto problems = geo::verifyLayout(each.layout, {{part}, each.lanes}, m_rules.stalls);
      if (!problems) return fail(problems);
      if (!problems->empty()) {
        report.reason = "a layout failed verification (" + problems->front().code + ") and is left out";
        continue;
      }
      ParkingStudy study{.districtUid = m_scope.district->uid, .profile = report.profile, .entrance = each.layout.entrance, .freeSpace = {part}, .aisles = each.layout.aisles, .stalls = each.layout.stalls, .isVerified = true};
      if (const auto turns = geo::findTightTurns(each.layout, each.lanes, m_rules.car); !turns.empty()) {
        report.reason = std::to_string(turns.size()) + " corners of the aisles are too tight to get round in one go";
      }
      study.uid = uidFor("parking" + study.districtUid + report.estateUid + study.profile + std::to_string(parking.studies.studies.size()));
      report.stalls += static_cast<int>(study.stalls.size());
      m_estateOf.push_back(report.estateUid);
      m_kinds.push_back(std::move(kinds));
      parking.studies.studies.push_back(std::move(study));
    }
    if (report.stalls > m_rules.oneExitMax) report.reason = "more than " + std::to_string(m_rules.oneExitMax) + " stalls: a second exit is required";
    return {};
  }

  /// Doors of stair units from which the lot is used.
  std::vector<XY> doorsNear(const geo::Polygon<XY>& part) const {
    constexpr double kWalkM = 60;
    std::vector<XY> doors;
    for (const std::size_t i : m_index.entrances.find(geo::boxOf(part).grownBy(kWalkM))) doors.push_back(m_index.city().entrances[i].door);
    return doors;
  }

  const DistrictScope& m_scope;
  const PlanIndex& m_index;
  const ParkingRules& m_rules;
  const geo::Progress& m_progress;
  std::vector<std::vector<geo::StallKind>> m_kinds;   ///< of each study
  std::vector<Uid> m_estateOf;   ///< of each study
};

ParkingBalance balanceOf(const DistrictScope& scope, const PlanIndex& index, const ParkingRules& rules, const CityIndex& positions) {
  const City& city = index.city();
  ParkingBalance balance;
  for (const std::size_t at : scope.estates) {
    const Estate& estate = city.estates[at];
    if (const auto households = householdsOf(city, positions, estate)) balance.households += *households;
    else ++balance.estatesWithoutHouseholds;
    int drawn = 0;
    for (const std::size_t i : index.stalls.find(geo::boxOf(estate.shape))) drawn += geo::contains(estate.shape, geo::centroidOf(city.stalls[i].shape)) ? 1 : 0;
    balance.existing += drawn > 0 ? drawn : estate.stalls.value_or(0);
  }
  for (const std::size_t at : scope.buildings) {
    if (!index.estate(city.buildings[at].estateUid)) balance.households += city.buildings[at].households.value_or(0);
  }
  balance.demand = static_cast<int>(std::ceil(balance.households * rules.demandPerHousehold - 1e-9));
  return balance;
}

}  // namespace

int ParkingBalance::gap(const std::string& profile) const {
  const auto it = std::find_if(added.begin(), added.end(), [&profile](const auto& entry) { return entry.first == profile; });
  return demand - existing - (it == added.end() ? 0 : it->second);
}

geo::Result<DistrictParking> planParking(const DistrictScope& scope, const PlanIndex& index, const RedLines& redLines, const ParkingRules& rules, const std::string& profile,
                                         const geo::Progress& progress) {
  if (rules.find(profile) == nullptr) {
    std::string names;
    for (const ParkingProfile& each : rules.profiles) names += (names.empty() ? "" : ", ") + each.name;
    return fail(ErrorCode::NotFound, "no parking profile \"" + profile + "\"", "choose one of " + names);
  }
  const Uid& district = scope.district->uid;
  DistrictParking parking{{district, {}}, {district, "parking", {}}, {}, {}};
  const auto scattered = scatteredGroundOf(scope, index, rules);
  if (!scattered) return fail(scattered);
  EstateParking estates(scope, index, rules, progress);
  for (const ParkingProfile& each : rules.profiles) {
    for (const std::size_t at : scope.estates) {
      const Estate& estate = index.city().estates[at];
      if (auto added = estates.add(estate.shape, estate.uid, each, parking); !added) return fail(std::move(added));
    }
    if (scattered->empty()) continue;
    if (auto added = estates.add(*scattered, {}, each, parking); !added) return fail(std::move(added));
  }
  parking.balance = balanceOf(scope, index, rules, index.positions());
  for (const ParkingProfile& each : rules.profiles) parking.balance.added.emplace_back(each.name, 0);
  for (std::size_t i = 0; i < parking.studies.studies.size(); ++i) {
    const ParkingStudy& study = parking.studies.studies[i];
    for (auto& [name, count] : parking.balance.added) count += name == study.profile ? static_cast<int>(study.stalls.size()) : 0;
    if (study.profile != profile) continue;
    auto measures = parkingMeasuresOf(study, estates.kindsOf(i), estates.estateOf(i), redLines);
    if (!measures) return fail(std::move(measures));
    for (Measure& measure : *measures) parking.measures.measures.push_back(std::move(measure));
  }
  return parking;
}

}  // namespace pianqu::layers
