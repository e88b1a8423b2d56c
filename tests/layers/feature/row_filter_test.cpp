#include "layers/feature/row_filter.hpp"

#include <gtest/gtest.h>

#include "layers/feature/city_schema.hpp"

namespace pianqu::layers {
namespace {

City city() {
  City made;
  const auto add = [&](const char* uid, std::optional<int> floors, const char* use) {
    Building building;
    building.uid = uid;
    building.floors = floors;
    building.use = use;
    made.buildings.push_back(building);
  };
  add("a", 6, "住宅");
  add("b", 3, "商业");
  add("c", std::nullopt, "住宅");
  add("d", 18, "");
  return made;
}

/// Uids that match, in order.
std::string kept(const char* filter) {
  const City all = city();
  const auto matching = matchingRows(all, "building", filter);
  if (!matching) return matching.error().text;
  std::string text;
  for (std::size_t i = 0; i < all.buildings.size(); ++i)
    if ((*matching)[i]) text += all.buildings[i].uid;
  return text;
}

TEST(RowFilter, comparesNumbersTextsListsPatternsAndUnknowns) {
  EXPECT_EQ(kept(""), "abcd");
  EXPECT_EQ(kept("floors >= 6"), "ad");
  EXPECT_EQ(kept("use = '住宅'"), "ac");
  EXPECT_EQ(kept("use <> '住宅'"), "b");
  EXPECT_EQ(kept("use = 住宅 and floors >= 6"), "a");
  EXPECT_EQ(kept("floors in (3, 18)"), "bd");
  EXPECT_EQ(kept("use like '住%'"), "ac");
  EXPECT_EQ(kept("floors is null"), "c");
  EXPECT_EQ(kept("use is not null"), "abc");
}

TEST(RowFilter, takesNumbersOfHousesAsWordsAndFindsPartsOfTexts) {
  EXPECT_EQ(kept("use ~ 宅"), "ac");
  EXPECT_EQ(kept("use~业"), "b");
  EXPECT_EQ(kept("use = 12号"), "");
  EXPECT_EQ(kept("use = 3-1"), "");
  EXPECT_EQ(kept("floors > -1"), "abd");
}

TEST(RowFilter, aPlainTextIsNoCondition) {
  for (const char* text : {"解放路", "12号楼", "", "=3", "island view"}) EXPECT_FALSE(RowFilter::isCondition(text)) << text;
  for (const char* text : {"floors>=6", "use=住宅", "note~漏", "floors is null", "floors in (3, 5)", "use like '住%'"}) EXPECT_TRUE(RowFilter::isCondition(text)) << text;
}

TEST(RowFilter, joinsWithAndBeforeOrAndInChineseToo) {
  EXPECT_EQ(kept("floors < 4 or floors > 10 and use = '住宅'"), "b");
  EXPECT_EQ(kept("(floors < 4 or floors > 4) and use = '住宅'"), "a");
  EXPECT_EQ(kept("floors < 4 或 floors > 10"), "bd");
}

TEST(RowFilter, findsAFieldByItsChineseHeading) {
  const auto* schema = findCityTable("building");
  const std::string zh = schema->find("floors")->zh;
  EXPECT_EQ(kept((zh + " = 6").c_str()), "a");
}

TEST(RowFilter, whatIsUnknownIsNeitherTrueNorFalse) {
  EXPECT_EQ(kept("floors = 6"), "a");
  EXPECT_EQ(kept("not (floors = 6)"), "bd");
  EXPECT_EQ(kept("floors = 6 or use = '住宅'"), "ac");
}

TEST(RowFilter, saysWhereItCannotBeRead) {
  EXPECT_NE(kept("floors >=").find("letter 10"), std::string::npos);
  EXPECT_NE(kept("floors 6").find("letter 8"), std::string::npos);
  EXPECT_NE(kept("colour > 3 and").find("no field \"colour\""), std::string::npos);
  EXPECT_NE(kept("use = '住宅").find("does not end"), std::string::npos);
  EXPECT_NE(kept("(floors = 6").find("letter 12"), std::string::npos);
}

TEST(ValuesOf, givesOneValueAFeature) {
  const auto values = valuesOf(city(), "building", "floors").value();
  ASSERT_EQ(values.size(), 4u);
  EXPECT_EQ(toInteger(values[0]), 6);
  EXPECT_FALSE(toInteger(values[2]));
  EXPECT_FALSE(valuesOf(city(), "building", "nothing"));
  EXPECT_FALSE(valuesOf(city(), "moon", "floors"));
}

}  // namespace
}  // namespace pianqu::layers
