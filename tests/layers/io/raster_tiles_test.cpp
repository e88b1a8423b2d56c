#include "layers/io/raster_tiles.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

#include "geo/base/random.hpp"
#include "layers/io/dataset.hpp"

namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kSeed = 11;
using Affine = std::array<double, 6>;

struct Picture {
  int width = 400, height = 400, bands = 3;
  GDALDataType type = GDT_Byte;
  std::string crs = "EPSG:4547";                            ///< empty: none
  std::optional<Affine> affine = Affine{500000, 1, 0, 3400400, 0, -1};
};

class RasterTilesTest : public testing::Test {
 protected:
  void SetUp() override {
    startGdal();
    m_folder = fs::temp_directory_path() / ("pianqu-raster-" + std::to_string(getpid()));
    fs::create_directories(m_folder);
  }
  void TearDown() override { fs::remove_all(m_folder); }
  std::string at(const std::string& name) const { return (m_folder / name).string(); }

  /// A GeoTIFF; `fill(band from 0, column, row)` gives its values.
  template <class Fill>
  std::string write(const std::string& name, const Picture& picture, const Fill& fill, const std::function<void(GDALDataset&)>& finish = {}) const {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    std::unique_ptr<GDALDataset> dataset(driver->Create(at(name).c_str(), picture.width, picture.height, picture.bands, picture.type, nullptr));
    if (picture.affine) dataset->SetGeoTransform(Affine(*picture.affine).data());
    OGRSpatialReference srs;
    if (!picture.crs.empty() && srs.SetFromUserInput(picture.crs.c_str()) == OGRERR_NONE) dataset->SetSpatialRef(&srs);
    for (int band = 0; band < picture.bands; ++band) {
      std::vector<float> values;
      for (int row = 0; row < picture.height; ++row)
        for (int column = 0; column < picture.width; ++column) values.push_back(static_cast<float>(fill(band, column, row)));
      EXPECT_EQ(dataset->GetRasterBand(band + 1)->RasterIO(GF_Write, 0, 0, picture.width, picture.height, values.data(), picture.width, picture.height, GDT_Float32, 0, 0, nullptr), CE_None);
    }
    if (finish) finish(*dataset);
    return at(name);
  }
  static RasterTiles mustOpen(const std::string& path, const RasterTilesOptions& options = {}) {
    auto tiles = RasterTiles::open(path, options);
    if (!tiles) throw std::runtime_error(geo::toText(tiles.error()));
    return std::move(*tiles);
  }
  static geo::Error errorOf(const std::string& path) {
    const auto tiles = RasterTiles::open(path);
    return tiles ? geo::Error{geo::ErrorCode::Internal, "it opened"} : tiles.error();
  }

  fs::path m_folder;
};

/// Where Web Mercator metres are in the pyramid: the tile, and pixels from its top left corner.
struct Spot { TileId tile; double x = 0, y = 0; };

Spot spotOf(geo::XY world, int z) {
  const geo::Box all = boxOf({0, 0, 0});
  const double side = all.width() / std::exp2(z);
  const double column = (world.x - all.minX) / side, row = (all.maxY - world.y) / side;
  return {{z, static_cast<int>(column), static_cast<int>(row)}, (column - std::floor(column)) * kTileSide, (row - std::floor(row)) * kTileSide};
}

geo::XY worldOf(const geo::Crs& crs, geo::XY place) {
  std::vector<geo::XY> points{place};
  EXPECT_TRUE(geo::transform(crs, geo::Crs::webMercator(), points));
  return points.front();
}

/// Middle of what is not black in the tile and its eight neighbours, weighted by brightness, pixels from the corner of the tile; nothing when all is.
std::optional<geo::XY> middleAround(const RasterTiles& tiles, TileId tile) {
  double x = 0, y = 0, sum = 0;
  for (int place = 0; place < 9; ++place) {
    const int dx = place % 3 - 1, dy = place / 3 - 1;
    const auto image = tiles.tile({tile.z, tile.x + dx, tile.y + dy});
    for (int pixel = 0; image && !image->isEmpty() && pixel < kTileSide * kTileSide; ++pixel) {
      const double weight = image->rgba[4 * pixel];
      x += weight * (dx * kTileSide + pixel % kTileSide + 0.5);
      y += weight * (dy * kTileSide + pixel / kTileSide + 0.5);
      sum += weight;
    }
  }
  if (sum == 0) return std::nullopt;
  return geo::XY{x / sum, y / sum};
}

