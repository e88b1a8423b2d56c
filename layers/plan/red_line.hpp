#pragma once

#include <vector>

#include "geo/base/result.hpp"
#include "geo/index/box_index.hpp"
#include "geo/shape/shape.hpp"
#include "layers/feature/city.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// Quantities are kept in hundredths of their unit: rounded half away from zero.
double roundedQuantity(double quantity);

/// A quantity split by the red lines. In hundredths of the unit, inside + outside = quantity exactly.
struct RedLineSplit {
  double inside = 0;
  double outside = 0;
};

/// A geometry cut at the red lines; either part may be empty.
struct RedLineParts {
  geo::XYGeometry inside, outside;
};

/// The union of all estate red lines (小区红线), cut to what is near each question. Safe for concurrent questions.
class RedLines {
 public:
  explicit RedLines(const City& city);

  /// `quantity` rounded to hundredths and split in proportion to the part of `geometry` inside: by area, length, or number of points.
  ///
  /// in        geometry in the project CRS; without geometry everything is outside, since nobody has shown that it is inside
  /// keeps     inside and outside have the sign of quantity
  /// errors    those of geo/overlay
  geo::Result<RedLineSplit> split(const geo::XYGeometry& geometry, double quantity) const;

  /// The parts of `geometry` inside and outside, for drawing. errors  those of geo/overlay
  geo::Result<RedLineParts> cut(const geo::XYGeometry& geometry) const;

  /// Rounds `measure.quantity` and fills its inside and outside.
  geo::Result<void> apply(Measure& measure) const;

  /// The red lines that meet `box`, as one valid area.
  geo::Result<geo::MultiPolygon<geo::XY>> near(const geo::Box& box) const;

 private:
  geo::Result<double> insideShare(const geo::XYGeometry& geometry) const;

  std::vector<geo::MultiPolygon<geo::XY>> m_shapes;
  geo::BoxIndex m_index;
};

}  // namespace pianqu::layers
