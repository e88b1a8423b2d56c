#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Which of many areas holds a point. Safe for concurrent queries; refers to the areas.
/// cost      O(corners) to build; a query looks at the areas of one cell of a grid, a handful of them
class AreaIndex {
 public:
  explicit AreaIndex(const std::vector<MultiPolygon<XY>>& areas);

  /// Positions of the areas that hold the point, ascending.
  std::vector<std::size_t> at(XY point) const;
  /// The first of them, -1 for none, and whether there is another one.
  std::pair<int, bool> firstAt(XY point) const;

 private:
  struct Cells {
    XY low;
    double sideM = 1;
    long columns = 0, rows = 0;
    std::vector<std::size_t> starts;
    std::vector<std::size_t> areas;
  };
  template <class Found>
  void look(XY point, const Found& found) const;

  const std::vector<MultiPolygon<XY>>& m_areas;
  std::vector<Box> m_boxes;
  Cells m_cells;
};

struct AreaJoin {
  std::vector<int> areaOf;             ///< by shape: position of its area, -1 for none
  std::vector<std::size_t> inSeveral;  ///< shapes whose place lies in more than one area; they have the first one
};

/// Joins shapes to the areas they stand in, by a point inside each: buildings to estates.
///
/// returns   shapes without geometry and those with coordinates that are not numbers are joined to none
/// cost      linear in corners, on all cores; no allocation a shape
/// errors    Cancelled
Result<AreaJoin> joinToAreas(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<MultiPolygon<XY>>& areas, Progress& progress = noProgress());

}  // namespace pianqu::geo
