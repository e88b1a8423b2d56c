#pragma once

#include <string>
#include <string_view>

#include "geo/base/result.hpp"

namespace pianqu::layers {

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256Of(std::string_view bytes);

/// Of a file's bytes; of a Shapefile's and MapInfo table's side files too, of a folder's files in name order.
/// A changed .dbf beside an unchanged .shp is another file, therefore.
/// errors    Unreadable
geo::Result<std::string> sha256OfFile(const std::string& path);

/// The lasting identifier of a row: 32 hexadecimal digits of (table, file digest, layer, row).
std::string uidOf(std::string_view table, std::string_view fileSha256, std::string_view layer, std::string_view row);

}  // namespace pianqu::layers
