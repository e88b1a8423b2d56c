#include "layers/scene/picture.hpp"

#include <algorithm>

namespace pianqu::layers {
namespace {

/// Length in bytes of the UTF-8 character that starts with `lead`; 1 for bytes that start none.
std::size_t characterLength(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte >= 0xF0) return 4;
  if (byte >= 0xE0) return 3;
  return byte >= 0xC0 ? 2 : 1;
}

double characterWidthEm(std::string_view character) {
  if (character.size() >= 3) return 1;      // Chinese, full-width forms, per mille
  if (character.size() == 2) return 0.62;   // Latin and Greek letters, degree, multiplication sign
  const char c = character.front();
  if (c >= '0' && c <= '9') return 0.56;
  if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '%' || c == '@') return 0.92;
  if (c >= 'A' && c <= 'Z') return 0.68;
  if (c == ' ') return 0.23;
  if (c == 'i' || c == 'j' || c == 'l' || c == '.' || c == ',' || c == ':' || c == ';' || c == '\'' || c == '|' || c == '!') return 0.3;
  if (c == '(' || c == ')' || c == '-' || c == '/' || c == 'f' || c == 't' || c == 'r') return 0.4;
  return 0.58;
}

}  // namespace

double textWidthEm(std::string_view text) {
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = std::min(characterLength(text[i]), text.size() - i);
    width += characterWidthEm(text.substr(i, length));
    i += length;
  }
  return width;
}

std::vector<std::string> wrapText(std::string_view text, double sizeMm, double widthMm) {
  std::vector<std::string> lines(1);
  double width = 0;
  std::size_t breakAfter = 0;   // bytes of the current line up to its last place to break
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = std::min(characterLength(text[i]), text.size() - i);
    const std::string_view character = text.substr(i, length);
    i += length;
    if (character == "\n") {
      lines.emplace_back();
      width = 0;
      breakAfter = 0;
      continue;
    }
    const double more = characterWidthEm(character) * sizeMm;
    const bool isClosing = character == "，" || character == "。" || character == "；" || character == "、" || character == "）" || character == "：";
    // Closing punctuation hangs at the end of its line.
    if (width + more > widthMm && breakAfter > 0 && !isClosing) {
      std::string rest = lines.back().substr(breakAfter);
      lines.back().resize(breakAfter);
      lines.push_back(std::move(rest));
      width = textWidthEm(lines.back()) * sizeMm;
      breakAfter = 0;
    }
    // A code longer than the column is cut anywhere rather than run into the next one.
    if (width + more > widthMm && breakAfter == 0 && !lines.back().empty() && !isClosing) {
      lines.emplace_back();
      width = 0;
    }
    const bool isWide = length >= 3;
    if (isWide && !isClosing) breakAfter = lines.back().size();
    lines.back() += character;
    width += more;
    if (character == " " || isClosing || isWide) breakAfter = lines.back().size();
  }
  return lines;
}

}  // namespace pianqu::layers
