#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "layers/io/database.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;
using geo::XYGeometry;

static_assert(std::endian::native == std::endian::little, "bytes are copied as they are");

class Writer {
 public:
  std::string bytes;

  void head(std::uint32_t type) {
    bytes += '\1';
    put(type);
  }
  void count(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
  void point(XY p) {
    put(p.x);
    put(p.y);
  }
  void points(const std::vector<XY>& all) {
    count(all.size());
    for (const XY p : all) point(p);
  }
  void polygon(const geo::Polygon<XY>& polygon) {
    head(3);
    count(1 + polygon.holes.size());
    points(polygon.outer);
    for (const auto& hole : polygon.holes) points(hole);
  }

 private:
  template <class T>
  void put(T value) {
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    bytes.append(raw, sizeof(T));
  }
};

struct Visitor {
  Writer& out;
  void operator()(std::monostate) const {}
  void operator()(const XYGeometry::Points& g) const {
    if (g.points.size() == 1) {
      out.head(1);
      out.point(g.points.front());
      return;
    }
    out.head(4);
    out.count(g.points.size());
    for (const XY p : g.points) {
      out.head(1);
      out.point(p);
    }
  }
  void operator()(const XYGeometry::Lines& g) const {
    out.head(5);
    out.count(g.lines.size());
    for (const auto& line : g.lines) {
      out.head(2);
      out.points(line);
    }
  }
  void operator()(const XYGeometry::Polygons& g) const {
    out.head(6);
    out.count(g.polygons.size());
    for (const auto& polygon : g.polygons) out.polygon(polygon);
  }
};

/// Little-endian bytes, without Z and M; anything else, and anything that ends too early, fails.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_left(bytes) {}

  bool isFailed() const { return m_isFailed; }
  std::uint32_t head() {
    if (m_left.empty() || m_left.front() != '\1') return fail();
    m_left.remove_prefix(1);
    return take<std::uint32_t>();
  }
  void expect(std::uint32_t type) {
    if (head() != type) fail();
  }
  /// A number of parts of at least `bytesEach`: no more than there are bytes for.
  std::size_t count(std::size_t bytesEach) {
    const std::size_t n = take<std::uint32_t>();
    return n * bytesEach <= m_left.size() ? n : fail();
  }
  XY point() {
    const auto x = take<double>();
    return {x, take<double>()};
  }
  std::vector<XY> points() {
    std::vector<XY> all(count(sizeof(XY)));
    for (XY& p : all) p = point();
    return all;
  }
  geo::Polygon<XY> polygon() {
    geo::Polygon<XY> polygon;
    const std::size_t rings = count(4);
    for (std::size_t i = 0; i < rings; ++i) {
      if (i == 0) polygon.outer = points();
      else polygon.holes.push_back(points());
    }
    return polygon;
  }

 private:
  template <class T>
  T take() {
    T value{};
    if (m_left.size() < sizeof(T)) return static_cast<T>(fail());
    std::memcpy(&value, m_left.data(), sizeof(T));
    m_left.remove_prefix(sizeof(T));
    return value;
  }
  std::uint32_t fail() {
    m_isFailed = true;
    m_left = {};
    return 0;
  }

  std::string_view m_left;
  bool m_isFailed = false;
};

}  // namespace

std::optional<XYGeometry> fromWkb(std::string_view bytes) {
  constexpr std::size_t kHead = 5;
  Reader in(bytes);
  XYGeometry geometry;
  switch (in.head()) {
    case 1: {
      const XY p = in.point();
      if (!std::isnan(p.x)) geometry.value = XYGeometry::Points{{p}};   // an empty point has no other form
      break;
    }
    case 2: geometry.value = XYGeometry::Lines{{in.points()}}; break;
    case 3: geometry.value = XYGeometry::Polygons{{in.polygon()}}; break;
    case 4: {
      XYGeometry::Points all;
      for (std::size_t n = in.count(kHead + sizeof(XY)); n > 0; --n) {
        in.expect(1);
        all.points.push_back(in.point());
      }
      geometry.value = std::move(all);
      break;
    }
    case 5: {
      XYGeometry::Lines all;
      for (std::size_t n = in.count(kHead + 4); n > 0; --n) {
        in.expect(2);
        all.lines.push_back(in.points());
      }
      geometry.value = std::move(all);
      break;
    }
    case 6: {
      XYGeometry::Polygons all;
      for (std::size_t n = in.count(kHead + 4); n > 0; --n) {
        in.expect(3);
        all.polygons.push_back(in.polygon());
      }
      geometry.value = std::move(all);
      break;
    }
    default: return std::nullopt;
  }
  if (in.isFailed()) return std::nullopt;
  return geometry;
}

std::string toWkb(const XYGeometry& geometry) {
  Writer writer;
  std::visit(Visitor{writer}, geometry.value);
  return std::move(writer.bytes);
}

}  // namespace pianqu::layers
