#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "layers/scene/layer_source.hpp"

namespace pianqu::layers {

/// A number for what is added, in its order: two features with the same number are drawn with the same pixels. Holds within one run of the program.
class Fingerprint {
 public:
  void add(std::uint64_t value) {
    m_value ^= value + 0x9e3779b97f4a7c15U + (m_value << 6U) + (m_value >> 2U);
    m_value *= 0xff51afd7ed558ccdU;
  }
  void add(geo::XY point) {
    add(std::bit_cast<std::uint64_t>(point.x));
    add(std::bit_cast<std::uint64_t>(point.y));
  }
  void add(const std::vector<geo::XY>& path) {
    add(path.size());
    for (const geo::XY point : path) add(point);
  }
  void add(std::string_view text) { add(std::hash<std::string_view>{}(text)); }
  void add(const ShapeView& shape) {
    if (shape.polygons)
      for (const auto& polygon : *shape.polygons) {
        add(polygon.outer);
        add(polygon.holes.size());
        for (const auto& hole : polygon.holes) add(hole);
      }
    for (const auto& line : shape.lines) add(line);
    for (const geo::XY point : shape.points) add(point);
  }
  std::uint64_t value() const { return m_value == 0 ? 1 : m_value; }

 private:
  std::uint64_t m_value = 1;
};

}  // namespace pianqu::layers