/// A white square of `half` * 2 pixels about a corner of the picture, on black.
auto squareAbout(int column, int row, int half) {
  return [=](int, int x, int y) { return std::abs(x + 0.5 - column) < half && std::abs(y + 0.5 - row) < half ? 255 : 0; };
}

TEST_F(RasterTilesTest, aSquareOfACityGridLandsWithinHalfAPixelAtEveryZoom) {
  geo::Random random(kSeed);
  const auto crs = *geo::Crs::fromText("EPSG:4547");
  for (int i = 0; i < 6; ++i) {
    const int column = random.integer(150, 250), row = random.integer(150, 250);
    const auto tiles = mustOpen(write("square" + std::to_string(i) + ".tif", {}, squareAbout(column, row, 6)));
    for (int z = 15; z <= 20; ++z) {
      const Spot spot = spotOf(worldOf(crs, {500000.0 + column, 3400400.0 - row}), z);
      const auto middle = middleAround(tiles, spot.tile);
      ASSERT_TRUE(middle) << "seed " << kSeed << " case " << i << " zoom " << z;
      EXPECT_NEAR(middle->x, spot.x, 0.5) << "seed " << kSeed << " case " << i << " zoom " << z;
      EXPECT_NEAR(middle->y, spot.y, 0.5) << "seed " << kSeed << " case " << i << " zoom " << z;
    }
  }
}

TEST_F(RasterTilesTest, aDeclaredGcj02OffsetIsTakenOffWithinHalfAPixel) {
  // A picture that shows the thing at its GCJ-02 place, as a Chinese web map would: 0.5 km from where it stands.
  const geo::LonLat truth{114.305, 30.593};
  const geo::LonLat shown = geo::toShifted(geo::ShiftedDatum::Gcj02, truth);
  const geo::XY drawn = worldOf(geo::Crs::wgs84LonLat(), {shown.lon, shown.lat});
  Picture picture{.crs = "EPSG:3857", .affine = Affine{drawn.x - 200, 1, 0, drawn.y + 200, 0, -1}};
  const std::string path = write("gcj02.tif", picture, squareAbout(200, 200, 6));
  const auto shifted = mustOpen(path), corrected = mustOpen(path, {.datum = geo::ShiftedDatum::Gcj02, .crs = {}});
  for (int z = 15; z <= 18; ++z) {
    const Spot spot = spotOf(worldOf(geo::Crs::wgs84LonLat(), {truth.lon, truth.lat}), z);
    const auto middle = middleAround(corrected, spot.tile);
    ASSERT_TRUE(middle) << z;
    EXPECT_NEAR(middle->x, spot.x, 0.5) << z;
    EXPECT_NEAR(middle->y, spot.y, 0.5) << z;
    const auto wrong = middleAround(shifted, spot.tile);
    EXPECT_TRUE(!wrong || std::hypot(wrong->x - spot.x, wrong->y - spot.y) > 50) << z << ": without the declaration it is off by half a kilometre";
  }
  EXPECT_NEAR(shifted.extent().centre().x - corrected.extent().centre().x, drawn.x - worldOf(geo::Crs::wgs84LonLat(), {truth.lon, truth.lat}).x, 1);
}

