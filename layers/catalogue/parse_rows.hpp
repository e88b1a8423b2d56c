#pragma once

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {

/// readCatalogueFile for a text in memory; `name` is what errors call it.
geo::Result<CatalogueTable> parseCatalogue(std::string text, const std::string& name);

}  // namespace pianqu::layers
