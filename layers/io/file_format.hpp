#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"

namespace pianqu::layers {

enum class FileFormat { Shapefile, DbfTable, GeoPackage, GeoJson, FlatGeobuf, Kml, Dxf, FileGdb, MapInfo, OsmXml, OsmPbf, Csv, Xlsx };

std::string nameOf(FileFormat format);

/// What a file is, by its ending and its first bytes together, so that a hostile file never reaches a driver that was not meant.
/// errors    NotFound; Unreadable when the bytes are those of something else, saying of what; Unsupported for what is deliberately
///           not opened: files that refer to other files (VRT), archives, DWG, pictures, with what to do instead
geo::Result<FileFormat> findFormat(const std::string& path);

/// The GDAL drivers that may open it; empty for formats that we read ourselves.
std::vector<std::string> driversOf(FileFormat format);

}  // namespace pianqu::layers
