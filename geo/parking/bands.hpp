#pragma once

#include <span>
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

  /// Spans of x in which the whole band y..y+depth is inside, ascending. O(edges).
  std::vector<Span> along(double y, double depth) const;
  /// True when no edge enters the open box and its centre is inside.
  bool holds(const Box& box) const;
  const Box& extent() const { return m_extent; }

 private:
  friend class BandSweep;
  /// a.y <= b.y; `slope`: change of x per metre of y, 0 for a level edge.
  struct Edge { XY a, b; double slope; };
  static Span reachOf(const Edge& edge, double low, double high);
  bool isInside(XY point) const;

  std::vector<Edge> m_edges;  ///< by a.y
  Box m_extent;
};

/// Bands::along() for bands of one depth that only rise: a call costs the edges that meet the band, not those below it.
class BandSweep {
 public:
  BandSweep(const Bands& bands, double depth) : m_bands(bands), m_depth(depth) {}

  /// Appends the spans of the band y..y+depth; `y` is not below that of the call before.
  void append(double y, std::vector<Span>& spans);

 private:
  struct Blocked { Span reach; std::size_t edge; bool isCrossing; };   ///< what an edge takes of the band, and whether it crosses the band's middle

  const Bands& m_bands;
  double m_depth;
  std::size_t m_next = 0;           ///< the first edge that has not been met
  std::vector<Blocked> m_blocked;   ///< edges met whose upper end was not below the last band, by the low end of what they take
};

/// The polygon with x and y exchanged: columns become rows.
Polygon<XY> transposed(Polygon<XY> polygon);

/// Parts of `spans` inside `limit` and outside `hole`, ascending.
std::vector<Span> clipped(std::span<const Span> spans, Span limit, const Span* hole);

}  // namespace pianqu::geo
