#include <algorithm>
#include <map>
#include <unordered_set>

#include "layers/catalogue/rows.hpp"
#include "layers/ledger/ledger.hpp"

/// Ledgers of the plan: districts, measures, lifts.
namespace pianqu::layers {
namespace {

Value count(int number) { return static_cast<std::int64_t>(number); }

struct Money { geo::Fen cost; int unpriced = 0; };

Money moneyOf(const Plan& plan, const Uid& districtUid) {
  Money money;
  for (const auto& measure : plan.measures) {
    if (!districtUid.empty() && measure.districtUid != districtUid) continue;
    if (measure.cost) money.cost += *measure.cost;
    else if (measure.action != "保留") ++money.unpriced;   // what is kept costs nothing and needs no price
  }
  return money;
}

/// 万元; unknown, not 0, while nothing has a price yet.
Value costOf(const Money& money) {
  if (money.cost.value == 0 && money.unpriced > 0) return {};
  return static_cast<double>(money.cost.value) / 1e6;
}

/// The catalogue writes m2; tables print the sign that planners read.
std::string shownUnit(const std::string& unit) { return unit == "m2" ? "㎡" : unit; }

/// Unknown, not 0, when no building tells it.
Value floorAreaOf(const Summary& s) {
  if (s.buildings > 0 && s.buildingsWithoutFloorArea == s.buildings) return {};
  return s.floorAreaM2;
}

std::vector<Value> districtRow(const std::string& code, const std::string& name, const Summary& s, const Money& money, bool hasPlan) {
  const auto old = s.oldShare();
  return {Value{code}, Value{name}, s.areaM2 > 0 ? Value{s.areaM2 / 10000} : Value{}, count(s.estates), count(s.buildings), count(s.scattered), count(s.entrances), count(s.households),
          floorAreaOf(s), old ? Value{*old * 100} : Value{}, count(s.leakingRoofs), count(s.dangerous), count(s.liftUnits), count(s.stalls),
          s.compactness > 0 ? Value{s.compactness} : Value{}, hasPlan ? costOf(money) : Value{}, hasPlan ? count(money.unpriced) : Value{}};
}

}  // namespace

geo::Result<std::vector<MeasureLabel>> readMeasureLabels(const std::string& dataFolder) {
  const auto table = readCatalogueTable(dataFolder, "measures");
  if (!table) return geo::fail(table);
  std::vector<MeasureLabel> labels;
  for (const auto& row : table->rows) labels.push_back({row.at("code"), row.at("class"), row.at("name_zh"), row.at("name_en")});
  return labels;
}

LedgerTable districtLedger(const City& city, const Plan& plan) {
  LedgerTable table{.query = "districts", .zh = "片区台账", .en = "District ledger", .columns = {
      {"code", "片区编号", "Code"}, {"name", "片区名称", "Name"}, {"area", "面积", "Area", "公顷", 2}, {"estates", "小区", "Estates", "个"}, {"buildings", "楼栋", "Buildings", "栋"},
      {"scattered", "其中零星楼", "Scattered", "栋"}, {"entrances", "单元", "Stair units", "个"}, {"households", "户数", "Households", "户"}, {"floor_area", "建筑面积", "Floor area", "㎡", 0},
      {"old_share", "2000年前占比", "Built by 2000", "%", 1}, {"leaking", "屋面渗漏", "Leaking roofs", "栋"}, {"dangerous", "C、D级", "Class C, D", "栋"}, {"lift_units", "可研究加梯单元", "Units without lift", "个"},
      {"stalls", "现有车位", "Stalls", "个"}, {"compactness", "紧凑度", "Compactness", "", 3}, {"cost", "估算", "Cost", "万元", 2}, {"unpriced", "待定价措施", "To be priced", "项"}}};
  const CityIndex index(city);
  std::unordered_set<std::size_t> isAssigned;
  std::unordered_set<Uid> assignedEstates;
  Summary assigned;
  for (const auto& district : plan.districts) {
    for (const auto& member : district.members) {
      if (member.kind == TargetKind::Estate) {
        assignedEstates.insert(member.targetUid);
        for (const std::size_t i : index.buildingsOf(member.targetUid)) isAssigned.insert(i);
      } else if (const auto i = index.building(member.targetUid)) {
        isAssigned.insert(*i);
      }
    }
    const Summary s = summarize(city, index, district);
    assigned += s;
    table.rows.push_back(districtRow(district.code, district.name, s, moneyOf(plan, district.uid), true));
  }
  std::vector<std::size_t> rest, restEstates;
  for (std::size_t i = 0; i < city.buildings.size(); ++i) if (!isAssigned.contains(i)) rest.push_back(i);
  for (std::size_t i = 0; i < city.estates.size(); ++i) if (!assignedEstates.contains(city.estates[i].uid)) restEstates.push_back(i);
  const Summary unassigned = summarize(city, index, rest, restEstates);
  Summary whole = assigned;
  whole += unassigned;
  const Money all = moneyOf(plan, {});
  table.rows.push_back(districtRow("", "已归片", assigned, all, true));
  table.rows.push_back(districtRow("", "未归片", unassigned, {}, false));
  table.rows.push_back(districtRow("", "全市", whole, all, true));
  table.totals = 3;
  return table;
}

LedgerTable measureLedger(const Plan& plan, const std::vector<MeasureLabel>& labels, const Uid& districtUid) {
  LedgerTable table{.query = "measures", .zh = "改造措施汇总表", .en = "Measures", .columns = {
      {"class", "类别", "Class"}, {"code", "编号", "Code"}, {"name", "措施", "Measure"}, {"unit", "单位", "Unit"}, {"count", "处数", "Places", "处"}, {"quantity", "工程量", "Quantity", "", 2},
      {"inside", "红线内", "Inside", "", 2}, {"outside", "红线外", "Outside", "", 2}, {"cost", "估算", "Cost", "万元", 2}, {"price", "计价", "Pricing"}}};
  struct Sum { int places = 0, unpriced = 0, kept = 0; double quantity = 0, inside = 0, outside = 0; geo::Fen cost; std::string unit; };
  std::map<std::string, Sum> sums;
  for (const auto& measure : plan.measures) {
    if (!districtUid.empty() && measure.districtUid != districtUid) continue;
    Sum& sum = sums[measure.catalogueCode];
    ++sum.places;
    sum.unit = measure.unit;
    sum.quantity += measure.quantity;
    sum.inside += measure.quantityInside;
    sum.outside += measure.quantityOutside;
    if (measure.cost) sum.cost += *measure.cost;
    else if (measure.action == "保留") ++sum.kept;
    else ++sum.unpriced;
  }
  Money total;
  for (const auto& [code, sum] : sums) {
    const auto label = std::find_if(labels.begin(), labels.end(), [&code = code](const MeasureLabel& each) { return each.code == code; });
    const bool isKept = sum.kept == sum.places;
    const std::string pricing = isKept ? "保留" : sum.unpriced == 0 ? "已计价" : sum.unpriced == sum.places ? "待定价" : "部分待定价";
    total.cost += sum.cost;
    total.unpriced += sum.unpriced;
    table.rows.push_back({label == labels.end() ? Value{} : Value{label->measureClass}, Value{code}, label == labels.end() ? Value{code} : Value{label->zh}, Value{shownUnit(sum.unit)}, count(sum.places), sum.quantity,
                          sum.inside, sum.outside, sum.unpriced == sum.places || isKept ? Value{} : Value{static_cast<double>(sum.cost.value) / 1e6}, Value{pricing}});
  }
  static const std::vector<std::string> kOrder{"基础", "完善", "提升", "安全"};
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    const auto rank = [](const Value& v) { return std::find(kOrder.begin(), kOrder.end(), toText(v)) - kOrder.begin(); };
    return rank(a[0]) < rank(b[0]);
  });
  table.rows.push_back({Value{}, {}, Value{"合计"}, {}, {}, {}, {}, {}, costOf(total), {}});
  table.totals = 1;
  return table;
}

