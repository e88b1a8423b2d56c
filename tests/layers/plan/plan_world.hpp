#pragma once

#include <string>

#include "geo/shape/wkt.hpp"
#include "layers/plan/plan_rules.hpp"

/// A small world for planning tests: estate E of 200 x 120 m with a slab of 40 x 12 m and one stair unit, district PQ01 around it.
namespace pianqu::layers {

inline const std::string kPlanData = PIANQU_SOURCE_DIR "/data";

inline geo::MultiPolygon<geo::XY> boxed(double x0, double y0, double x1, double y1) { return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}}; }

inline City planWorld() {
  City city;
  city.estates.push_back({.uid = "E", .code = "XQ01", .name = "梅园小区", .propertyMode = "专业物业", .households = 60, .hasPartyBranch = true, .hasSecurity = true, .hasSportSite = true, .shape = boxed(0, 0, 200, 120)});
  city.buildings.push_back({.uid = "B", .code = "L01", .estateUid = "E", .floors = 6, .households = 60, .built = 2003, .use = "住宅", .structure = "砖混", .safety = "B", .shape = boxed(80, 80, 120, 92)});
  city.buildings.push_back({.uid = "Z", .code = "L02", .floors = 3, .households = 5, .built = 1975, .use = "住宅", .structure = "砖木", .shape = boxed(220, 10, 230, 20)});
  city.entrances.push_back({.uid = "U", .code = "L01-1", .number = "1", .buildingUid = "B", .floors = 6, .perFloor = 2, .door = {100, 80}, .facade = {{98.7, 80}, {101.3, 80}}});
  city.pipes.push_back({.uid = "P", .pipeClass = "PS", .subclass = "WS", .fromUid = "", .toUid = "", .diameterMm = 300, .line = {{0, 70}, {200, 70}}});
  city.roads.push_back({.uid = "R", .name = "梅园巷", .roadClass = "巷道", .widthM = 6, .clearWidthM = 5, .line = {{{-100, 60}, {300, 60}}}});
  return city;
}

inline District planDistrict() {
  return {.uid = "D1", .code = "PQ01", .name = "梅园片区", .members = {{TargetKind::Estate, "E"}, {TargetKind::Building, "Z"}}, .shape = boxed(-50, -50, 300, 200)};
}

}  // namespace pianqu::layers
