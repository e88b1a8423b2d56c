#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layers/feature/city.hpp"

namespace pianqu::layers {

/// Positions in a City by uid, and who belongs to whom. Built once, O(n); refers to no part of the City.
class CityIndex {
 public:
  explicit CityIndex(const City& city);

  std::optional<std::size_t> estate(const Uid& uid) const { return find(m_estates, uid); }
  std::optional<std::size_t> building(const Uid& uid) const { return find(m_buildings, uid); }
  std::optional<std::size_t> entrance(const Uid& uid) const { return find(m_entrances, uid); }
  std::optional<std::size_t> pipe(const Uid& uid) const { return find(m_pipes, uid); }
  std::optional<std::size_t> pipeNode(const Uid& uid) const { return find(m_pipeNodes, uid); }
  std::optional<std::size_t> riser(const Uid& uid) const { return find(m_risers, uid); }

  /// Positions of the buildings of an estate, of the stair units and risers of a building; ascending, empty when there are none.
  const std::vector<std::size_t>& buildingsOf(const Uid& estateUid) const { return list(m_byEstate, estateUid); }
  const std::vector<std::size_t>& entrancesOf(const Uid& buildingUid) const { return list(m_entrancesByBuilding, buildingUid); }
  const std::vector<std::size_t>& risersOf(const Uid& buildingUid) const { return list(m_risersByBuilding, buildingUid); }

 private:
  using Positions = std::unordered_map<Uid, std::size_t>;
  using Lists = std::unordered_map<Uid, std::vector<std::size_t>>;
  static std::optional<std::size_t> find(const Positions& positions, const Uid& uid);
  static const std::vector<std::size_t>& list(const Lists& lists, const Uid& uid);

  Positions m_estates, m_buildings, m_entrances, m_pipes, m_pipeNodes, m_risers;
  Lists m_byEstate, m_entrancesByBuilding, m_risersByBuilding;
};

/// Households of an estate: the sum over its buildings when every one is known, else what the source declares, else nullopt.
/// The one place that decides it: merge, ledger and checks all ask here.
std::optional<int> householdsOf(const City& city, const CityIndex& index, const Estate& estate);

/// Floor area of a building as surveyed; else footprint times storeys when both are known; else nullopt. Square metres.
std::optional<double> floorAreaOf(const Building& building, double footprintM2);

}  // namespace pianqu::layers
