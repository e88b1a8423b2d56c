#include "layers/io/database.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

#include "geo/base/random.hpp"
#include "layers/io/dataset.hpp"

namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;
using geo::XYGeometry;

const TableSchema kWells{"well", "井", "well", GeometryKind::Point, {{"code", FieldType::Text, "编号", "code"}, {"depth", FieldType::Real, "深", "depth", "m"}, {"year", FieldType::Integer, "年", "year"}, {"is_old", FieldType::Boolean, "旧", "old"}}};

class DatabaseTest : public ::testing::Test {
 protected:
  void SetUp() override {
    startGdal();
    m_path = (fs::path(::testing::TempDir()) / ("pianqu_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".gpkg")).string();
    fs::remove(m_path);
  }
  void TearDown() override { fs::remove(m_path); }

  Database made() {
    auto database = Database::create(m_path, "2026-01-01T00:00:00Z").value();
    EXPECT_TRUE(database.createTable(kWells, geo::Crs::fromText("EPSG:4547").value()));
    return database;
  }
  std::string m_path;
};

FeatureTable wells(std::size_t first, std::size_t count) {
  FeatureTable table{.name = "well", .geometry = GeometryKind::Point, .fields = {{"uid"}}};
  table.fields.insert(table.fields.end(), kWells.fields.begin(), kWells.fields.end());
  table.columns.resize(table.fields.size());
  for (std::size_t i = first; i < first + count; ++i) {
    table.columns[0].push_back("w" + std::to_string(i));
    table.columns[1].push_back(i % 3 == 0 ? Value{} : i % 3 == 1 ? Value{std::string("井") + std::to_string(i)} : Value{std::string()});
    table.columns[2].push_back(i % 4 == 0 ? Value{} : Value{0.1 * static_cast<double>(i)});
    table.columns[3].push_back(i % 5 == 0 ? Value{} : Value{std::int64_t{1980} + static_cast<std::int64_t>(i % 40)});
    table.columns[4].push_back(i % 7 == 0 ? Value{} : Value{static_cast<std::int64_t>(i % 2)});
    table.geometries.push_back(i % 11 == 0 ? XYGeometry{} : XYGeometry{XYGeometry::Points{{{500000.0 + static_cast<double>(i), 3400000.5}}}});
  }
  return table;
}

std::int64_t countOf(const Database& database, const std::string& table) {
  const auto rows = database.query("SELECT count(*) AS n FROM " + table);
  return rows ? toInteger(rows->front().front()).value_or(-1) : -1;
}

TEST_F(DatabaseTest, readsBackWhatWasInserted) {
  auto database = made();
  const auto rows = wells(0, 500);
  ASSERT_TRUE(database.insert(rows));
  const auto read = database.read(kWells);
  ASSERT_TRUE(read) << geo::toText(read.error());
  EXPECT_EQ(read->columns, rows.columns);
  EXPECT_EQ(read->geometries, rows.geometries);
  // A second look, with a column less asked for, and the first again.
  TableSchema less = kWells;
  less.fields.erase(less.fields.begin());
  EXPECT_EQ(database.read(less)->columns.back(), rows.columns.back());
  EXPECT_EQ(database.read(kWells)->columns, rows.columns);
}

/// What GDAL before 3.11.4 hands out in columns differs from time to time there (OSGeo/gdal#12934).
TEST_F(DatabaseTest, readsATableWithAGapInItsKeysTheSameEveryTimeUnderLoad) {
  auto database = made();
  ASSERT_TRUE(database.insert(wells(0, 2000)));
  ASSERT_TRUE(database.run("DELETE FROM well WHERE uid = 'w7'"));
  FeatureTable rows = wells(0, 2000);
  for (auto& column : rows.columns) column.erase(column.begin() + 7);
  rows.geometries.erase(rows.geometries.begin() + 7);
  std::vector<std::jthread> load;
  for (unsigned i = 0; i < 2 * std::max(1u, std::thread::hardware_concurrency()); ++i)
    load.emplace_back([](const std::stop_token& stop) { while (!stop.stop_requested()) std::this_thread::yield(); });
  for (int again = 0; again < 60; ++again) {
    const auto read = database.read(kWells);
    EXPECT_TRUE(read && read->columns == rows.columns && read->geometries == rows.geometries) << again;
  }
}

TEST_F(DatabaseTest, takesValuesOfAnotherTypeThanTheColumnSays) {
  auto database = made();
  ASSERT_TRUE(database.insert(wells(1, 3)));
  ASSERT_TRUE(database.run("UPDATE well SET code = 120, depth = 7, geom = x'00112233' WHERE uid = 'w1'"));   // SQLite keeps what a column is given
  ASSERT_TRUE(database.run("UPDATE well SET depth = 'deep' WHERE uid = 'w2'"));
  const auto read = database.read(kWells);
  ASSERT_TRUE(read) << geo::toText(read.error());
  EXPECT_EQ(read->columns[1][0], Value{std::string("120")});
  EXPECT_EQ(read->columns[2][0], Value{7.0});
  EXPECT_TRUE(read->geometries[0].isEmpty()) << "bytes that are no geometry";
  EXPECT_EQ(read->columns[2][1], Value{std::string("deep")});
}

TEST_F(DatabaseTest, handsOutTheRowsOfARangeOfKeys) {
  auto database = made();
  ASSERT_TRUE(database.insert(wells(0, 20)));
  std::vector<std::string> uids;
  const auto take = [&uids](std::span<const Cell> cells, const XYGeometry&) {
    uids.push_back(textOf(cells[0]));
    EXPECT_EQ(cells[1], Cell{}) << "a field that the table lacks";
  };
  ASSERT_TRUE(database.readRows("well", {{"uid"}, {"colour"}}, Database::Keys{4, 6, 3}, take));
  EXPECT_EQ(uids, (std::vector<std::string>{"w3", "w4", "w5"}));
  EXPECT_EQ(database.readRows("lake", {{"uid"}}, std::nullopt, take).error().code, geo::ErrorCode::NotFound);
}

TEST_F(DatabaseTest, keepsTheSpatialIndexWhenManyRowsComeAtOnceAndWhenFewFollow) {
  auto database = made();
  ASSERT_TRUE(database.insert(wells(0, 10)));
  ASSERT_TRUE(database.begin());
  const auto inserted = database.insert(wells(10, 21000));
  ASSERT_TRUE(inserted) << geo::toText(inserted.error());
  ASSERT_TRUE(database.commit());
  ASSERT_TRUE(database.insert(wells(21010, 5)));
  const std::int64_t withPlace = 21015 - (21015 + 10) / 11;
  EXPECT_EQ(countOf(database, "rtree_well_geom"), withPlace);
  EXPECT_EQ(countOf(database, "well"), 21015);
  ASSERT_TRUE(database.begin());
  ASSERT_TRUE(database.insert(wells(30000, 25000)));
  database.rollback();
  EXPECT_EQ(countOf(database, "rtree_well_geom"), withPlace);
  ASSERT_TRUE(database.insert(wells(21015, 1)));
  EXPECT_EQ(countOf(database, "rtree_well_geom"), withPlace + 1);
  EXPECT_TRUE(database.checkIntegrity());
}

TEST(Wkb, readsWhatItWrites) {
  geo::Random random(7);
  const auto point = [&random] { return geo::XY{random.uniform(-1e6, 1e6), random.uniform(-1e6, 1e6)}; };
  const auto ring = [&] { return geo::Ring<geo::XY>{point(), point(), point(), point()}; };
  for (const XYGeometry& geometry : {XYGeometry{XYGeometry::Points{{point()}}}, XYGeometry{XYGeometry::Points{{point(), point()}}}, XYGeometry{XYGeometry::Lines{{{point(), point()}, {point(), point(), point()}}}},
                                     XYGeometry{XYGeometry::Polygons{{{ring(), {ring(), ring()}}, {ring(), {}}}}}}) {
    const std::string bytes = toWkb(geometry);
    EXPECT_EQ(fromWkb(bytes), geometry);
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_EQ(fromWkb(std::string_view(bytes).substr(0, cut)), std::nullopt);
  }
  EXPECT_EQ(fromWkb(std::string("\1\6\0\0\0\xff\xff\xff\xff", 9)), std::nullopt) << "four thousand million polygons";
}

}  // namespace
}  // namespace pianqu::layers
