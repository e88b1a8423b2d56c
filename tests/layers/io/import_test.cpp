#include "tests/layers/io/import_fixture.hpp"

#include <cmath>

#include "geo/base/random.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/io/digest.hpp"
#include "tests/layers/io/file_bytes.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

const char* const kLocal = "CGCS2000 CM 115.5 FE 500000";

std::vector<XY> square(double x, double y, double size) { return {{x, y}, {x, y + size}, {x + size, y + size}, {x + size, y}, {x, y}}; }

ImportContext cityContext() {
  ImportContext context;
  context.projectCrs = geo::Crs::localCity(115.5, 500000);
  Estate estate;
  estate.uid = "e1";
  estate.code = "E001";
  estate.name = "江海小区";
  estate.shape = {{square(500000, 3300000, 200), {}}};
  Building building;
  building.uid = "b1";
  building.code = "B001";
  building.number = "1";
  building.estateUid = "e1";
  building.shape = {{square(500010, 3300010, 20), {}}};
  PipeNode node;
  node.uid = "n1";
  node.code = "YS1";
  node.point = {500005, 3300005};
  context.city.estates = {estate};
  context.city.buildings = {building};
  context.city.pipeNodes = {node};
  return context;
}

TEST_F(ImportTest, readsAGbkShapefileWithoutCpgOrPrj) {
  const auto gbk = [](const char* text) { return encodedAs(text, "GB18030"); };
  const auto files = polygonShapefile({square(500000, 3300000, 100), square(500200, 3300000, 100)},
                                      {{gbk("小区编码"), 10}, {gbk("小区名称"), 30}, {gbk("建成年份"), 12}, {gbk("户数"), 8}, {gbk("备用"), 6}},
                                      {{"E1", gbk("酱品厂小区"), "1985", "120", ""}, {"E2", gbk("棉花商城小区"), gbk("1992年"), gbk("未知"), ""}});
  const auto path = write("estate.shp", files.shp);
  write("estate.shx", files.shx);
  write("estate.dbf", files.dbf);
  EXPECT_EQ(import({.path = path}).error().code, geo::ErrorCode::Undecided) << "six digits and no project prove no central meridian";
  const auto result = import({.path = path, .crs = kLocal});
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  const auto* estates = findTable(*result, "estate");
  ASSERT_TRUE(estates);
  EXPECT_EQ(cell(*estates, 0, "name"), "酱品厂小区");
  EXPECT_EQ(cell(*estates, 1, "built_from"), "1992");
  EXPECT_EQ(cell(*estates, 1, "households"), "");
  EXPECT_EQ(cell(*estates, 0, "uid").size(), 32U);
  EXPECT_EQ(result->layers[0].encoding.name, "GB18030");
  EXPECT_EQ(geo::boxOf(estates->geometries[0]).minX, 500000) << "nothing moves when file and project have one system";
  EXPECT_TRUE(result->projectCrs == geo::Crs::localCity(115.5, 500000));
}

TEST_F(ImportTest, givesTheSameUidsForTheSameFile) {
  const auto path = write("a.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x","height":9},"geometry":{"type":"Polygon","coordinates":[[[116.4,39.9],[116.401,39.9],[116.401,39.901],[116.4,39.9]]]}}]})");
  const auto a = import({.path = path}), b = import({.path = path});
  ASSERT_TRUE(a && b) << toText(a.error());
  EXPECT_EQ(cell(*findTable(*a, "building"), 0, "uid"), cell(*findTable(*b, "building"), 0, "uid"));
  EXPECT_EQ(a->projectCrs.authority(), "EPSG:4548") << "116.4 degrees lie in the zone of 117";
}

TEST_F(ImportTest, repairsUnclosedRingsAndRefusesWhatHasNoShapeAndSaysSo) {
  const auto path = write("estates.csv", "name,geometry,count\n"
                                         "A,\"{\"\"type\"\":\"\"Polygon\"\",\"\"coordinates\"\":[[[116.40,39.90],[116.41,39.90],[116.41,39.91]]]}\",3\n"
                                         "B,,1\nC,\"{\"\"type\"\":\"\"Polygon\"\",\"\"coordinates\"\":[[[116.40,39.90],[1e300,39.90],[116.41,39.91]]]}\",1\nD,not a shape,2\n");
  EXPECT_EQ(import({.path = path, .kind = "estate"}).error().code, geo::ErrorCode::Undecided) << "degrees in a CSV may be WGS 84, GCJ-02 or BD-09";
  const auto result = import({.path = path, .kind = "estate", .crs = "bd09"});
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  EXPECT_EQ(result->layers[0].rowsWritten, 1);
  EXPECT_EQ(result->layers[0].rowsRepaired, 1);
  EXPECT_EQ(result->layers[0].rowsRefused, 3);
}

