#include "layers/sheet/profile_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/pipe_sketch.hpp"

namespace pianqu::layers {
namespace {

const std::string kData = std::string(PIANQU_SOURCE_DIR) + "/data";

geo::SewerSystem sketch() {
  return pianqu::testing::sketchSewers(R"(
    A->-B->-C->-S
  )", "WS:ABCS sewage:S");
}

ProfileSheet sheetOf(const geo::Profile& profile, const std::vector<ProfileCrossing>& crossings = {}, const ProfileSheetOptions& options = {.title = "A—S"}) {
  static const Theme theme = Style::read(kData).value().theme("separation").value();
  static const SheetStyle style = SheetStyle::read(kData).value();
  static const std::vector<ProfileRow> rows = readProfileRows(kData).value();
  return profileSheet(profile, crossings, theme, style, rows, options);
}
geo::Profile profileOf(const geo::SewerSystem& system) {
  return geo::profileBetween(system, geo::flowGraphOf(system, pianqu::testing::testLimits().minFallM), pianqu::testing::nodeAt(system, "A"), pianqu::testing::nodeAt(system, "S")).value();
}
std::vector<std::string> textsOf(const Picture& picture) {
  std::vector<std::string> texts;
  for (const auto& group : picture.groups)
    for (const auto& item : group.items)
      if (const auto* text = std::get_if<TextItem>(&item)) texts.push_back(text->text);
  return texts;
}
std::ptrdiff_t countOf(const std::vector<std::string>& texts, const std::string& wanted) { return std::count(texts.begin(), texts.end(), wanted); }

TEST(ProfileSheet, hasTheFieldsTableWithEveryManholeAndPipe) {
  const auto texts = textsOf(sheetOf(profileOf(sketch())).picture);
  for (const char* heading : {"自然地面标高 (m)", "管内底标高 (m)", "埋深 (m)", "管径 (mm)", "坡度 (‰)", "平面距离 (m)", "检查井编号", "里程 (m)"}) EXPECT_EQ(countOf(texts, heading), 1) << heading;
  for (const char* code : {"A", "B", "C", "S"}) EXPECT_EQ(countOf(texts, code), 1) << code;
  EXPECT_EQ(countOf(texts, "d300"), 3);
  EXPECT_EQ(countOf(texts, "5.0"), 3);      // per mille
  EXPECT_EQ(countOf(texts, "20.00"), 4);    // three lengths and a chainage
  EXPECT_EQ(countOf(texts, "2.00"), 4);     // depths
}

TEST(ProfileSheet, whatIsNotKnownIsAQuestionMarkAndNotDrawn) {
  geo::SewerSystem system = sketch();
  const auto whole = sheetOf(profileOf(system));
  for (auto& link : system.links) link.diameterMm.reset();
  for (auto& node : system.nodes) node.groundM.reset();
  const auto sheet = sheetOf(profileOf(system));
  EXPECT_GE(countOf(textsOf(sheet.picture), "?"), 3 + 4 + 4);   // diameters, grounds, depths
  const auto itemsOf = [](const ProfileSheet& drawn, std::size_t group) { return drawn.picture.groups[group].items.size(); };
  EXPECT_GT(itemsOf(whole, 1), 0u);
  EXPECT_EQ(itemsOf(sheet, 1), 0u);         // ground
  EXPECT_EQ(itemsOf(sheet, 3), 0u);         // manholes
}

TEST(ProfileSheet, theScaleFollowsTheRequestAndThePaper) {
  const geo::Profile profile = profileOf(sketch());
  const ProfileFrame asked = sheetOf(profile, {}, {.scaleH = 200, .scaleV = 50}).frame;
  EXPECT_NEAR(asked.xOf(60) - asked.xOf(0), 300, 1e-9);
  EXPECT_NEAR(asked.yOf(1) - asked.yOf(2), 20, 1e-9);
  geo::Profile longOne = profile;
  for (auto& station : longOne.stations) station.chainageM *= 200;
  for (auto& reach : longOne.reaches) { reach.fromM *= 200; reach.toM *= 200; }
  const ProfileSheet sheet = sheetOf(longOne);
  EXPECT_GT(sheet.frame.scaleH, 500);
  EXPECT_LE(sheet.frame.xOf(longOne.lengthM()) - sheet.frame.xOf(0), 4800);
}

TEST(ProfileSheet, aPlaceOfTheDrawingIsAChainage) {
  const ProfileFrame frame = sheetOf(profileOf(sketch())).frame;
  for (const double chainage : {0.0, 13.7, 60.0}) EXPECT_NEAR(frame.chainageAt(frame.xOf(chainage)), chainage, 1e-9);
  EXPECT_EQ(frame.chainageAt(-100), 0);
  EXPECT_EQ(frame.chainageAt(1e6), 60);
}

TEST(ProfileSheet, aCrossingIsDrawnWithItsClearanceAndMarkedWhenItFails) {
  const geo::Profile profile = profileOf(sketch());
  const double level = *profile.reaches[0].fromInvertM + 1;
  const auto texts = textsOf(sheetOf(profile, {{.chainageM = 12, .pipeClass = "JS", .levels = {level, level + 0.2}, .clearanceM = 0.62, .requiredM = 0.4, .state = ClearanceState::Pass},
                                               {.chainageM = 30, .pipeClass = "RQ"}}).picture);
  EXPECT_EQ(countOf(texts, "JS 0.62"), 1);
  EXPECT_EQ(countOf(texts, "RQ ?"), 1);
}

TEST(ProfileSheet, speaksEnglishWhenAsked) {
  EXPECT_EQ(countOf(textsOf(sheetOf(profileOf(sketch()), {}, {.isChinese = false}).picture), "Invert level (m)"), 1);
}

}  // namespace
}  // namespace pianqu::layers
