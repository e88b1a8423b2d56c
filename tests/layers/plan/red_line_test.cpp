#include "layers/plan/red_line.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "geo/base/random.hpp"
#include "layers/plan/pricing.hpp"
#include "plan_world.hpp"

namespace pianqu::layers {
namespace {

using geo::XYGeometry;

XYGeometry shapeOf(const std::string& wkt) { return geo::parseWkt(wkt).value(); }

City twoEstates() {
  City city;
  city.estates.push_back({.uid = "A", .shape = boxed(0, 0, 100, 100)});
  city.estates.push_back({.uid = "B", .shape = boxed(90, 0, 200, 100)});  // overlaps A by ten metres
  return city;
}

TEST(RedLines, splitsALineByLength) {
  const auto split = RedLines(twoEstates()).split(shapeOf("LINESTRING(-50 50, 150 50)"), 200);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->inside, 150);
  EXPECT_EQ(split->outside, 50);
}

TEST(RedLines, splitsAnAreaAndCountsAnOverlapOfEstatesOnce) {
  const auto split = RedLines(twoEstates()).split(shapeOf("POLYGON((80 -10, 110 -10, 110 10, 80 10, 80 -10))"), 600);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->inside, 300);
  EXPECT_EQ(split->outside, 300);
}

TEST(RedLines, splitsPointsByNumber) {
  const auto split = RedLines(twoEstates()).split(shapeOf("MULTIPOINT((10 10),(20 10),(-5 5))"), 3);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->inside, 2);
  EXPECT_EQ(split->outside, 1);
}

TEST(RedLines, takesWhatHasNoPlaceAsOutside) {
  const auto split = RedLines(twoEstates()).split({}, 7.5);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->outside, 7.5);
}

TEST(RedLines, keepsInsideAndOutsideEqualToTheQuantityInHundredths) {
  const std::uint64_t seed = 99;
  SCOPED_TRACE("seed " + std::to_string(seed));
  geo::Random random(seed);
  const RedLines lines(twoEstates());
  for (int i = 0; i < 300; ++i) {
    XYGeometry geometry{XYGeometry::Lines{{{{random.uniform(-100, 300), random.uniform(-50, 150)}, {random.uniform(-100, 300), random.uniform(-50, 150)}}}}};
    Measure measure{.geometry = geometry, .quantity = random.uniform(0, 5000)};
    ASSERT_TRUE(lines.apply(measure));
    EXPECT_EQ(std::llround(measure.quantityInside * 100) + std::llround(measure.quantityOutside * 100), std::llround(measure.quantity * 100));
    EXPECT_GE(measure.quantityInside, 0);
    EXPECT_GE(measure.quantityOutside, 0);
  }
}

TEST(Price, multipliesInIntegersAndKnowsWhatIsToBePriced) {
  const auto catalogue = MeasureCatalogue::read(kPlanData);
  ASSERT_TRUE(catalogue);
  std::vector<Measure> measures{{.catalogueCode = "WM-01", .quantity = 120.55}, {.catalogueCode = "DT-01", .quantity = 2}};
  ASSERT_TRUE(price(measures, *catalogue));
  EXPECT_FALSE(measures[0].cost);
  EXPECT_EQ(measures[0].unit, "m2");
  EXPECT_EQ(measures[1].cost, geo::Fen{100'000'000});
  ASSERT_TRUE(price(measures, *catalogue, {{"WM-01", {{16'003}, "定额"}}}));
  EXPECT_EQ(measures[0].cost, geo::Fen{1'929'162});  // 120.55 x 160.03 = 19 291.6165 yuan
}

TEST(Price, refusesACodeThatIsNotInTheCatalogue) {
  std::vector<Measure> measures{{.catalogueCode = "XX-99", .quantity = 1}};
  EXPECT_FALSE(price(measures, MeasureCatalogue::read(kPlanData).value()));
}

TEST(SumByCode, addsFenAndHundredths) {
  std::vector<Measure> measures;
  for (int i = 0; i < 10; ++i) measures.push_back({.catalogueCode = "PS-01", .quantity = 0.1, .quantityInside = 0.04, .quantityOutside = 0.06, .unit = "m", .cost = geo::Fen{i}});
  measures.push_back({.catalogueCode = "PS-01", .quantity = 1, .quantityOutside = 1, .unit = "m"});
  const auto sums = sumByCode(measures);
  ASSERT_EQ(sums.size(), 1U);
  EXPECT_EQ(sums[0].quantity, 2.0);
  EXPECT_EQ(sums[0].inside, 0.4);
  EXPECT_EQ(sums[0].outside, 1.6);
  EXPECT_EQ(sums[0].cost.priced, geo::Fen{45});
  EXPECT_EQ(sums[0].cost.unpriced, 1U);
}

}  // namespace
}  // namespace pianqu::layers