TEST_F(ImportTest, joinsCjj61TablesOfOneWorkbook) {
  const auto path = write("pipes.xlsx", workbook({{"雨水管线表", {{"起始点号", "终止点号", "起点埋深", "终点埋深", "起点高程", "终点高程", "管径", "材质", "建设年代"},
                                                             {"YS1", "YS2", "1.2", "1.4", "18.5", "18.3", "400", "T", "1998"},
                                                             {"YS2", "YS3", "1.4", "1.5", "18.3", "18.2", "600×400", "T", ""},
                                                             {"YS2", "YS9", "", "", "", "", "300", "", ""}}, {}},
                                                  {"雨水管点表", {{"雨水管点成果表"}, {"图上点号", "物探点号", "特征", "附属物", "X", "Y", "地面高程", "井底高程"},
                                                             {"1", "YS1", "", "检查井", "3300000.125", "500000.5", "20.1", "18.5"}, {"2", "YS2", "", "检查井", "3300030", "500000", "20.2", "18.3"},
                                                             {"3", "YS3", "", "雨水箅", "3300060", "500010", "20.0", ""}, {"4", "YS3", "", "雨水箅", "3300061", "500010", "20.0", ""}}, {"A1:H1"}}}));
  ImportContext context = cityContext();
  context.city.pipeNodes.clear();
  const auto result = import({.path = path}, context);
  ASSERT_TRUE(result) << toText(result.error()) << result.error().hint;
  expectBalanced(*result);
  const auto* nodes = findTable(*result, "pipe_node");
  const auto* pipes = findTable(*result, "pipe");
  ASSERT_TRUE(nodes && pipes);
  EXPECT_EQ(nodes->rowCount(), 3U) << "the second YS3 is refused";
  EXPECT_EQ(std::get<geo::XYGeometry::Points>(nodes->geometries[0].value).points[0], (XY{500000.5, 3300000.125})) << "X is north in these tables";
  EXPECT_EQ(cell(*nodes, 0, "subclass"), "YS");
  ASSERT_EQ(pipes->rowCount(), 2U) << "YS9 is in no point table";
  EXPECT_EQ(cell(*pipes, 0, "diameter_mm"), "400");
  EXPECT_EQ(cell(*pipes, 1, "width_mm"), "600");
  EXPECT_EQ(cell(*pipes, 1, "pipe_class"), "PS");
  EXPECT_EQ(cell(*pipes, 0, "to_uid"), cell(*nodes, 1, "uid"));
}

TEST_F(ImportTest, refusesMergedCellsInTheData) {
  const auto path = write("ledger.xlsx", workbook({{"台账", {{"小区名称", "户数"}, {"江海小区", "10"}, {"", "20"}}, {"A2:A3"}}}));
  const auto result = import({.path = path, .kind = "estate"}, cityContext());
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().text.find("A2:A3"), std::string::npos);
}

TEST_F(ImportTest, joinsALedgerToEstatesAndListsBothSides) {
  const auto path = write("台账.xlsx", workbook({{"小区台账", {{"小区编码", "小区名称", "户数", "产权性质"}, {"E001", "江海", "96", ""}, {"E777", "没有的小区", "5", "房改房"}}, {}}}));
  const auto result = import({.path = path, .kind = "estate"}, cityContext());
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  ASSERT_EQ(result->updates.size(), 1U);
  EXPECT_EQ(cell(result->updates[0], 0, "uid"), "e1");
  EXPECT_EQ(cell(result->updates[0], 0, "households"), "96");
  EXPECT_EQ(result->layers[0].rowsRefused, 1);
}

TEST_F(ImportTest, joinsRisersToBuildingsAndManholes) {
  const auto path = write("立管.csv", "\xEF\xBB\xBF立管编号,所属楼栋,接入井,类别,水源,X,Y,是否混接\nR1,B001,YS1,雨水,洗衣机,3300012,500012,是\nR2,B999,,污水,厨房,3300013,500013,否\n");
  const auto result = import({.path = path}, cityContext());
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  const auto* risers = findTable(*result, "riser");
  ASSERT_TRUE(risers);
  EXPECT_EQ(cell(*risers, 0, "building_uid"), "b1");
  EXPECT_EQ(cell(*risers, 0, "to_node_uid"), "n1");
  EXPECT_EQ(cell(*risers, 1, "building_uid"), "");
  EXPECT_EQ(cell(*risers, 0, "is_mixed"), "1");
}

TEST_F(ImportTest, putsBuildingsIntoTheEstateTheyStandIn) {
  const auto path = write("b.csv", "楼号,层数,WKT\n3,6,\"POLYGON((500050 3300050,500060 3300050,500060 3300060,500050 3300060,500050 3300050))\"\n");
  const auto result = import({.path = path, .kind = "building"}, cityContext());
  ASSERT_TRUE(result) << toText(result.error());
  EXPECT_EQ(cell(*findTable(*result, "building"), 0, "estate_uid"), "e1");
}

