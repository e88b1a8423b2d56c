#include "layers/io/text_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <cstdio>

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

class Converter {
 public:
  explicit Converter(const std::string& from) : m_handle(iconv_open("UTF-8", from.c_str())) {}
  ~Converter() { if (isOpen()) iconv_close(m_handle); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  bool isOpen() const { return m_handle != reinterpret_cast<iconv_t>(-1); }

  /// Converts as far as it goes; returns the bytes of `text` that were used.
  std::size_t convert(std::string_view text, std::string& out) const {
    iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
    std::array<char, 4096> buffer;
    char* in = const_cast<char*>(text.data());  // iconv's signature; it does not write there
    std::size_t left = text.size();
    while (left > 0) {
      char* at = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t done = iconv(m_handle, &in, &left, &at, &room);
      out.append(buffer.data(), buffer.size() - room);
      if (done == static_cast<std::size_t>(-1) && errno != E2BIG) break;
    }
    return text.size() - left;
  }

 private:
  iconv_t m_handle;
};

/// Plausibility of one reading: pairs that are everyday characters, pairs that are rare, bytes that are invalid.
struct Reading {
  double everyday = 0, pairs = 0;
  std::size_t invalid = 0;
  double share() const { return pairs > 0 ? everyday / pairs : 0; }
};

using Byte = unsigned char;

/// Weight of a GBK pair, negative for "not counted". Level 1 of GB 2312 (rows 16-55) holds 99.7 % of running text; punctuation says nothing.
double gbWeight(Byte lead, Byte trail) {
  if (trail >= 0xA1) {
    if (lead >= 0xB0 && lead <= 0xD7) return 1;
    if (lead >= 0xD8 && lead <= 0xF7) return 0.35;
    if (lead == 0xA1 || lead == 0xA2 || lead == 0xA3) return -1;
  }
  return 0;
}

/// The same for Big5: level 1 is A440-C67E, level 2 C940-F9D5.
double big5Weight(Byte lead, Byte trail) {
  if (lead >= 0xA4 && (lead < 0xC6 || (lead == 0xC6 && trail <= 0x7E))) return 1;
  if (lead >= 0xC9 && lead <= 0xF9) return 0.35;
  if (lead >= 0xA1 && lead <= 0xA3) return -1;
  return 0;
}

void readAsGb(std::string_view text, Reading& reading) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Byte lead = static_cast<Byte>(text[i]);
    if (lead < 0x80) continue;
    const Byte trail = i + 1 < text.size() ? static_cast<Byte>(text[i + 1]) : Byte{0};
    if (lead == 0x80 || lead == 0xFF) { ++reading.invalid; continue; }
    const bool isFourByte = trail >= 0x30 && trail <= 0x39 && i + 3 < text.size();
    if (isFourByte) { reading.pairs += 1; reading.everyday += 0.2; i += 3; continue; }
    if (trail < 0x40 || trail == 0x7F || trail == 0xFF) { ++reading.invalid; continue; }
    const double weight = gbWeight(lead, trail);
    if (weight >= 0) { reading.pairs += 1; reading.everyday += weight; }
    ++i;
  }
}

void readAsBig5(std::string_view text, Reading& reading) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Byte lead = static_cast<Byte>(text[i]);
    if (lead < 0x80) continue;
    const Byte trail = i + 1 < text.size() ? static_cast<Byte>(text[i + 1]) : Byte{0};
    const bool isPair = lead >= 0x81 && lead <= 0xFE && ((trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE));
    if (!isPair) { ++reading.invalid; continue; }
    const double weight = big5Weight(lead, trail);
    if (weight >= 0) { reading.pairs += 1; reading.everyday += weight; }
    ++i;
  }
}

/// Characters that make up most of place names, street names and survey tables, simplified and traditional.
constexpr std::string_view kFrequent =
    "的一是不在有人中大小上下东西南北路街道巷弄号号栋楼层幢座单元室户区县市省镇乡村里社居委会小区花园家园新城苑庄桥河江湖海山水田林园院校学医公安局厂库房"
    "宅商住办工业厂房砖混框架结构年月日长宽高面积编码名称备注类型用途地块建筑物管线点雨污合流井口检查化粪池阀门给排电力通信燃气热物探起终材质径埋深程主次支"
    "平和安民光明华红星阳春华光荣文化体育广场站前后左右内外门金银石木土火天长永福庆祥云梅棉花品酱市委政府机关宿舍第一二三四五六七八九十百千万零"
    "東區鄉鎮縣號樓層戶園學國門開關會車場動無為這個來時們產業廠廣電氣熱給長寬積編碼備類點線雨汙圖華陽臺灣義內裡莊橋";

