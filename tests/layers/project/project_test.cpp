#include <algorithm>

#include "layers/io/database.hpp"
#include "tests/layers/project/project_world.hpp"

#include "geo/overlay/overlay.hpp"

namespace pianqu::layers::test {
namespace {

TEST(Project, opensWithTheSettingsItWasMadeWith) {
  const Folder folder;
  { ASSERT_TRUE(Project::create(folder.file("p.gpkg"), kSettings, kPlanner)); }
  const auto project = Project::open(folder.file("p.gpkg"), Project::Access::Read);
  ASSERT_TRUE(project) << geo::toText(project.error());
  EXPECT_EQ(project->settings().name, "云梅市");
  EXPECT_TRUE(project->settings().crs == kSettings.crs);
  EXPECT_EQ(*project->readPlan(), Plan{});
}

TEST(Project, refusesToReplaceAFile) {
  const Folder folder;
  std::ofstream(folder.file("p.gpkg")) << "mine";
  const auto project = Project::create(folder.file("p.gpkg"), kSettings, kPlanner);
  ASSERT_FALSE(project);
  EXPECT_EQ(project.error().code, geo::ErrorCode::Conflict);
  EXPECT_EQ(bytesOf(folder.file("p.gpkg")), "mine");
}

TEST(Project, givesBackTheCityThatWasImported) {
  const Folder folder;
  const City city = gridCity(4);
  auto project = projectWith(folder.file("p.gpkg"), city);
  const auto read = project.readCity();
  ASSERT_TRUE(read) << geo::toText(read.error());
  const auto a = toTables(fromTables(toTables(city))), b = toTables(*read);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t t = 0; t < a.size(); ++t) {
    EXPECT_EQ(a[t].columns, b[t].columns) << a[t].name;
    EXPECT_EQ(a[t].geometries, b[t].geometries) << a[t].name;
  }
  ASSERT_EQ(project.readSources()->size(), 1u);
  EXPECT_EQ(project.readSources()->front().path, "city.shp");
}

TEST(Project, readsEveryRowThatAnotherProgramLeftOrAdded) {
  const Folder folder;
  const City city = gridCity(4);
  const auto path = folder.file("p.gpkg");
  projectWith(path, city);
  {
    auto database = *Database::open(path, true);
    ASSERT_TRUE(database.run("DELETE FROM building WHERE fid = 3"));
    ASSERT_TRUE(database.run("INSERT INTO building (fid, uid, code, floors) VALUES (1000000, '0', '外来', 6)"));   // a key far away, an identifier of its own kind
  }
  const auto read = Project::open(path, Project::Access::Read)->readCity();
  ASSERT_TRUE(read) << geo::toText(read.error());
  ASSERT_EQ(read->buildings.size(), city.buildings.size());
  EXPECT_EQ(read->buildings.front().code, "外来") << "in the order of identifiers";
  EXPECT_EQ(read->buildings.front().floors, 6);
  EXPECT_TRUE(std::is_sorted(read->buildings.begin(), read->buildings.end(), [](const Building& a, const Building& b) { return a.uid < b.uid; }));
}

TEST(Project, takesTheSameLayerOnlyOnce) {
  const Folder folder;
  auto project = projectWith(folder.file("p.gpkg"), gridCity(2));
  const auto again = project.addImport({}, sourceOf("first"), kPlanner);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, geo::ErrorCode::Conflict);
}

TEST(Project, takesNothingOfAnImportThatBreaksHalfWay) {
  const Folder folder;
  const City city = gridCity(2);
  auto project = projectWith(folder.file("p.gpkg"), city);
  City more;
  more.trees.push_back({.uid = uid("t", 1), .point = {1, 2}});
  auto tables = filledTables(more);
  tables.push_back(filledTables(city).front());  // rows that are there already
  const auto added = project.addImport(tables, sourceOf("second"), kPlanner);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, geo::ErrorCode::Conflict);
  EXPECT_TRUE(project.readCity()->trees.empty());
  EXPECT_EQ(project.readSources()->size(), 1u);
  EXPECT_TRUE(project.verifyJournal());
}

