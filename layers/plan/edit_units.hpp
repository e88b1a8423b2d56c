#pragma once

#include <optional>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/plan/plan.hpp"
#include "layers/plan/plan_index.hpp"

/// Which estates and scattered buildings a brush, a rectangle, a lasso or a boundary takes.
namespace pianqu::layers {

enum class PickRule {
  Touch,      ///< any of its ground is inside: what a brush paints
  Centroid,   ///< a building by its centre of mass; an estate when more than half of its buildings are in
  Majority,   ///< more than half of its footprints' area (of the red line where it has no building)
  Whole       ///< all of its ground
};

/// The ground under a brush: a circle of `radiusM` led along `path` (one point or more).
/// errors    Invalid for no point, a radius that is not positive, a coordinate that is not a number
geo::Result<geo::MultiPolygon<geo::XY>> brushArea(const geo::Line<geo::XY>& path, double radiusM);
geo::MultiPolygon<geo::XY> rectangleArea(geo::XY corner, geo::XY opposite);

/// Units inside `area`, sorted by kind and uid, reason "手工"; estates whole or not at all. The same as membersInside() for the rules
/// that both know, but only what is near is looked at.
///
/// cost      O(log n + k) for k features near; centre rules test a point against the edges at its height only
/// errors    Invalid from the overlay for broken shapes
geo::Result<std::vector<Member>> pickUnits(const PlanIndex& index, const geo::MultiPolygon<geo::XY>& area, PickRule rule);

/// Point-in-polygon for many points: edges sorted into bands by northing.
class AreaTest {
 public:
  explicit AreaTest(const geo::MultiPolygon<geo::XY>& area);
  bool contains(geo::XY point) const;
  const geo::Box& box() const { return m_box; }

 private:
  struct Side { geo::XY low, high; };
  std::vector<std::vector<Side>> m_bands;
  geo::Box m_box;
  double m_bandM = 1;
};

}  // namespace pianqu::layers
