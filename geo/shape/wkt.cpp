#include "geo/shape/wkt.hpp"

#include <cctype>
#include <charconv>
#include <cmath>

namespace pianqu::geo {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : m_text(text) {}

  Result<XYGeometry> geometry() {
    const std::string kind = word();
    if (const std::string dims = peekWord(); dims == "Z" || dims == "M" || dims == "ZM") word();
    const bool empty = peekWord() == "EMPTY";
    if (empty) word();
    XYGeometry result;
    bool good = true;
    if (kind == "POINT") {
      XYGeometry::Points g;
      if (!empty) good = open() && point(g.points.emplace_back()) && close();
      result.value = std::move(g);
    } else if (kind == "MULTIPOINT") {
      XYGeometry::Points g;
      if (!empty) good = list([&] { return wrappedPoint(g.points.emplace_back()); });
      result.value = std::move(g);
    } else if (kind == "LINESTRING" || kind == "LINEARRING") {
      XYGeometry::Lines g;
      if (!empty) good = points(g.lines.emplace_back());
      result.value = std::move(g);
    } else if (kind == "MULTILINESTRING") {
      XYGeometry::Lines g;
      if (!empty) good = list([&] { return points(g.lines.emplace_back()); });
      result.value = std::move(g);
    } else if (kind == "POLYGON") {
      XYGeometry::Polygons g;
      if (!empty) good = polygon(g.polygons.emplace_back());
      result.value = std::move(g);
    } else if (kind == "MULTIPOLYGON") {
      XYGeometry::Polygons g;
      if (!empty) good = list([&] { return polygon(g.polygons.emplace_back()); });
      result.value = std::move(g);
    } else {
      return fail(ErrorCode::Invalid, "not a geometry in well-known text: \"" + kind + "\"",
                  "use POINT, LINESTRING, POLYGON or their MULTI forms");
    }
    skipSpace();
    if (good && m_at != m_text.size()) { m_expected = "the end"; good = false; }
    if (!good) {
      return fail(ErrorCode::Invalid, "well-known text breaks at character " + std::to_string(m_at + 1) + ": expected " + m_expected);
    }
    return result;
  }

 private:
  void skipSpace() { while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at]))) ++m_at; }

  std::string peekWord() { const auto at = m_at; auto result = word(); m_at = at; return result; }
  std::string word() {
    skipSpace();
    std::string result;
    while (m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at]))) {
      result += static_cast<char>(std::toupper(static_cast<unsigned char>(m_text[m_at++])));
    }
    return result;
  }
  bool symbol(char c) {
    skipSpace();
    if (m_at < m_text.size() && m_text[m_at] == c) { ++m_at; return true; }
    return false;
  }
  bool open() { m_expected = "("; return symbol('('); }
  bool close() { m_expected = ")"; return symbol(')'); }
  bool number(double& value) {
    skipSpace();
    m_expected = "a number";
    const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
    if (error != std::errc() || !std::isfinite(value)) return false;
    m_at = static_cast<std::size_t>(end - m_text.data());
    return true;
  }
  bool point(XY& p) {
    if (!number(p.x) || !number(p.y)) return false;
    for (double ignored = 0; ; ) {
      const auto at = m_at;
      if (!number(ignored)) { m_at = at; return true; }
    }
  }
  bool wrappedPoint(XY& p) { return symbol('(') ? point(p) && close() : point(p); }
  template <class Item>
  bool list(Item item) {
    if (!open()) return false;
    do { if (!item()) return false; } while (symbol(','));
    return close();
  }
  bool points(std::vector<XY>& out) { return list([&] { return point(out.emplace_back()); }); }
  bool polygon(Polygon<XY>& out) {
    bool first = true;
    return list([&] {
      if (std::exchange(first, false)) return points(out.outer);
      return points(out.holes.emplace_back());
    });
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::string m_expected = "(";
};

void write(std::string& out, double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, end);
}

void write(std::string& out, XY p) {
  write(out, p.x);
  out += ' ';
  write(out, p.y);
}

template <class Items, class Item>
void writeList(std::string& out, const Items& items, Item item) {
  out += '(';
  bool first = true;
  for (const auto& each : items) {
    if (!std::exchange(first, false)) out += ',';
    item(each);
  }
  out += ')';
}

void write(std::string& out, const std::vector<XY>& points) {
  writeList(out, points, [&out](XY p) { write(out, p); });
}

void write(std::string& out, const Polygon<XY>& polygon) {
  out += '(';
  write(out, polygon.outer);
  for (const auto& hole : polygon.holes) {
    out += ',';
    write(out, hole);
  }
  out += ')';
}

template <class Parts>
std::string written(const char* single, const char* multi, const Parts& parts) {
  std::string out;
  if (parts.empty()) return std::string(single) + " EMPTY";
  if (parts.size() == 1) {
    out = single;
    out += ' ';
    write(out, parts.front());
    return out;
  }
  out = multi;
  out += ' ';
  writeList(out, parts, [&out](const auto& part) { write(out, part); });
  return out;
}

}  // namespace

Result<XYGeometry> parseWkt(std::string_view text) { return Parser(text).geometry(); }

std::string toWkt(const XYGeometry& geometry) {
  struct Visitor {
    std::string operator()(std::monostate) const { return "GEOMETRYCOLLECTION EMPTY"; }
    std::string operator()(const XYGeometry::Points& g) const {
      if (g.points.size() != 1) return written("POINT", "MULTIPOINT", g.points);
      std::string out = "POINT (";
      write(out, g.points.front());
      return out + ")";
    }
    std::string operator()(const XYGeometry::Lines& g) const { return written("LINESTRING", "MULTILINESTRING", g.lines); }
    std::string operator()(const XYGeometry::Polygons& g) const { return written("POLYGON", "MULTIPOLYGON", g.polygons); }
  };
  return std::visit(Visitor{}, geometry.value);
}

std::string toWkt(const Polygon<XY>& polygon) { return toWkt(MultiPolygon<XY>{polygon}); }
std::string toWkt(const MultiPolygon<XY>& polygons) { return written("POLYGON", "MULTIPOLYGON", polygons); }
std::string toWkt(const Line<XY>& line) { return written("LINESTRING", "MULTILINESTRING", MultiLine<XY>{line}); }

}  // namespace pianqu::geo
