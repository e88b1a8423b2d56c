#pragma once

#include <memory>
#include <string>

#include "geo/base/result.hpp"
#include "layers/io/gdal_words.hpp"

class GDALDataset;

/// Rasters as GDAL has them, files and services alike: opened, and what is said when they cannot be read.
namespace pianqu::layers {

struct DatasetCloser { void operator()(GDALDataset* dataset) const; };
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

std::string fileNameOf(const std::string& path);

/// in        a path, or an address that isRasterService() knows: a service that has one map gives that one
/// errors    NotFound; Unreadable; Undecided when a service has several maps: the text names them
geo::Result<Dataset> openRaster(const std::string& path);
/// An overview of it as a dataset of its own; null where that fails.
Dataset openOverview(const GDALDataset& dataset, bool isService, int level);

/// Pixels that do not come: of a damaged file, or of a server that is silent.
tl::unexpected<geo::Error> failUnread(const std::string& path, const GdalWords& words);

}  // namespace pianqu::layers
