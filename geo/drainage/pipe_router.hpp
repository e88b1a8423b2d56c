#pragma once

#include <optional>
#include <vector>

#include "geo/index/box_index.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// What a new pipe keeps from houses and water; values come from the catalogue.
struct RouteLimits {
  double clearanceM = 0;      ///< axis of the pipe from a wall
  double clearanceCost = 0;   ///< a metre nearer than that counts as 1 + this many metres
  double searchM = 0;         ///< how far beside the straight line a way around is looked for
};

/// Ways for new pipes between houses. Default: open ground, every way is straight.
///
/// Looks for the cheapest way over the straight line and the corners of the obstacles, moved out by the clearance and by less than it for
/// lanes that are too narrow. The ends may lie on a wall or in a house that was drawn over them: a riser hangs on a facade.
/// cost      a few microseconds where the straight line is free, else O(corners^2) of the obstacles around it
class PipeRouter {
 public:
  PipeRouter() = default;
  /// `obstacles` in the CRS of the pipes, metres.
  PipeRouter(std::vector<Polygon<XY>> obstacles, const RouteLimits& limits);

  /// keeps     first and last point are `from` and `to`; the line enters no obstacle, but those that hold or touch an end, and these by the
  ///           shortest way out
  /// returns   nullopt when no way was found
  std::optional<Line<XY>> route(XY from, XY to) const;
  /// Whether the line runs through an obstacle; its own ends may touch one.
  bool isBlocked(const Line<XY>& line) const;
  /// Metres of the line that lie nearer to an obstacle than the clearance.
  double tightM(const Line<XY>& line) const;
  bool isInside(XY point) const;
  /// The point at the clearance straight off the wall that `from` hangs on; nullopt when it hangs on none or another obstacle is in the way.
  std::optional<XY> offWall(XY from) const;
  const RouteLimits& limits() const { return m_limits; }

 private:
  struct Near;
  struct Search;
  Near nearTo(XY from, XY to, double marginM) const;
  std::optional<Line<XY>> search(XY from, XY to, double marginM) const;

  std::vector<Polygon<XY>> m_obstacles;
  BoxIndex m_index;
  RouteLimits m_limits;
};

}  // namespace pianqu::geo
