#include "layers/catalogue/pinyin.hpp"

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

constexpr int kFirstDigitBit = 26;  // after the letters

/// The bit that a typed letter or digit is; 0 for anything else.
std::uint64_t bitOf(char32_t c) {
  if (c >= U'A' && c <= U'Z') return 1ULL << (c - U'A');
  if (c >= U'a' && c <= U'z') return 1ULL << (c - U'a');
  if (c >= U'0' && c <= U'9') return 1ULL << (kFirstDigitBit + static_cast<int>(c - U'0'));
  return 0;
}

}  // namespace

std::u32string charactersOf(std::string_view text) {
  std::u32string characters;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || i + length > text.size()) {
      ++i;
      continue;
    }
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k) c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    characters.push_back(c);
    i += length;
  }
  return characters;
}

geo::Result<PinyinInitials> PinyinInitials::read(const std::string& dataFolder) {
  const auto table = readCatalogueTable(dataFolder, "pinyin_initials");
  if (!table) return geo::fail(table);
  PinyinInitials initials;
  for (const auto& row : table->rows) {
    const auto letter = charactersOf(row.at("initial"));
    if (letter.size() != 1 || letter[0] < U'a' || letter[0] > U'z')
      return geo::fail(geo::ErrorCode::Invalid, "\"" + row.at("initial") + "\" is no letter from a to z", "see the heading initial", {.file = "pinyin_initials.csv"});
    for (const char32_t c : charactersOf(row.at("characters"))) initials.m_letters[c] |= static_cast<std::uint32_t>(bitOf(letter[0]));
  }
  return initials;
}

std::uint32_t PinyinInitials::lettersOf(char32_t character) const {
  const auto found = m_letters.find(character);
  return found == m_letters.end() ? 0 : found->second;
}

std::vector<std::uint64_t> PinyinInitials::keysOf(std::string_view text) const {
  std::vector<std::uint64_t> keys;
  for (const char32_t c : charactersOf(text)) {
    const std::uint64_t bits = c < 0x80 ? bitOf(c) : lettersOf(c);
    if (bits != 0 || c >= 0x80) keys.push_back(bits);
  }
  return keys;
}

int PinyinInitials::find(const std::vector<std::uint64_t>& keys, std::string_view typed) {
  std::vector<std::uint64_t> wanted;
  for (const char c : typed) {
    const std::uint64_t bit = bitOf(static_cast<unsigned char>(c));
    if (bit == 0) return -1;
    wanted.push_back(bit);
  }
  if (wanted.empty()) return -1;
  for (std::size_t from = 0; from + wanted.size() <= keys.size(); ++from) {
    std::size_t k = 0;
    while (k < wanted.size() && (keys[from + k] & wanted[k]) != 0) ++k;
    if (k == wanted.size()) return static_cast<int>(from);
  }
  return -1;
}

}  // namespace pianqu::layers
