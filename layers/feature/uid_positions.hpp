#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pianqu::layers {

/// Positions by uid without a copy of the uids: 128-bit keys in one open-addressed table.
///
/// keeps     a uid of 32 hexadecimal digits is its own key; of any other text the key is a hash, of which two equal ones are not to be expected
///           (2^-88 for a million texts)
/// cost      40 bytes a uid at most, O(1) a question; a map of strings takes 150
class UidPositions {
 public:
  UidPositions() = default;
  explicit UidPositions(std::size_t expected) { reserve(expected); }

  void reserve(std::size_t expected);
  /// The first position of a uid counts. `position` is below 2^32 - 1.
  void add(std::string_view uid, std::size_t position);
  std::optional<std::size_t> find(std::string_view uid) const;
  std::size_t size() const { return m_size; }

 private:
  struct Key {
    std::uint64_t high = 0, low = 0;
    bool operator==(const Key&) const = default;
  };
  static Key keyOf(std::string_view uid);
  std::size_t slotOf(Key key) const;
  void grow(std::size_t slots);

  std::vector<Key> m_keys;
  std::vector<std::uint32_t> m_positions;   ///< kFree: no uid in this slot
  std::size_t m_size = 0;
};

}  // namespace pianqu::layers
