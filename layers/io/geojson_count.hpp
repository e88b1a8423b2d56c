#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pianqu::layers {

/// How many members the "features" array of a GeoJSON text has, whatever they are; nullopt when the text is not strict JSON or has no
/// such array. GDAL passes over members that are not features without a word.
/// cost      O(n), no recursion, so that nesting cannot exhaust the stack
std::optional<std::size_t> countGeoJsonFeatures(std::string_view text);

}  // namespace pianqu::layers