TEST(Project, keepsDistrictsMembersMeasuresAndStudies) {
  const Folder folder;
  const City city = gridCity(4);
  auto project = projectWith(folder.file("p.gpkg"), city);
  auto plan = project.commit(city, *project.readPlan(), AddDistrict{{.shape = cells(0, 0, 4, 2)}}, kPlanner, "first district");
  ASSERT_TRUE(plan) << geo::toText(plan.error());
  ASSERT_EQ(plan->districts.size(), 1u);
  EXPECT_EQ(plan->districts[0].code, "PQ01");
  EXPECT_EQ(plan->districts[0].members.size(), 2u + 4u);
  Measure measure{.districtUid = "PQ01", .catalogueCode = "roof", .targetKind = TargetKind::Building, .targetUid = uid("b", 2), .action = "修缮"};
  measure.geometry = {geo::XYGeometry::Points{{{500000.125, 3400000.5}}}};
  measure.quantity = measure.quantityInside = 0.1;
  measure.cost = geo::Fen{123456789012};
  LiftStudy lift{.districtUid = "PQ01", .entranceUid = uid("u", 2), .verdict = "可行", .reasons = {"a", "b,\"c\""}, .shaft = square(500000, 3400000, 2), .shareByFloor = {{2, {5}}, {3, {7}}}};
  ParkingStudy parking{.districtUid = "PQ01", .profile = "strict", .entrance = {1, 2}, .freeSpace = square(0, 0, 9), .aisles = square(0, 0, 3), .stalls = {square(3, 3, 2)[0], square(6, 6, 2)[0]}, .isVerified = true};
  plan = project.commit(city, *plan, {AddMeasure{measure}, ReplaceLiftStudies{"PQ01", {lift}}, ReplaceParkingStudies{"PQ01", {parking}}}, kPlanner);
  ASSERT_TRUE(plan) << geo::toText(plan.error());
  const auto read = project.readPlan();
  ASSERT_TRUE(read) << geo::toText(read.error());
  EXPECT_EQ(*read, *plan);
  EXPECT_EQ(read->measures.size(), 1u);
  EXPECT_EQ(read->parkingStudies.front().stalls.size(), 2u);
  EXPECT_TRUE(project.verifyJournal());
}

TEST(Project, changesImportedValuesWithATrace) {
  const Folder folder;
  const City city = gridCity(2);
  auto project = projectWith(folder.file("p.gpkg"), city);
  FeatureTable rows{.name = "building", .fields = {{"uid"}, {"households"}}, .columns = {{uid("b", 1), uid("b", 2)}, {std::int64_t{40}, std::int64_t{12}}}};
  const auto done = project.updateRows(rows, "ledger of 2026", kPlanner);
  ASSERT_TRUE(done) << geo::toText(done.error());
  EXPECT_EQ(project.readCity()->buildings[1].households, 40);
  const auto journal = project.readJournal();
  const auto& last = journal->back();
  EXPECT_EQ(last.uid, uid("b", 1));
  EXPECT_EQ(last.before, R"({"households":12})");
  EXPECT_EQ(last.after, R"({"households":40})");
  EXPECT_EQ(last.reason, "ledger of 2026");
  rows.columns[0][0] = uid("x", 9);
  EXPECT_EQ(project.updateRows(rows, "", kPlanner).error().code, geo::ErrorCode::NotFound);
  EXPECT_TRUE(project.verifyJournal());
}

TEST(Project, makesTheSameBytesFromTheSameInput) {
  const Folder folder;
  for (const char* name : {"a.gpkg", "b.gpkg"}) projectWith(folder.file(name), gridCity(3));
  EXPECT_TRUE(bytesOf(folder.file("a.gpkg")) == bytesOf(folder.file("b.gpkg")));
}

}  // namespace
}  // namespace pianqu::layers::test
