#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "layers/ledger/live.hpp"

/// Ledgers of a difference: what an edit would change, and how a district stands against its bounds.
namespace pianqu::layers {
namespace {

Standing standingOf(const std::optional<double>& value, const std::optional<double>& least, const std::optional<double>& most) {
  if (!value) return Standing::Unknown;
  if (least && *value < *least) return Standing::Below;
  return most && *value > *most ? Standing::Above : Standing::Met;
}

std::optional<double> positive(double bound) { return bound > 0 ? std::optional<double>(bound) : std::nullopt; }

}  // namespace

geo::Result<DistrictThresholds> DistrictThresholds::read(const std::string& dataFolder, const Plan& plan, const CityProfile& profile) {
  const auto book = RuleBook::read(dataFolder, profile);
  if (!book) return geo::fail(book);
  DistrictThresholds thresholds;
  const auto read = [&](const char* key, const char* parameter, double& into) -> geo::Result<void> {
    const auto given = plan.parameters.find(parameter);
    if (given != plan.parameters.end() && !given->second.empty()) {
      char* end = nullptr;
      const double value = std::strtod(given->second.c_str(), &end);
      if (*end == '\0') {
        into = value;
        return {};
      }
    }
    const auto rule = book->find(key);
    if (!rule) return geo::fail(rule);
    into = rule->value;
    return {};
  };
  for (const auto& done : {read("district.min-area", "min-area", thresholds.m_minAreaM2), read("merge.min-households", "min-households", thresholds.m_minHouseholds),
                           read("merge.max-households", "max-households", thresholds.m_maxHouseholds), read("merge.max-floor-area", "max-floor-area", thresholds.m_maxFloorAreaM2),
                           read("parking.demand-per-household", "", thresholds.m_stallsPerHousehold)}) {
    if (!done) return geo::fail(done);
  }
  return thresholds;
}

std::vector<ThresholdState> DistrictThresholds::judge(const Summary& s) const {
  std::vector<ThresholdState> states{
      {"area", "面积", "Area", "㎡", positive(s.areaM2), positive(m_minAreaM2), std::nullopt},
      {"households", "户数", "Households", "户", s.buildings > 0 && s.households == 0 ? std::nullopt : std::optional<double>(s.households), positive(m_minHouseholds), positive(m_maxHouseholds)},
      {"floor_area", "建筑面积", "Floor area", "㎡", s.buildings > 0 && s.buildingsWithoutFloorArea == s.buildings ? std::nullopt : std::optional<double>(s.floorAreaM2), std::nullopt, positive(m_maxFloorAreaM2)},
      {"stalls", "停车位", "Parking stalls", "个", static_cast<double>(s.stalls), positive(std::ceil(m_stallsPerHousehold * s.households)), std::nullopt}};
  for (auto& state : states) state.standing = standingOf(state.value, state.least, state.most);
  return states;
}

LedgerTable changeLedger(const City& city, const Plan& before, const Plan& after) {
  LedgerTable table{.query = "changes", .zh = "片区变更台账", .en = "Changes by district", .columns = {
      {"code", "片区编号", "Code"}, {"name", "片区名称", "Name"}, {"area_before", "原面积", "Area before", "公顷", 2}, {"area", "面积", "Area", "公顷", 2}, {"area_change", "增减", "Change", "公顷", 2},
      {"buildings_before", "原楼栋", "Buildings before", "栋"}, {"buildings", "楼栋", "Buildings", "栋"}, {"buildings_change", "增减", "Change", "栋"},
      {"households_before", "原户数", "Households before", "户"}, {"households", "户数", "Households", "户"}, {"households_change", "增减", "Change", "户"},
      {"floor_area_change", "建筑面积增减", "Floor area change", "㎡", 0}, {"compactness_before", "原紧凑度", "Compactness before", "", 3}, {"compactness", "紧凑度", "Compactness", "", 3}}};
  const CityIndex index(city);
  const auto count = [](int n) { return Value{static_cast<std::int64_t>(n)}; };
  const auto add = [&](const District* old, const District* now) {
    const District& named = now ? *now : *old;
    const Summary was = old ? summarize(city, index, *old) : Summary{}, is = now ? summarize(city, index, *now) : Summary{};
    table.rows.push_back({Value{named.code}, Value{named.name}, was.areaM2 / 1e4, is.areaM2 / 1e4, (is.areaM2 - was.areaM2) / 1e4, count(was.buildings), count(is.buildings), count(is.buildings - was.buildings),
                          count(was.households), count(is.households), count(is.households - was.households), is.floorAreaM2 - was.floorAreaM2, old ? Value{was.compactness} : Value{}, now ? Value{is.compactness} : Value{}});
  };
  for (const auto& now : after.districts) {
    const District* old = before.findDistrict(now.uid);
    if (!old || old->members != now.members || old->shape != now.shape) add(old, &now);
  }
  for (const auto& old : before.districts) if (!after.findDistrict(old.uid)) add(&old, nullptr);
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) { return toText(a[0]) < toText(b[0]); });
  return table;
}

}  // namespace pianqu::layers
