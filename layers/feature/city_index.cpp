#include "layers/feature/city_index.hpp"

namespace pianqu::layers {
namespace {

template <class Entity>
UidPositions indexed(const std::vector<Entity>& entities) {
  UidPositions positions(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) positions.add(entities[i].uid, i);
  return positions;
}

template <class Entity>
UidGroups grouped(const std::vector<Entity>& entities, Uid Entity::* owner) {
  std::vector<Uid> owners;
  owners.reserve(entities.size());
  for (const Entity& entity : entities) owners.push_back(entity.*owner);
  return UidGroups(owners);
}

}  // namespace

CityIndex::CityIndex(const City& city)
    : m_estates(indexed(city.estates)), m_buildings(indexed(city.buildings)), m_entrances(indexed(city.entrances)), m_pipes(indexed(city.pipes)), m_pipeNodes(indexed(city.pipeNodes)),
      m_risers(indexed(city.risers)), m_byEstate(grouped(city.buildings, &Building::estateUid)), m_entrancesByBuilding(grouped(city.entrances, &Entrance::buildingUid)),
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
