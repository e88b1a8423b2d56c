#include "layers/ledger/boundary_tables.hpp"

#include "geo/coverage/turning_points.hpp"
#include "geo/measure/measure.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/plan/district_names.hpp"

namespace pianqu::layers {

LedgerTable turningPointLedger(const Plan& plan, const Uid& districtUid) {
  LedgerTable table{.query = "turning-points", .zh = "界址点坐标表", .en = "Turning points", .columns = {
      {"district", "片区", "District"}, {"point", "点号", "Point"}, {"north", "X（北）", "X (north)", "m", 3}, {"east", "Y（东）", "Y (east)", "m", 3},
      {"side", "至下一点边长", "Side to next", "m", 3}, {"bearing", "坐标方位角", "Grid bearing", "°", 3}}};
  for (const auto& district : plan.districts) {
    if (!districtUid.empty() && district.uid != districtUid) continue;
    for (const auto& point : geo::turningPointsOf(district.shape)) {
      table.rows.push_back({Value{district.code}, Value{point.name}, Value{point.point.y}, Value{point.point.x}, Value{point.toNextM}, Value{point.bearingDeg}});
    }
  }
  return table;
}

LedgerTable boundsLedger(const City& city, const Plan& plan, double nearM, const Uid& districtUid) {
  LedgerTable table{.query = "bounds", .zh = "片区四至表", .en = "Bounds", .columns = {
      {"district", "片区", "District"}, {"name", "片区名称", "Name"}, {"east", "东至", "East"}, {"south", "南至", "South"}, {"west", "西至", "West"}, {"north", "北至", "North"},
      {"area", "面积", "Area", "公顷", 2}, {"perimeter", "周长", "Perimeter", "m", 1}, {"corners", "界址点", "Turning points", "个"}}};
  const BoundsFinder finder(city, nearM);
  for (const auto& district : plan.districts) {
    if ((!districtUid.empty() && district.uid != districtUid) || district.shape.empty()) continue;
    const Bounds bounds = finder.boundsOf(district.shape);
    table.rows.push_back({Value{district.code}, Value{district.name}, Value{bounds.east}, Value{bounds.south}, Value{bounds.west}, Value{bounds.north}, Value{geo::areaOf(district.shape).hectares()},
                          Value{geo::perimeterOf(district.shape).value}, Value{static_cast<std::int64_t>(geo::turningPointsOf(district.shape).size())}});
  }
  return table;
}

geo::Result<double> readNameDistance(const std::string& dataFolder) {
  const auto book = RuleBook::read(dataFolder);
  if (!book) return geo::fail(book);
  const auto rule = book->find("merge.name-distance");
  if (!rule) return geo::fail(rule);
  return rule->value;
}

}  // namespace pianqu::layers
