#include <algorithm>
#include <charconv>
#include <cstdio>

#include "app/paint/pdf_repair.hpp"
#include "layers/catalogue/rows.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

std::optional<unsigned> hexNumber(const std::string& text) {
  unsigned value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (text.empty() || code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Words of a CMap: <hex strings> with their brackets, [ and ], and plain words.
std::vector<std::string> wordsOf(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    if (c == '<' || c == '[' || c == ']') flush();
    if (c == '[' || c == ']') {
      words.emplace_back(1, c);
    } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      flush();
    } else {
      word += c;
      if (c == '>' && word.front() == '<') flush();
    }
  }
  flush();
  return words;
}

std::string insideOf(const std::string& word) { return word.size() >= 2 && word.front() == '<' ? word.substr(1, word.size() - 2) : std::string(); }

std::string hex4(unsigned value) {
  char text[16];
  std::snprintf(text, sizeof text, "%04X", value);
  return text;
}

/// Targets by glyph code, as hexadecimal UTF-16.
using Targets = std::map<unsigned, std::string>;

/// Reads one range "<from> <to> <target>" or "<from> <to> [<target> ...]"; moves `i` behind it.
void readRange(const std::vector<std::string>& words, std::size_t& i, Targets& targets) {
  const auto from = hexNumber(insideOf(words[i])), to = hexNumber(insideOf(words[i + 1]));
  if (!from || !to || *to < *from || *to - *from > 0xFFFF) {
    i += 3;
    return;
  }
  if (words[i + 2] != "[") {
    const auto target = hexNumber(insideOf(words[i + 2]));
    for (unsigned code = *from; target && code <= *to; ++code) targets[code] = hex4(*target + (code - *from));
    i += 3;
    return;
  }
  i += 3;
  for (unsigned code = *from; i < words.size() && words[i] != "]"; ++code, ++i) targets[code] = insideOf(words[i]);
  ++i;
}

Targets targetsOf(const std::vector<std::string>& words) {
  Targets targets;
  std::string section;
  for (std::size_t i = 0; i < words.size();) {
    if (words[i] == "beginbfchar" || words[i] == "beginbfrange") {
      section = words[i++];
    } else if (words[i] == "endbfchar" || words[i] == "endbfrange") {
      section.clear();
      ++i;
    } else if (section == "beginbfchar" && i + 1 < words.size()) {
      if (const auto code = hexNumber(insideOf(words[i]))) targets[*code] = insideOf(words[i + 1]);
      i += 2;
    } else if (section == "beginbfrange" && i + 2 < words.size()) {
      readRange(words, i, targets);
    } else {
      ++i;
    }
  }
  return targets;
}

}  // namespace

geo::Result<UnifiedIdeographs> readUnifiedIdeographs(const std::string& dataFolder) {
  const auto table = layers::readCatalogueFile(dataFolder + "/styles/unified_ideographs.csv");
  if (!table) return fail(table);
  UnifiedIdeographs unified;
  for (const auto& row : table->rows) {
    const auto from = hexNumber(row.at("from")), to = hexNumber(row.at("to"));
    if (!from || !to) return fail(ErrorCode::Invalid, "\"" + row.at("from") + "\" and \"" + row.at("to") + "\" are not both code points", "write four hexadecimal digits", {.file = table->name});
    unified[*from] = *to;
  }
  return unified;
}

geo::Result<std::string> repairToUnicode(const std::string& cmap, const UnifiedIdeographs& unified) {
  Targets targets = targetsOf(wordsOf(cmap));
  if (targets.empty()) return fail(ErrorCode::Invalid, "a character map of the PDF holds no mapping");
  for (auto& [code, target] : targets) {
    const auto character = target.size() == 4 ? hexNumber(target) : std::nullopt;
    const auto it = character ? unified.find(*character) : unified.end();
    if (it != unified.end()) target = hex4(it->second);
  }
  std::string text = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t kMostInBlock = 100;   // ISO 32000-1 9.10.3
  for (auto it = targets.begin(); it != targets.end();) {
    const std::size_t count = std::min<std::size_t>(kMostInBlock, static_cast<std::size_t>(std::distance(it, targets.end())));
    text += std::to_string(count) + " beginbfchar\n";
    for (std::size_t i = 0; i < count; ++i, ++it) text += "<" + hex4(it->first) + "> <" + it->second + ">\n";
    text += "endbfchar\n";
  }
  return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace pianqu::app
