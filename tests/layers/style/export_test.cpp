#include <gtest/gtest.h>

#include <algorithm>

#include "layers/style/qgis_style.hpp"
#include "layers/style/style_rules.hpp"

namespace pianqu::layers {
namespace {

const Style& shipped() {
  static const Style style = Style::read(std::string(PIANQU_SOURCE_DIR) + "/data").value();
  return style;
}
std::string qml(const char* theme, const char* layer) {
  const Theme found = shipped().theme(theme).value();
  const ThemeLayer& row = *found.findLayer(layer);
  return toQml(found, row, geometryOfTable(row.table));
}
std::string sld(const char* theme, const char* layer) {
  const Theme found = shipped().theme(theme).value();
  const ThemeLayer& row = *found.findLayer(layer);
  return toSld(found, row, geometryOfTable(row.table));
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(StyleRules, aPipeOutOfUseWinsOverItsClass) {
  const Theme theme = shipped().theme("CJJ61").value();
  const auto rules = rulesOf(theme, *theme.findLayer("pipe"));
  const auto is = [](const char* field, const char* value) { return [=](const StyleRule& rule) { return !rule.equals.empty() && rule.equals.back() == FieldEquals{field, value}; }; };
  const auto out = std::find_if(rules.begin(), rules.end(), is("status", "废弃"));
  const auto storm = std::find_if(rules.begin(), rules.end(), is("subclass", "YS"));
  ASSERT_TRUE(out != rules.end() && storm != rules.end());
  EXPECT_EQ(storm->equals.front(), (FieldEquals{"pipe_class", "PS"}));
  EXPECT_EQ(storm->yieldsTo, std::vector<std::size_t>{static_cast<std::size_t>(out - rules.begin())});
  EXPECT_TRUE(out->yieldsTo.empty());
}

TEST(StyleRules, aLabelIsCutAtSlashesAndFields) {
  const auto parts = labelPartsOf("{number}/{floors}F");
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_TRUE(parts[0][0].isField);
  EXPECT_EQ(parts[0][0].text + "|" + parts[1][0].text + "|" + parts[1][1].text, "number|floors|F");
  EXPECT_TRUE(labelPartsOf("").empty());
}

TEST(Qml, wordsBecomeCategoriesAndOpenRangesRules) {
  EXPECT_TRUE(has(qml("屏幕", "building"), R"(type="categorizedSymbol")"));
  EXPECT_TRUE(has(qml("屏幕", "building"), R"(value="住宅" label="住宅")"));
  EXPECT_TRUE(has(qml("现状", "building"), R"(filter="&quot;built&quot; &gt;= 1981 AND &quot;built&quot; &lt;= 1990")"));
  EXPECT_TRUE(has(qml("现状", "building"), R"(filter="ELSE")"));
  EXPECT_TRUE(has(qml("现状", "estate"), R"(type="singleSymbol")"));
}

TEST(Qml, carriesColoursDashesLettersArrowsScalesAndLabels) {
  const std::string pipes = qml("雨污分流", "pipe");
  EXPECT_TRUE(has(pipes, R"(name="line_color" value="18,87,176,255")"));
  EXPECT_TRUE(has(pipes, R"(name="customdash" value="5;1.2")"));
  EXPECT_TRUE(has(pipes, R"(name="chr" value="W")"));
  EXPECT_TRUE(has(pipes, R"(name="name" value="filled_arrowhead")"));
  EXPECT_TRUE(has(pipes, R"(scalemaxdenom="12000")"));
  EXPECT_TRUE(has(pipes, "fieldName=\"array_to_string(array_filter(array('d' || nullif(to_string(&quot;diameter_mm&quot;), ''))"));
}

TEST(Qml, roadsHaveTheirWidthOnTheGround) {
  const std::string roads = qml("屏幕", "road");
  EXPECT_TRUE(has(roads, R"(name="line_width_unit" value="MapUnit")"));
  EXPECT_TRUE(has(roads, "coalesce(&quot;width_m&quot;, 3)"));
}

TEST(Sld, hasARuleForEachClassWithFilterScaleAndText) {
  const std::string text = sld("现状", "building");
  EXPECT_TRUE(has(text, "<ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>built</ogc:PropertyName><ogc:Literal>1981</ogc:Literal>"));
  EXPECT_TRUE(has(text, "<se:ElseFilter/>"));
  EXPECT_TRUE(has(text, "<se:MaxScaleDenominator>2500</se:MaxScaleDenominator>"));
  EXPECT_TRUE(has(text, "<se:Label><ogc:PropertyName>number</ogc:PropertyName>/<ogc:PropertyName>floors</ogc:PropertyName>F</se:Label>"));
  EXPECT_TRUE(has(sld("CJJ61", "pipe"), "<ogc:Not><ogc:PropertyIsEqualTo><ogc:PropertyName>status</ogc:PropertyName>"));
}

TEST(StoredStyles, oneDefaultForEveryTableWhateverTheTheme) {
  for (const Theme& theme : shipped().all()) {
    const auto styles = storedStylesOf(shipped(), theme.key).value();
    std::map<std::string, int> defaults;
    for (const StoredStyle& each : styles) defaults[each.table] += each.isDefault;
    EXPECT_GE(defaults.size(), 20u) << theme.key;
    for (const auto& [table, count] : defaults) EXPECT_EQ(count, 1) << theme.key << " " << table;
  }
}

TEST(Themes, thoseThatAPlannerSwitchesBetweenAreThere) {
  for (const char* key : {"现状", "片区", "雨污分流", "CJJ61", "停车", "加装电梯", "消防", "红线内外"}) {
    const auto theme = shipped().theme(key);
    ASSERT_TRUE(theme) << key;
    EXPECT_FALSE(theme->titleEn.empty());
    for (const ThemeLayer& layer : theme->layers) EXPECT_FALSE(layer.group.empty()) << key << " " << layer.key;
  }
}

TEST(Themes, aSymbolTakenOutDrawsNothing) {
  Theme theme = shipped().theme("现状").value();
  EXPECT_EQ(theme.symbolsOf(*theme.findLayer("building")).size(), 5u);
  theme.removeSymbol("building.y1");
  EXPECT_EQ(theme.classify("building.built", "1975"), "");
  EXPECT_EQ(theme.symbolsOf(*theme.findLayer("building")).size(), 4u);
}

}  // namespace
}  // namespace pianqu::layers
