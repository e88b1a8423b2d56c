#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/index/box_index.hpp"
#include "layers/feature/city.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// Look-ups over a City that planning needs, built once. Keeps a reference: the City must outlive it and stay as it is.
/// cost  O(n log n)
class CityIndex {
 public:
  explicit CityIndex(const City& city);

  const City& city() const { return m_city; }
  std::optional<std::size_t> estate(const Uid& uid) const { return find(m_estates, uid); }
  std::optional<std::size_t> building(const Uid& uid) const { return find(m_buildings, uid); }
  const std::vector<std::size_t>& buildingsOf(std::size_t estate) const { return m_buildingsOf[estate]; }
  const std::vector<std::size_t>& entrancesOf(std::size_t building) const { return m_entrancesOf[building]; }
  /// The consent on lifts of a stair unit.
  std::optional<std::size_t> liftConsentOf(std::size_t entrance) const { return m_consentOf[entrance]; }

  geo::BoxIndex estates, buildings, roads, barriers, trees, greens, waters, stalls, illegalStructures, entrances, facilities;

 private:
  using ByUid = std::unordered_map<Uid, std::size_t>;
  static std::optional<std::size_t> find(const ByUid& map, const Uid& uid);

  const City& m_city;
  ByUid m_estates, m_buildings;
  std::vector<std::vector<std::size_t>> m_buildingsOf, m_entrancesOf;
  std::vector<std::optional<std::size_t>> m_consentOf;
};

/// The features of one district, by position in the City, ascending.
struct DistrictScope {
  const District* district = nullptr;
  std::vector<std::size_t> estates;
  std::vector<std::size_t> buildings;           ///< those of the estates and the scattered ones
  std::vector<std::size_t> illegalStructures;   ///< in an estate of the district, or in its boundary
  std::vector<std::size_t> roads;               ///< whose box meets the district or one of its estates
  geo::Box extent;
};
DistrictScope scopeOf(const CityIndex& index, const District& district);

/// A uid that depends on nothing but `text`: 32 hexadecimal digits, so that the same plan made twice is the same rows.
Uid uidFor(std::string_view text);

}  // namespace pianqu::layers
