#include "layers/io/crs_evidence.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "geo/base/random.hpp"
#include "layers/io/cell_grid.hpp"

namespace pianqu::layers {
namespace {

RawExtent extent(double minA, double maxA, double minB, double maxB) { return {geo::Box{minA, minB, maxA, maxB}}; }

CrsClues withProject() {
  CrsClues clues;
  clues.project = geo::Crs::localCity(115.5, 500000);
  clues.projectExtent = {499000, 3299000, 503000, 3303000};
  return clues;
}

TEST(DecideCrs, acceptsMetresThatLieWhereTheProjectLies) {
  const auto proof = decideCrs(extent(500000, 501000, 3300000, 3301000), withProject());
  ASSERT_TRUE(proof);
  EXPECT_FALSE(proof->isSwapped);
}
TEST(DecideCrs, exchangesNorthingAndEastingOfSurveyTables) {
  const auto proof = decideCrs(extent(3300000, 3301000, 500000, 501000), withProject());
  ASSERT_TRUE(proof);
  EXPECT_TRUE(proof->isSwapped);
  const auto placed = placeRows({RawGeometry{RawGeometry::Points{{{3300000, 500000}}}}}, *proof, *withProject().project);
  EXPECT_EQ(std::get<geo::XYGeometry::Points>(placed.geometries[0].value).points[0], (geo::XY{500000, 3300000}));
}
TEST(DecideCrs, asksForMetresFarFromTheProject) {
  EXPECT_EQ(decideCrs(extent(650000, 651000, 3300000, 3301000), withProject()).error().code, geo::ErrorCode::Undecided);
}
TEST(DecideCrs, asksForDegreesEvenNearTheProject) {
  const auto proof = decideCrs(extent(115.50, 115.51, 29.82, 29.83), withProject());
  ASSERT_FALSE(proof);
  EXPECT_NE(proof.error().hint.find("bd09"), std::string::npos);
}
TEST(DecideCrs, asksForTheDatumOfAZoneNumber) {
  const auto proof = decideCrs(extent(39361000, 39362000, 3300000, 3301000), {});
  ASSERT_FALSE(proof);
  EXPECT_NE(proof.error().hint.find("EPSG:4527"), std::string::npos) << proof.error().hint;
}
TEST(DecideCrs, takesOffAZoneNumberThatTheDeclaredSystemDoesNotHave) {
  const auto proof = decideCrs(extent(38511000, 38512000, 3381000, 3382000), {.given = "EPSG:4547"});
  ASSERT_TRUE(proof) << proof.error().text;
  EXPECT_EQ(proof->prefixM, 38e6);
  EXPECT_FALSE(decideCrs(extent(39511000, 39512000, 3381000, 3382000), {.given = "EPSG:4547"}));
}
TEST(DecideCrs, refusesDegreesUnderAProjectedSystem) { EXPECT_EQ(decideCrs(extent(116.1, 116.2, 39.1, 39.2), {.given = "EPSG:4547"}).error().code, geo::ErrorCode::Invalid); }
TEST(DecideCrs, asksForConsentWhereOnlyABallparkOperationExists) {
  CrsClues clues{.declared = "EPSG:2436", .declaredBy = "the layer"};
  const auto asked = decideCrs(extent(428000, 470000, 4400000, 4430000), clues);
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().code, geo::ErrorCode::Undecided);
  clues.acceptsBallpark = true;
  const auto proof = decideCrs(extent(428000, 470000, 4400000, 4430000), clues);
  ASSERT_TRUE(proof);
  EXPECT_EQ(proof->problems.back().code, "ballpark-accuracy");
}
TEST(ProjectCrsFor, choosesTheZoneAroundDegrees) {
  const auto proof = decideCrs(extent(114.2, 114.4, 30.5, 30.6), {.given = "EPSG:4326"});
  ASSERT_TRUE(proof);
  EXPECT_EQ(projectCrsFor(*proof, extent(114.2, 114.4, 30.5, 30.6))->authority(), "EPSG:4547");
}
TEST(PlaceRows, losesOnlyTheRowThatCannotBeCarried) {
  const CrsProof proof{geo::Crs::cgcs2000LonLat(), {}, false, 0, "EPSG:4490", {}, {}};
  std::vector<RawGeometry> rows(9, RawGeometry{RawGeometry::Points{{{114.3, 30.5}}}});
  rows[4] = RawGeometry{RawGeometry::Points{{{114.3, 1e6}}}};
  const auto placed = placeRows(rows, proof, geo::Crs::localCity(114, 500000));
  for (std::size_t row = 0; row < rows.size(); ++row) EXPECT_EQ(placed.faults[row].empty(), row != 4) << row;
}
TEST(DecideCrsFuzz, neverCrashesAndNeverGuesses) {
  const std::uint64_t seed = 42;
  RecordProperty("seed", std::to_string(seed));
  geo::Random random(seed);
  const double values[] = {0, -1, 116.3, 39.9, 500000, 3300000, 38500000, 1e9, 1e300, std::numeric_limits<double>::infinity(), std::nan("")};
  for (int round = 0; round < 4000; ++round) {
    const auto pick = [&] { return values[random.integer(0, 10)] + random.uniform(-1, 1); };
    const auto proof = decideCrs(extent(pick(), pick(), pick(), pick()), {});
    EXPECT_FALSE(proof) << "nothing is said, declared or there: nothing is proven; seed " << seed << " round " << round;
  }
}

TEST(ParseDelimited, keepsQuotedLineBreaksAndCountsLines) {
  const auto grid = parseDelimited("a,b\n\"x\ny\",2\n3,\"4\"\"5\"\n", "t");
  ASSERT_TRUE(grid);
  ASSERT_EQ(grid->rows.size(), 3U);
  EXPECT_EQ(grid->rows[1][0], "x\ny");
  EXPECT_EQ(grid->rows[2][1], "4\"5");
  EXPECT_EQ(grid->rowNumbers[2], 4U);
}
TEST(ParseDelimited, saysWhereAQuoteIsNotClosed) { EXPECT_EQ(parseDelimited("a,b\n1,2\n\"x,3\n", "t").error().where.feature, "line 3"); }
TEST(ParseDelimited, readsTabsAndSemicolons) {
  EXPECT_EQ(parseDelimited("a\tb\n1\t2\n", "t")->rows[1].size(), 2U);
  EXPECT_EQ(parseDelimited("a;b\n1,5;2\n", "t")->rows[1][0], "1,5");
}
TEST(ParseDelimitedFuzz, neverCrashes) {
  geo::Random random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = random.integer(0, 60); i > 0; --i) text += "ab,\";\t\n\r|\xEF"[random.integer(0, 9)];
    const auto grid = parseDelimited(text, "t");
    if (grid) (void)layerOf(*grid, [](std::string_view heading) { return heading == "a"; });
  }
}

}  // namespace
}  // namespace pianqu::layers
