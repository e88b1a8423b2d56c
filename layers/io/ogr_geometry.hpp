#pragma once

#include <string>

#include "layers/io/raw_layer.hpp"

class OGRGeometry;

namespace pianqu::layers {

/// A geometry as we hold it, or why it cannot be held. Neither: there was none.
struct TakenGeometry {
  RawGeometry geometry;
  std::string fault;
};

/// Curves become lines (4 degrees a step), Z and M are dropped, collections of one kind become multi. Rings stay as stored, open or closed.
TakenGeometry takeGeometry(const OGRGeometry* geometry, const ReadLimits& limits);

/// From a cell: WKT, EWKT or GeoJSON text.
TakenGeometry takeGeometryText(const std::string& text, const ReadLimits& limits);

}  // namespace pianqu::layers
