#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/problems.hpp"
#include "geo/shape/shape.hpp"
#include "layers/feature/table.hpp"
#include "layers/io/text_encoding.hpp"

namespace pianqu::layers {

/// Coordinates as stored: order, zone, unit and datum not yet proven.
using RawGeometry = geo::Geometry<geo::RawXY>;

/// A layer, sheet or table as read, nothing interpreted: every row of the file is in `rowNames`, in file order.
struct RawLayer {
  std::string name;
  std::vector<std::string> headings;               ///< UTF-8
  std::vector<std::vector<Value>> columns;         ///< columns[h][row]
  std::vector<RawGeometry> geometries;             ///< one a row, or none at all
  std::vector<std::string> geometryFaults;         ///< one a row where geometries are: why a geometry could not be taken, or empty
  std::vector<std::string> rowNames;               ///< as a user would find it: row number from 1, line of a text file, CAD handle
  std::string crsText;                             ///< as declared, WKT or authority code; empty: nothing declared
  std::string crsOrigin;                           ///< ".prj", "the GeoJSON standard", "the layer"
  EncodingProof encoding;
  geo::Problems problems;

  std::size_t rowCount() const { return rowNames.size(); }
  std::optional<std::size_t> columnOf(std::string_view heading) const;
};

/// Limits that keep a hostile file from eating the machine.
struct ReadLimits {
  std::size_t rows = 20'000'000;
  std::size_t columns = 2'000;
  std::size_t pointsPerGeometry = 20'000'000;
  std::size_t textBytes = std::size_t{4} << 30;     ///< of one text file
};

}  // namespace pianqu::layers
