#include "layers/feature/city_index.hpp"

namespace pianqu::layers {
namespace {

template <class Entity>
void indexByUid(const std::vector<Entity>& entities, std::unordered_map<Uid, std::size_t>& positions) {
  positions.reserve(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) positions.emplace(entities[i].uid, i);
}

template <class Entity>
void groupBy(const std::vector<Entity>& entities, Uid Entity::* owner, std::unordered_map<Uid, std::vector<std::size_t>>& lists) {
  for (std::size_t i = 0; i < entities.size(); ++i) if (!(entities[i].*owner).empty()) lists[entities[i].*owner].push_back(i);
}

}  // namespace

CityIndex::CityIndex(const City& city) {
  indexByUid(city.estates, m_estates);
  indexByUid(city.buildings, m_buildings);
  indexByUid(city.entrances, m_entrances);
  indexByUid(city.pipes, m_pipes);
  indexByUid(city.pipeNodes, m_pipeNodes);
  indexByUid(city.risers, m_risers);
  groupBy(city.buildings, &Building::estateUid, m_byEstate);
  groupBy(city.entrances, &Entrance::buildingUid, m_entrancesByBuilding);
  groupBy(city.risers, &Riser::buildingUid, m_risersByBuilding);
}

std::optional<std::size_t> CityIndex::find(const Positions& positions, const Uid& uid) {
  const auto it = positions.find(uid);
  return it == positions.end() ? std::nullopt : std::optional(it->second);
}

const std::vector<std::size_t>& CityIndex::list(const Lists& lists, const Uid& uid) {
  static const std::vector<std::size_t> none;
  const auto it = lists.find(uid);
  return it == lists.end() ? none : it->second;
}

std::optional<int> householdsOf(const City& city, const CityIndex& index, const Estate& estate) {
  const auto& positions = index.buildingsOf(estate.uid);
  int sum = 0;
  bool isComplete = !positions.empty();
  for (const std::size_t i : positions) {
    const auto& households = city.buildings[i].households;
    if (!households) isComplete = false;
    else sum += *households;
  }
  return isComplete ? std::optional(sum) : estate.households;
}

std::optional<double> floorAreaOf(const Building& building, double footprintM2) {
  if (building.floorAreaM2) return building.floorAreaM2;
  if (!building.floors || footprintM2 <= 0) return std::nullopt;
  return footprintM2 * *building.floors;
}

}  // namespace pianqu::layers
