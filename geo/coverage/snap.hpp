#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// What a drawn point can snap to. The caller numbers its layers (boundary, road, wall, building); `layer` comes back with the answer.
struct SnapLine {
  Line<XY> line;
  int layer = 0;
};

enum class SnapKind { Vertex, Intersection, Edge };

struct Snap {
  XY point;
  SnapKind kind = SnapKind::Edge;
  int layer = 0;
  std::size_t line = 0;        ///< position in the input
  double distanceM = 0;
};

/// A bit for each kind, and a bit for each layer below 32: what may be snapped to.
struct SnapFilter {
  bool hasVertices = true, hasIntersections = true, hasEdges = true;
  std::uint32_t layers = 0xFFFFFFFF;
};

/// Finds the vertex, crossing or side nearest to the mouse, and ways along lines. Built once for what is on the map.
///
/// cost      O(n log n) to build; a query looks at the sides within reach: tens of microseconds in a city of 6000 buildings
class SnapIndex {
 public:
  explicit SnapIndex(std::vector<SnapLine> lines);
  ~SnapIndex();
  SnapIndex(SnapIndex&&) noexcept;

  /// A vertex or crossing within reach goes before any side; the nearest of its kind wins, then the first in the input.
  std::optional<Snap> find(XY point, double withinM, const SnapFilter& filter = {}) const;

  /// The shortest way along the lines from one snapped point to another, both ends included: tracing. Lines hang together where they
  /// share a vertex or cross. nullopt when no way is shorter than `mostM`.
  /// cost      O(k log k) in the sides within `mostM`
  std::optional<Line<XY>> trace(const Snap& from, const Snap& to, double mostM, const SnapFilter& filter = {}) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace pianqu::geo
