#include "layers/feature/text.hpp"

#include <bit>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>

namespace pianqu::layers {
namespace {

static_assert(std::endian::native == std::endian::little, "the lowest byte is the first in memory");
static_assert(sizeof(void*) <= sizeof(std::uint64_t));

constexpr std::size_t kMostInline = 7;   ///< bytes beside the length in one word

char* blockOf(std::uint64_t bits) { return reinterpret_cast<char*>(static_cast<std::uintptr_t>(bits)); }

}  // namespace

Text::Text(std::string_view chars, int) {
  if (chars.empty()) return;
  if (chars.size() <= kMostInline) {
    m_bits = 2 * chars.size() + 1;
    std::memcpy(reinterpret_cast<char*>(&m_bits) + 1, chars.data(), chars.size());
    return;
  }
  if (chars.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("an attribute of more than 4 GB");
  const auto size = static_cast<std::uint32_t>(chars.size());
  auto* block = static_cast<char*>(std::malloc(sizeof(size) + size));
  if (!block) throw std::bad_alloc();
  std::memcpy(block, &size, sizeof(size));
  std::memcpy(block + sizeof(size), chars.data(), size);
  m_bits = reinterpret_cast<std::uintptr_t>(block);
}

std::string_view Text::longView() const {
  std::uint32_t size = 0;
  std::memcpy(&size, blockOf(m_bits), sizeof(size));
  return {blockOf(m_bits) + sizeof(size), size};
}

void Text::release() { std::free(blockOf(m_bits)); }

}  // namespace pianqu::layers