TEST_F(RasterTilesTest, outsideTheRasterIsTransparent) {
  const auto tiles = mustOpen(write("white.tif", {}, [](int, int, int) { return 200; }));
  const Spot corner = spotOf(worldOf(*geo::Crs::fromText("EPSG:4547"), {500000, 3400400}), 18);
  const auto image = tiles.tile(corner.tile);
  ASSERT_TRUE(image && !image->isEmpty());
  const auto alphaAt = [&](double x, double y) {
    return image->rgba[4 * (static_cast<int>(std::clamp(y, 0.0, 255.0)) * kTileSide + static_cast<int>(std::clamp(x, 0.0, 255.0))) + 3];
  };
  EXPECT_EQ(alphaAt(corner.x + 4, corner.y + 4), 255);
  EXPECT_EQ(alphaAt(corner.x - 4, corner.y + 4), 0);
  EXPECT_EQ(alphaAt(corner.x + 4, corner.y - 4), 0);
  EXPECT_TRUE(tiles.tile({18, 0, 0})->isEmpty());
  EXPECT_FALSE(tiles.tile({18, 1 << 18, 0}));
  EXPECT_FALSE(tiles.tile({-1, 0, 0}));
}

TEST_F(RasterTilesTest, noDataIsTransparentAndOtherNumbersAreStretched) {
  Picture picture{.bands = 1, .type = GDT_Float32};
  const auto fill = [](int, int x, int y) { return y < 200 ? -9999.0 : x < 200 ? 100.0 : 300.0; };
  const auto tiles = mustOpen(write("heights.tif", picture, fill, [](GDALDataset& dataset) { dataset.GetRasterBand(1)->SetNoDataValue(-9999); }));
  const auto crs = *geo::Crs::fromText("EPSG:4547");
  const auto colourAt = [&](double x, double y) {
    const Spot spot = spotOf(worldOf(crs, {x, y}), 19);
    const auto image = tiles.tile(spot.tile);
    const int pixel = image->isEmpty() ? -1 : 4 * (static_cast<int>(spot.y) * kTileSide + static_cast<int>(spot.x));
    return pixel < 0 ? std::array<int, 2>{0, 0} : std::array<int, 2>{image->rgba[pixel], image->rgba[pixel + 3]};
  };
  EXPECT_EQ(colourAt(500100, 3400300)[1], 0);
  EXPECT_EQ(colourAt(500100, 3400100), (std::array<int, 2>{0, 255}));
  EXPECT_EQ(colourAt(500300, 3400100), (std::array<int, 2>{255, 255}));
}

TEST_F(RasterTilesTest, aPaletteGivesItsColours) {
  Picture picture{.bands = 1};
  const auto tiles = mustOpen(write("palette.tif", picture, [](int, int, int) { return 3; }, [](GDALDataset& dataset) {
    GDALColorTable table;
    const GDALColorEntry entry{10, 120, 250, 255};
    table.SetColorEntry(3, &entry);
    dataset.GetRasterBand(1)->SetColorTable(&table);
  }));
  const Spot spot = spotOf(worldOf(*geo::Crs::fromText("EPSG:4547"), {500200, 3400200}), 19);
  const auto image = tiles.tile(spot.tile);
  ASSERT_TRUE(image && !image->isEmpty());
  const std::size_t pixel = 4 * (static_cast<std::size_t>(spot.y) * kTileSide + static_cast<std::size_t>(spot.x));
  EXPECT_EQ((std::vector<int>(image->rgba.begin() + pixel, image->rgba.begin() + pixel + 4)), (std::vector<int>{10, 120, 250, 255}));
}

TEST_F(RasterTilesTest, overviewsAreReadAndLieAtTheSamePlace) {
  const std::string path = write("pyramid.tif", {.width = 1024, .height = 1024}, squareAbout(512, 512, 64));
  {
    std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_UPDATE));
    const int factors[] = {2, 4, 8};
    ASSERT_EQ(dataset->BuildOverviews("AVERAGE", 3, factors, 0, nullptr, nullptr, nullptr), CE_None);
  }
  const auto tiles = mustOpen(path);
  const geo::XY world = worldOf(*geo::Crs::fromText("EPSG:4547"), {500512, 3399888});
  for (int z = 12; z <= 15; ++z) {
    const Spot spot = spotOf(world, z);
    const auto middle = middleAround(tiles, spot.tile);
    ASSERT_TRUE(middle) << z;
    EXPECT_NEAR(middle->x, spot.x, 0.5) << z;
    EXPECT_NEAR(middle->y, spot.y, 0.5) << z;
  }
  EXPECT_NEAR(tiles.finestZoom(), 17, 1);   // a metre a pixel at 30 degrees north
}

