#include "layers/io/raster_tiles.hpp"

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdalwarper.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <numbers>

#include "layers/io/gdal_words.hpp"
#include "layers/io/raster_colours.hpp"
#include "layers/io/raster_dataset.hpp"
#include "layers/io/raster_service.hpp"

namespace pianqu::layers {
namespace {

constexpr double kHalfM = 20037508.342789244;   // half the side of the Web Mercator square
constexpr double kEarthM = kHalfM / std::numbers::pi;
constexpr double kToleratedPixels = 0.125;
constexpr int kFinestZoom = 30;
constexpr std::size_t kTilePixels = std::size_t{kTileSide} * kTileSide;

struct GenImgProjDeleter { void operator()(void* transformer) const { GDALDestroyGenImgProjTransformer(transformer); } };
struct ApproxDeleter { void operator()(void* transformer) const { GDALDestroyApproxTransformer(transformer); } };
using Projection = std::unique_ptr<void, GenImgProjDeleter>;
using Approximation = std::unique_ptr<void, ApproxDeleter>;

/// On the sphere, in closed form: a datum is moved for thousands of pixels.
geo::LonLat lonLatOf(geo::XY world) {
  const double toDeg = 180 / std::numbers::pi;
  return {world.x / kEarthM * toDeg, std::atan(std::sinh(world.y / kEarthM)) * toDeg};
}
geo::XY worldOf(geo::LonLat place) {
  const double toRad = std::numbers::pi / 180;
  return {place.lon * toRad * kEarthM, std::asinh(std::tan(place.lat * toRad)) * kEarthM};
}

/// Pixels of a tile to pixels of the source and back, through the datum that was declared. GDAL's warper calls it.
struct TileTransform {
  void* projection = nullptr;   ///< pixels of the full source <-> Web Mercator metres
  std::optional<geo::ShiftedDatum> datum;
  double left = 0, top = 0, pixelM = 1;    ///< of the tile
  double scaleX = 1, scaleY = 1;           ///< of the overview against the full source

  geo::XY toShiftedWorld(geo::XY world) const { return datum ? worldOf(geo::toShifted(*datum, lonLatOf(world))) : world; }
  geo::XY fromShiftedWorld(geo::XY world) const { return datum ? worldOf(geo::fromShifted(*datum, lonLatOf(world))) : world; }

