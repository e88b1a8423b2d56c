#include "layers/feature/uid_positions.hpp"

#include <limits>
#include <utility>

namespace pianqu::layers {
namespace {

constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kDigits = 16;

std::optional<std::uint64_t> parseHex(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) {
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    else if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (digit < 0) return std::nullopt;
    value = value << 4 | static_cast<std::uint64_t>(digit);
  }
  return value;
}

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

}  // namespace

UidPositions::Key UidPositions::keyOf(std::string_view uid) {
  if (uid.size() == 2 * kDigits) {
    const auto high = parseHex(uid.substr(0, kDigits)), low = parseHex(uid.substr(kDigits));
    if (high && low) return {*high, *low};
  }
  Key key{0x9E3779B97F4A7C15ULL + uid.size(), 0xD1B54A32D192ED03ULL};
  for (const char c : uid) {
    key.high = mixed(key.high ^ static_cast<unsigned char>(c));
    key.low = mixed(key.low + static_cast<unsigned char>(c)) * 0x2545F4914F6CDD1DULL;
  }
  return key;
}

void UidPositions::reserve(std::size_t expected) {
  const std::size_t slots = expected + expected / 3 + 8;
  if (slots > m_keys.size()) grow(slots);
}

void UidPositions::grow(std::size_t slots) {
  const auto keys = std::exchange(m_keys, std::vector<Key>(slots));
  const auto positions = std::exchange(m_positions, std::vector<std::uint32_t>(slots, kFree));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (positions[i] == kFree) continue;
    const std::size_t slot = slotOf(keys[i]);
    m_keys[slot] = keys[i];
    m_positions[slot] = positions[i];
  }
}

/// The slot of `key`, or the free one where it belongs.
std::size_t UidPositions::slotOf(Key key) const {
  // The high part of a product in place of a remainder, so that there may be any number of slots.
  std::size_t slot = (mixed(key.high ^ mixed(key.low)) >> 32U) * m_keys.size() >> 32U;
  while (m_positions[slot] != kFree && m_keys[slot] != key) slot = slot + 1 == m_keys.size() ? 0 : slot + 1;
  return slot;
}

void UidPositions::add(std::string_view uid, std::size_t position) {
  if ((m_size + 1) * 4 > m_keys.size() * 3) grow(m_keys.size() * 2 + 8);
  const Key key = keyOf(uid);
  const std::size_t slot = slotOf(key);
  if (m_positions[slot] != kFree) return;
  m_keys[slot] = key;
  m_positions[slot] = static_cast<std::uint32_t>(position);
  ++m_size;
}

std::optional<std::size_t> UidPositions::find(std::string_view uid) const {
  if (m_size == 0) return std::nullopt;
  const std::uint32_t position = m_positions[slotOf(keyOf(uid))];
  return position == kFree ? std::nullopt : std::optional<std::size_t>(position);
}

}  // namespace pianqu::layers
