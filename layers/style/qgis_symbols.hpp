#pragma once

#include <string>

#include "layers/feature/table.hpp"
#include "layers/style/style_rules.hpp"

namespace pianqu::layers {

/// One class of a layer as a QGIS symbol with all its symbol layers: edge, fill, hatch, letters, arrows.
/// `name` is its number in the renderer; `widthField` gives a line its width on the ground.
std::string qgisSymbol(const StyleRule& rule, GeometryKind geometry, const std::string& widthField, std::size_t name);

/// "r,g,b,a"
std::string qgisColour(const std::optional<Colour>& colour);

}  // namespace pianqu::layers
