#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "layers/feature/uid.hpp"

namespace pianqu::layers {

/// Positions by uid, in one open-addressed table.
///
/// cost      23 to 46 bytes a uid, O(1) a question
class UidPositions {
 public:
  UidPositions() = default;
  explicit UidPositions(std::size_t expected) { reserve(expected); }

  void reserve(std::size_t expected);
  /// The first position of a uid counts. `position` is below 2^32 - 1.
  void add(const Uid& uid, std::size_t position);
  std::optional<std::size_t> find(const Uid& uid) const;
  std::size_t size() const { return m_size; }

 private:
  std::size_t slotOf(const Uid& uid) const;
  void grow(std::size_t slots);

  std::vector<Uid> m_uids;
  std::vector<std::uint32_t> m_positions;   ///< kFree: no uid in this slot
  std::size_t m_size = 0;
};

/// Of entities with a `uid`, by their place in the vector.
template <class Entity>
UidPositions positionsOf(const std::vector<Entity>& entities) {
  UidPositions positions(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) positions.add(entities[i].uid, i);
  return positions;
}

/// Positions of those that belong to an owner, by the owner's uid; ascending, empty when there are none.
class UidGroups {
 public:
  UidGroups() = default;
  /// `owners[i]` owns position i; an empty uid is nobody.
  explicit UidGroups(const std::vector<Uid>& owners);

  std::span<const std::uint32_t> of(const Uid& owner) const;

 private:
  UidPositions m_groups;
  std::vector<std::uint32_t> m_firsts;      ///< of each group in m_members, and their end
  std::vector<std::uint32_t> m_members;
};

}  // namespace pianqu::layers
