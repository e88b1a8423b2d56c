#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/base/result.hpp"

namespace pianqu::layers {

/// First letters of the pinyin of Chinese characters: 梅园小区 is found as "myxq". Characters of GB 2312 level 1 and those of place names;
/// one with several readings is any of them. Others have no letter. source  data/catalogue/pinyin_initials.csv
class PinyinInitials {
 public:
  static geo::Result<PinyinInitials> read(const std::string& dataFolder);

  /// Bits of the letters that the character may begin with, bit 0 is a; 0 for one that is not known.
  std::uint32_t lettersOf(char32_t character) const;

  /// Each character of `text` (UTF-8) as the letters that it may be typed with; letters and digits stand for themselves, marks and blanks are left out.
  std::vector<std::uint64_t> keysOf(std::string_view text) const;
  /// `typed`, letters and digits in any case, stands somewhere in keys.
  ///
  /// returns  the first position, or -1
  static int find(const std::vector<std::uint64_t>& keys, std::string_view typed);

 private:
  std::unordered_map<char32_t, std::uint32_t> m_letters;
};

/// Characters of UTF-8 text; bytes that are none are left out.
std::u32string charactersOf(std::string_view text);

}  // namespace pianqu::layers
