#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"

namespace pianqu::layers {

/// How text was read and what proves it. `name` is one that iconv knows: "UTF-8", "GB18030", "BIG5".
struct EncodingProof {
  std::string name = "UTF-8";
  std::string proof;
};

/// What a file says of itself; followed only where the bytes agree.
struct EncodingHint {
  std::string name;     ///< "GBK", "936", "UTF-8", "CP1252"
  std::string origin;   ///< ".cpg", "LDID 0x4D", "$DWGCODEPAGE"
};

/// Judges texts that share one unknown encoding. Valid UTF-8 with non-ASCII characters is UTF-8; otherwise the share of everyday
/// characters when read as GB18030 and as Big5 decides; a hint decides only between readings that the bytes leave open.
///
/// in        texts in place of one long one, so that a cut at a field's end does not break the character after it
/// errors    Undecided, showing the text in each reading
geo::Result<EncodingProof> judgeEncoding(const std::vector<std::string_view>& texts, const std::vector<EncodingHint>& hints);

bool isUtf8(std::string_view text);
bool isAscii(std::string_view text);

/// Strict conversion to UTF-8; nullopt when `encoding` is not known or the bytes are not valid in it.
std::optional<std::string> toUtf8(std::string_view text, const std::string& encoding);

/// As toUtf8, with U+FFFD for what does not decode and the count of these. For a file whose encoding is settled.
struct DecodedText {
  std::string text;
  int replaced = 0;
};
DecodedText decodeText(std::string_view text, const std::string& encoding);

/// The name that iconv knows for "936", "ANSI_936", "cp936", "GBK", "gb2312", "OEM"...; empty when it says nothing.
std::string canonicalEncoding(std::string_view name);

}  // namespace pianqu::layers
