#pragma once

#include <optional>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/io/raw_layer.hpp"

class OGRLayer;

namespace pianqu::layers {

/// Reads a layer in columns through GDAL's Arrow stream where the driver makes it itself (GeoPackage, FlatGeobuf); nullopt where it
/// would only copy features, or where a column has a type that the feature reader takes better (lists, binary).
/// errors    Unreadable when the stream breaks off; Cancelled
geo::Result<std::optional<RawLayer>> readColumnar(OGRLayer& layer, const ReadLimits& limits, geo::Progress& progress);

}  // namespace pianqu::layers
