#pragma once

#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A stretch along a row, metres.
struct Span {
  double low = 0;
  double high = 0;
  double length() const { return high - low; }
};

/// Where a band of the plane lies wholly inside a polygon: the row function of the layout.
///
/// accuracy  the band is taken 1 µm thinner on both sides, so that a row may touch the boundary
class Bands {
 public:
  explicit Bands(const Polygon<XY>& polygon);

  /// Spans of x in which the whole band y..y+depth is inside, ascending. O(edges that meet the band).
  std::vector<Span> along(double y, double depth) const;
  /// True when no edge enters the open box and its centre is inside.
  bool holds(const Box& box) const;
  const Box& extent() const { return m_extent; }

 private:
  struct Edge { XY a, b; };  ///< a.y <= b.y
  bool isInside(XY point) const;

  std::vector<Edge> m_edges;  ///< by a.y
  Box m_extent;
};

/// The polygon with x and y exchanged: columns become rows.
Polygon<XY> transposed(Polygon<XY> polygon);

/// Parts of `spans` inside `limit` and outside `hole`, ascending.
std::vector<Span> clipped(const std::vector<Span>& spans, Span limit, const Span* hole);

}  // namespace pianqu::geo
