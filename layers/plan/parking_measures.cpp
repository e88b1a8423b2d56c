#include "layers/plan/parking_measures.hpp"

#include <algorithm>
#include <string>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::layers {

using geo::fail;
using geo::XY;
using geo::XYGeometry;

geo::Result<geo::MultiPolygon<XY>> scatteredGroundOf(const DistrictScope& scope, const PlanIndex& index, const ParkingRules& rules) {
  const City& city = index.city();
  geo::MultiPolygon<XY> houses, taken;
  for (const std::size_t at : scope.buildings) {
    if (!index.estate(city.buildings[at].estateUid)) houses.insert(houses.end(), city.buildings[at].shape.begin(), city.buildings[at].shape.end());
  }
  if (houses.empty()) return houses;
  const auto around = geo::bufferOf(houses, rules.scatteredReachM);
  if (!around) return fail(around);
  auto inside = geo::intersectionOf(*around, scope.district->shape);
  if (!inside || inside->empty()) return inside;
  const geo::Box box = geo::boxOf(*inside);
  for (const std::size_t i : index.estates.find(box)) taken.insert(taken.end(), city.estates[i].shape.begin(), city.estates[i].shape.end());
  for (const std::size_t i : index.roads.find(box)) {
    const double width = city.roads[i].widthM.value_or(city.roads[i].clearWidthM.value_or(0));
    const auto surface = geo::bufferOf(city.roads[i].line, std::max(width, rules.fireLaneM) / 2, {.join = geo::BufferOptions::Join::Mitre, .isFlatEnded = true});
    if (!surface) return fail(surface);
    taken.insert(taken.end(), surface->begin(), surface->end());
  }
  if (taken.empty()) return inside;
  const auto all = geo::unionOf(taken);
  if (!all) return fail(all);
  return geo::differenceOf(*inside, *all);
}

namespace {

/// A measure at the estate, or at the district itself, split by where its points lie.
geo::Result<Measure> measureAt(const std::string& code, const ParkingStudy& study, const Uid& estate, const XYGeometry::Points& middles, const RedLines& redLines) {
  const bool isOfEstate = !estate.empty();
  Measure measure{.uid = uidFor(code + study.uid), .districtUid = study.districtUid, .catalogueCode = code, .targetKind = isOfEstate ? TargetKind::Estate : TargetKind::District,
                  .targetUid = isOfEstate ? estate : study.districtUid, .action = "新建", .geometry = {middles}, .quantity = static_cast<double>(middles.points.size()), .origin = "parking", .note = study.profile};
  const auto split = redLines.split({middles}, measure.quantity);
  if (!split) return fail(split);
  measure.quantityInside = split->inside;
  measure.quantityOutside = split->outside;
  return measure;
}

}  // namespace

geo::Result<std::vector<Measure>> parkingMeasuresOf(const ParkingStudy& study, const std::vector<geo::StallKind>& kinds, const Uid& estate, const RedLines& redLines) {
  XYGeometry::Points middles, charging, accessible;
  for (std::size_t i = 0; i < study.stalls.size(); ++i) {
    const XY middle = geo::centroidOf(study.stalls[i]);
    middles.points.push_back(middle);
    if (kinds[i] == geo::StallKind::Charging) charging.points.push_back(middle);
    if (kinds[i] == geo::StallKind::Accessible) accessible.points.push_back(middle);
  }
  auto stalls = measureAt("TC-01", study, estate, middles, redLines);
  if (!stalls) return fail(std::move(stalls));
  stalls->geometry = {XYGeometry::Polygons{study.stalls}};
  if (!accessible.points.empty()) stalls->note += "; 其中无障碍" + std::to_string(accessible.points.size()) + "个";
  if (!charging.points.empty()) stalls->note += "; 其中充电" + std::to_string(charging.points.size()) + "个";
  std::vector<Measure> measures{std::move(*stalls)};
  struct Extra { const char* code; const XYGeometry::Points& places; const char* note; };
  for (const Extra& extra : {Extra{"CD-02", charging, "停车位充电设施"}, Extra{"WZ-01", accessible, "无障碍停车位"}}) {
    if (extra.places.points.empty()) continue;
    auto measure = measureAt(extra.code, study, estate, extra.places, redLines);
    if (!measure) return fail(std::move(measure));
    measure->note = std::string(extra.note) + "; " + study.profile;
    measures.push_back(std::move(*measure));
  }
  return measures;
}

}  // namespace pianqu::layers