  int toSource(int count, double* x, double* y, double* z, int* isOk) const {
    for (int i = 0; i < count; ++i) {
      const geo::XY world = toShiftedWorld({left + x[i] * pixelM, top - y[i] * pixelM});
      x[i] = world.x;
      y[i] = world.y;
    }
    const int status = GDALGenImgProjTransform(projection, TRUE, count, x, y, z, isOk);
    for (int i = 0; i < count; ++i) {
      x[i] *= scaleX;
      y[i] *= scaleY;
    }
    return status;
  }
  int toTile(int count, double* x, double* y, double* z, int* isOk) const {
    for (int i = 0; i < count; ++i) {
      x[i] /= scaleX;
      y[i] /= scaleY;
    }
    const int status = GDALGenImgProjTransform(projection, FALSE, count, x, y, z, isOk);
    for (int i = 0; i < count; ++i) {
      if (!isOk[i]) continue;
      const geo::XY world = fromShiftedWorld({x[i], y[i]});
      x[i] = (world.x - left) / pixelM;
      y[i] = (top - world.y) / pixelM;
    }
    return status;
  }
};

int transformTile(void* self, int isToSource, int count, double* x, double* y, double* z, int* isOk) {
  const auto& transform = *static_cast<const TileTransform*>(self);
  return isToSource ? transform.toSource(count, x, y, z, isOk) : transform.toTile(count, x, y, z, isOk);
}

geo::Result<void> checkPlace(GDALDataset& dataset, const std::string& path, bool hasDeclaredCrs) {
  double affine[6];
  const bool hasPoints = dataset.GetGCPCount() > 0;
  if (dataset.GetGeoTransform(affine) != CE_None && !hasPoints)
    return geo::fail(geo::ErrorCode::Undecided, fileNameOf(path) + " does not say where it lies: it has no georeference.",
                     "Put its world file (.tfw, .jgw, .pgw) beside it, or georeference it.", {.file = path});
  const OGRSpatialReference* srs = hasPoints && !dataset.GetSpatialRef() ? dataset.GetGCPSpatialRef() : dataset.GetSpatialRef();
  if (!hasDeclaredCrs && (!srs || srs->IsEmpty() || srs->IsLocal()))
    return geo::fail(geo::ErrorCode::Undecided, fileNameOf(path) + " has a georeference but no coordinate system.",
                     "Put its .prj file beside it, or name the system, such as EPSG:4547.", {.file = path});
  return {};
}

/// One pixel of the beginning, the middle and the end of the file, so that a file cut short is found before it is shown.
bool canReadPixels(GDALDataset& dataset) {
  const int right = dataset.GetRasterXSize() - 1, bottom = dataset.GetRasterYSize() - 1;
  for (const auto& [x, y] : {std::pair(0, 0), std::pair(right / 2, bottom / 2), std::pair(right, bottom)}) {
    float value = 0;
    if (dataset.GetRasterBand(1)->RasterIO(GF_Read, x, y, 1, 1, &value, 1, 1, GDT_Float32, 0, 0, nullptr) != CE_None) return false;
  }
  return true;
}

geo::Result<Projection> makeProjection(GDALDataset& dataset, const std::string& path, const std::string& crs) {
  CPLStringList options;
  options.SetNameValue("DST_SRS", "EPSG:3857");
  options.SetNameValue("INSERT_CENTER_LONG", "FALSE");
  if (!crs.empty()) {
    const auto declared = geo::Crs::fromText(crs);
    if (!declared) return geo::fail(declared);
    options.SetNameValue("SRC_SRS", declared->toWkt2().c_str());
  }
  const GdalWords words;
  Projection projection(GDALCreateGenImgProjTransformer2(&dataset, nullptr, options.List()));
  if (projection) return projection;
  return geo::fail(geo::ErrorCode::Unsupported, fileNameOf(path) + " cannot be brought onto the map: " + words.text(),
                   "Warp it to EPSG:3857 or to its city's CGCS2000 system first.", {.file = path});
}

std::string attributionOf(GDALDataset& dataset) {
  for (const char* key : {"attribution", "TIFFTAG_COPYRIGHT", "COPYRIGHT", "copyright"})
    if (const char* text = dataset.GetMetadataItem(key)) return text;
  return {};
}

/// The coarsest overview that is at least as fine as `pixels` of the full source a pixel of the tile; -1: the source itself.
int overviewFor(GDALDataset& dataset, double pixels) {
  GDALRasterBand& band = *dataset.GetRasterBand(1);
  int best = -1;
  double bestFactor = 1;
  for (int i = 0; i < band.GetOverviewCount(); ++i) {
    GDALRasterBand* overview = band.GetOverview(i);
    if (!overview || overview->GetXSize() <= 0) continue;
    const double factor = static_cast<double>(dataset.GetRasterXSize()) / overview->GetXSize();
    if (factor > pixels * 1.01 || factor <= bestFactor) continue;
    best = i;
    bestFactor = factor;
  }
  return best;
}

struct WarpOptionsDeleter { void operator()(GDALWarpOptions* options) const { GDALDestroyWarpOptions(options); } };
using WarpOptions = std::unique_ptr<GDALWarpOptions, WarpOptionsDeleter>;

WarpOptions warpOptionsFor(const RasterColours& colours, GDALDataset& source, GDALDataset& target) {
  WarpOptions options(GDALCreateWarpOptions());
  const int count = static_cast<int>(colours.bands.size());
  options->hSrcDS = &source;
  options->hDstDS = &target;
  options->nBandCount = count;
  options->panSrcBands = static_cast<int*>(CPLMalloc(sizeof(int) * count));
  options->panDstBands = static_cast<int*>(CPLMalloc(sizeof(int) * count));
  for (int i = 0; i < count; ++i) {
    options->panSrcBands[i] = colours.bands[i];
    options->panDstBands[i] = i + 1;
  }
  options->nSrcAlphaBand = colours.alphaBand;
  options->nDstAlphaBand = count + 1;
  options->eWorkingDataType = GDT_Float32;
  options->eResampleAlg = colours.palette.empty() ? GRA_Bilinear : GRA_NearestNeighbour;
  if (!colours.noData.empty()) {
    options->padfSrcNoDataReal = static_cast<double*>(CPLMalloc(sizeof(double) * count));
    std::copy(colours.noData.begin(), colours.noData.end(), options->padfSrcNoDataReal);
  }
  CPLStringList extra;
  extra.SetNameValue("INIT_DEST", "0");
  extra.SetNameValue("UNIFIED_SRC_NODATA", "YES");
  extra.SetNameValue("SAMPLE_GRID", "YES");
  extra.SetNameValue("SRC_ALPHA_MAX", std::to_string(static_cast<int>(colours.alphaMax)).c_str());
  options->papszWarpOptions = CSLMerge(options->papszWarpOptions, extra.List());
  return options;
}

}  // namespace

struct RasterTiles::Source {
  std::string path;
  Dataset dataset;
  Projection projection;   ///< borrows `dataset`: declared after it, so that it goes first
  RasterColours colours;
  std::optional<geo::ShiftedDatum> datum;
  geo::Box extent;
  int finestZoom = 0;
  std::string attribution;
  mutable std::map<int, Dataset> overviews;   ///< by level, opened when first needed; null where that failed
  mutable std::mutex mutex;                   ///< on everything that GDAL holds

