#include "layers/io/raster_service.hpp"

#include <gtest/gtest.h>

#include "layers/io/dataset.hpp"
#include "layers/io/raster_tiles.hpp"
#include "tests/support/map_server.hpp"

namespace pianqu::layers {
namespace {

using test::MapServer;

/// The pixel in the middle of the tile that covers the test city; what went wrong is a failure of the test.
test::Rgb colourServedAt(const std::string& address) {
  startGdal();
  const auto tiles = RasterTiles::open(address);
  if (!tiles) {
    ADD_FAILURE() << geo::toText(tiles.error());
    return {};
  }
  const auto image = tiles->tile({6, 52, 26});
  if (!image || image->isEmpty()) {
    ADD_FAILURE() << (image ? "an empty tile" : geo::toText(image.error()));
    return {};
  }
  const std::size_t middle = std::size_t{4} * (kTileSide / 2 * kTileSide + kTileSide / 2);
  EXPECT_EQ(image->rgba[middle + 3], 255);
  return {image->rgba[middle], image->rgba[middle + 1], image->rgba[middle + 2]};
}

TEST(RasterService, knowsAddressesOfServersFromFiles) {
  for (const char* address : {"https://tiles.example/{z}/{x}/{y}.png", "http://tiles.example/{z}/{x}/{-y}.jpg?key=a", "WMTS:https://wmts.example/cap.xml,layer=img", "WMS:http://wms.example/?layers=a",
                              "https://a.example/ortho.TIF?sign=1", "https://a.example/wms?SERVICE=WMS&REQUEST=GetMap"})
    EXPECT_TRUE(isRasterService(address)) << address;
  for (const char* address : {"https://tiles.example/index.html", "/home/a/{z}/{x}/{y}.png", "a.tif", ""}) EXPECT_FALSE(isRasterService(address)) << address;
}

TEST(RasterService, writesTheAddressWithEscapesRowOrderAndPatience) {
  const std::string xml = gdalServiceOf("https://t.example/{z}/{x}/{-y}.png?a=1&b=2", 8);
  EXPECT_NE(xml.find("https://t.example/${z}/${x}/${y}.png?a=1&amp;b=2"), std::string::npos);
  EXPECT_NE(xml.find("<YOrigin>bottom</YOrigin>"), std::string::npos);
  EXPECT_NE(xml.find("<Timeout>8</Timeout>"), std::string::npos);
}

TEST(RasterService, namesTheDriverOfOtherServices) {
  EXPECT_EQ(gdalServiceOf("https://a.example/ortho.tif", 8), "/vsicurl/https://a.example/ortho.tif");
  EXPECT_EQ(gdalServiceOf("https://a.example/q?service=WMS&layers=b", 8), "WMS:https://a.example/q?service=WMS&layers=b");
  EXPECT_EQ(gdalServiceOf("https://a.example/1.0.0/WMTSCapabilities.xml", 8), "WMTS:https://a.example/1.0.0/WMTSCapabilities.xml");
  EXPECT_EQ(gdalServiceOf("WMTS:https://a.example/c.xml,layer=img", 8), "WMTS:https://a.example/c.xml,layer=img");
}

TEST(RasterService, drawsAMapOfAWms) {
  const MapServer server;
  EXPECT_EQ(colourServedAt("WMS:" + server.address("/wms?layers=aerial")), MapServer::kAerial);
  EXPECT_EQ(colourServedAt(server.address("/wms?service=WMS&layers=roads")), MapServer::kRoads);
}

TEST(RasterService, takesTheOnlyMapOfAWmsAndAsksWhichOfSeveral) {
  startGdal();
  const MapServer server;
  EXPECT_EQ(colourServedAt(server.address("/one?service=WMS")), MapServer::kRoads);
  const auto tiles = RasterTiles::open(server.address("/wms?service=WMS"));
  ASSERT_FALSE(tiles);
  EXPECT_EQ(tiles.error().code, geo::ErrorCode::Undecided);
  EXPECT_EQ(tiles.error().text, "the server has several maps: roads, aerial");
  EXPECT_NE(tiles.error().hint.find("layers=NAME"), std::string::npos);
}

TEST(RasterService, drawsAPyramidOfAWmts) {
  const MapServer server;
  EXPECT_EQ(colourServedAt("WMTS:" + server.address("/wmts")), MapServer::kAerial);
  EXPECT_EQ(colourServedAt(server.address("/wmts?service=WMTS")), MapServer::kAerial);
}

TEST(RasterService, drawsATiffByRangesOfItsBytes) {
  const MapServer server;
  EXPECT_EQ(colourServedAt(server.address("/plain.tif")), MapServer::kRoads);
}

TEST(RasterService, saysThatAServerHasNoMap) {
  startGdal();
  const MapServer server;
  for (const std::string& address : {"WMS:" + server.address("/other"), "WMTS:" + server.address("/other"), server.address("/other.tif")}) {
    const auto tiles = RasterTiles::open(address);
    ASSERT_FALSE(tiles) << address;
    EXPECT_EQ(tiles.error().code, geo::ErrorCode::Unreadable) << address;
    EXPECT_EQ(tiles.error().where.file, address);
  }
}

}  // namespace
}  // namespace pianqu::layers
