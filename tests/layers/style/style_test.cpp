#include "layers/style/style.hpp"

#include <gtest/gtest.h>

namespace pianqu::layers {
namespace {

const Style& shipped() {
  static const Style style = Style::read(std::string(PIANQU_SOURCE_DIR) + "/data").value();
  return style;
}

TEST(Colour, readsBackWhatItPrints) {
  for (const char* text : {"#000000", "#1257b0", "#f4a3a099"}) EXPECT_EQ(toHex(parseColour(text).value()), text);
  for (const char* text : {"", "red", "#12345", "#12345g", "123456"}) EXPECT_FALSE(parseColour(text)) << text;
}

TEST(Style, classifiesByRangeByWordAndByAbsence) {
  const Theme theme = shipped().theme("现状").value();
  EXPECT_EQ(theme.classify("building.built", "1980"), "building.y1");
  EXPECT_EQ(theme.classify("building.built", "1981"), "building.y2");
  EXPECT_EQ(theme.classify("building.built", ""), "building.y0");
  EXPECT_EQ(theme.classify("road.road_class", "主干路"), "road.arterial");
  EXPECT_EQ(theme.classify("no.such", "x"), "");
}

TEST(Style, everyLayerOfEveryThemeThatShowsATableFindsASymbol) {
  for (const Theme& theme : shipped().all()) {
    EXPECT_FALSE(theme.layers.empty()) << theme.key;
    for (const char* key : {"district.boundary", "estate.redline", "building.plain", "shape"}) EXPECT_NE(theme.find(key), nullptr) << theme.key << " " << key;
  }
}

TEST(Style, separationThemeTellsTheClassesApartWithoutColour) {
  const Theme theme = shipped().theme("separation").value();
  const Symbol *storm = theme.find("pipe.YS.planned"), *foul = theme.find("pipe.WS.planned"), *combined = theme.find("pipe.HS.existing");
  ASSERT_TRUE(storm && foul && combined);
  EXPECT_TRUE(storm->dashMm != foul->dashMm && foul->dashMm != combined->dashMm && storm->dashMm != combined->dashMm);
  EXPECT_EQ(storm->letter + foul->letter + combined->letter, "YWH");
  EXPECT_GT(storm->strokeMm, theme.find("pipe.YS.existing")->strokeMm);
}

TEST(Style, namesTheThemesThatThereAreWhenAskedForAnother) {
  const auto theme = shipped().theme("夜间");
  ASSERT_FALSE(theme);
  EXPECT_NE(theme.error().hint.find("雨污分流"), std::string::npos);
}

}  // namespace
}  // namespace pianqu::layers
