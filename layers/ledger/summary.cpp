#include <algorithm>
#include <unordered_set>

#include "geo/measure/measure.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/ledger/summary_parts.hpp"

namespace pianqu::layers {
namespace {

constexpr int kLastOldYear = 2000;       // 国办发〔2020〕23号: built by the end of 2000
constexpr int kLiftStoreys = 4;          // stair units of this many storeys and more are lift candidates

}  // namespace

void addBuilding(Summary& s, const City& city, const CityIndex& index, const Building& building) {
  ++s.buildings;
  if (building.estateUid.empty()) ++s.scattered;
  if (building.households) s.households += *building.households;
  else ++s.buildingsWithoutHouseholds;
  if (const auto area = floorAreaOf(building, geo::areaOf(building.shape).value)) s.floorAreaM2 += *area;
  else ++s.buildingsWithoutFloorArea;
  if (!building.built) ++s.buildingsWithoutYear;
  else if (*building.built <= kLastOldYear) ++s.builtBefore2001;
  if (building.isRoofLeaking.value_or(false)) ++s.leakingRoofs;
  if (building.safety == "C" || building.safety == "D") ++s.dangerous;
  for (const std::size_t e : index.entrancesOf(building.uid)) {
    const auto& entrance = city.entrances[e];
    ++s.entrances;
    const int floors = entrance.floors.value_or(building.floors.value_or(0));
    if (floors >= kLiftStoreys && entrance.liftStatus != "已装") ++s.liftUnits;
  }
}

void addEstate(Summary& s, const City& city, const CityIndex& index, std::size_t position, const Summary& itsBuildings) {
  const auto& estate = city.estates[position];
  ++s.estates;
  s.stalls += estate.stalls.value_or(0);
  // An estate whose buildings do not all say how many households they have counts with what it declares itself.
  if (itsBuildings.buildings == 0 || itsBuildings.buildingsWithoutHouseholds > 0) {
    if (const auto households = householdsOf(city, index, estate)) {
      s.households += *households - itsBuildings.households;
      s.buildingsWithoutHouseholds -= itsBuildings.buildingsWithoutHouseholds;
    }
  }
}

std::optional<double> Summary::oldShare() const {
  const int known = buildings - buildingsWithoutYear;
  if (known <= 0) return std::nullopt;
  return static_cast<double>(builtBefore2001) / known;
}

Summary& Summary::operator+=(const Summary& o) {
  areaM2 += o.areaM2;
  estates += o.estates;
  buildings += o.buildings;
  scattered += o.scattered;
  entrances += o.entrances;
  households += o.households;
  buildingsWithoutHouseholds += o.buildingsWithoutHouseholds;
  floorAreaM2 += o.floorAreaM2;
  buildingsWithoutFloorArea += o.buildingsWithoutFloorArea;
  builtBefore2001 += o.builtBefore2001;
  buildingsWithoutYear += o.buildingsWithoutYear;
  leakingRoofs += o.leakingRoofs;
  dangerous += o.dangerous;
  liftUnits += o.liftUnits;
  stalls += o.stalls;
  compactness = 0;
  return *this;
}

Summary summarize(const City& city, const CityIndex& index, const std::vector<std::size_t>& buildings, const std::vector<std::size_t>& estates) {
  std::vector<std::size_t> distinct = buildings;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<std::size_t> touched = estates;
  Summary total;
  for (const std::size_t i : distinct) {
    addBuilding(total, city, index, city.buildings[i]);
    if (const auto estate = index.estate(city.buildings[i].estateUid)) touched.push_back(*estate);
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  const std::unordered_set<std::size_t> isIn(distinct.begin(), distinct.end());
  for (const std::size_t position : touched) {
    const auto own = index.buildingsOf(city.estates[position].uid);
    // Only a whole estate may stand for buildings that do not know their households.
    if (!std::all_of(own.begin(), own.end(), [&isIn](std::size_t i) { return isIn.contains(i); })) {
      ++total.estates;
      continue;
    }
    Summary itsBuildings;
    for (const std::size_t i : own) addBuilding(itsBuildings, city, index, city.buildings[i]);
    addEstate(total, city, index, position, itsBuildings);
  }
  return total;
}

Summary summarize(const City& city, const CityIndex& index, const District& district) {
  std::vector<std::size_t> buildings, estates;
  for (const auto& member : district.members) {
    if (member.kind == TargetKind::Estate) {
      if (const auto estate = index.estate(member.targetUid)) estates.push_back(*estate);
      const auto own = index.buildingsOf(member.targetUid);
      buildings.insert(buildings.end(), own.begin(), own.end());
    } else if (const auto building = index.building(member.targetUid)) {
      buildings.push_back(*building);
    }
  }
  Summary total = summarize(city, index, buildings, estates);
  total.areaM2 = geo::areaOf(district.shape).value;
  total.compactness = geo::polsbyPopper(district.shape);
  return total;
}

}  // namespace pianqu::layers
