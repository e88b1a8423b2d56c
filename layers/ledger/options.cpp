#include "layers/ledger/options.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

Value count(std::size_t n) { return Value{static_cast<std::int64_t>(n)}; }

std::vector<std::size_t> buildingsIn(const CityIndex& index, const District& district) {
  std::vector<std::size_t> buildings;
  for (const auto& member : district.members) {
    if (member.kind == TargetKind::Estate) {
      const auto own = index.buildingsOf(member.targetUid);
      buildings.insert(buildings.end(), own.begin(), own.end());
    } else if (const auto b = index.building(member.targetUid)) {
      buildings.push_back(*b);
    }
  }
  return buildings;
}

/// The sub-district (街道) that a place lies in; empty where none is known.
class Streets {
 public:
  explicit Streets(const City& city) {
    for (const auto& area : city.adminAreas) if (area.kind == "街道" && !area.shape.empty()) m_areas.emplace_back(geo::boxOf(area.shape), &area);
  }
  bool isKnown() const { return !m_areas.empty(); }
  Uid at(XY place) const {
    for (const auto& [box, area] : m_areas) if (box.contains(place) && geo::contains(area->shape, place)) return area->uid;
    return {};
  }

 private:
  std::vector<std::pair<geo::Box, const AdminArea*>> m_areas;
};

struct Figures {
  Summary sum;
  double compactness = 0;
  std::size_t inOneStreet = 0, inWalk = 0, buildings = 0, leftovers = 0;
  geo::Fen cost;
  std::size_t unpriced = 0;
};

Figures figuresOf(const City& city, const CityIndex& index, const Streets& streets, const Plan& plan, double walkM) {
  Figures f;
  for (const auto& district : plan.districts) {
    const Summary own = summarize(city, index, district);
    f.sum += own;
    f.compactness += own.compactness;
    std::vector<XY> places;
    XY middle;
    for (const std::size_t b : buildingsIn(index, district)) {
      if (city.buildings[b].shape.empty()) continue;
      places.push_back(geo::centroidOf(city.buildings[b].shape));
      middle = middle + places.back();
    }
    if (!places.empty()) middle = middle * (1 / static_cast<double>(places.size()));
    std::set<Uid> found;
    for (const XY place : places) {
      found.insert(streets.at(place));
      f.inWalk += geo::distance(place, middle) <= walkM;
    }
    f.buildings += places.size();
    f.inOneStreet += found.size() <= 1;
  }
  f.leftovers = plan.leftovers.size();
  for (const auto& measure : plan.measures) {
    if (measure.cost) f.cost += *measure.cost;
    else if (measure.action != "保留") ++f.unpriced;
  }
  return f;
}

/// For each district of `b` the one of `a` that it continues.
std::map<Uid, Uid> continuations(const CityIndex& index, const Plan& a, const Plan& b) {
  std::map<std::size_t, Uid> inA;
  for (const auto& district : a.districts) for (const std::size_t i : buildingsIn(index, district)) inA[i] = district.uid;
  std::map<Uid, Uid> continued;
  std::set<Uid> taken;
  for (const auto& district : b.districts) {
    if (!a.findDistrict(district.uid)) continue;
    continued[district.uid] = district.uid;
    taken.insert(district.uid);
  }
  for (const auto& district : b.districts) {
    if (continued.contains(district.uid)) continue;
    std::map<Uid, std::size_t> common;
    const auto own = buildingsIn(index, district);
    for (const std::size_t i : own) if (const auto at = inA.find(i); at != inA.end()) ++common[at->second];
    for (const auto& [uid, shared] : common) {
      if (2 * shared <= own.size() || !taken.insert(uid).second) continue;
      continued[district.uid] = uid;
    }
  }
  return continued;
}

}  // namespace

