#pragma once

#include <optional>
#include <utility>

#include "layers/sample/town_plan.hpp"

/// Cutting convex flat polygons by lines.
namespace pianqu::layers {

/// The point common to two cuts' lines; the same bits in either order.
geo::XY meet(const std::vector<Cut>& cuts, int a, int b);
/// Registers the crossing as a corner of both cuts, once.
void addCorner(std::vector<Cut>& cuts, int a, int b);
/// Registers a road connection of both cuts at `flat`, once.
void addJunction(std::vector<Cut>& cuts, int a, int b, geo::XY flat);

struct Line2 { geo::XY a, b; };
/// The two sides of `line` (left first); nullopt when the line leaves the face whole. `cut` is the number of the line's cut, -1 for lot lines.
std::optional<std::pair<Face, Face>> split(const std::vector<Cut>& cuts, const Face& face, const Line2& line, int cut);
/// A line across the face's longer direction at `share` of it, turned by `jitterRad`.
Line2 crossLine(const Face& face, double share, double jitterRad);
/// The face without a margin along each edge; `marginM` one an edge. Empty when nothing is left.
Face inset(const Face& face, const std::vector<double>& marginM);

}  // namespace pianqu::layers
