#include "layers/sheet/sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/sheet/plan_scene.hpp"
#include "layers/sheet/sheet_tables.hpp"
#include "layers/sheet/turning_points.hpp"
#include "tests/layers/sheet/small_plan.hpp"

namespace pianqu::layers {
namespace {

const std::string kData = std::string(PIANQU_SOURCE_DIR) + "/data";

struct Shipped {
  Style styles = Style::read(kData).value();
  SheetStyle sheet = SheetStyle::read(kData).value();
};
const Shipped& shipped() {
  static const Shipped all;
  return all;
}

SheetSet sheetsOf(const City& city, const Plan& plan, const District* district, const std::string& themeName, const SheetWish& wish) {
  const Theme theme = shipped().styles.theme(themeName).value();
  const SheetFacts facts{.projectTitle = "云梅市老旧小区改造", .date = "2026-03-01", .dataDate = "2026-02-01", .crsName = "CGCS2000", .centralMeridian = degreesText(115.5)};
  return composeSheets({city, plan, district, theme, shipped().sheet, wish, facts, readMeasureLabels(kData).value()}).value();
}

std::vector<TextItem> textsOf(const Picture& page, const std::string& group = {}) {
  std::vector<TextItem> texts;
  for (const auto& each : page.groups) {
    if (!group.empty() && each.name != group) continue;
    for (const auto& item : each.items) if (const auto* text = std::get_if<TextItem>(&item)) texts.push_back(*text);
  }
  return texts;
}

bool hasText(const Picture& page, const std::string& part) {
  const auto texts = textsOf(page);
  return std::any_of(texts.begin(), texts.end(), [&](const TextItem& text) { return text.text.find(part) != std::string::npos; });
}

TEST(Sheet, carriesEveryPartThatAPlannerExpects) {
  const City city = test::smallCity();
  const Plan plan = test::smallPlan();
  const SheetSet sheets = sheetsOf(city, plan, &plan.districts[0], "雨污分流", {"district", "A2", 1000});
  ASSERT_GE(sheets.pages.size(), 1u);
  const Picture& page = sheets.pages.front();
  for (const char* part : {"云梅市老旧小区改造", "梅园片区雨污分流规划图", "图 例", "比例 1:1000", "北", "说 明", "盖章区", "PQ01-PS-10", "115°30′", "2026-03-01", "新建雨水管", "J1", "规划", "现状"}) {
    EXPECT_TRUE(hasText(page, part)) << part;
  }
  bool hasCoordinates = false, hasMeasures = false;
  for (const auto& each : sheets.pages) {
    hasCoordinates = hasCoordinates || hasText(each, "3300530.000");
    hasMeasures = hasMeasures || hasText(each, "新建雨水管");
  }
  EXPECT_TRUE(hasCoordinates);
  EXPECT_TRUE(hasMeasures);
}

TEST(Sheet, legendHoldsWhatIsOnTheSheetAndNothingElse) {
  const City city = test::smallCity();
  Plan plan = test::smallPlan();
  const auto legendHas = [&](const char* name) { return hasText(sheetsOf(city, plan, &plan.districts[0], "雨污分流", {"district", "A2", 1000}).pages.front(), name); };
  EXPECT_TRUE(legendHas("废弃管道"));
  EXPECT_FALSE(legendHas("改造立管"));
  std::erase_if(plan.measures, [](const Measure& measure) { return measure.catalogueCode == "PS-05"; });
  EXPECT_FALSE(legendHas("废弃管道"));
}

TEST(Sheet, anAbandonedPipeIsNotAlsoDrawnAsExisting) {
  const City city = test::smallCity();
  const Plan plan = test::smallPlan();
  const Theme theme = shipped().styles.theme("雨污分流").value();
  const Scene scene = sceneOf(city, plan, theme);
  const SceneLayer* pipes = scene.find("pipe");
  ASSERT_NE(pipes, nullptr);
  for (const auto& item : pipes->items) EXPECT_TRUE(item.uid != "H1" && item.uid != "H2") << item.uid;
}

TEST(Sheet, labelsOnTheMapDoNotOverlap) {
  const City city = test::smallCity();
  const Plan plan = test::smallPlan();
  for (const char* theme : {"雨污分流", "总平面", "片区", "现状"}) {
    const SheetSet sheets = sheetsOf(city, plan, &plan.districts[0], theme, {"district", "A3", 1000});
    const auto texts = textsOf(sheets.pages.front(), "注记");
    EXPECT_GT(texts.size(), 5u);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (texts[i].angleDeg != 0 || texts[j].angleDeg != 0) continue;
        const auto box = [](const TextItem& t) { const double w = textWidthEm(t.text) * t.sizeMm / 2; return geo::Box{t.at.x - w, t.at.y - t.sizeMm * 0.45, t.at.x + w, t.at.y + t.sizeMm * 0.45}; };
        EXPECT_FALSE(box(texts[i]).intersects(box(texts[j]))) << theme << ": " << texts[i].text << " / " << texts[j].text;
      }
    }
  }
}

