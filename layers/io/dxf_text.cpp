#include "layers/io/dxf_text.hpp"

#include <cctype>
#include <cstdint>
#include <vector>

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr std::size_t kTextLimit = std::size_t{16} << 20;

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front()))) line.remove_prefix(1);
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
  return line;
}

/// The value that follows `variable` in the HEADER section.
std::string_view headerValue(std::string_view bytes, std::string_view variable) {
  const std::size_t at = bytes.substr(0, 1 << 20).find(variable);
  if (at == std::string_view::npos) return {};
  std::size_t line = bytes.find('\n', at);
  if (line == std::string_view::npos) return {};
  line = bytes.find('\n', line + 1);  // the group code between
  if (line == std::string_view::npos) return {};
  return trimmed(bytes.substr(line + 1, bytes.find('\n', line + 1) - line - 1));
}

std::vector<std::string_view> foreignLines(std::string_view bytes) {
  std::vector<std::string_view> lines;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < bytes.size() && taken < kTextLimit;) {
    std::size_t end = bytes.find('\n', at);
    if (end == std::string_view::npos) end = bytes.size();
    const auto line = bytes.substr(at, end - at);
    if (!isAscii(line)) {
      lines.push_back(trimmed(line));
      taken += line.size();
    }
    at = end + 1;
  }
  return lines;
}

int hexValue(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!std::isxdigit(static_cast<unsigned char>(c))) return -1;
    value = value * 16 + (std::isdigit(static_cast<unsigned char>(c)) ? c - '0' : std::toupper(static_cast<unsigned char>(c)) - 'A' + 10);
  }
  return value;
}

void appendUtf8(std::string& out, int code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

/// Length of the escape at `at` that was appended, 0 when there is none.
std::size_t takeEscape(const std::string& text, std::size_t at, std::string& out) {
  const std::string_view rest = std::string_view(text).substr(at);
  if (rest.size() >= 7 && (rest.substr(0, 3) == "\\U+" || rest.substr(0, 3) == "\\u+")) {
    const int code = hexValue(rest.substr(3, 4));
    if (code <= 0 || (code >= 0xD800 && code < 0xE000)) return 0;
    appendUtf8(out, code);
    return 7;
  }
  if (rest.size() >= 8 && rest.substr(0, 3) == "\\M+" && rest[3] >= '1' && rest[3] <= '5') {
    constexpr const char* kPages[] = {"CP932", "CP950", "CP949", "JOHAB", "GB18030"};
    const int code = hexValue(rest.substr(4, 4));
    if (code < 0) return 0;
    const std::string pair{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    const auto decoded = toUtf8(pair, kPages[rest[3] - '1']);
    if (!decoded) return 0;
    out += *decoded;
    return 8;
  }
  if (rest.size() >= 3 && rest.substr(0, 2) == "%%") {
    const char kind = static_cast<char>(std::tolower(static_cast<unsigned char>(rest[2])));
    const char* sign = kind == 'd' ? "°" : kind == 'c' ? "⌀" : kind == 'p' ? "±" : kind == '%' ? "%" : nullptr;
    if (!sign) return 0;
    out += sign;
    return 3;
  }
  return 0;
}

}  // namespace

geo::Result<EncodingProof> judgeDxf(std::string_view bytes, const std::string& path) {
  if (bytes.find("SECTION") == std::string_view::npos) {
    return fail(ErrorCode::Unreadable, "this is not a DXF: it has no sections", "save the drawing as ASCII DXF", {.file = path});
  }
  const std::string version(headerValue(bytes, "$ACADVER")), page(headerValue(bytes, "$DWGCODEPAGE"));
  const auto lines = foreignLines(bytes);
  const bool isModern = version.size() == 6 && version.rfind("AC", 0) == 0 && version >= "AC1021";
  if (isModern) {
    std::size_t valid = 0;
    for (const auto line : lines) valid += isUtf8(line) ? 1U : 0U;
    if (valid == lines.size()) return EncodingProof{"UTF-8", version + " is UTF-8" + (page.empty() ? "" : " whatever $DWGCODEPAGE " + page + " says") + ", and every byte is valid UTF-8"};
  }
  std::vector<EncodingHint> hints;
  if (!page.empty()) hints.push_back({page, "$DWGCODEPAGE"});
  auto proof = judgeEncoding(lines, hints);
  if (!proof) proof.error().where.file = path;
  else if (isModern) proof->proof += "; " + version + " should be UTF-8 and is not";
  return proof;
}

double unitOfDxf(std::string_view bytes) {
  const std::string unit(headerValue(bytes, "$INSUNITS"));
  return unit == "4" ? 0.001 : unit == "5" ? 0.01 : 1;
}

std::string unescapeDxf(const std::string& text) {
  if (text.find('\\') == std::string::npos && text.find("%%") == std::string::npos) return text;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t taken = takeEscape(text, i, out)) i += taken;
    else out += text[i++];
  }
  return out;
}

}  // namespace pianqu::layers
