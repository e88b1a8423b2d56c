#include "layers/io/raster_service.hpp"

#include <gtest/gtest.h>

namespace pianqu::layers {
namespace {

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

}  // namespace
}  // namespace pianqu::layers
