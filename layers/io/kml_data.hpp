#pragma once

#include <string>
#include <vector>

#include "layers/io/raw_layer.hpp"

namespace pianqu::layers {

/// Adds the attributes that a KML keeps in ExtendedData (Data and SimpleData) as columns to the layers that GDAL's KML driver read, which
/// takes names and descriptions only; the LIBKML driver replaces Chinese headings by underscores.
///
/// in        `text`: the whole file, UTF-8; `layers`: one a folder, rows in the order of the file, with a column Name
/// keeps     rows and their order; a placemark whose row is not found is told as a problem of its layer
void addKmlData(const std::string& text, std::vector<RawLayer>& layers);

}  // namespace pianqu::layers
