#include "geo/lift/cost_share.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "geo/base/random.hpp"

namespace pianqu::geo {
namespace {

// One scheme of the reference: 255 000 yuan, 10/20/30/40 % for floors 3 to 6, one household a floor.
TEST(CostShare, repeatsThePublishedScheme) {
  const auto shares = shareByFloor({25'500'000}, {0, 0, 100, 200, 300, 400}, 6, 1);
  const std::map<int, Fen> expected{{1, {0}}, {2, {0}}, {3, {2'550'000}}, {4, {5'100'000}}, {5, {7'650'000}}, {6, {10'200'000}}};
  EXPECT_EQ(shares.byFloor, expected);
}

TEST(CostShare, givesTheRestToTheLargestRemainder) {
  EXPECT_EQ(shareByWeight({100}, {1, 1, 1}), (std::vector<Fen>{{34}, {33}, {33}}));
  EXPECT_EQ(shareByWeight({10}, {1, 2, 4}), (std::vector<Fen>{{1}, {3}, {6}}));
}

TEST(CostShare, isZeroWithoutWeights) {
  EXPECT_EQ(shareByWeight({100}, {0, 0}), (std::vector<Fen>{{0}, {0}}));
  EXPECT_TRUE(shareByFloor({100}, {}, 6, 2).byHome.empty());
}

TEST(CostShare, takesTheLastCoefficientAboveTheScheme) {
  const auto shares = shareByFloor({100'000}, {0, 1000}, 4, 1);
  const std::map<int, Fen> expected{{1, {0}}, {2, {33'334}}, {3, {33'333}}, {4, {33'333}}};
  EXPECT_EQ(shares.byFloor, expected);
}

TEST(CostShare, addsUpToTheFen) {
  const std::uint64_t seed = 7;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Random random(seed);
  for (int i = 0; i < 500; ++i) {
    const Fen total{static_cast<std::int64_t>(random.next() % 1'000'000'000)};
    std::vector<std::int64_t> weights;
    for (int k = random.integer(1, 30); k > 0; --k) weights.push_back(random.integer(0, 2'000'000));
    weights.push_back(1);
    const auto shares = shareByWeight(total, weights);
    Fen sum;
    const auto whole = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    for (std::size_t k = 0; k < shares.size(); ++k) {
      sum += shares[k];
      const double exact = static_cast<double>(total.value) * static_cast<double>(weights[k]) / static_cast<double>(whole);
      EXPECT_LT(std::abs(static_cast<double>(shares[k].value) - exact), 1.0 + 1e-6);
    }
    EXPECT_EQ(sum, total);
  }
}

TEST(CostShare, keepsHomesOfAFloorWithinAFen) {
  const auto shares = shareByFloor({30'000'001}, {0, 500, 1000, 1100, 1200, 1300}, 6, 3);
  Fen sum;
  for (const auto& floor : shares.byHome) {
    for (const Fen home : floor) {
      EXPECT_LE(floor.front().value - home.value, 1);
      EXPECT_GE(floor.front().value, home.value);
      sum += home;
    }
  }
  EXPECT_EQ(sum, Fen{30'000'001});
}

}  // namespace
}  // namespace pianqu::geo
