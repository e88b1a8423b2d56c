#include "layers/io/raster_dataset.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "layers/io/raster_service.hpp"

namespace pianqu::layers {
namespace {

/// What base maps come as. A damaged file must not reach a driver that nobody needs here: HDF4 of Debian 13 crashes on some. VRT is left out because
/// it opens whatever it names.
constexpr const char* kDrivers[] = {"GTiff", "MBTiles", "GPKG", "JPEG", "PNG", "WEBP", "HFA", "JP2OpenJPEG", "AAIGrid", "SRTMHGT", nullptr};
constexpr int kTimeoutSeconds = 8;
constexpr const char* kServiceDrivers[] = {"WMS", "WMTS", "GTiff", nullptr};

struct ServedMap { std::string name, address; };

/// What a server offers that was asked for no certain map.
std::vector<ServedMap> mapsOf(GDALDataset& dataset) {
  std::vector<ServedMap> maps;
  const CPLStringList list(dataset.GetMetadata("SUBDATASETS"), FALSE);
  for (int i = 1;; ++i) {
    const char* text = list.FetchNameValue(("SUBDATASET_" + std::to_string(i) + "_NAME").c_str());
    if (!text) return maps;
    ServedMap map{{}, text};
    for (const std::string_view key : {"LAYERS=", ",layer="}) {
      const auto at = map.address.find(key);
      if (at != std::string::npos) map.name = map.address.substr(at + key.size(), map.address.find_first_of("&,", at + key.size()) - at - key.size());
    }
    if (!map.name.empty()) maps.push_back(std::move(map));
  }
}

tl::unexpected<geo::Error> failUndecided(const std::string& address, const std::vector<ServedMap>& maps) {
  constexpr std::size_t kMostNamed = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(maps.size(), kMostNamed); ++i) list += (i == 0 ? "" : ", ") + maps[i].name;
  if (maps.size() > kMostNamed) list += ", ...";
  return geo::fail(geo::ErrorCode::Undecided, "the server has several maps: " + list, "Name the one to show in the address: WMS:https://...?layers=NAME, or WMTS:https://...,layer=NAME.", {.file = address});
}

/// A picture on a server. It is asked with a patience of some seconds, so that one that never answers holds nothing up for long. `name` is the address as GDAL opens it, or the one map that was found there.
geo::Result<Dataset> openService(const std::string& address, const std::string& name, bool isFound = false) {
  CPLSetThreadLocalConfigOption("GDAL_HTTP_TIMEOUT", std::to_string(kTimeoutSeconds).c_str());
  CPLSetThreadLocalConfigOption("GDAL_HTTP_CONNECTTIMEOUT", "4");
  CPLSetThreadLocalConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
  const GdalWords words;
  Dataset dataset(GDALDataset::Open(name.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, kServiceDrivers));
  if (dataset && dataset->GetRasterCount() > 0) return dataset;
  const auto maps = dataset ? mapsOf(*dataset) : std::vector<ServedMap>{};
  if (maps.size() == 1 && !isFound) return openService(address, maps.front().address, true);
  if (!maps.empty()) return failUndecided(address, maps);
  return geo::fail(geo::ErrorCode::Unreadable, "the tile server cannot be used: " + (words.text().empty() ? std::string("it does not answer as a map server does") : words.text()), "Check the address and the connection.", {.file = address});
}

}  // namespace

void DatasetCloser::operator()(GDALDataset* dataset) const { GDALClose(dataset); }

std::string fileNameOf(const std::string& path) { return std::filesystem::path(path).filename().string(); }

geo::Result<Dataset> openRaster(const std::string& path) {
  if (isRasterService(path)) return openService(path, gdalServiceOf(path, kTimeoutSeconds));
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    return geo::fail(geo::ErrorCode::NotFound, fileNameOf(path) + " does not exist.", "Check the path of the base map.", {.file = path});
  const GdalWords words;
  Dataset dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, kDrivers));
  if (dataset && dataset->GetRasterCount() > 0 && dataset->GetRasterXSize() > 0 && dataset->GetRasterYSize() > 0) return dataset;
  const std::string why = words.text().empty() ? "it holds no picture" : words.text();
  return geo::fail(geo::ErrorCode::Unreadable, fileNameOf(path) + " cannot be read as a base map: " + why,
                   "A base map is a raster: MBTiles with PNG or JPEG tiles, GeoTIFF or COG. Vector files are imported as layers.", {.file = path});
}

Dataset openOverview(const GDALDataset& dataset, bool isService, int level) {
  CPLStringList options;
  options.SetNameValue("OVERVIEW_LEVEL", (std::to_string(level) + "only").c_str());
  return Dataset(GDALDataset::Open(dataset.GetDescription(), GDAL_OF_RASTER | GDAL_OF_READONLY, isService ? kServiceDrivers : kDrivers, options.List()));
}

tl::unexpected<geo::Error> failUnread(const std::string& path, const GdalWords& words) {
  if (isRasterService(path)) {
    return geo::fail(geo::ErrorCode::Unreadable, "the tile server does not answer" + (words.text().empty() ? std::string() : ": " + words.text()),
                     "Tiles that were seen before are still shown; the others come when it answers again.", {.file = path});
  }
  return geo::fail(geo::ErrorCode::Unreadable, fileNameOf(path) + " is damaged or cut short: " + (words.text().empty() ? "its pixels cannot be read." : words.text()),
                   "Copy the file again from where it came from.", {.file = path});
}

}  // namespace pianqu::layers
