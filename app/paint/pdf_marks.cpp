#include "app/paint/pdf_marks.hpp"

#include <cmath>
#include <cstdlib>

#include "app/paint/pdf_repair.hpp"

namespace pianqu::app {
namespace {

constexpr double kUnitsPerMm = 1200 / 25.4;   // of print.cpp's resolution

/// Is `line` the rectangle "x y w h re" whose corner is mark `group`?
bool isMark(std::string_view line, std::size_t group) {
  if (!line.ends_with(" re") || line.front() != '-') return false;
  const std::string text(line);
  char* rest = nullptr;
  const double x = std::strtod(text.c_str(), &rest), y = std::strtod(rest, nullptr);
  const geo::XY mark = markOfGroup(group);
  return std::abs(x - mark.x * kUnitsPerMm) < kUnitsPerMm && std::abs(y - mark.y * kUnitsPerMm) < kUnitsPerMm;
}

}  // namespace

std::optional<std::string> bracketGroups(const std::string& content, const layers::Picture& picture) {
  const std::size_t count = picture.groups.size();
  std::string out;
  out.reserve(content.size());
  std::size_t next = 0;
  bool skipsFill = false;
  for (std::size_t from = 0; from < content.size();) {
    const std::size_t to = std::min(content.find('\n', from), content.size());
    const std::string_view line(content.data() + from, to - from);
    from = to + 1;
    if (!line.empty() && next <= count && isMark(line, next)) {
      if (next > 0) out += "EMC\n";
      if (next < count) out += "/OC /Layer" + std::to_string(next) + " BDC\n";
      ++next;
      skipsFill = true;
      continue;
    }
    if (skipsFill && (line == "f" || line == "f*")) {
      skipsFill = false;
      continue;
    }
    out.append(line).push_back('\n');
  }
  if (next != count + 1 || skipsFill) return std::nullopt;
  return out;
}

}  // namespace pianqu::app