  TileTransform transformOf(TileId tile) const {
    const geo::Box box = boxOf(tile);
    return {.projection = projection.get(), .datum = datum, .left = box.minX, .top = box.maxY, .pixelM = box.width() / kTileSide};
  }
  void measure();
  void measureFinestZoom(const TileTransform& world);
  GDALDataset& levelFor(const TileTransform& transform) const;
  geo::Result<std::vector<float>> warp(TileTransform& transform) const;
};

/// Extent and resolution, from a grid of places of the raster. Where some of them cannot be carried over, anything may be inside.
void RasterTiles::Source::measure() {
  constexpr int kSteps = 20;
  const TileTransform world = transformOf({0, 0, 0});
  std::vector<double> x, y;
  for (int row = 0; row <= kSteps; ++row)
    for (int column = 0; column <= kSteps; ++column) {
      x.push_back(dataset->GetRasterXSize() * static_cast<double>(column) / kSteps);
      y.push_back(dataset->GetRasterYSize() * static_cast<double>(row) / kSteps);
    }
  std::vector<double> z(x.size());
  std::vector<int> isOk(x.size());
  world.toTile(static_cast<int>(x.size()), x.data(), y.data(), z.data(), isOk.data());
  bool isWhole = true;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const geo::XY place{world.left + x[i] * world.pixelM, world.top - y[i] * world.pixelM};
    if (isOk[i] && std::isfinite(place.x) && std::isfinite(place.y)) extent.add(place);
    else isWhole = false;
  }
  if (!isWhole) extent = boxOf({0, 0, 0});
  const double margin = std::max(extent.width(), extent.height()) / kSteps / kSteps;
  extent = {extent.minX - margin, extent.minY - margin, extent.maxX + margin, extent.maxY + margin};
  measureFinestZoom(world);
}

void RasterTiles::Source::measureFinestZoom(const TileTransform& world) {
  const double middleX = dataset->GetRasterXSize() / 2.0, middleY = dataset->GetRasterYSize() / 2.0;
  double x[2] = {middleX, middleX + 1}, y[2] = {middleY, middleY}, z[2] = {};
  int isOk[2] = {};
  world.toTile(2, x, y, z, isOk);
  const double pixels = std::hypot(x[1] - x[0], y[1] - y[0]);   // of the tile of zoom 0
  finestZoom = isOk[0] && isOk[1] && pixels > 0 ? std::clamp(static_cast<int>(std::lround(-std::log2(pixels))), 0, kFinestZoom) : 0;
}

GDALDataset& RasterTiles::Source::levelFor(const TileTransform& transform) const {
  double x[3] = {127.5, 128.5, 127.5}, y[3] = {127.5, 127.5, 128.5}, z[3] = {};
  int isOk[3] = {};
  transform.toSource(3, x, y, z, isOk);
  const double pixels = isOk[0] && isOk[1] && isOk[2] ? std::min(std::hypot(x[1] - x[0], y[1] - y[0]), std::hypot(x[2] - x[0], y[2] - y[0])) : 1;
  const int level = overviewFor(*dataset, pixels);
  if (level < 0) return *dataset;
  auto found = overviews.find(level);
  if (found == overviews.end()) {
    found = overviews.emplace(level, openOverview(*dataset, isRasterService(path), level)).first;
  }
  return found->second ? *found->second : *dataset;
}

