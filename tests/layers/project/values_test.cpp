#include <gtest/gtest.h>

#include <algorithm>

#include "layers/project/field_values.hpp"
#include "layers/project/kept_values.hpp"
#include "tests/layers/project/project_world.hpp"

namespace pianqu::layers {
namespace {

using test::Folder;
using test::kPlanner;

FeatureTable floorsOf(std::vector<std::pair<Uid, std::int64_t>> rows) {
  FeatureTable table{.name = "building", .fields = {{"uid"}, {"floors", FieldType::Integer}}, .columns = {{}, {}}};
  for (const auto& [uid, floors] : rows) {
    table.columns[0].push_back(Value{uid});
    table.columns[1].push_back(Value{floors});
  }
  return table;
}

class Values : public testing::Test {
 protected:
  Values() {
    project.emplace(*Project::create(folder.file("中文 路径.gpkg"), test::kSettings, kPlanner));
    EXPECT_TRUE(project->addImport(test::filledTables(test::gridCity(3)), test::sourceOf("s1"), kPlanner));
  }
  int floorsInFile(const Uid& uid) {
    const auto city = project->readCity();
    const auto found = std::find_if(city->buildings.begin(), city->buildings.end(), [&](const Building& b) { return b.uid == uid; });
    return found->floors.value_or(-1);
  }
  Folder folder;
  std::optional<Project> project;
  const Uid first = test::uid("b", 0), second = test::uid("b", 1);
};

TEST_F(Values, severalRowsAreOneStepOfUndo) {
  const int before = floorsInFile(first), beforeSecond = floorsInFile(second);
  const auto changed = project->commitValues(floorsOf({{first, 7}, {second, 9}}), "seen on site", kPlanner);
  ASSERT_TRUE(changed) << geo::toText(changed.error());
  ASSERT_EQ(changed->size(), 1U);
  EXPECT_EQ(changed->front().rowCount(), 2U);
  EXPECT_EQ(floorsInFile(first), 7);
  ASSERT_TRUE(project->undo(kPlanner)->has_value());
  EXPECT_EQ(floorsInFile(first), before);
  EXPECT_EQ(floorsInFile(second), beforeSecond);
  ASSERT_EQ(project->rowsTakenBack().size(), 1U);
  ASSERT_TRUE(project->redo(kPlanner)->has_value());
  EXPECT_EQ(floorsInFile(first), 7);
  EXPECT_EQ(floorsInFile(second), 9);
  EXPECT_FALSE(project->redo(kPlanner)->has_value());
  EXPECT_TRUE(project->verifyJournal());
}

TEST_F(Values, anUnknownValueComesBackAsUnknown) {
  FeatureTable year{.name = "building", .fields = {{"uid"}, {"built", FieldType::Integer}}, .columns = {{Value{first}}, {Value{std::int64_t{1987}}}}};
  ASSERT_TRUE(project->commitValues(year, {}, kPlanner));
  ASSERT_TRUE(project->undo(kPlanner)->has_value());
  EXPECT_FALSE(project->readCity()->buildings.front().built.has_value());
}

TEST_F(Values, theSameValueIsNoStep) {
  ASSERT_TRUE(project->commitValues(floorsOf({{first, floorsInFile(first)}}), {}, kPlanner)->empty());
  EXPECT_FALSE(project->undo(kPlanner)->has_value());
}

TEST_F(Values, aRowThatIsNotThereChangesNothing) {
  const auto changed = project->commitValues(floorsOf({{first, 30}, {"nobody", 3}}), {}, kPlanner);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, geo::ErrorCode::NotFound);
  EXPECT_NE(floorsInFile(first), 30);
}

TEST_F(Values, historyAndSourceOfARowAreTold) {
  ASSERT_TRUE(project->commitValues(floorsOf({{first, 7}}), {}, kPlanner));
  FeatureTable grade{.name = "building", .fields = {{"uid"}, {"evidence"}}, .columns = {{Value{first}}, {Value{std::string("B")}}}};
  ASSERT_TRUE(project->commitValues(grade, {}, kPlanner));
  const auto facts = project->readFacts("building", first);
  ASSERT_TRUE(facts);
  ASSERT_TRUE(facts->source.has_value());
  EXPECT_EQ(facts->source->path, "city.shp");
  EXPECT_EQ(facts->evidence, "B");
  ASSERT_EQ(facts->history.size(), 2U);
  EXPECT_NE(facts->history.front().after.find("\"floors\":7"), std::string::npos);
}

TEST_F(Values, fieldsOfTheStoreItselfAreNotEdited) {
  FeatureTable source{.name = "building", .fields = {{"uid"}, {"source_id"}}, .columns = {{Value{first}}, {Value{std::string("x")}}}};
  EXPECT_FALSE(project->commitValues(source, {}, kPlanner));
}

TEST_F(Values, bookmarksStayWithTheProjectAndAreNoStepOfUndo) {
  EXPECT_EQ(readKept(project->path(), "bookmarks").value(), "");
  ASSERT_TRUE(writeKept(project->path(), "bookmarks", "[{\"name\":\"桥头\"}]", kPlanner));
  EXPECT_EQ(readKept(project->path(), "bookmarks").value(), "[{\"name\":\"桥头\"}]");
  EXPECT_TRUE(project->verifyJournal());
  EXPECT_FALSE(project->undo(kPlanner)->has_value());
  EXPECT_FALSE(writeKept(project->path(), "crs_wkt", "nonsense", kPlanner));
}

const FieldRanges& ranges() {
  static const FieldRanges read = *FieldRanges::read(PIANQU_SOURCE_DIR "/data");
  return read;
}

geo::Result<Value> parse(const std::string& field, const std::string& text) { return parseValue("building", *findCityTable("building")->find(field), text, ranges()); }

TEST(FieldValues, takeWhatAPersonTypes) {
  EXPECT_EQ(parse("floors", " 6 ").value(), Value{std::int64_t{6}});
  EXPECT_EQ(parse("floors", "").value(), Value{});
  EXPECT_EQ(parse("is_roof_leaking", "是").value(), Value{std::int64_t{1}});
  EXPECT_EQ(parse("is_roof_leaking", "no").value(), Value{std::int64_t{0}});
  EXPECT_EQ(parse("structure", "brick and concrete").value(), Value{std::string("砖混")});
}
TEST(FieldValues, refuseWhatIsNoValueAndSayWhatWouldBe) {
  EXPECT_FALSE(parse("floors", "six"));
  EXPECT_FALSE(parse("floors", "6.5"));
  EXPECT_FALSE(parse("built", "19870"));
  const auto wrong = parse("structure", "竹");
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().hint.find("砖混"), std::string::npos);
}

}  // namespace
}  // namespace pianqu::layers
