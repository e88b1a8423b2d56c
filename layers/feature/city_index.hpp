#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "layers/feature/city.hpp"
#include "layers/feature/uid_positions.hpp"

namespace pianqu::layers {

/// Positions in a City by uid, and who belongs to whom. Built once, O(n); refers to no part of the City.
class CityIndex {
 public:
  explicit CityIndex(const City& city);

  std::optional<std::size_t> estate(const Uid& uid) const { return m_estates.find(uid); }
  std::optional<std::size_t> building(const Uid& uid) const { return m_buildings.find(uid); }
  std::optional<std::size_t> entrance(const Uid& uid) const { return m_entrances.find(uid); }
  std::optional<std::size_t> pipe(const Uid& uid) const { return m_pipes.find(uid); }
  std::optional<std::size_t> pipeNode(const Uid& uid) const { return m_pipeNodes.find(uid); }
  std::optional<std::size_t> riser(const Uid& uid) const { return m_risers.find(uid); }

  /// Positions of the buildings of an estate, of the stair units and risers of a building; ascending, empty when there are none.
  std::span<const std::uint32_t> buildingsOf(const Uid& estateUid) const { return m_byEstate.of(estateUid); }
  std::span<const std::uint32_t> entrancesOf(const Uid& buildingUid) const { return m_entrancesByBuilding.of(buildingUid); }
  std::span<const std::uint32_t> risersOf(const Uid& buildingUid) const { return m_risersByBuilding.of(buildingUid); }

 private:
  UidPositions m_estates, m_buildings, m_entrances, m_pipes, m_pipeNodes, m_risers;
  UidGroups m_byEstate, m_entrancesByBuilding, m_risersByBuilding;
};

/// Households of an estate: the sum over its buildings when every one is known, else what the source declares, else nullopt.
/// The one place that decides it: merge, ledger and checks all ask here.
std::optional<int> householdsOf(const City& city, const CityIndex& index, const Estate& estate);

/// Floor area of a building as surveyed; else footprint times storeys when both are known; else nullopt. Square metres.
std::optional<double> floorAreaOf(const Building& building, double footprintM2);

}  // namespace pianqu::layers
