#include "layers/io/overlay.hpp"

#include "tests/layers/io/import_fixture.hpp"

namespace pianqu::layers {
namespace {

class OverlayTest : public ImportTest {
 protected:
  static geo::Crs city() { return geo::Crs::localCity(115.5, 500000); }
  std::string polygonOf(int corners) {
    std::string ring;
    for (int i = 0; i <= corners; ++i) ring += (i == 0 ? "[" : ",[") + std::to_string(115.5 + (i % corners) * 1e-7) + "," + std::to_string(30.7 + (i % corners) * (i % 2) * 1e-7) + "]";
    return write("big.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[)" + ring +
                                    R"(]]}},{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[115.5,30.7]}}]})");
  }
};

TEST_F(OverlayTest, aGeoJsonFileLiesWhereItsStandardSays) {
  const std::string path = write("a.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[115.5,30.7]}},
    {"type":"Feature","properties":{"name":"y"},"geometry":null}]})");
  const auto shapes = readOverlay({.path = path, .project = city()});
  ASSERT_TRUE(shapes) << geo::toText(shapes.error());
  ASSERT_EQ(shapes->shapes.size(), 1u);
  EXPECT_NEAR(geo::boxOf(shapes->shapes.front()).minX, 500000, 0.01);
  ASSERT_EQ(shapes->proofs.size(), 1u);
  EXPECT_NE(shapes->proofs.front(), "");
}

TEST_F(OverlayTest, numbersWithoutASystemAreTakenForTheProjectsOnlyWhereItsContentLies) {
  const std::string path = write("a.dxf", "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n500300\n20\n3400300\n11\n500400\n21\n3400350\n0\nENDSEC\n0\nEOF\n");
  const auto undecided = readOverlay({.path = path, .project = city()});
  ASSERT_FALSE(undecided);
  EXPECT_EQ(undecided.error().code, geo::ErrorCode::Undecided) << geo::toText(undecided.error());
  EXPECT_EQ(undecided.error().where.file, path);
  const auto placed = readOverlay({.path = path, .project = city(), .projectExtent = {500000, 3400000, 500500, 3400500}});
  ASSERT_TRUE(placed) << geo::toText(placed.error());
  EXPECT_NE(placed->proofs.front().find("the content lies where the project's does"), std::string::npos) << placed->proofs.front();
}

TEST_F(OverlayTest, whatAPersonSaysOfTheSystemIsTaken) {
  const std::string path = write("a.geojson", R"({"type":"Point","coordinates":[115.5,30.7]})");
  const auto plain = readOverlay({.path = path, .project = city()});
  const auto shifted = readOverlay({.path = path, .crs = "gcj02", .project = city()});
  ASSERT_TRUE(plain && shifted);
  const double metres = geo::boxOf(plain->shapes.front()).minX - geo::boxOf(shifted->shapes.front()).minX;
  EXPECT_GT(metres, 300);
  EXPECT_LT(metres, 700);
}

TEST_F(OverlayTest, aShapeOfTooManyCornersIsLeftOutAndNamedAndTheOthersAreShown) {
  const auto shapes = readOverlay({.path = polygonOf(200), .project = city(), .mostCorners = 100});
  ASSERT_TRUE(shapes) << geo::toText(shapes.error());
  EXPECT_EQ(shapes->shapes.size(), 1u);
  EXPECT_EQ(shapes->leftOut, 1u);
  EXPECT_NE(shapes->firstFault.find("more than 100 points"), std::string::npos) << shapes->firstFault;
}

TEST_F(OverlayTest, aTableWithoutShapesIsRefused) {
  const auto refused = readOverlay({.path = write("t.csv", "a,b\n1,2\n"), .project = city()});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().text.find("no shapes"), std::string::npos) << refused.error().text;
}

TEST_F(OverlayTest, aMissingFileIsNamed) {
  const auto missing = readOverlay({.path = (m_folder / "gone.geojson").string(), .project = city()});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, geo::ErrorCode::NotFound);
}

TEST(PictureFile, isToldFromShapesByItsEnding) {
  EXPECT_TRUE(isPictureFile("/a/航拍.TIF"));
  EXPECT_TRUE(isPictureFile("b.mbtiles"));
  EXPECT_FALSE(isPictureFile("c.gpkg"));
  EXPECT_FALSE(isPictureFile("tif"));
}

}  // namespace
}  // namespace pianqu::layers