double frequentShare(const std::string& utf8) {
  double frequent = 0, all = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const Byte lead = static_cast<Byte>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 3) {
      all += 1;
      if (kFrequent.find(std::string_view(utf8).substr(i, 3)) != std::string_view::npos) frequent += 1;
    } else if (length > 1) {
      all += 1;
    }
    i += length;
  }
  return all > 0 ? frequent / all : 0;
}

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%.0f %%", share * 100);
  return text;
}

bool isSingleByte(const std::string& name) {
  for (const char* prefix : {"ISO-8859", "ISO8859", "CP125", "CP437", "CP850", "KOI8", "LATIN", "CP874", "WINDOWS-125", "MACINTOSH", "CP866"}) {
    if (name.rfind(prefix, 0) == 0) return true;
  }
  return false;
}

/// Length of the valid character that `text` begins with; 0 when it begins with none (overlong forms, surrogates, beyond U+10FFFF).
std::size_t utf8Length(std::string_view text) {
  const Byte lead = static_cast<Byte>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
  if (length < 2 || length > text.size()) return length > text.size() ? 0 : length;
  for (std::size_t k = 1; k < length; ++k) if ((static_cast<Byte>(text[k]) & 0xC0) != 0x80) return 0;
  const Byte second = static_cast<Byte>(text[1]);
  const bool isWrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return isWrong ? 0 : length;
}

constexpr const char* kReplacement = "\xEF\xBF\xBD";

/// Also for what iconv gives: glibc lets characters beyond U+10FFFF pass.
DecodedText cleaned(std::string_view text) {
  DecodedText clean;
  clean.text.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8Length(text.substr(i));
    if (length > 0) clean.text += text.substr(i, length);
    else { clean.text += kReplacement; ++clean.replaced; }
    i += std::max<std::size_t>(1, length);
  }
  return clean;
}

struct Candidate {
  std::string name;
  Reading reading;
  double score = 0;       ///< share of everyday characters plus share of the frequent ones
  double frequent = 0;
};

std::string joined(const std::vector<std::string_view>& texts, std::size_t limit) {
  std::string all;
  for (const auto text : texts) {
    if (isAscii(text)) continue;
    if (!all.empty()) all += ' ';
    all += text;
    if (all.size() > limit) break;
  }
  return all;
}

Candidate candidateOf(const char* name, const std::vector<std::string_view>& texts, void (*read)(std::string_view, Reading&), const std::string& sample) {
  Candidate candidate{name, {}, 0, 0};
  for (const auto text : texts) read(text, candidate.reading);
  candidate.frequent = frequentShare(decodeText(sample, name).text);
  // A few broken pairs (fields cut inside a character) are normal in DBF files; more than one in twenty is another encoding.
  const double broken = static_cast<double>(candidate.reading.invalid) / std::max(1.0, candidate.reading.pairs);
  candidate.score = broken > 0.05 && candidate.reading.invalid > 1 ? 0 : candidate.reading.share() * (1 - broken) + 0.5 * candidate.frequent;
  return candidate;
}

constexpr double kPlausible = 0.85;   ///< everyday share that Chinese running text always exceeds; Japanese, Korean and Cyrillic bytes stay below
constexpr double kMargin = 0.12;      ///< by which the better reading must lead

std::string shown(const std::string& sample, const std::string& encoding) {
  const std::string text = decodeText(sample, encoding).text;
  std::size_t end = std::min<std::size_t>(text.size(), 36);
  while (end < text.size() && (static_cast<Byte>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(0, end);
}

}  // namespace

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<Byte>(c) < 0x80; });
}

bool isUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<Byte>(text[i]) < 0x80) {   // most of a table
      ++i;
      continue;
    }
    const std::size_t length = utf8Length(text.substr(i));
    if (length == 0) return false;
    i += length;
  }
  return true;
}

std::optional<std::string> toUtf8(std::string_view text, const std::string& encoding) {
  if (encoding == "UTF-8") return isUtf8(text) ? std::optional(std::string(text)) : std::nullopt;
  const Converter converter(encoding);
  std::string out;
  if (!converter.isOpen() || converter.convert(text, out) != text.size()) return std::nullopt;
  return out;
}

