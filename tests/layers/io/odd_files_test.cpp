#include "tests/layers/io/file_bytes.hpp"
#include "tests/layers/io/import_fixture.hpp"

#include "layers/io/field_mapping.hpp"

/// Files as other cities and other programs deliver them.
namespace pianqu::layers {
namespace {

using OddFiles = ImportTest;

const geo::Crs& gauss() {
  static const geo::Crs crs = geo::Crs::fromText("EPSG:4547").value();
  return crs;
}

ImportRequest asked(const std::string& path) { return {.path = path, .crs = "EPSG:4547"}; }

TEST_F(OddFiles, readTraditionalHeadingsLikeSimplifiedOnes) {
  const auto path = write("社區.csv", "\xEF\xBB\xBF小區名稱,總戶數,建成年份,wkt\n醬品廠,120,1985,\"POLYGON((650900 3304000,650960 3304000,650960 3304060,650900 3304060,650900 3304000))\"\n");
  auto request = asked(path);
  request.kind = "estate";
  const auto result = import(request, {.projectCrs = gauss()});
  ASSERT_TRUE(result) << toText(result.error());
  const auto* estates = findTable(*result, "estate");
  ASSERT_TRUE(estates);
  EXPECT_EQ(cell(*estates, 0, "name"), "醬品廠");
  EXPECT_EQ(cell(*estates, 0, "households"), "120");
}

TEST_F(OddFiles, readAHeadingThatTheShapefileCutInsideACharacter) {
  const std::vector<std::vector<geo::XY>> rings{{{650900, 3304000}, {650960, 3304000}, {650960, 3304060}, {650900, 3304060}, {650900, 3304000}}};
  // 10 bytes of "建成年份" in UTF-8 end in the middle of 份.
  const auto bytes = polygonShapefile(rings, {{std::string("建成年份").substr(0, 10), 4}, {std::string("小区名称").substr(0, 10), 30}}, {{"1985", "江海小区"}});
  write("estate.shx", bytes.shx);
  write("estate.dbf", bytes.dbf);
  auto request = asked(write("estate.shp", bytes.shp));
  request.kind = "estate";
  request.encoding = "UTF-8";
  const auto result = import(request, {.projectCrs = gauss()});
  ASSERT_TRUE(result) << toText(result.error());
  const auto* estates = findTable(*result, "estate");
  ASSERT_TRUE(estates);
  EXPECT_EQ(cell(*estates, 0, "built_from"), "1985");
  EXPECT_EQ(cell(*estates, 0, "name"), "江海小区");
}

const std::string kHouse =
    "<Polygon><outerBoundaryIs><LinearRing><coordinates>115.56,29.84,0 115.561,29.84,0 115.561,29.841,0 115.56,29.841,0 115.56,29.84,0</coordinates></LinearRing></outerBoundaryIs></Polygon>";

TEST_F(OddFiles, readWhatAKmlKeepsInExtendedData) {
  const auto path = write("奥维.kml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>小区红线</name>"
                                      "<Placemark><name>说明</name><ExtendedData><Data name=\"户数\"><value>1</value></Data></ExtendedData></Placemark>"
                                      "<Placemark><name>江海小区</name><ExtendedData><Data name=\"户数\"><value>120</value></Data></ExtendedData>" + kHouse + "</Placemark>"
                                      "<Placemark><name>梅园小区</name><ExtendedData><SchemaData><SimpleData name=\"建成年份\">1990</SimpleData></SchemaData></ExtendedData>" + kHouse + "</Placemark>"
                                      "</Folder></Document></kml>");
  const auto result = import({.path = path}, {.projectCrs = gauss()});
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  const auto* estates = findTable(*result, "estate");
  ASSERT_TRUE(estates);
  ASSERT_EQ(estates->rowCount(), 2U);
  EXPECT_EQ(cell(*estates, 0, "households"), "120");
  EXPECT_EQ(cell(*estates, 1, "households"), "");
  EXPECT_EQ(cell(*estates, 1, "built_from"), "1990");
  EXPECT_TRUE(std::any_of(result->problems.begin(), result->problems.end(), [](const auto& p) { return p.code == "kml-data-without-shape"; }));
}

TEST_F(OddFiles, readAHeadingOfTwoRows) {
  const auto path = write("台账.xlsx", workbook({{"小区台账",
                                                  {{"云梅市老旧小区台账"}, {"小区名称", "建成时间", "规模", "", "备注"}, {"", "", "楼栋数（栋）", "户数（户）", ""}, {"江海小区", "1992年5月", "8", "1,240", "无"}},
                                                  {"A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"}}}));
  City city;
  city.estates.push_back({.uid = "e1", .code = "E001", .name = "江海小区"});
  const auto result = import({.path = path}, {.projectCrs = gauss(), .city = city});
  ASSERT_TRUE(result) << toText(result.error());
  ASSERT_EQ(result->updates.size(), 1U);
  EXPECT_EQ(cell(result->updates[0], 0, "households"), "1240");
  EXPECT_EQ(cell(result->updates[0], 0, "buildings"), "8");
  EXPECT_EQ(cell(result->updates[0], 0, "built_from"), "1992");
}

TEST_F(OddFiles, readTheListOfSurveyPointsAsPointsAndPipes) {
  const auto path = write("污水管线成果表.xlsx",
                          workbook({{"说明", {{"本表由测绘院提供"}, {"坐标系 CGCS2000"}}, {}},
                                    {"污水", {{"物探点号", "连接点号", "特征", "附属物", "平面坐标(m)", "", "地面高程(m)", "管底高程(m)", "埋深(m)", "管径(mm)", "材质", "埋设日期"},
                                              {"", "", "", "", "X", "Y", "", "", "", "", "", ""},
                                              {"WS001", "WS002", "", "检查井", "3304000", "650905", "25", "22.5", "2.5", "300", "PVC", "1998-05"},
                                              {"WS002", "WS001", "", "检查井", "3304020", "650905", "25", "22.4", "2.6", "300", "PVC", "1998-05"},
                                              {"", "WS003", "", "", "", "", "", "22.35", "2.65", "400", "PVC", ""},
                                              {"WS003", "WS002", "起止点", "", "3304040", "650905", "25", "22.2", "2.8", "400", "PVC", ""}},
                                     {"E1:F1"}}}));
  const auto result = import(asked(path), {.projectCrs = gauss()});
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  const auto* nodes = findTable(*result, "pipe_node");
  const auto* pipes = findTable(*result, "pipe");
  ASSERT_TRUE(nodes && pipes);
  EXPECT_EQ(nodes->rowCount(), 3U);
  ASSERT_EQ(pipes->rowCount(), 2U);
  EXPECT_EQ(cell(*pipes, 0, "from_invert"), "22.5");
  EXPECT_EQ(cell(*pipes, 0, "to_invert"), "22.4");
  EXPECT_EQ(cell(*pipes, 0, "year"), "1998");
  EXPECT_EQ(cell(*pipes, 1, "from_invert"), "22.35");   // at WS002, not that of the pipe to WS001
  EXPECT_EQ(cell(*pipes, 1, "to_invert"), "22.2");
  EXPECT_EQ(cell(*pipes, 1, "diameter_mm"), "400");
  EXPECT_EQ(cell(*pipes, 1, "subclass"), "WS");
}

/// A house and its label, in R12 so that nothing but the entities is needed.
std::string drawing(const std::string& header, double scale) {
  const auto vertex = [scale](double x, double y) { return "0\nVERTEX\n8\n房屋\n10\n" + std::to_string((650900 + x) * scale) + "\n20\n" + std::to_string((3304000 + y) * scale) + "\n30\n0\n"; };
  const auto label = [scale](const std::string& text, double x, double y) {
    return "0\nTEXT\n8\n房屋\n10\n" + std::to_string((650900 + x) * scale) + "\n20\n" + std::to_string((3304000 + y) * scale) + "\n30\n0\n40\n" + std::to_string(2 * scale) + "\n1\n" + text + "\n";
  };
  return "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1021\n" + header + "0\nENDSEC\n0\nSECTION\n2\nENTITIES\n0\nPOLYLINE\n8\n房屋\n66\n1\n70\n1\n" + vertex(0, 0) + vertex(20, 0) + vertex(20, 10) + vertex(0, 10) +
         "0\nSEQEND\n8\n房屋\n" + label("砖6", 5, 5) + label("混2", 16, 5) + label("传达室", 3, 3) + label("砖7", 90, 5) + "0\nENDSEC\n0\nEOF\n";
}

TEST_F(OddFiles, readTheStoreysThatADrawingWritesIntoItsHouses) {
  const auto result = import(asked(write("底图.dxf", drawing("", 1))), {.projectCrs = gauss()});
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  const auto* houses = findTable(*result, "building");
  ASSERT_TRUE(houses);
  ASSERT_EQ(houses->rowCount(), 1U);
  EXPECT_EQ(cell(*houses, 0, "floors"), "6");
  // "传达室" says nothing of storeys and "砖7" stands in no house.
  EXPECT_TRUE(std::any_of(result->problems.begin(), result->problems.end(), [](const auto& p) { return p.code == "cad-labels" && p.text.starts_with("2 rows"); }));
}

TEST_F(OddFiles, scaleADrawingInMillimetresThatSaysSo) {
  const auto result = import(asked(write("底图.dxf", drawing("9\n$INSUNITS\n70\n4\n", 1000))), {.projectCrs = gauss()});
  ASSERT_TRUE(result) << toText(result.error());
  const auto* houses = findTable(*result, "building");
  ASSERT_TRUE(houses);
  EXPECT_NEAR(geo::boxOf(houses->geometries[0]).minX, 650900, 0.001);
  // Metres in a drawing whose unit was never set stay metres.
  const auto metres = import(asked(write("米.dxf", drawing("9\n$INSUNITS\n70\n4\n", 1))), {.projectCrs = gauss()});
  ASSERT_TRUE(metres);
  EXPECT_NEAR(geo::boxOf(findTable(*metres, "building")->geometries[0]).minX, 650900, 0.001);
}

TEST_F(OddFiles, askAboutADrawingInMillimetresThatDoesNotSaySo) {
  const auto result = import(asked(write("底图.dxf", drawing("", 1000))), {.projectCrs = gauss()});
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().hint.find("millimetres"), std::string::npos) << toText(result.error());
}

TEST(OddCells, areAnglesYearsAndFullWidthNumbers) {
  EXPECT_NEAR(parseAngle("115°33′36.5″").value(), 115.5601389, 1e-6);
  EXPECT_NEAR(parseAngle("E115°33'36\"").value(), 115.56, 1e-9);
  EXPECT_NEAR(parseAngle("29度51分").value(), 29.85, 1e-9);
  EXPECT_FALSE(parseAngle("115.56"));
  EXPECT_FALSE(parseAngle("115°63′"));
  EXPECT_EQ(toText(convertYear(Value{std::string("1985/06/01")}).value()), "1985");
  EXPECT_EQ(toText(convertYear(Value{std::string("1998.6")}).value()), "1998");
  EXPECT_EQ(toText(convertYear(Value{std::string("2001年5月")}).value()), "2001");
  EXPECT_FALSE(convertYear(Value{std::string("1985-1992")}));
  EXPECT_FALSE(convertYear(Value{std::string("80年代末")}) == std::optional(Value{std::int64_t{1980}}));
  EXPECT_EQ(toText(convertCell(Value{std::string("２４户")}, FieldType::Integer, 1).value()), "24");
}

}  // namespace
}  // namespace pianqu::layers
