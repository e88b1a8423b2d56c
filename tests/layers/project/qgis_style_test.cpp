#include "layers/project/qgis_style.hpp"

#include "layers/io/database.hpp"
#include "tests/layers/project/project_world.hpp"

namespace pianqu::layers::test {
namespace {

TEST(QgisStyle, categorisesByAFieldAndEscapesText) {
  const std::string qml = qmlOf(GeometryKind::Polygon, {{.layer = "x", .field = "kind", .value = "a<b", .label = "A & B", .fill = "#ff000080", .stroke = "#000000"}, {.layer = "x", .field = "kind"}});
  EXPECT_NE(qml.find(R"(<renderer-v2 type="categorizedSymbol" attr="kind")"), std::string::npos);
  EXPECT_NE(qml.find(R"(value="a&lt;b" label="A &amp; B")"), std::string::npos);
  EXPECT_NE(qml.find(R"(name="color" value="255,0,0,128")"), std::string::npos);
}

TEST(QgisStyle, comesWithEveryProjectAndNamesItsTables) {
  const Folder folder;
  projectWith(folder.file("p.gpkg"), gridCity(2));
  const auto database = *Database::open(folder.file("p.gpkg"), false);
  const auto all = *database.query("SELECT count(*) AS n FROM layer_styles");
  const auto fitting = *database.query("SELECT count(*) AS n FROM layer_styles s JOIN gpkg_geometry_columns g ON g.table_name = s.f_table_name AND g.column_name = s.f_geometry_column WHERE useAsDefault = 1");
  EXPECT_GT(toInteger(all[0][0]).value_or(0), 15);
  EXPECT_EQ(all, fitting);
}

}  // namespace
}  // namespace pianqu::layers::test
