#pragma once

#include <string>
#include <vector>

#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// One row of data/styles/qgis_layers.csv: how features of a layer with `value` in `field` are drawn. Colours "#rrggbb" or "#rrggbbaa"
/// or empty for none; widths and sizes in millimetres on paper. An empty `field`: one symbol for the whole layer; an empty `value`: all others.
struct QgisSymbol {
  std::string layer, field, value, label;
  std::string fill, stroke;
  std::string width, size;
  std::string dash;        ///< "solid", "dash", "dot"
  std::string labelField;  ///< of the layer: the attribute that is written beside features, or empty
};

/// A QGIS 3 style document (QML, renderer-v2): single symbol, or categorised by `field`.
/// in        symbols of one layer, not empty
std::string qmlOf(GeometryKind geometry, const std::vector<QgisSymbol>& symbols);

}  // namespace pianqu::layers
