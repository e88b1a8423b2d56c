#include <bit>
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

}  // namespace

std::string toWkb(const XYGeometry& geometry) {
  Writer writer;
  std::visit(Visitor{writer}, geometry.value);
  return std::move(writer.bytes);
}

}  // namespace pianqu::layers