DecodedText decodeText(std::string_view text, const std::string& encoding) {
  if (isAscii(text)) return {std::string(text), 0};
  if (encoding == "UTF-8") return cleaned(text);
  const Converter converter(encoding);
  if (!converter.isOpen()) return cleaned(text);
  DecodedText decoded;
  while (!text.empty()) {
    text.remove_prefix(converter.convert(text, decoded.text));
    if (text.empty()) break;
    decoded.text += kReplacement;
    ++decoded.replaced;
    text.remove_prefix(1);
  }
  if (isUtf8(decoded.text)) return decoded;
  DecodedText clean = cleaned(decoded.text);
  clean.replaced += decoded.replaced;
  return clean;
}

std::string canonicalEncoding(std::string_view given) {
  std::string name;
  for (const char c : given) {
    if (!std::isspace(static_cast<Byte>(c)) && c != '\0') name += static_cast<char>(std::toupper(static_cast<Byte>(c)));
  }
  if (name.rfind("ANSI_", 0) == 0 || name.rfind("ANSI ", 0) == 0) name = name.substr(5);
  if (name.rfind("LDID/", 0) == 0 || name == "OEM" || name == "ANSI" || name == "SYSTEM") return {};
  if (name == "UTF8" || name == "65001" || name == "UTF-8" || name == "CP65001") return "UTF-8";
  if (name == "936" || name == "CP936" || name == "GBK" || name == "GB2312" || name == "GB18030" || name == "54936" || name == "CP54936" || name == "EUC-CN" || name == "HZ-GB-2312") return "GB18030";
  if (name == "950" || name == "CP950" || name == "BIG5" || name == "BIG-5" || name == "BIG5-HKSCS") return name == "BIG5-HKSCS" ? name : "CP950";
  if (name.rfind("88591", 0) == 0) name = "ISO-8859-" + name.substr(4);
  if (!name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return std::isdigit(static_cast<Byte>(c)) != 0; })) name = "CP" + name;
  return Converter(name).isOpen() ? name : std::string();
}

geo::Result<EncodingProof> judgeEncoding(const std::vector<std::string_view>& texts, const std::vector<EncodingHint>& hints) {
  if (std::all_of(texts.begin(), texts.end(), isAscii)) return EncodingProof{"UTF-8", "all text is ASCII"};
  if (std::all_of(texts.begin(), texts.end(), isUtf8)) return EncodingProof{"UTF-8", "every byte is valid UTF-8, with characters beyond ASCII"};

  const std::string sample = joined(texts, 200'000);
  const Candidate gb = candidateOf("GB18030", texts, readAsGb, sample), big5 = candidateOf("CP950", texts, readAsBig5, sample);
  const Candidate& best = gb.score >= big5.score ? gb : big5;
  const Candidate& other = gb.score >= big5.score ? big5 : gb;
  const auto proofOf = [](const Candidate& c) {
    return percent(c.reading.share()) + " of " + std::to_string(static_cast<long>(c.reading.pairs)) + " characters are everyday ones in " + c.name;
  };
  const bool isPlausible = best.score > 0 && best.reading.share() >= kPlausible;
  const bool isClear = best.score - other.score >= kMargin && (best.reading.pairs >= 4 || best.frequent >= 0.5);
  std::string ignored;
  for (const auto& hint : hints) {
    const std::string name = canonicalEncoding(hint.name);
    if (name.empty()) continue;
    if (name == best.name && isPlausible) return EncodingProof{name, proofOf(best) + "; " + hint.origin + " says so too"};
    if (name == other.name && other.score > 0 && other.reading.share() >= 0.7 && !(isPlausible && isClear)) return EncodingProof{name, hint.origin + " says so, and " + proofOf(other)};
    const bool isOpen = name != "UTF-8" && name != gb.name && name != big5.name && !(isPlausible && (isClear || isSingleByte(name)));
    if (isOpen && std::all_of(texts.begin(), texts.end(), [&](auto text) { return toUtf8(text, name).has_value(); })) {
      return EncodingProof{name, hint.origin + " says so, and every byte is valid in it"};
    }
    ignored += "; " + hint.origin + " says " + hint.name + ", which the bytes contradict";
  }
  if (isPlausible && isClear) return EncodingProof{best.name, proofOf(best) + ", " + percent(other.reading.share()) + " in " + other.name + ignored};
  std::string text = "the encoding of the text is not proven: as GB18030 it begins \"" + shown(sample, "GB18030") + "\", as Big5 \"" + shown(sample, "CP950") + "\"";
  return fail(ErrorCode::Undecided, text + ignored, "say which one by --encoding GB18030, --encoding BIG5 or another name that iconv knows");
}

}  // namespace pianqu::layers
