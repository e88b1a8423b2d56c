#pragma once

#include "layers/catalogue/rows.hpp"
#include "layers/style/style.hpp"

namespace pianqu::layers {

/// One row of symbols.csv. errors Invalid naming row, column and the value that cannot be read.
geo::Result<Symbol> symbolFrom(const CatalogueTable& table, const CatalogueRow& row);
/// The same row again; symbolFrom(rowOf(symbol)) == symbol.
CatalogueRow rowOf(const Symbol& symbol);

}  // namespace pianqu::layers
