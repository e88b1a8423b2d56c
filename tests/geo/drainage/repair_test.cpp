#include "geo/drainage/repair.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/pipe_sketch.hpp"

namespace pianqu::geo {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using pianqu::testing::linkAt;
using pianqu::testing::sketchSewers;
using pianqu::testing::testLimits;

RepairSet repaired(const SewerSystem& system, Water misled, const RepairPrices& prices) {
  return cheapestRepair(system, check(system, testLimits()).value(), misled, prices);
}

RepairPrices evenPrices(const SewerSystem& system, std::int64_t link, std::int64_t source) {
  return {std::vector<Fen>(system.links.size(), Fen{link}), std::vector<Fen>(system.sources.size(), Fen{source})};
}

const char* const kTwoWaysDown = R"(
    A->-B->-C->-S
        |   |
        v   v
        |   |
    G~>~D~>~E~>~O
)";
const char* const kTwoWaysLegend = "WS:ABCS YS:GDEO sewage:S storm:O gully:G riser-sewage:A";

TEST(CheapestRepair, sealsTheCrossLinksAndProvesThatNothingIsCheaper) {
  const SewerSystem system = sketchSewers(kTwoWaysDown, kTwoWaysLegend);
  RepairPrices prices = evenPrices(system, 500, 100'000);
  prices.links[static_cast<std::size_t>(linkAt(system, "A-B"))] = {5'000};
  const RepairSet set = repaired(system, Water::Sewage, prices);
  EXPECT_THAT(set.links, ElementsAre(linkAt(system, "B-D"), linkAt(system, "C-E")));
  EXPECT_THAT(set.sources, IsEmpty());
  EXPECT_EQ(set.price, Fen{1000});
  EXPECT_EQ(set.flow, set.price);
  EXPECT_TRUE(set.isVerified);
  EXPECT_EQ(set.misledSources, 1);
}

TEST(CheapestRepair, takesTheRiserWhenThatIsCheaper) {
  const SewerSystem system = sketchSewers(kTwoWaysDown, kTwoWaysLegend);
  const RepairSet set = repaired(system, Water::Sewage, evenPrices(system, 500, 100));
  EXPECT_THAT(set.links, IsEmpty());
  EXPECT_THAT(set.sources, ElementsAre(1));  // the gully comes first
  EXPECT_TRUE(set.isVerified);
}

TEST(CheapestRepair, neverCutsAStormPipeThatCarriesRain) {
  const SewerSystem system = sketchSewers(kTwoWaysDown, kTwoWaysLegend);
  RepairPrices prices = evenPrices(system, 500, 100'000);
  prices.links[static_cast<std::size_t>(linkAt(system, "E-O"))] = {1};
  EXPECT_THAT(repaired(system, Water::Sewage, prices).links, ::testing::Not(::testing::Contains(linkAt(system, "E-O"))));
}

TEST(CheapestRepair, findsNothingToDoInASoundSystem) {
  const SewerSystem system = sketchSewers("A->-S  G~>~O", "WS:AS YS:GO sewage:S storm:O gully:G riser-sewage:A");
  const RepairSet set = repaired(system, Water::Storm, evenPrices(system, 1, 1));
  EXPECT_TRUE(set.isVerified);
  EXPECT_EQ(set.price, Fen{0});
  EXPECT_EQ(set.misledSources, 0);
}

TEST(CheapestRepair, saysWhenNothingMayBeDisconnected) {
  const SewerSystem system = sketchSewers(kTwoWaysDown, kTwoWaysLegend);
  const RepairSet set = repaired(system, Water::Sewage, evenPrices(system, -1, -1));
  EXPECT_FALSE(set.isPossible);
  EXPECT_FALSE(set.isVerified);
}

}  // namespace
}  // namespace pianqu::geo
