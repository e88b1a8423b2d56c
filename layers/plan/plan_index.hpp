#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "geo/index/box_index.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// Boxes, positions and consents of a City that planning needs, built once. Keeps a reference: the City must outlive it and stay as it is.
/// cost  O(n log n)
class PlanIndex {
 public:
  explicit PlanIndex(const City& city);

  const City& city() const { return m_city; }
  const CityIndex& positions() const { return m_positions; }
  std::optional<std::size_t> estate(const Uid& uid) const { return m_positions.estate(uid); }
  std::optional<std::size_t> building(const Uid& uid) const { return m_positions.building(uid); }
  std::span<const std::uint32_t> buildingsOf(std::size_t estate) const { return m_positions.buildingsOf(m_city.estates[estate].uid); }
  std::span<const std::uint32_t> entrancesOf(std::size_t building) const { return m_positions.entrancesOf(m_city.buildings[building].uid); }
  /// The consent on lifts of a stair unit.
  std::optional<std::size_t> liftConsentOf(std::size_t entrance) const { return m_consentOf[entrance]; }

  /// Roads with half their width around the centre line.
  geo::BoxIndex estates, buildings, roads, barriers, trees, greens, waters, stalls, illegalStructures, entrances, facilities;

 private:
  const City& m_city;
  CityIndex m_positions;
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
DistrictScope scopeOf(const PlanIndex& index, const District& district);

/// A uid that depends on nothing but `text`: 32 hexadecimal digits, so that the same plan made twice is the same rows.
Uid uidFor(std::string_view text);

}  // namespace pianqu::layers