TEST_F(RasterTilesTest, aFileThatCannotBeShownSaysWhy) {
  EXPECT_EQ(errorOf(at("none.tif")).code, geo::ErrorCode::NotFound);
  std::ofstream(at("text.tif")) << "This is a text.";
  EXPECT_EQ(errorOf(at("text.tif")).code, geo::ErrorCode::Unreadable);
  std::ofstream(at("points.geojson")) << R"({"type":"Point","coordinates":[114,30]})";
  EXPECT_EQ(errorOf(at("points.geojson")).code, geo::ErrorCode::Unreadable);

  const auto white = [](int, int, int) { return 255; };
  const geo::Error nowhere = errorOf(write("nowhere.tif", {.crs = {}, .affine = std::nullopt}, white));
  EXPECT_EQ(nowhere.code, geo::ErrorCode::Undecided);
  EXPECT_NE(nowhere.text.find("nowhere.tif does not say where it lies"), std::string::npos) << nowhere.text;
  const std::string systemless = write("systemless.tif", {.crs = {}}, white);
  EXPECT_EQ(errorOf(systemless).code, geo::ErrorCode::Undecided);
  EXPECT_NE(errorOf(systemless).text.find("no coordinate system"), std::string::npos);
  EXPECT_TRUE(RasterTiles::open(systemless, {.datum = {}, .crs = "EPSG:4547"}));
  EXPECT_FALSE(RasterTiles::open(systemless, {.datum = {}, .crs = "no such system"}));

  const std::string cut = write("cut.tif", {}, white);
  fs::resize_file(cut, fs::file_size(cut) * 2 / 3);
  EXPECT_EQ(errorOf(cut).code, geo::ErrorCode::Unreadable) << errorOf(cut).text;
}

/// One line on a raster file: what was opened and drawn, or the error.
std::string outcomeOf(const std::string& path) {
  const auto tiles = RasterTiles::open(path);
  if (!tiles) return std::string(geo::nameOf(tiles.error().code)) + ": " + tiles.error().text;
  std::string text = "finest zoom " + std::to_string(tiles->finestZoom());
  for (const int z : {0, std::max(0, tiles->finestZoom() - 3), tiles->finestZoom()}) {
    const auto image = tiles->tile(spotOf(tiles->extent().centre(), z).tile);
    text += image ? (image->isEmpty() ? ", empty" : ", drawn") : ", " + image.error().text;
  }
  return text;
}

/// Over real and hostile files, which are not part of the project. Each in a process of its own: a crash or a hang is seen and costs one file.
TEST_F(RasterTilesTest, realAndHostileRastersOpenOrSayWhyNot) {
  const char* data = std::getenv("PIANQU_REAL_DATA");
  if (!data) GTEST_SKIP() << "PIANQU_REAL_DATA is not set";
  int files = 0;
  for (const char* folder : {"rasters", "hostile/gdal-autotest/gdrivers/data/mbtiles", "hostile/gdal-autotest/gdrivers/data/gtiff", "hostile/gdal-autotest/gcore/data"}) {
    const fs::path root = fs::path(data) / folder;
    if (!fs::exists(root)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      const pid_t child = fork();
      if (child == 0) {
        alarm(20);
        const std::string text = outcomeOf(entry.path());
        if (std::getenv("PIANQU_VERBOSE")) std::printf("%s | %s\n", entry.path().c_str(), text.c_str());
        std::fflush(stdout);
        _exit(text.empty() || text.ends_with(": ") ? 3 : 0);
      }
      int status = 0;
      waitpid(child, &status, 0);
      EXPECT_EQ(status, 0) << entry.path();
      ++files;
    }
  }
  std::printf("%d files\n", files);
}

}  // namespace
}  // namespace pianqu::layers