namespace {

/// "梅园小区 3号楼" as people say it; the address of a building that stands alone, or its code.
std::string placeOf(const City& city, const CityIndex& index, const Building& building) {
  const auto estate = index.estate(building.estateUid);
  const Text& own = !building.number.empty() ? building.number : building.code;
  if (estate) return city.estates[*estate].name + " " + own;
  return building.address.empty() ? own : building.address;
}

}  // namespace

LedgerTable liftLedger(const City& city, const Plan& plan, const Uid& districtUid) {
  LedgerTable table{.query = "lifts", .zh = "加装电梯单元清单", .en = "Stair units for lifts", .columns = {
      {"district", "片区", "District"}, {"building", "楼栋编码", "Building code"}, {"entrance", "单元编码", "Stair unit code"}, {"place", "楼栋", "Building"}, {"number", "单元", "Stair unit"}, {"verdict", "结论", "Verdict"}, {"consent", "意愿", "Consent"}, {"reasons", "理由", "Reasons"}}};
  const CityIndex index(city);
  for (const auto& study : plan.liftStudies) {
    if (!districtUid.empty() && study.districtUid != districtUid) continue;
    const auto* district = plan.findDistrict(study.districtUid);
    std::string building, code = study.entranceUid, place, number, reasons;
    if (const auto e = index.entrance(study.entranceUid)) {
      const auto& entrance = city.entrances[*e];
      if (!entrance.code.empty()) code = entrance.code;
      number = entrance.number.empty() ? code : entrance.number.str();
      if (const auto b = index.building(entrance.buildingUid)) {
        building = city.buildings[*b].code;
        place = placeOf(city, index, city.buildings[*b]);
      }
    }
    for (const auto& reason : study.reasons) reasons += (reasons.empty() ? "" : "；") + reason;
    table.rows.push_back({Value{district ? district->code : ""}, Value{building}, Value{code}, Value{place}, Value{number}, Value{study.verdict}, Value{study.consent}, Value{reasons}});
  }
  std::sort(table.rows.begin(), table.rows.end());
  return table;
}

}  // namespace pianqu::layers
