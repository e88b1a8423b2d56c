#include "layers/style/classes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/base/random.hpp"
#include "layers/style/qgis_style.hpp"
#include "layers/style/symbol_rows.hpp"
#include "layers/style/theme_view.hpp"

namespace pianqu::layers {
namespace {

const std::string kData = std::string(PIANQU_SOURCE_DIR) + "/data";
const Style& shipped() {
  static const Style style = Style::read(kData).value();
  return style;
}
Theme existing() { return shipped().theme("现状").value(); }
Palette palette(const char* key) {
  const std::vector<Palette> palettes = readPalettes(kData).value();
  for (const Palette& each : palettes)
    if (each.key == key) return each;
  ADD_FAILURE() << key;
  return {};
}

TEST(Breaks, ofEachMethodOnOneToHundred) {
  std::vector<double> values;
  for (int i = 1; i <= 100; ++i) values.push_back(i);
  EXPECT_EQ(breaksOf(values, ClassMethod::Quantile, 4), (std::vector<double>{26, 51, 76}));
  EXPECT_EQ(breaksOf(values, ClassMethod::EqualInterval, 3), (std::vector<double>{34, 67}));
  EXPECT_EQ(breaksOf(values, ClassMethod::Rounded, 5), (std::vector<double>{20, 40, 60, 80}));
}

TEST(Breaks, naturalOnesSeparateWhatIsApart) {
  EXPECT_EQ(breaksOf({1, 2, 3, 20, 21, 22, 90, 91}, ClassMethod::NaturalBreaks, 3), (std::vector<double>{11.5, 56}));
}

TEST(Breaks, naturalOnesEqualBruteForce) {
  geo::Random random(3);
  for (int round = 0; round < 40; ++round) {
    std::vector<double> values;
    for (int i = 0; i < 12; ++i) values.push_back(random.integer(0, 60));
    std::sort(values.begin(), values.end());
    const auto spread = [&](std::size_t from, std::size_t to) {
      double mean = 0, sum = 0;
      for (std::size_t i = from; i < to; ++i) mean += values[i] / static_cast<double>(to - from);
      for (std::size_t i = from; i < to; ++i) sum += (values[i] - mean) * (values[i] - mean);
      return sum;
    };
    double best = 1e18;
    for (std::size_t a = 1; a < 11; ++a)
      for (std::size_t b = a + 1; b < 12; ++b) best = std::min(best, spread(0, a) + spread(a, b) + spread(b, 12));
    const auto breaks = breaksOf(values, ClassMethod::NaturalBreaks, 3);
    double found = 0;
    std::size_t from = 0;
    for (std::size_t c = 0; c <= breaks.size(); ++c) {
      std::size_t to = from;
      while (to < values.size() && (c == breaks.size() || values[to] < breaks[c])) ++to;
      if (to > from) found += spread(from, to);
      from = to;
    }
    EXPECT_LE(found, best + 1e-6) << "seed 3 round " << round;
  }
}

TEST(Breaks, ofOneValueOrNoneAreNone) {
  EXPECT_TRUE(breaksOf({}, ClassMethod::Quantile, 5).empty());
  EXPECT_TRUE(breaksOf({7, 7, 7}, ClassMethod::NaturalBreaks, 5).empty());
  EXPECT_TRUE(breaksOf({NAN, 4}, ClassMethod::EqualInterval, 5).empty());
}

TEST(Histogram, countsEveryNumberOnceAndTheUnknownApart) {
  const Histogram histogram = histogramOf({Value{1.0}, Value{std::int64_t{2}}, Value{10.0}, Value{}, Value{std::string("x")}}, 3);
  EXPECT_EQ(histogram.counts, (std::vector<std::size_t>{2, 0, 1}));
  EXPECT_EQ(histogram.unknown, 2u);
  EXPECT_EQ(histogram.low, 1);
  EXPECT_EQ(histogram.high, 10);
}

TEST(Categories, comeMostFrequentFirst) {
  const auto categories = categoriesOf({Value{std::string("b")}, Value{std::string("a")}, Value{std::string("b")}, Value{}});
  ASSERT_EQ(categories.size(), 3u);
  EXPECT_EQ(categories[0], (std::pair<std::string, std::size_t>{"b", 2}));
}

TEST(Classes, graduatedOnesTakeEveryNumberOnceAndTheUnknownTheLast) {
  Theme theme = existing();
  const ThemeLayer layer = *theme.findLayer("building");
  setClasses(theme, "building", graduatedClasses(theme, layer, "floors", {4, 7}, palette("ochre")));
  const ThemeLayer& own = *theme.findLayer("building");
  EXPECT_EQ(theme.classify(own.classification, "1"), "own.building.0");
  EXPECT_EQ(theme.classify(own.classification, "4"), "own.building.0");
  EXPECT_EQ(theme.classify(own.classification, "5"), "own.building.1");
  EXPECT_EQ(theme.classify(own.classification, "33"), "own.building.2");
  EXPECT_EQ(theme.classify(own.classification, ""), "own.building.3");
  EXPECT_EQ(theme.find("own.building.0")->fill, palette("ochre").colours.front());
  EXPECT_EQ(theme.find("own.building.2")->fill, palette("ochre").colours.back());
  EXPECT_EQ(theme.find("own.building.0")->label, theme.find("building.y1")->label);
}

TEST(Classes, categoriesTakeTheirTextAndQgisTheSameClasses) {
  Theme theme = existing();
  const ThemeLayer layer = *theme.findLayer("building");
  setClasses(theme, "building", categoryClasses(theme, layer, "structure", {{"砖混", 5}, {"框架", 2}, {"", 1}}, palette("distinct")));
  const ThemeLayer& own = *theme.findLayer("building");
  EXPECT_EQ(theme.classify(own.classification, "框架"), "own.building.1");
  EXPECT_EQ(theme.classify(own.classification, "木"), "own.building.2");
  const std::string qml = toQml(theme, own, GeometryKind::Polygon);
  EXPECT_NE(qml.find("attr=\"structure\""), std::string::npos);
  EXPECT_NE(qml.find("value=\"砖混\""), std::string::npos);
  EXPECT_NE(qml.find("0,114,178,255"), std::string::npos);
}

TEST(Classes, aBoundBelongsToTheLowerClassInQgisToo) {
  Theme theme = existing();
  const ThemeLayer layer = *theme.findLayer("building");
  setClasses(theme, "building", graduatedClasses(theme, layer, "floors", {4, 7}, palette("ochre")));
  const std::string qml = toQml(theme, *theme.findLayer("building"), GeometryKind::Polygon);
  EXPECT_NE(qml.find("&quot;floors&quot; &lt;= 4"), std::string::npos);
  EXPECT_NE(qml.find("&quot;floors&quot; &gt; 4 AND &quot;floors&quot; &lt;= 7"), std::string::npos);
  EXPECT_NE(qml.find("&quot;floors&quot; &gt; 7\""), std::string::npos);
}

TEST(Classes, pipesInOwnColoursAreStillToldApartByTwoFieldsInQgis) {
  Theme theme = shipped().theme("CJJ61").value();
  const ThemeLayer layer = *theme.findLayer("pipe");
  setClasses(theme, "pipe", classesOf(theme, layer));
  const std::string qml = toQml(theme, *theme.findLayer("pipe"), GeometryKind::Line);
  EXPECT_NE(qml.find("coalesce(&quot;pipe_class&quot;, '') = 'PS' AND coalesce(&quot;subclass&quot;, '') = 'YS'"), std::string::npos);
}

TEST(SymbolRows, everyShippedSymbolComesBackFromItsRow) {
  for (const Theme& theme : shipped().all())
    for (const auto& [key, symbol] : theme.symbols()) EXPECT_EQ(symbolFrom({}, rowOf(symbol)).value(), symbol) << theme.key << " " << key;
}

TEST(ThemeView, comesBackFromItsText) {
  const Theme theme = existing();
  ThemeView view;
  view.order = {"estate", "building"};
  LayerView& layer = view.layers["building"];
  layer.isShown = false;
  layer.opacity = 0.4;
  layer.maxScale = 5000;
  layer.filter = "floors > 6 and use = '住宅'";
  layer.hiddenSymbols = {"building.y1"};
  layer.classes = graduatedClasses(theme, *theme.findLayer("building"), "floors", {4.5, 7}, palette("viridis"));
  EXPECT_EQ(parseThemeView(toJson(view)).value(), view);
  EXPECT_EQ(parseThemeView("").value(), ThemeView{});
  EXPECT_FALSE(parseThemeView("{nonsense"));
  EXPECT_FALSE(parseThemeView(R"({"layers":{"building":{"classes":{"symbols":[{"key":"x"}]}}}})"));
}

TEST(ThemeView, ordersLayersAndKeepsThoseThatItDoesNotKnowInPlace) {
  const Theme theme = existing();
  ThemeView view;
  for (const ThemeLayer& layer : theme.layers)
    if (layer.key != "tree") view.order.insert(view.order.begin(), layer.key);
  const Theme made = themeWith(theme, view);
  ASSERT_EQ(made.layers.size(), theme.layers.size());
  EXPECT_EQ(made.layers.front().key, theme.layers.back().key);
  EXPECT_EQ(made.layers.back().key, theme.layers.front().key);
  EXPECT_NE(made.findLayer("tree"), nullptr);
}

TEST(ThemeView, aHiddenEntryIsNotDrawnButStaysInTheLegend) {
  ThemeView view;
  view.layers["road"].hiddenSymbols = {"road.arterial"};
  EXPECT_NE(themeWith(existing(), view).find("road.arterial"), nullptr);
  EXPECT_EQ(drawnTheme(existing(), view).find("road.arterial"), nullptr);
  EXPECT_EQ(drawnTheme(existing(), view).find("road.arterial.casing"), nullptr);
}

}  // namespace
}  // namespace pianqu::layers
