#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "geo/measure/measure.hpp"
#include "layers/ledger/ledger.hpp"

/// Ledgers of what was imported: estates, buildings, and the members of districts.
namespace pianqu::layers {
namespace {

Value known(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
Value known(std::optional<int> number) { return number ? Value{static_cast<std::int64_t>(*number)} : Value{}; }
Value known(std::optional<double> number) { return number ? Value{*number} : Value{}; }
Value count(int number) { return static_cast<std::int64_t>(number); }

/// District code by uid of estate or building.
std::unordered_map<Uid, std::string> districtCodes(const Plan& plan) {
  std::unordered_map<Uid, std::string> codes;
  for (const auto& district : plan.districts) for (const auto& member : district.members) codes.emplace(member.targetUid, district.code);
  return codes;
}

Value codeOf(const std::unordered_map<Uid, std::string>& codes, const Uid& uid, const Uid& ownerUid = {}) {
  auto it = codes.find(uid);
  if (it == codes.end() && !ownerUid.empty()) it = codes.find(ownerUid);
  return it == codes.end() ? Value{} : Value{it->second};
}

std::string yearsOf(const Estate& estate) {
  if (!estate.builtFrom && !estate.builtTo) return {};
  if (!estate.builtTo || estate.builtFrom == estate.builtTo) return std::to_string(*(estate.builtFrom ? estate.builtFrom : estate.builtTo));
  if (!estate.builtFrom) return std::to_string(*estate.builtTo);
  return std::to_string(*estate.builtFrom) + "–" + std::to_string(*estate.builtTo);
}

}  // namespace

LedgerTable estateLedger(const City& city, const Plan& plan) {
  LedgerTable table{.query = "estates", .zh = "小区台账", .en = "Estate ledger", .columns = {
      {"code", "小区编码", "Code"}, {"name", "小区名称", "Name"}, {"district", "片区", "District"}, {"street", "街道", "Sub-district"}, {"community", "社区", "Community"},
      {"built", "建成年份", "Built"}, {"land_area", "用地面积", "Land area", "㎡", 0}, {"buildings", "楼栋数", "Buildings", "栋"}, {"entrances", "单元数", "Stair units", "个"},
      {"households", "户数", "Households", "户"}, {"floor_area", "建筑面积", "Floor area", "㎡", 0}, {"old", "2000年前楼栋", "Built by 2000", "栋"},
      {"leaking", "屋面渗漏", "Leaking roofs", "栋"}, {"dangerous", "C、D级", "Class C, D", "栋"}, {"stalls", "现有车位", "Stalls", "个"}, {"drainage", "排水体制", "Drainage"},
      {"property", "物业管理", "Property management"}}};
  const CityIndex index(city);
  const auto codes = districtCodes(plan);
  Summary total;
  double land = 0;
  for (std::size_t i = 0; i < city.estates.size(); ++i) {
    const auto& estate = city.estates[i];
    const auto own = index.buildingsOf(estate.uid);
    const Summary s = summarize(city, index, {own.begin(), own.end()}, {i});
    const double area = geo::areaOf(estate.shape).value;
    land += area;
    total += s;
    table.rows.push_back({known(estate.code), known(estate.name), codeOf(codes, estate.uid), known(estate.street), known(estate.community), known(yearsOf(estate)), area,
                          count(s.buildings), count(s.entrances), known(householdsOf(city, index, estate)), s.floorAreaM2, count(s.builtBefore2001), count(s.leakingRoofs), count(s.dangerous),
                          known(estate.stalls), known(estate.drainageSystem), known(estate.propertyMode)});
  }
  std::sort(table.rows.begin(), table.rows.end());
  table.rows.push_back({Value{}, Value{"合计"}, {}, {}, {}, {}, land, count(total.buildings), count(total.entrances), count(total.households), total.floorAreaM2, count(total.builtBefore2001),
                        count(total.leakingRoofs), count(total.dangerous), count(total.stalls), {}, {}});
  table.totals = 1;
  return table;
}

LedgerTable buildingLedger(const City& city, const Plan& plan) {
  LedgerTable table{.query = "buildings", .zh = "楼栋台账", .en = "Building ledger", .columns = {
      {"code", "楼栋编码", "Code"}, {"number", "楼号", "Number"}, {"estate", "小区", "Estate"}, {"district", "片区", "District"}, {"use", "用途", "Use"}, {"built", "建成年份", "Built"},
      {"floors", "层数", "Storeys", "层"}, {"entrances", "单元数", "Stair units", "个"}, {"households", "户数", "Households", "户"}, {"footprint", "基底面积", "Footprint", "㎡", 1},
      {"floor_area", "建筑面积", "Floor area", "㎡", 0}, {"structure", "结构类型", "Structure"}, {"tenure", "产权类别", "Ownership"}, {"safety", "房屋安全等级", "Safety class"}}};
  const CityIndex index(city);
  const auto codes = districtCodes(plan);
  for (const auto& building : city.buildings) {
    const auto estate = index.estate(building.estateUid);
    const double footprint = geo::areaOf(building.shape).value;
    table.rows.push_back({known(building.code), known(building.number), estate ? known(city.estates[*estate].name) : Value{"独栋、零星楼"}, codeOf(codes, building.uid, building.estateUid),
                          known(building.use), known(building.built), known(building.floors), count(static_cast<int>(index.entrancesOf(building.uid).size())), known(building.households), footprint,
                          known(floorAreaOf(building, footprint)), known(building.structure), known(building.tenure), known(building.safety)});
  }
  std::sort(table.rows.begin(), table.rows.end());
  return table;
}

LedgerTable memberLedger(const City& city, const CityIndex& index, const District& district) {
  LedgerTable table{.query = "members", .zh = district.name + "成员表", .en = "Members of " + district.code, .columns = {
      {"no", "序号", "No."}, {"kind", "类别", "Kind"}, {"name", "名称", "Name"}, {"built", "建成年份", "Built"}, {"buildings", "楼栋", "Buildings", "栋"}, {"households", "户数", "Households", "户"},
      {"floor_area", "建筑面积", "Floor area", "㎡", 0}, {"role", "归并", "Role"}}};
  Summary total;
  for (const auto& member : district.members) {
    Summary s;
    std::string kind = "独栋", name, built;
    if (const auto estate = index.estate(member.targetUid); member.kind == TargetKind::Estate && estate) {
      const auto own = index.buildingsOf(member.targetUid);
      s = summarize(city, index, {own.begin(), own.end()}, {*estate});
      kind = "小区";
      name = city.estates[*estate].name;
      built = yearsOf(city.estates[*estate]);
    } else if (const auto position = index.building(member.targetUid)) {
      const auto& building = city.buildings[*position];
      s = summarize(city, index, {*position});
      name = !building.address.empty() ? building.address : building.code;
      built = building.built ? std::to_string(*building.built) : "";
    }
    total += s;
    table.rows.push_back({count(static_cast<int>(table.rows.size()) + 1), Value{kind}, known(name), known(built), count(s.buildings), count(s.households), s.floorAreaM2, known(member.role)});
  }
  table.rows.push_back({Value{}, {}, Value{"合计"}, {}, count(total.buildings), count(total.households), total.floorAreaM2, {}});
  table.totals = 1;
  return table;
}

namespace {

/// In the words of a sheet; a code that has none stays.
std::string causeOf(const std::string& code) {
  constexpr std::array kCauses{std::pair{"component-below-minimum", "可相连单元合计不足最少户数"}, std::pair{"unit-too-big", "自身超过最多户数或最大跨度"}, std::pair{"no-room", "相邻片区已满"},
                               std::pair{"year-unknown", "建成年份不详"}, std::pair{"households-unknown", "户数和建筑面积不详"}, std::pair{"by-hand", "人工移出"}};
  for (const auto& [key, zh] : kCauses) if (code == key) return zh;
  return code;
}

}  // namespace

LedgerTable leftoverLedger(const City& city, const Plan& plan) {
  LedgerTable table{.query = "leftovers", .zh = "未归片清单", .en = "Left over", .columns = {{"kind", "类别", "Kind"}, {"code", "编码", "Code"}, {"name", "名称", "Name"}, {"cause", "原因", "Cause"}, {"reason", "原因代码", "Reason"}, {"text", "说明", "Explanation"}}};
  const CityIndex index(city);
  for (const auto& leftover : plan.leftovers) {
    const bool isEstate = leftover.kind == TargetKind::Estate;
    const auto position = isEstate ? index.estate(leftover.targetUid) : index.building(leftover.targetUid);
    const std::string code = !position ? leftover.targetUid : isEstate ? city.estates[*position].code : city.buildings[*position].code;
    const std::string name = !position ? "" : isEstate ? city.estates[*position].name : city.buildings[*position].address;
    table.rows.push_back({Value{isEstate ? "小区" : "独栋"}, known(code), known(name), known(causeOf(leftover.reasonCode)), known(leftover.reasonCode), known(leftover.reason)});
  }
  return table;
}

}  // namespace pianqu::layers