geo::Result<std::vector<float>> RasterTiles::Source::warp(TileTransform& transform) const {
  const GdalWords words;
  GDALDataset& source = levelFor(transform);
  transform.scaleX = static_cast<double>(source.GetRasterXSize()) / dataset->GetRasterXSize();
  transform.scaleY = static_cast<double>(source.GetRasterYSize()) / dataset->GetRasterYSize();

  const int planeCount = static_cast<int>(colours.bands.size()) + 1;
  GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
  const Dataset target(memory ? memory->Create("", kTileSide, kTileSide, planeCount, GDT_Float32, nullptr) : nullptr);
  if (!target) return geo::fail(geo::ErrorCode::Internal, "A tile cannot be drawn: " + words.text(), "Is there memory left?");
  const Approximation approximation(GDALCreateApproxTransformer(transformTile, &transform, kToleratedPixels));
  WarpOptions options = warpOptionsFor(colours, source, *target);
  options->pfnTransformer = GDALApproxTransform;
  options->pTransformerArg = approximation.get();
  GDALWarpOperation operation;
  if (operation.Initialize(options.get()) != CE_None || operation.ChunkAndWarpImage(0, 0, kTileSide, kTileSide) != CE_None) return failUnread(path, words);
  std::vector<float> planes(kTilePixels * planeCount);
  if (target->RasterIO(GF_Read, 0, 0, kTileSide, kTileSide, planes.data(), kTileSide, kTileSide, GDT_Float32, planeCount, nullptr, 0, 0, 0, nullptr) != CE_None)
    return failUnread(path, words);
  return planes;
}

bool isTile(TileId tile) {
  if (tile.z < 0 || tile.z > kFinestZoom) return false;
  const std::int64_t count = std::int64_t{1} << tile.z;
  return tile.x >= 0 && tile.y >= 0 && tile.x < count && tile.y < count;
}

geo::Box boxOf(TileId tile) {
  const double side = 2 * kHalfM / std::exp2(tile.z);
  const double left = -kHalfM + tile.x * side, top = kHalfM - tile.y * side;
  return {left, top - side, left + side, top};
}

RasterTiles::RasterTiles(std::unique_ptr<Source> source) : m_source(std::move(source)) {}
RasterTiles::~RasterTiles() = default;
RasterTiles::RasterTiles(RasterTiles&&) noexcept = default;
RasterTiles& RasterTiles::operator=(RasterTiles&&) noexcept = default;

geo::Result<RasterTiles> RasterTiles::open(const std::string& path, const RasterTilesOptions& options) {
  auto dataset = openRaster(path);
  if (!dataset) return geo::fail(std::move(dataset));
  if (auto placed = checkPlace(**dataset, path, !options.crs.empty()); !placed) return geo::fail(std::move(placed));
  const GdalWords words;
  if (!isRasterService(path) && !canReadPixels(**dataset)) return failUnread(path, words);
  auto projection = makeProjection(**dataset, path, options.crs);
  if (!projection) return geo::fail(std::move(projection));
  auto source = std::make_unique<Source>();
  source->path = path;
  source->dataset = std::move(*dataset);
  source->projection = std::move(*projection);
  source->colours = coloursOf(*source->dataset);
  source->datum = options.datum;
  source->attribution = attributionOf(*source->dataset);
  source->measure();
  return RasterTiles(std::move(source));
}

geo::Result<TileImage> RasterTiles::tile(TileId tile) const {
  if (!isTile(tile))
    return geo::fail(geo::ErrorCode::Invalid, "There is no tile " + std::to_string(tile.z) + "/" + std::to_string(tile.x) + "/" + std::to_string(tile.y) + ".");
  const geo::Box box = boxOf(tile), &extent = m_source->extent;
  if (box.maxX < extent.minX || box.minX > extent.maxX || box.maxY < extent.minY || box.minY > extent.maxY) return TileImage{};
  const std::lock_guard lock(m_source->mutex);
  TileTransform transform = m_source->transformOf(tile);
  auto planes = m_source->warp(transform);
  if (!planes) return geo::fail(std::move(planes));
  return TileImage{paint(m_source->colours, *planes, kTilePixels)};
}

const geo::Box& RasterTiles::extent() const { return m_source->extent; }
int RasterTiles::finestZoom() const { return m_source->finestZoom; }
const std::string& RasterTiles::attribution() const { return m_source->attribution; }

}  // namespace pianqu::layers
