#include "layers/feature/city_index.hpp"

namespace pianqu::layers {
namespace {

template <class Entity>
UidGroups grouped(const std::vector<Entity>& entities, Uid Entity::* owner) {
  std::vector<Uid> owners;
  owners.reserve(entities.size());
  for (const Entity& entity : entities) owners.push_back(entity.*owner);
  return UidGroups(owners);
}

}  // namespace

CityIndex::CityIndex(const City& city)
    : m_estates(positionsOf(city.estates)), m_buildings(positionsOf(city.buildings)), m_entrances(positionsOf(city.entrances)), m_pipes(positionsOf(city.pipes)), m_pipeNodes(positionsOf(city.pipeNodes)),
      m_risers(positionsOf(city.risers)), m_byEstate(grouped(city.buildings, &Building::estateUid)), m_entrancesByBuilding(grouped(city.entrances, &Entrance::buildingUid)),
      m_risersByBuilding(grouped(city.risers, &Riser::buildingUid)) {}

std::optional<int> householdsOf(const City& city, const CityIndex& index, const Estate& estate) {
  const auto positions = index.buildingsOf(estate.uid);
  int sum = 0;
  bool isComplete = !positions.empty();
  for (const std::size_t i : positions) {
    const auto& households = city.buildings[i].households;
    if (!households) isComplete = false;
    else sum += *households;
  }
  if (isComplete) return sum;
  return estate.households;
}

std::optional<double> floorAreaOf(const Building& building, double footprintM2) {
  if (building.floorAreaM2) return building.floorAreaM2;
  if (!building.floors || footprintM2 <= 0) return std::nullopt;
  return footprintM2 * *building.floors;
}

}  // namespace pianqu::layers
