#pragma once

#include "layers/plan/plan.hpp"

/// A hand-made quarter for sheets: two estates, single buildings, streets, drainage with a misconnection, and one district with measures of
/// every kind. 400 m by 300 m around 500 500, 3 300 500.
namespace pianqu::layers::test {

inline geo::MultiPolygon<geo::XY> rectangle(double x, double y, double width, double height) {
  x += 500300;
  y += 3300300;
  return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}
inline geo::XY place(double x, double y) { return {500300 + x, 3300300 + y}; }

inline City smallCity() {
  City city;
  city.estates.push_back({.uid = "e1", .code = "XQ001", .name = "梅园小区", .households = 96, .shape = rectangle(20, 40, 150, 180)});
  city.estates.push_back({.uid = "e2", .code = "XQ002", .name = "酱品厂小区", .households = 48, .shape = rectangle(190, 40, 120, 180)});
  int number = 0;
  const auto building = [&](const char* estate, double x, double y, int floors, int year) {
    const std::string text = std::to_string(++number);
    city.buildings.push_back({.uid = "b" + text, .code = "LD" + text, .number = text, .estateUid = estate, .floors = floors, .entrances = 3, .households = 36, .built = year,
                              .isRoofLeaking = number % 2 == 0, .use = "住宅", .structure = "砖混", .shape = rectangle(x, y, 48, 12)});
    city.entrances.push_back({.uid = "u" + text, .code = "LD" + text + "-1", .number = "1", .buildingUid = "b" + text, .floors = floors, .door = place(x + 8, y)});
  };
  for (int row = 0; row < 5; ++row) building("e1", 30, 52 + row * 33, 6, 1985 + row * 4);
  for (int row = 0; row < 5; ++row) building("e1", 100, 52 + row * 33, 6, 1978 + row * 4);
  for (int row = 0; row < 5; ++row) building("e2", 200, 52 + row * 33, 5, 1995);
  building("", 330, 60, 4, 1975);
  building("", 330, 100, 3, 0);
  city.buildings.back().built.reset();
  city.roads.push_back({.uid = "r1", .name = "人民路", .roadClass = "主干路", .widthM = 30, .line = {{place(-120, 20), place(450, 20)}}});
  city.roads.push_back({.uid = "r2", .name = "梅园巷", .roadClass = "巷道", .widthM = 5, .line = {{place(180, 20), place(180, 240)}}});
  city.waters.push_back({"w1", "云水河", "河流", rectangle(-120, 235, 560, 40)});
  city.greens.push_back({"g1", "绿地", false, rectangle(255, 60, 40, 60)});
  city.trees.push_back({.uid = "t1", .species = "樟", .point = place(90, 80)});
  const auto pipe = [&](const char* uid, const char* subclass, geo::XY from, geo::XY to) {
    Pipe value{.uid = uid, .code = uid, .pipeClass = "PS", .subclass = subclass, .diameterMm = 300, .flow = 1, .line = {from, to}};
    city.pipes.push_back(value);
    city.pipeNodes.push_back({.uid = std::string(uid) + "n", .code = std::string(uid) + "井", .pipeClass = "PS", .subclass = subclass, .attachment = "检查井", .point = from});
  };
  pipe("Y1", "YS", place(85, 205), place(85, 120));
  pipe("Y2", "YS", place(85, 120), place(85, 30));
  pipe("W1", "WS", place(90, 205), place(90, 30));
  pipe("H1", "HS", place(186, 210), place(186, 120));
  pipe("H2", "HS", place(186, 120), place(186, 30));
  city.outfalls.push_back({.uid = "o1", .code = "雨1", .kind = "市政雨水", .point = place(85, 28)});
  return city;
}

inline Plan smallPlan() {
  Plan plan;
  District district{.uid = "d1", .code = "PQ01", .name = "梅园片区", .shape = rectangle(15, 35, 370, 195)};
  district.members = {{TargetKind::Estate, "e1", "主体", "手工"}, {TargetKind::Estate, "e2", "并入", "手工"}, {TargetKind::Building, "b16", "并入", "手工"}, {TargetKind::Building, "b17", "并入", "手工"}};
  plan.districts.push_back(district);
  const auto measure = [&](const char* uid, const char* code, TargetKind kind, const char* target, geo::XYGeometry shape, double quantity, const char* unit) {
    Measure value{.uid = uid, .districtUid = "d1", .catalogueCode = code, .targetKind = kind, .targetUid = target, .action = "新建", .geometry = std::move(shape), .quantity = quantity, .quantityInside = quantity, .unit = unit};
    plan.measures.push_back(value);
  };
  using G = geo::XYGeometry;
  measure("m1", "PS-01", TargetKind::None, "", G{G::Lines{{{place(176, 210), place(176, 30)}}}}, 180, "m");
  measure("m2", "PS-06", TargetKind::Pipe, "H1", G{G::Lines{{{place(186, 210), place(186, 120)}}}}, 90, "m");
  measure("m3", "PS-05", TargetKind::Pipe, "H2", G{G::Lines{{{place(186, 120), place(186, 30)}}}}, 90, "m");
  measure("m4", "PS-07", TargetKind::None, "", G{G::Points{{place(186, 120)}}}, 1, "处");
  measure("m5", "WM-01", TargetKind::Building, "b2", G{G::Polygons{rectangle(30, 85, 48, 12)}}, 576, "m2");
  plan.measures[0].cost = geo::Fen{16200000};
  plan.liftStudies.push_back({"l1", "d1", "u1", "可行", {"北侧间距 21 m"}, "满足", rectangle(36, 49.8, 2.2, 2.4), {}});
  plan.liftStudies.push_back({"l2", "d1", "u2", "不可行", {"井道压燃气管"}, "待定", {}, {}});
  ParkingStudy parking{.uid = "p1", .districtUid = "d1", .profile = "strict-50067", .entrance = place(258, 150), .aisles = rectangle(258, 150, 6, 45)};
  for (int i = 0; i < 16; ++i) parking.stalls.push_back(rectangle(264, 150 + i * 2.5, 5.3, 2.4).front());
  plan.parkingStudies.push_back(parking);
  return plan;
}

}  // namespace pianqu::layers::test