LedgerTable optionLedger(const City& city, const std::vector<NamedPlan>& options, double walkM) {
  LedgerTable table{.query = "options", .zh = "方案比选表", .en = "Options", .columns = {
      {"option", "方案", "Option"}, {"districts", "片区", "Districts", "个"}, {"area", "面积", "Area", "公顷", 2}, {"estates", "小区", "Estates", "个"}, {"buildings", "楼栋", "Buildings", "栋"}, {"households", "户数", "Households", "户"},
      {"old_share", "2000年前占比", "Built by 2000", "%", 1}, {"whole", "不跨街道片区", "In one sub-district", "%", 1}, {"walk", "步行圈内楼栋", "In walking circle", "%", 1},
      {"problems", "渗漏及危房", "Leaking or dangerous", "栋"}, {"cost", "估算", "Cost", "万元", 2}, {"unpriced", "待定价措施", "To be priced", "项"}, {"leftovers", "未归片单元", "Leftovers", "个"}, {"compactness", "平均紧凑度", "Mean compactness", "", 3}}};
  const CityIndex index(city);
  const Streets streets(city);
  for (const auto& option : options) {
    const Figures f = figuresOf(city, index, streets, option.plan, walkM);
    const auto share = [](std::size_t part, std::size_t all) { return all > 0 ? Value{100.0 * static_cast<double>(part) / static_cast<double>(all)} : Value{}; };
    const std::size_t districts = option.plan.districts.size();
    const auto old = f.sum.oldShare();
    table.rows.push_back({Value{option.name}, count(districts), f.sum.areaM2 / 1e4, count(static_cast<std::size_t>(f.sum.estates)), count(static_cast<std::size_t>(f.sum.buildings)), count(static_cast<std::size_t>(f.sum.households)), old ? Value{*old * 100} : Value{},
                          streets.isKnown() ? share(f.inOneStreet, districts) : Value{}, share(f.inWalk, f.buildings), count(static_cast<std::size_t>(f.sum.leakingRoofs + f.sum.dangerous)),
                          f.cost.value == 0 && f.unpriced > 0 ? Value{} : Value{static_cast<double>(f.cost.value) / 1e6}, count(f.unpriced), count(f.leftovers), districts > 0 ? Value{f.compactness / static_cast<double>(districts)} : Value{}});
  }
  return table;
}

LedgerTable optionDiff(const City& city, const NamedPlan& a, const NamedPlan& b) {
  LedgerTable table{.query = "option-diff", .zh = "方案差异：" + a.name + " → " + b.name, .en = "Difference of options",
                    .columns = {{"building", "楼栋", "Building"}, {"address", "地址", "Address"}, {"estate", "小区", "Estate"}, {"before", a.name, a.name}, {"after", b.name, b.name}, {"change", "变化", "Change"}, {"households", "户数", "Households", "户"}}};
  const CityIndex index(city);
  const auto continued = continuations(index, a.plan, b.plan);
  std::map<std::size_t, const District*> inA, inB;
  for (const auto& district : a.plan.districts) for (const std::size_t i : buildingsIn(index, district)) inA[i] = &district;
  for (const auto& district : b.plan.districts) for (const std::size_t i : buildingsIn(index, district)) inB[i] = &district;
  for (std::size_t i = 0; i < city.buildings.size(); ++i) {
    const auto was = inA.find(i), is = inB.find(i);
    if (was == inA.end() && is == inB.end()) continue;
    if (was != inA.end() && is != inB.end()) {
      const auto same = continued.find(is->second->uid);
      if (same != continued.end() && same->second == was->second->uid) continue;
    }
    const Building& building = city.buildings[i];
    const auto estate = index.estate(building.estateUid);
    const auto name = [](const District* d) { return Value{d->code + " " + d->name}; };
    table.rows.push_back({Value{!building.code.empty() ? building.code : building.number}, Value{building.address}, estate ? Value{city.estates[*estate].name} : Value{}, was != inA.end() ? name(was->second) : Value{},
                          is != inB.end() ? name(is->second) : Value{}, Value{was == inA.end() ? "新入" : is == inB.end() ? "移出" : "换片区"}, building.households ? Value{static_cast<std::int64_t>(*building.households)} : Value{}});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& x, const auto& y) { return std::make_pair(toText(x[4]), toText(x[0])) < std::make_pair(toText(y[4]), toText(y[0])); });
  return table;
}

}  // namespace pianqu::layers
