#include "layers/plan/plan_index.hpp"

#include <algorithm>
#include <cstdint>

#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

template <class T, class F>
geo::BoxIndex indexOf(const std::vector<T>& things, F boxFor) {
  std::vector<geo::Box> boxes;
  boxes.reserve(things.size());
  for (const T& thing : things) boxes.push_back(boxFor(thing));
  return geo::BoxIndex(boxes);
}

geo::Box boxOfLines(const geo::MultiLine<geo::XY>& lines) {
  geo::Box box;
  for (const auto& line : lines) box.add(geo::boxOf(line));
  return box;
}

geo::Box boxOfPoint(geo::XY point) {
  geo::Box box;
  box.add(point);
  return box;
}

void sortUnique(std::vector<std::size_t>& positions) {
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace

PlanIndex::PlanIndex(const City& city) : m_city(city), m_positions(city), m_consentOf(city.entrances.size()) {
  const auto boxOfShape = [](const auto& feature) { return geo::boxOf(feature.shape); };
  const auto boxOfLine = [](const auto& feature) { return boxOfLines(feature.line); };
  const auto boxOfPlace = [](const auto& feature) { return boxOfPoint(feature.point); };
  estates = indexOf(city.estates, boxOfShape);
  buildings = indexOf(city.buildings, boxOfShape);
  roads = indexOf(city.roads, [](const Road& road) { return boxOfLines(road.line).grownBy(road.widthM.value_or(road.clearWidthM.value_or(0)) / 2); });
  barriers = indexOf(city.barriers, boxOfLine);
  trees = indexOf(city.trees, boxOfPlace);
  greens = indexOf(city.greens, boxOfShape);
  waters = indexOf(city.waters, boxOfShape);
  stalls = indexOf(city.stalls, boxOfShape);
  illegalStructures = indexOf(city.illegalStructures, boxOfShape);
  entrances = indexOf(city.entrances, [](const Entrance& entrance) { return boxOfPoint(entrance.door); });
  facilities = indexOf(city.facilities, boxOfPlace);

  for (std::size_t i = 0; i < city.consents.size(); ++i) {
    const auto at = m_positions.entrance(city.consents[i].entranceUid);
    if (at && city.consents[i].topic == "加装电梯") m_consentOf[*at] = i;
  }
}

DistrictScope scopeOf(const PlanIndex& index, const District& district) {
  const City& city = index.city();
  DistrictScope scope{&district, {}, {}, {}, {}, geo::boxOf(district.shape)};
  for (const Member& member : district.members) {
    if (member.kind == TargetKind::Estate) {
      if (const auto at = index.estate(member.targetUid)) {
        scope.estates.push_back(*at);
        scope.extent.add(geo::boxOf(city.estates[*at].shape));
        for (const std::size_t building : index.buildingsOf(*at)) scope.buildings.push_back(building);
      }
    } else if (const auto at = index.building(member.targetUid)) {
      scope.buildings.push_back(*at);
    }
  }
  for (const std::size_t building : scope.buildings) scope.extent.add(geo::boxOf(city.buildings[building].shape));
  sortUnique(scope.estates);
  sortUnique(scope.buildings);
  if (scope.extent.isEmpty()) return scope;
  scope.roads = index.roads.find(scope.extent);
  for (const std::size_t at : index.illegalStructures.find(scope.extent)) {
    const geo::XY place = geo::centroidOf(city.illegalStructures[at].shape);
    const bool isInEstate = std::any_of(scope.estates.begin(), scope.estates.end(), [&](std::size_t estate) { return geo::contains(city.estates[estate].shape, place); });
    if (isInEstate || geo::contains(district.shape, place)) scope.illegalStructures.push_back(at);
  }
  return scope;
}

Uid uidFor(std::string_view text) {
  // FNV-1a over the text, then mixed twice, so that near texts have far uids.
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  std::uint64_t second = text.size();
  for (const char c : text) second = geo::Random(second ^ (static_cast<unsigned char>(c) + 0x9E37ULL)).next();
  std::string digits;
  for (std::uint64_t part : {geo::seedFor(hash, 1), second}) {
    for (int digit = 0; digit < 16; ++digit, part >>= 4) digits += "0123456789abcdef"[part & 15];
  }
  return digits;
}

}  // namespace pianqu::layers
