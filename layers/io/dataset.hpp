#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/feature/table.hpp"

/// Writing and generic opening of vector files through GDAL. Reading foreign files with proof of encoding and CRS: reader.hpp.
namespace pianqu::layers {

/// Must be called once before anything of layers/io, from main: registers drivers, routes GDAL's messages to us, caps its cache.
void startGdal();

enum class VectorFormat { GeoPackage, Shapefile, GeoJson, FlatGeobuf, Dxf, Xlsx, Csv };

struct WriteOptions {
  VectorFormat format = VectorFormat::GeoPackage;
  std::string encoding = "UTF-8";                      ///< Shapefile: "GBK" writes GBK bytes in the DBF
  bool hasCpg = true;                                  ///< Shapefile: write the .cpg side file
  bool hasPrj = true;                                  ///< Shapefile: write the .prj side file
  std::vector<std::string> headings;                   ///< one a field, in place of Field::name; Shapefile cuts at a character, never inside one
};

/// Writes one table as a file of one layer, beside it and then renamed, so that a crash leaves no half file.
/// in        geometries in `crs`; GeoJSON is written in longitude, latitude
/// errors    Unwritable with the driver's words; Unsupported when the format cannot hold the table
geo::Result<void> writeTable(const std::string& path, const FeatureTable& table, const geo::Crs& crs, const WriteOptions& options);

/// Several tables as the sheets of one XLSX or the layers of one GeoPackage or DXF.
geo::Result<void> writeTables(const std::string& path, const std::vector<FeatureTable>& tables, const geo::Crs& crs, const WriteOptions& options);

}  // namespace pianqu::layers
