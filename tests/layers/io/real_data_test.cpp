#include "tests/layers/io/import_fixture.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <map>

#include "layers/feature/city_schema.hpp"
#include "layers/io/file_format.hpp"

/// Over real and hostile files, which are not part of the project: PIANQU_REAL_DATA names their folder.
namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;

class RealDataTest : public ImportTest {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("PIANQU_REAL_DATA");
    if (!folder) GTEST_SKIP() << "PIANQU_REAL_DATA is not set";
    m_data = folder;
    ImportTest::SetUp();
  }
  std::string at(const std::string& path) const { return m_data + "/" + path; }

  /// One line on an import: what was read, or the error.
  static std::string outcome(const ImportRequest& request, const ImportContext& context = {}) {
    const auto result = import(request, context);
    if (!result) return std::string(geo::nameOf(result.error().code)) + ": " + result.error().text;
    expectBalanced(*result);
    std::string text;
    for (const auto& layer : result->layers) {
      text += (text.empty() ? "" : "; ") + layer.layer + " as " + layer.kind + " " + layer.encoding.name + " " + layer.crs + " " + std::to_string(layer.rowsRead) + "=" + std::to_string(layer.rowsWritten) + "+" + std::to_string(layer.rowsRefused) + " repaired " + std::to_string(layer.rowsRepaired);
    }
    return text;
  }

  /// Runs an import in a process of its own, so that a crash or a hang is seen and costs one file.
  static int statusOf(const ImportRequest& request) {
    const pid_t child = fork();
    if (child == 0) {
      alarm(30);
      const std::string text = outcome(request);
      if (std::getenv("PIANQU_VERBOSE")) std::printf("%s | %s\n", request.path.c_str(), text.c_str());
      std::fflush(stdout);
      _exit(::testing::Test::HasFailure() ? 3 : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
  }

  void expectOrderlyEnds(const std::string& folder) const {
    std::size_t count = 0;
    for (auto it = fs::recursive_directory_iterator(at(folder)); it != fs::recursive_directory_iterator(); ++it) {
      const bool isGdb = it->is_directory() && it->path().extension() == ".gdb";
      if (isGdb) it.disable_recursion_pending();
      if (!isGdb && !it->is_regular_file()) continue;
      for (const ImportRequest& request : {ImportRequest{.path = it->path().string()}, ImportRequest{.path = it->path().string(), .kind = "building", .crs = "EPSG:4547", .acceptsBallpark = true},
                                           ImportRequest{.path = it->path().string(), .kind = "facility", .crs = "EPSG:4326", .encoding = "GB18030"}}) {
        const int status = statusOf(request);
        EXPECT_TRUE(WIFEXITED(status)) << it->path() << " ends by signal " << WTERMSIG(status);
        EXPECT_EQ(WIFEXITED(status) ? WEXITSTATUS(status) : 0, 0) << it->path();
      }
      ++count;
    }
    EXPECT_GT(count, 10U);
    RecordProperty("files", std::to_string(count));
  }

  std::string m_data;
};

TEST_F(RealDataTest, hostileFilesEndOrderly) { expectOrderlyEnds("hostile"); }
TEST_F(RealDataTest, filesInAllEncodingsEndOrderly) { expectOrderlyEnds("encodings"); }
TEST_F(RealDataTest, cadFilesEndOrderly) { expectOrderlyEnds("cad"); }

TEST_F(RealDataTest, readsTheBeijingEstatesInBd09) {
  const auto result = import({.path = at("estates-beijing/beijing-mapv-estate-polygons.csv"), .kind = "estate", .crs = "bd09"});
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  EXPECT_EQ(result->layers[0].rowsRead, 3703);
  EXPECT_GT(result->layers[0].rowsRepaired, 3690) << "3700 rings are not closed";
  std::printf("estates: %ld read, %ld written, %ld repaired, %ld refused\n", static_cast<long>(result->layers[0].rowsRead), static_cast<long>(result->layers[0].rowsWritten),
              static_cast<long>(result->layers[0].rowsRepaired), static_cast<long>(result->layers[0].rowsRefused));
}

TEST_F(RealDataTest, findsBuildingsInTheEstatesOnlyAfterTheDatumShift) {
  std::map<std::string, int> inside;
  for (const char* crs : {"bd09", "EPSG:4326"}) {
    const auto estates = import({.path = at("estates-beijing/beijing-mapv-estate-polygons.csv"), .kind = "estate", .crs = crs});
    ASSERT_TRUE(estates);
    const ImportContext context{estates->projectCrs, fromTables(estates->tables)};
    const auto buildings = import({.path = at("osm-vector/beijing-supermap-buildings.geojson")}, context);
    ASSERT_TRUE(buildings) << toText(buildings.error());
    expectBalanced(*buildings);
    const auto* table = findTable(*buildings, "building");
    for (std::size_t row = 0; row < table->rowCount(); ++row) inside[crs] += !cell(*table, row, "estate_uid").empty();
  }
  std::printf("buildings inside estates: %d as BD-09, %d as WGS 84\n", inside["bd09"], inside["EPSG:4326"]);
  EXPECT_NEAR(inside["bd09"], 2131, 120);
  EXPECT_NEAR(inside["EPSG:4326"], 1346, 120);
}

TEST_F(RealDataTest, carriesWuhanDegreesToThePublishedMetres) {
  const std::string path = at("estates-wuhan/wuhan-hgwrr-2018-properties.csv");
  const auto metres = import({.path = path, .kind = "facility", .crs = "EPSG:4547"});
  ASSERT_TRUE(metres) << toText(metres.error());
  const ImportContext context{metres->projectCrs, {}};
  const auto degrees = import({.path = path, .kind = "facility", .crs = "EPSG:4490", .fieldOverrides = {{"X", ""}, {"Y", ""}}}, context);
  ASSERT_TRUE(degrees) << toText(degrees.error());
  const auto *a = findTable(*metres, "facility"), *b = findTable(*degrees, "facility");
  ASSERT_EQ(a->rowCount(), 19599U);
  ASSERT_EQ(b->rowCount(), 19599U);
  std::vector<double> off;
  for (std::size_t row = 0; row < a->rowCount(); ++row) {
    const auto p = std::get<geo::XYGeometry::Points>(a->geometries[row].value).points[0], q = std::get<geo::XYGeometry::Points>(b->geometries[row].value).points[0];
    off.push_back(std::hypot(p.x - q.x, p.y - q.y));
  }
  std::sort(off.begin(), off.end());
  const auto far = std::count_if(off.begin(), off.end(), [](double d) { return d > 1e-5; });
  std::printf("metres off: median %g, 99 %% %g; beyond 1e-5: %ld\n", off[off.size() / 2], off[off.size() * 99 / 100], static_cast<long>(far));
  EXPECT_EQ(far, 14) << "14 rows of the source contradict themselves";
}

TEST_F(RealDataTest, asksBeforeItTakesBeijing1954) {
  const std::string path = at("admin/beijing-hsar/beijing_subdistricts.gpkg");
  const auto asked = import({.path = path, .kind = "admin_area"});
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().code, geo::ErrorCode::Undecided);
  const auto result = import({.path = path, .kind = "admin_area", .acceptsBallpark = true});
  ASSERT_TRUE(result) << toText(result.error());
  expectBalanced(*result);
  EXPECT_EQ(result->layers[0].rowsRead, 111);
}

TEST_F(RealDataTest, readsBig5VillagesAndLyingCpgs) {
  const auto villages = import({.path = at("encodings/tainan-village-big5/10_tn-village.shp"), .kind = "admin_area", .acceptsBallpark = true});
  ASSERT_TRUE(villages) << toText(villages.error());
  EXPECT_EQ(villages->layers[0].encoding.name, "CP950");
  EXPECT_EQ(villages->layers[0].rowsRead, 752);
}

TEST_F(RealDataTest, readsOsmExtractsAndVectors) {
  for (const char* folder : {"osm-xml", "osm-vector", "pipes", "admin/polygons/黄冈市"}) {
    for (const auto& entry : fs::directory_iterator(at(folder))) {
      if (!entry.is_regular_file() || !findFormat(entry.path().string())) continue;
      std::printf("%s | %s\n", entry.path().filename().c_str(), outcome({.path = entry.path().string()}).c_str());
    }
  }
}

}  // namespace
}  // namespace pianqu::layers
