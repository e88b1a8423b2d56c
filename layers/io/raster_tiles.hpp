#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::layers {

/// Pixels along a side of a tile.
inline constexpr int kTileSide = 256;

/// A square of the Web Mercator pyramid: 2^z tiles along a side, x from the west, y from the north.
struct TileId {
  int z = 0, x = 0, y = 0;
  bool operator==(const TileId&) const = default;
};

/// Whether the pyramid has such a tile; z 0..30.
bool isTile(TileId tile);
/// Web Mercator metres (EPSG:3857).
geo::Box boxOf(TileId tile);

/// kTileSide rows from the north of kTileSide pixels R, G, B, A, not premultiplied; no bytes at all when nothing of the raster is in the tile.
struct TileImage {
  std::vector<std::uint8_t> rgba;
  bool isEmpty() const { return rgba.empty(); }
};

struct RasterTilesOptions {
  std::optional<geo::ShiftedDatum> datum;   ///< the raster was drawn with this offset, which no file can say; it is taken off pixel by pixel
  std::string crs;                          ///< as Crs::fromText; in place of what the file says. Empty: the file's own
};

/// A raster file (MBTiles, GeoTIFF, COG and whatever else GDAL reads) as Web Mercator tiles.
///
/// keeps     palettes, alpha, masks and no-data values; values that are not 8 bits are stretched between their 2nd and 98th percentile
/// accuracy  the warp is held to 1/8 pixel of the tile
/// cost      an overview is read where the file has one; without, a tile far out reads all that it covers
/// threads   any; one tile after the other
class RasterTiles {
 public:
  /// errors  NotFound; Unreadable for damaged files and for files without a raster; Undecided without position or CRS
  static geo::Result<RasterTiles> open(const std::string& path, const RasterTilesOptions& options = {});
  ~RasterTiles();
  RasterTiles(RasterTiles&&) noexcept;
  RasterTiles& operator=(RasterTiles&&) noexcept;

  /// errors  Invalid when there is no such tile; Unreadable where the file is damaged
  geo::Result<TileImage> tile(TileId tile) const;

  const geo::Box& extent() const;             ///< Web Mercator metres, a declared datum taken off
  int finestZoom() const;                     ///< zoom at which a pixel of the raster is about a pixel of a tile
  const std::string& attribution() const;     ///< what the file says on its makers; may be empty

 private:
  struct Source;
  explicit RasterTiles(std::unique_ptr<Source> source);
  std::unique_ptr<Source> m_source;
};

}  // namespace pianqu::layers
