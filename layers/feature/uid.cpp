#include "layers/feature/uid.hpp"

#include <mutex>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace pianqu::layers {
namespace {

constexpr std::size_t kDigits = 16;   // of one half

std::optional<std::uint64_t> parseHex(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) {
    std::uint64_t digit = 0;
    if (c >= '0' && c <= '9') digit = static_cast<std::uint64_t>(c - '0');
    else if (c >= 'a' && c <= 'f') digit = static_cast<std::uint64_t>(c - 'a') + 10;
    else return std::nullopt;
    value = value << 4U | digit;
  }
  return value;
}

void putHex(char* digits, std::uint64_t value) {
  for (std::size_t i = kDigits; i-- > 0; value >>= 4U) digits[i] = "0123456789abcdef"[value & 0xFU];
}

constexpr std::uint64_t kListed = ~std::uint64_t{0};   ///< the high half of an identifier that is in the list

/// The two halves of 32 digits that stand for themselves; nullopt for any other text.
std::optional<std::pair<std::uint64_t, std::uint64_t>> numberOf(std::string_view text) {
  if (text.size() != 2 * kDigits) return std::nullopt;
  const auto high = parseHex(text.substr(0, kDigits)), low = parseHex(text.substr(kDigits));
  if (!high || !low || *high == kListed || (*high | *low) == 0) return std::nullopt;
  return std::pair(*high, *low);
}

/// Texts that are not 32 digits; never given back, so that an identifier is a plain number everywhere else.
const std::string& listedText(std::string_view text) {
  static std::mutex mutex;
  static auto& texts = *new std::unordered_set<std::string>();
  const std::scoped_lock lock(mutex);
  return *texts.emplace(text).first;
}

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

}  // namespace

Uid::Uid(std::string_view text, int) {
  if (text.empty()) return;
  if (const auto number = numberOf(text)) {
    std::tie(m_high, m_low) = *number;
    return;
  }
  m_high = kListed;
  m_low = reinterpret_cast<std::uintptr_t>(&listedText(text));
}

const std::string& Uid::listed() const { return *reinterpret_cast<const std::string*>(static_cast<std::uintptr_t>(m_low)); }

std::string Uid::str() const {
  if (empty()) return {};
  if (isListed()) return listed();
  std::string text(2 * kDigits, '0');
  putHex(text.data(), m_high);
  putHex(text.data() + kDigits, m_low);
  return text;
}

bool Uid::is(std::string_view text) const {
  if (empty()) return text.empty();
  if (isListed()) return listed() == text;
  return numberOf(text) == std::pair(m_high, m_low);
}

std::size_t Uid::hash() const {
  if (isListed()) return std::hash<std::string>{}(listed());
  return mixed(m_high ^ mixed(m_low));
}

std::strong_ordering Uid::operator<=>(const Uid& other) const {
  if (*this == other) return std::strong_ordering::equal;
  if (empty() || other.empty()) return other.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
  if (!isListed() && !other.isListed()) return m_high != other.m_high ? m_high <=> other.m_high : m_low <=> other.m_low;
  return str() <=> other.str();
}

}  // namespace pianqu::layers
