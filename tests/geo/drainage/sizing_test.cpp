#include "geo/drainage/sizing.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/pipe_sketch.hpp"

namespace pianqu::geo {
namespace {

using pianqu::testing::sketchSewers;
using pianqu::testing::sourceAt;
using pianqu::testing::testLimits;

SizingRules rules() {
  return {.storm = {1614.33, 0.887, 11.23, 0.658}, .returnPeriodA = 2, .inletMinutes = 10, .assumedVelocityMs = 1, .manningN = 0.013,
          .litresPerPersonDay = 160, .peaks = {{5, 2.7}, {15, 2.4}, {40, 2.1}},
          .sizes = {{200, 0.01, 0.55}, {300, 0.003, 0.55}, {400, 0.0015, 0.65}, {500, 0.0012, 0.7}, {600, 0.001, 0.7}, {800, 0.0008, 0.7}}};
}

/// source: reference table of storm formulas, Wuhan, q(P=2, t=10)
TEST(DesignStorm, agreesWithThePublishedIntensities) {
  EXPECT_NEAR(intensityOf(rules().storm, 2, 10), 273.9, 0.1);
  EXPECT_NEAR(intensityOf(rules().storm, 5, 10), 350.2, 0.1);
}

TEST(PipeCapacity, isManningsForAFullPipeAndGreatestJustBelowFull) {
  // DN300 at 3 per mille: v = 0.75 m/s, the least velocity of a storm sewer.
  EXPECT_NEAR(capacityLs(300, 0.003, 1, 0.013) / 1000 / (0.09 * 3.14159265 / 4), 0.749, 0.002);
  EXPECT_NEAR(capacityLs(300, 0.003, 0.938, 0.013) / capacityLs(300, 0.003, 1, 0.013), 1.076, 0.002);
  EXPECT_NEAR(capacityLs(300, 0.003, 0.5, 0.013) / capacityLs(300, 0.003, 1, 0.013), 0.5, 1e-9);
}

TEST(SewageFlow, takesThePeakFactorBetweenTheRowsOfTheTable) {
  const SizingRules all = rules();
  EXPECT_NEAR(sewageFlowLs(540, all), 1.0 * 2.7, 1e-9);        // 1 L/s on average
  EXPECT_NEAR(sewageFlowLs(5400, all), 10.0 * 2.55, 1e-9);     // between 2.7 and 2.4
  EXPECT_NEAR(sewageFlowLs(54000, all), 100.0 * 2.1, 1e-9);
}

struct Sized {
  SewerSystem before;
  SeparationDesign design;
};

/// A combined street A-B-C of 15 m pipes with rain risers at A and B; `runoffM2` drains to each.
Sized sizedStreet(double runoffM2) {
  Sized result{sketchSewers(R"(
    A=>=B=>=C->-S
                 D~>~O
  )", "HS:ABC WS:S YS:DO sewage:S storm:O riser-rain:AB"), {}};
  for (SewerSource& source : result.before.sources) source.runoffM2 = runoffM2;
  const SewerCheck checked = check(result.before, testLimits()).value();
  const DesignScope all{std::vector<int>(result.before.links.size(), 0), std::vector<int>(result.before.sources.size(), 0), nullptr};
  const DesignLimits limits{.manholeSpacingM = 40, .parallelOffsetM = 1, .connectDistanceM = 60, .minSlope = 0.0001, .stormMm = 300, .sewageMm = 300, .leadMm = 200};
  result.design = designSeparation(result.before, checked, all, limits).value();
  sizeNewPipes(result.design, rules(), testLimits().minFallM);
  return result;
}

std::vector<double> diametersOf(const SeparationDesign& design, bool isLead) {
  std::vector<double> diameters;
  for (const DesignItem& item : design.items) {
    if (item.kind == DesignItem::Kind::NewPipe && item.isLead == isLead) diameters.push_back(item.diameterMm);
  }
  std::sort(diameters.begin(), diameters.end());
  return diameters;
}

TEST(Sizing, givesTheLeastDiametersWhereLittleDrains) {
  const Sized sized = sizedStreet(100);
  const auto mains = diametersOf(sized.design, false);
  ASSERT_FALSE(mains.empty());
  EXPECT_EQ(mains.front(), 300);
  EXPECT_EQ(mains.back(), 300);
  EXPECT_EQ(diametersOf(sized.design, true).front(), 200);
}

TEST(Sizing, addsUpWhatDrainsFromAboveAndCarriesIt) {
  const Sized sized = sizedStreet(4000);   // 0.4 ha each: about 110 L/s
  double largest = 0;
  for (const DesignItem& item : sized.design.items) {
    if (item.kind != DesignItem::Kind::NewPipe || item.flowLs == 0) continue;
    const double fill = item.water == Water::Storm ? 1 : 0.55;
    EXPECT_GE(capacityLs(item.diameterMm, item.slope, fill, rules().manningN) + 1e-9, item.flowLs) << item.note;
    largest = std::max(largest, item.flowLs);
  }
  const double both = 0.8 * intensityOf(rules().storm, 2, 10);
  EXPECT_LE(largest, both);
  EXPECT_GT(largest, 0.9 * both);   // a little less than at once: the water takes time
}

TEST(Sizing, neverNarrowsDownstream) {
  const Sized sized = sizedStreet(4000);
  const auto& links = sized.design.after.links;
  for (std::size_t i = sized.before.links.size(); i < links.size(); ++i) {
    for (std::size_t j = sized.before.links.size(); j < links.size(); ++j) {
      if (links[i].to == links[j].from) {
        EXPECT_LE(*links[i].diameterMm, *links[j].diameterMm);
      }
    }
  }
}

TEST(Sizing, saysWhenNoPipeOfTheSeriesIsLargeEnough) {
  const Sized sized = sizedStreet(400000);
  EXPECT_TRUE(std::any_of(sized.design.items.begin(), sized.design.items.end(), [](const DesignItem& item) { return item.note.find("流量超出管径系列") != std::string::npos; }));
}

}  // namespace
}  // namespace pianqu::geo