TEST(Sheet, stampAreaStaysEmpty) {
  const City city = test::smallCity();
  const Plan plan = test::smallPlan();
  const SheetSet sheets = sheetsOf(city, plan, &plan.districts[0], "总平面", {"district", "A3", 1000});
  const SheetLayout layout = layoutOf(shipped().sheet, *shipped().sheet.paper("A3"));
  const auto texts = textsOf(sheets.pages.front());
  const auto caption = std::find_if(texts.begin(), texts.end(), [](const TextItem& text) { return text.text.starts_with("盖章区"); });
  ASSERT_NE(caption, texts.end());
  const geo::Box stamp{layout.strip.minX + 3, caption->at.y + 3, layout.strip.maxX - 3, caption->at.y + 3 + 50};
  for (const auto& text : texts) EXPECT_FALSE(stamp.contains(text.at)) << text.text;
}

TEST(SheetGrid, pagesCoverTheWholeDistrictWhenItDoesNotFit) {
  const geo::MultiPolygon<geo::XY> district = test::rectangle(0, 0, 900, 700);
  const SheetPlan plan = planSheets(shipped().sheet, district, {"district", "A3", 500}).value();
  EXPECT_GT(plan.frames.size(), 4u);
  geo::MultiPolygon<geo::XY> windows;
  for (const auto& frame : plan.frames) {
    const geo::Box g = frame.ground();
    windows.push_back({{{g.minX, g.minY}, {g.maxX, g.minY}, {g.maxX, g.maxY}, {g.minX, g.maxY}, {g.minX, g.minY}}, {}});
    EXPECT_EQ(frame.scale, 500);
  }
  EXPECT_TRUE(geo::covers(geo::unionOf(windows).value(), district));
}

TEST(SheetGrid, automaticChoiceTakesTheLargestScaleThatTheListPrefers) {
  EXPECT_EQ(planSheets(shipped().sheet, test::rectangle(0, 0, 100, 80), {}).value().scale, 500);
  const SheetPlan larger = planSheets(shipped().sheet, test::rectangle(0, 0, 350, 300), {}).value();
  EXPECT_EQ(larger.scale, 1000);
  EXPECT_EQ(larger.frames.size(), 1u);
}

TEST(SheetGrid, refusesAnUnknownPaperAndAnEmptySubject) {
  EXPECT_EQ(planSheets(shipped().sheet, test::rectangle(0, 0, 10, 10), {"district", "B5", 0}).error().code, geo::ErrorCode::NotFound);
  EXPECT_EQ(planSheets(shipped().sheet, {}, {}).error().code, geo::ErrorCode::Invalid);
}

TEST(TurningPoints, startInTheNorthWestAndRunClockwise) {
  const auto points = turningPoints(test::rectangle(0, 0, 30, 20));
  ASSERT_EQ(points.size(), 4u);
  EXPECT_EQ(points[0].name, "J1");
  EXPECT_EQ(points[0].at, test::place(0, 20));
  EXPECT_EQ(points[1].at, test::place(30, 20));
  EXPECT_EQ(coordinateTable(points).rows[0][1], "3300320.000");
  EXPECT_EQ(coordinateTable(points).rows[0][2], "500300.000");
}

TEST(TurningPoints, giveTheSameAreaAsTheBoundary) {
  const std::uint64_t seed = 20260301;
  SCOPED_TRACE("seed " + std::to_string(seed));
  geo::Random random(seed);
  for (int round = 0; round < 50; ++round) {
    std::vector<geo::XY> cloud;
    for (int i = 0; i < 30; ++i) cloud.push_back(test::place(random.uniform(0, 300), random.uniform(0, 300)));
    const auto shape = geo::convexHullOf(cloud);
    geo::Ring<geo::XY> ring;
    for (const auto& point : turningPoints(shape)) ring.push_back(point.at);
    ring.push_back(ring.front());
    EXPECT_NEAR(geo::areaOf(geo::Polygon<geo::XY>{ring, {}}).value, geo::areaOf(shape).value, 1e-2);
  }
}

TEST(Sheet, sameInputGivesTheSameDrawing) {
  const City city = test::smallCity();
  const Plan plan = test::smallPlan();
  const SheetWish wish{"district", "auto", 0};
  EXPECT_EQ(toSvg(sheetsOf(city, plan, &plan.districts[0], "总平面", wish).pages.front()), toSvg(sheetsOf(city, plan, &plan.districts[0], "总平面", wish).pages.front()));
}

TEST(SheetTable, everyRowIsPrintedOnce) {
  SheetTable table{"表", {{"号", Align::Left}, {"文", Align::Left}}, {}, 0};
  for (int i = 0; i < 57; ++i) table.rows.push_back({std::to_string(i), std::string(static_cast<std::size_t>(i % 7) * 9, 'x')});
  const TableLayout layout = layoutOf(table, 60, shipped().sheet);
  std::set<std::string> seen;
  for (std::size_t row = 0; row < table.rows.size();) {
    const std::size_t fits = rowsThatFit(layout, row, 80);
    ASSERT_GT(fits, 0u);
    Items items;
    EXPECT_LE(drawTable(table, layout, row, row + fits, {0, 0}, shipped().sheet, items), 80.001);
    for (const auto& item : items) {
      const auto* text = std::get_if<TextItem>(&item);
      if (!text || text->isBold || text->text.front() == 'x') continue;
      EXPECT_TRUE(seen.insert(text->text).second) << text->text;
    }
    row += fits;
  }
  EXPECT_EQ(seen.size(), 57u);
}

}  // namespace
}  // namespace pianqu::layers
