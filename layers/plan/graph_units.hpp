#pragma once

#include "layers/plan/graph_merge.hpp"

/// Inside of merging a graph: from rows to units.
namespace pianqu::layers {

/// Rows in the order of their ids: whole numbers by value before everything else by bytes.
std::vector<std::size_t> rowsById(const UnitGraph& graph);

/// Fills problem, unitOf, straddling and byId. errors NotFound for a column; Cancelled
geo::Result<void> makeUnits(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge, const geo::Progress& progress);

/// Writes pins and the earlier result into merge.problem, presentOf, touched and districtNames.
geo::Result<void> applyPins(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge);

}  // namespace pianqu::layers
