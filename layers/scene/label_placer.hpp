#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "layers/scene/picture.hpp"

namespace pianqu::layers {

/// Boxes on paper that grow one by one, in a grid of cells: the free space that labels compete for.
class OccupiedPaper {
 public:
  void add(const geo::Box& box);
  bool isFree(const geo::Box& box) const;

 private:
  static constexpr double kCellMm = 8;
  template <class Visit>
  static void visitCells(const geo::Box& box, Visit&& visit);
  std::vector<geo::Box> m_boxes;
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> m_cells;
};

/// Places that are at least a given distance apart, for letters and arrows that repeat.
class Spacing {
 public:
  explicit Spacing(double distanceMm) : m_distance(distanceMm) {}
  bool claim(geo::XY at);   ///< false when another place is nearer than the distance

 private:
  double m_distance;
  std::unordered_map<std::int64_t, std::vector<geo::XY>> m_cells;
};

/// Boxes that cover a block of text lines around `at`, turned by `angleDeg`: one when it lies level, a chain of squares when it does not.
std::vector<geo::Box> boxesOfText(geo::XY at, double widthMm, double heightMm, double angleDeg);

}  // namespace pianqu::layers