TEST_F(ImportTest, takesAnExplicitMapping) {
  const auto path = write("b.csv", "foo,bar,WKT\n3,6,\"POLYGON((500050 3300050,500060 3300050,500060 3300060,500050 3300060,500050 3300050))\"\n");
  const auto result = import({.path = path, .kind = "building", .fieldOverrides = {{"foo", "number"}, {"bar", "floors"}}}, cityContext());
  ASSERT_TRUE(result) << toText(result.error());
  EXPECT_EQ(cell(*findTable(*result, "building"), 0, "floors"), "6");
  EXPECT_FALSE(import({.path = path, .kind = "building", .fieldOverrides = {{"foo", "nonsense"}}}, cityContext()));
  EXPECT_FALSE(import({.path = path, .kind = "building", .fieldOverrides = {{"no such", "number"}}}, cityContext()));
}

TEST_F(ImportTest, splitsACadDrawingByItsLayers) {
  std::string dxf = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1021\n9\n$DWGCODEPAGE\n3\nANSI_936\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n";
  const auto polyline = [&](const std::string& layer, bool isClosed, const std::vector<XY>& points) {
    dxf += "0\nLWPOLYLINE\n8\n" + layer + "\n100\nAcDbPolyline\n90\n" + std::to_string(points.size()) + "\n70\n" + (isClosed ? "1" : "0") + "\n";
    for (const auto p : points) dxf += "10\n" + std::to_string(p.x) + "\n20\n" + std::to_string(p.y) + "\n";
  };
  polyline("建筑轮廓", true, {{500010, 3300040}, {500020, 3300040}, {500020, 3300050}, {500010, 3300050}});
  polyline("围墙", false, {{500000, 3300000}, {500050, 3300000}});
  polyline("图框", false, {{500000, 3300000}, {500050, 3300000}});
  dxf += "0\nENDSEC\n0\nEOF\n";
  const auto path = write("底图.dxf", dxf);
  const auto result = import({.path = path}, cityContext());
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  ASSERT_TRUE(findTable(*result, "building"));
  ASSERT_TRUE(findTable(*result, "barrier"));
  EXPECT_EQ(cell(*findTable(*result, "barrier"), 0, "kind"), "围墙");
  std::int64_t refused = 0;
  for (const auto& layer : result->layers) refused += layer.rowsRefused;
  EXPECT_EQ(refused, 1) << "the frame of the sheet is nothing that we keep";
}

TEST_F(ImportTest, tellsAJpegFromADxf) {
  const auto result = import({.path = write("plan.dxf", "\xFF\xD8\xFF\xE0 JFIF")});
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().text.find("JPEG"), std::string::npos);
}

TEST_F(ImportTest, refusesAShapefileWithoutItsTableOrCutShort) {
  const auto files = polygonShapefile({square(500000, 3300000, 100)}, {{"NAME", 10}}, {{"x"}});
  const auto path = write("a.shp", files.shp);
  write("a.shx", files.shx);
  EXPECT_NE(import({.path = path, .kind = "estate", .crs = kLocal}).error().text.find(".dbf"), std::string::npos);
  write("a.dbf", files.dbf);
  EXPECT_TRUE(import({.path = path, .kind = "estate", .crs = kLocal}));
  write("a.shp", files.shp.substr(0, files.shp.size() - 20));
  EXPECT_NE(import({.path = path, .kind = "estate", .crs = kLocal}).error().text.find("truncated"), std::string::npos);
}

TEST_F(ImportTest, refusesNumbersThatContradictTheDeclaredSystem) {
  const auto path = write("b.csv", "楼号,WKT\n3,\"POLYGON((500050 3300050,500060 3300050,500060 3300060,500050 3300050))\"\n");
  EXPECT_EQ(import({.path = path, .kind = "building", .crs = "EPSG:4490"}).error().code, geo::ErrorCode::Invalid);
}

TEST_F(ImportTest, accountsForEveryRowOfRandomTables) {
  const std::uint64_t seed = 7;
  RecordProperty("seed", std::to_string(seed));
  geo::Random random(seed);
  for (int round = 0; round < 60; ++round) {
    std::string csv = "楼号,层数,建筑面积,WKT\n";
    const int rows = random.integer(1, 30);
    for (int r = 0; r < rows; ++r) {
      const char* const shapes[] = {"\"POLYGON((500050 3300050,500060 3300050,500060 3300060,500050 3300050))\"", "", "\"POLYGON((500050 3300050,500060 3300060,500060 3300050,500050 3300060,500050 3300050))\"",
                                    "\"POINT(500050 3300050)\"", "\"POLYGON((500050 3300050,nan 3300050,500060 3300060))\"", "\"POLYGON EMPTY\"", "\"LINESTRING(500050 3300050,500060 3300050)\"", "junk"};
      csv += std::to_string(r) + "," + (random.chance(0.5) ? "6" : "六") + ",x," + shapes[random.integer(0, 7)] + "\n";
    }
    const auto result = import({.path = write("r.csv", csv), .kind = "building", .crs = kLocal}, cityContext());
    if (!result) continue;
    expectBalanced(*result);
    EXPECT_EQ(result->layers[0].rowsRead, rows) << "seed " << seed << " round " << round;
    const auto* table = findTable(*result, "building");
    EXPECT_EQ(table ? static_cast<std::int64_t>(table->rowCount()) : 0, result->layers[0].rowsWritten);
  }
}

}  // namespace
}  // namespace pianqu::layers
