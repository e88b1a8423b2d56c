#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/feature/unit_graph.hpp"

namespace pianqu::layers {

/// What to take from the two files.
struct UnitGraphRequest {
  std::string unitsPath;               ///< CSV with id, x, y and maybe area, perim; or any polygon layer that GDAL reads
  std::string edgesPath;               ///< CSV with i, j and maybe len, flag; empty: polygons touch where they share a border
  std::string layer;                   ///< of a vector file with several
  std::string idColumn = "id";
  std::vector<std::string> sums;       ///< columns that must be there and hold 0 or more
  std::vector<std::string> traits;     ///< columns that must be there; an empty cell takes the mean
  std::vector<std::string> traitsIfAny;///< likewise, where they are there
  std::string wholeColumn;             ///< empty: none
};

/// Reads units and what touches what, ready for merging.
///
/// keeps     every row of the units file, in its order; the n-th column of the result is the n-th of sums, traits, traitsIfAny
/// errors    NotFound for a file or a column, with the columns that there are; Invalid for a row that cannot be worked with (id missing
///           or twice, not a number, below 0, an edge to a unit that is not there), with file, line and column; Unreadable; Cancelled
/// returns   remarks on what was passed over: loops, an edge listed once from either side, traits that were filled in
geo::Result<UnitGraph> readUnitGraph(const UnitGraphRequest& request, geo::Progress& progress = geo::noProgress());

/// The rows and polygons of a vector layer: numbers of all requested columns, centres, areas, perimeters, and edges where there is no file of
/// them. Inside of readUnitGraph().
geo::Result<UnitGraph> readUnitPolygons(const UnitGraphRequest& request, geo::Progress& progress);

}  // namespace pianqu::layers
