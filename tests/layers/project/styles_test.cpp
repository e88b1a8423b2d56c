#include "layers/io/database.hpp"
#include "layers/project/settings.hpp"
#include "tests/layers/project/project_world.hpp"

namespace pianqu::layers::test {
namespace {

std::int64_t number(const Database& database, const std::string& sql) { return toInteger((*database.query(sql))[0][0]).value_or(-1); }

TEST(ProjectStyles, comeWithEveryProjectAndNameItsTables) {
  const Folder folder;
  projectWith(folder.file("p.gpkg"), gridCity(2));
  const auto database = *Database::open(folder.file("p.gpkg"), false);
  const std::string all = "SELECT count(*) AS n FROM layer_styles";
  const std::string fitting = "SELECT count(*) AS n FROM layer_styles s JOIN gpkg_geometry_columns g ON g.table_name = s.f_table_name AND g.column_name = s.f_geometry_column WHERE useAsDefault = 1";
  EXPECT_GT(number(database, all), 15);
  EXPECT_EQ(number(database, all), number(database, fitting));
}

TEST(ProjectStyles, replaceOursAndLeaveWhatAPersonAddedInQgis) {
  const Folder folder;
  auto project = projectWith(folder.file("p.gpkg"), gridCity(2));
  {
    auto database = *Database::open(folder.file("p.gpkg"), true);
    ASSERT_TRUE(database.run("INSERT INTO layer_styles(f_table_name, f_geometry_column, styleName, styleQML, useAsDefault, owner) VALUES ('building', 'geom', 'mine', '<qgis/>', 0, 'someone')"));
  }
  ASSERT_TRUE(saveStyles(project, {{"building", "现状", "<qgis/>", "<sld/>", true}}, kPlanner));
  const auto database = *Database::open(folder.file("p.gpkg"), false);
  EXPECT_EQ(number(database, "SELECT count(*) FROM layer_styles"), 2);
  EXPECT_EQ(number(database, "SELECT count(*) FROM layer_styles WHERE owner = 'someone'"), 1);
}

TEST(ProjectStyles, settingsTravelWithTheProject) {
  const Folder folder;
  {
    const auto project = projectWith(folder.file("p.gpkg"), gridCity(2));
    EXPECT_EQ(readSetting(project, "theme").value(), "");
    ASSERT_TRUE(saveSettings(project, {{"theme", "雨污分流"}, {"theme.现状", "{}"}}, kPlanner));
    ASSERT_TRUE(saveSettings(project, {{"theme", "现状"}}, kPlanner));
  }
  const auto project = Project::open(folder.file("p.gpkg"), Project::Access::Read).value();
  EXPECT_EQ(readSetting(project, "theme").value(), "现状");
  EXPECT_EQ(readSettings(project).value().size(), 2u);
}

TEST(ProjectStyles, savingThemLeavesTheOpenProjectAbleToEdit) {
  const Folder folder;
  const City city = gridCity(2);
  auto project = projectWith(folder.file("p.gpkg"), city);
  const Plan plan = project.readPlan().value();
  ASSERT_TRUE(saveSettings(project, {{"theme", "现状"}}, kPlanner));
  EXPECT_TRUE(project.commit(city, plan, Edit{ReplaceDistricts{{}, {}, {{"seed", "1"}}}}, kPlanner)) << "the second connection must not hold the file";
}

}  // namespace
}  // namespace pianqu::layers::test
