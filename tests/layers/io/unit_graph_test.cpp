#include "layers/io/unit_graph_reader.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "layers/io/dataset.hpp"
#include "layers/io/unit_labels.hpp"

namespace pianqu::layers {
namespace {

class UnitGraphFiles : public testing::Test {
 protected:
  void SetUp() override {
    static const bool isStarted = (startGdal(), true);
    ASSERT_TRUE(isStarted);
    folder = std::filesystem::path(testing::TempDir()) / ("unit_graph_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }
  geo::Result<UnitGraph> read(const std::string& units, const std::string& edges) const {
    return readUnitGraph({.unitsPath = write("units.csv", units), .edgesPath = write("edges.csv", edges), .sums = {"hh"}, .traitsIfAny = {"a1"}});
  }
  std::string failure(const std::string& units, const std::string& edges) const {
    const auto graph = read(units, edges);
    return graph ? "read" : geo::toText(graph.error()) + " | " + graph.error().hint;
  }

  std::filesystem::path folder;
  static constexpr const char* kUnits = "id,x,y,hh\n0,0,0,5\n1,10,0,6\n";
};

TEST_F(UnitGraphFiles, takesAnyOrderOfColumnsAMarkQuotesAndCrLf) {
  const auto graph = read("\xEF\xBB\xBF\"hh\";y;x;id\r\n\"1,5\";0;0;a\r\n", "i;j\r\n");
  ASSERT_FALSE(graph);     // 1,5 is no number
  const auto good = read("\xEF\xBB\xBF\"hh\";y;x;id\r\n\"15\";0;7;\"a \"\"b\"\"\"\r\n\r\n16;1;8;c\r\n", "flag;i;j\r\n3;\"a \"\"b\"\"\";c\r\n");
  ASSERT_TRUE(good) << geo::toText(good.error());
  EXPECT_EQ(good->ids[0], "a \"b\"");
  EXPECT_DOUBLE_EQ(good->numbers[0][1], 16);
  EXPECT_DOUBLE_EQ(good->centres[0].x, 7);
  EXPECT_DOUBLE_EQ(good->areaM2[0], 0);
  ASSERT_EQ(good->edges.size(), 1U);
  EXPECT_EQ(good->edges[0].flags, 3U);
}

TEST_F(UnitGraphFiles, namesFileLineAndColumnOfWhatIsWrong) {
  EXPECT_NE(failure("id,x,y\n0,0,0\n", "i,j\n").find("there is no column hh | the file has: id, x, y"), std::string::npos);
  EXPECT_NE(failure("id,x,y,hh\n0,0,0,-3\n", "i,j\n").find("line 2, column hh: \"-3\" is below 0"), std::string::npos);
  EXPECT_NE(failure("id,x,y,hh\n0,0,0,nan\n", "i,j\n").find("\"nan\" is not a number"), std::string::npos);
  EXPECT_NE(failure("id,x,y,hh\n0,0,0,\n", "i,j\n").find("an empty cell is not a number"), std::string::npos);
  EXPECT_NE(failure("id,x,y,hh\n0,0,,4\n", "i,j\n").find("no position"), std::string::npos);
  EXPECT_NE(failure("id,x,y,hh\n0,0,0,4\n0,1,1,4\n", "i,j\n").find("unit 0 is in rows 1 and 2"), std::string::npos);
  EXPECT_NE(failure(kUnits, "i,j\n0,9\n").find("line 2, column j: there is no unit \"9\""), std::string::npos);
  EXPECT_NE(failure(kUnits, "i,j,len\n0,1,-4\n").find("below 0"), std::string::npos);
  EXPECT_NE(failure(kUnits, "i,j,flag\n0,1,x\n").find("no bit mask"), std::string::npos);
  EXPECT_NE(failure("id,x,y,hh\n", "i,j\n").find("no unit in the file"), std::string::npos);
  EXPECT_NE(failure("", "i,j\n").find("the file is empty"), std::string::npos);
  EXPECT_NE(failure("id,x,y,hh\n0,0,0,\"4\n", "i,j\n").find("never closed"), std::string::npos);
  EXPECT_NE(geo::toText(readUnitGraph({.unitsPath = "/nowhere/units.csv", .edgesPath = "e.csv"}).error()).find("cannot be opened"), std::string::npos);
}

TEST_F(UnitGraphFiles, passesOverLoopsAndCountsABorderListedFromEitherSideOnce) {
  const auto graph = read(kUnits, "i,j,len\n0,0,5\n0,1,3\n1,0,3\n0,1,4\n");
  ASSERT_TRUE(graph);
  ASSERT_EQ(graph->edges.size(), 2U);
  EXPECT_DOUBLE_EQ(graph->edges[0].sharedM + graph->edges[1].sharedM, 7);
  ASSERT_EQ(graph->remarks.size(), 2U);
  EXPECT_EQ(graph->remarks[0].code, "edge-loops");
  EXPECT_EQ(graph->remarks[1].code, "edges-both-ways");
}

TEST_F(UnitGraphFiles, fillsAnEmptyTraitWithTheMean) {
  const auto graph = read("id,x,y,hh,a1\n0,0,0,5,10\n1,1,0,5,\n2,2,0,5,20\n", "i,j\n");
  ASSERT_TRUE(graph);
  EXPECT_DOUBLE_EQ(graph->numbers[1][1], 15);
}

TEST_F(UnitGraphFiles, polygonsTouchWhereTheyShareABorder) {
  const std::string path = write("tracts.geojson", R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[
    {"type":"Feature","properties":{"id":"a","hh":3},"geometry":{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,20],[0,20],[0,0]]]}},
    {"type":"Feature","properties":{"id":"b","hh":4},"geometry":{"type":"Polygon","coordinates":[[[10,0],[20,0],[20,8],[10,8],[10,0]]]}},
    {"type":"Feature","properties":{"id":"c","hh":5},"geometry":{"type":"Polygon","coordinates":[[[10,8],[20,8],[20,20],[10,20],[10,8]]]}}]})");
  const auto graph = readUnitGraph({.unitsPath = path, .sums = {"hh"}});
  ASSERT_TRUE(graph) << geo::toText(graph.error());
  ASSERT_EQ(graph->edges.size(), 3U);
  EXPECT_EQ(graph->ids[2], "c");
  EXPECT_GT(graph->edges[1].sharedM, graph->edges[0].sharedM);
  EXPECT_FALSE(readUnitGraph({.unitsPath = path, .sums = {"pop"}}));
}

TEST_F(UnitGraphFiles, labelsComeBackAsTheyWereWritten) {
  const std::string path = (folder / "labels.csv").string();
  ASSERT_TRUE(writeUnitLabels(path, {{"a,b", "1", ""}, {"c", "", "no-room"}}));
  const auto labels = readUnitLabels(path);
  ASSERT_TRUE(labels);
  EXPECT_EQ((*labels)[0].id, "a,b");
  EXPECT_EQ((*labels)[1].reason, "no-room");
  EXPECT_FALSE(readUnitLabels(write("twice.csv", "id,district\na,1\na,2\n")));
}

}  // namespace
}  // namespace pianqu::layers
