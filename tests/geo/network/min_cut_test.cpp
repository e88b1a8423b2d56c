#include "geo/network/min_cut.hpp"

#include <gtest/gtest.h>

#include "geo/base/random.hpp"

namespace pianqu::geo {
namespace {

TEST(MinCut, takesTheCheaperOfTwoPlaces) {
  const MinCut cut = minCut(4, {{0, 1, 5}, {1, 2, 3}, {2, 3, 4}}, 0, 3);
  EXPECT_EQ(cut.cut, (std::vector<int>{1}));
  EXPECT_EQ(cut.flow, 3);
  EXPECT_EQ(cut.cutPrice, 3);
}

TEST(MinCut, saysWhenOnlyUncuttableArcsLeadThrough) {
  const MinCut cut = minCut(3, {{0, 1, kUncuttable}, {1, 2, kUncuttable}}, 0, 2);
  EXPECT_FALSE(cut.isPossible);
  EXPECT_TRUE(cut.cut.empty());
}

TEST(MinCut, isEmptyWhenNothingLeadsThrough) {
  const MinCut cut = minCut(3, {{0, 1, 5}, {2, 1, 5}}, 0, 2);
  EXPECT_TRUE(cut.isPossible);
  EXPECT_EQ(cut.flow, 0);
  EXPECT_TRUE(cut.cut.empty());
}

bool leadsThrough(int nodes, const std::vector<CutArc>& arcs, unsigned removed) {
  std::vector<bool> isWet(static_cast<std::size_t>(nodes));
  isWet[0] = true;
  for (int round = 0; round < nodes; ++round) {
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      if ((removed >> i & 1u) == 0 && isWet[static_cast<std::size_t>(arcs[i].from)]) isWet[static_cast<std::size_t>(arcs[i].to)] = true;
    }
  }
  return isWet[static_cast<std::size_t>(nodes) - 1];
}

TEST(MinCut, agreesWithTryingAllSetsOnRandomNetworks) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const int nodes = random.integer(2, 7);
    std::vector<CutArc> arcs;
    for (int i = random.integer(1, 11); i > 0; --i) {
      arcs.push_back({random.integer(0, nodes - 1), random.integer(0, nodes - 1), random.integer(0, 9)});
    }
    std::int64_t best = kUncuttable;
    for (unsigned removed = 0; removed < 1u << arcs.size(); ++removed) {
      std::int64_t price = 0;
      for (std::size_t i = 0; i < arcs.size(); ++i) price += (removed >> i & 1u) ? arcs[i].price : 0;
      if (price < best && !leadsThrough(nodes, arcs, removed)) best = price;
    }
    const MinCut cut = minCut(nodes, arcs, 0, nodes - 1);
    ASSERT_EQ(cut.flow, best);
    ASSERT_EQ(cut.cutPrice, best);
    unsigned removed = 0;
    for (const int arc : cut.cut) removed |= 1u << arc;
    // Arcs of price 0 may be left out of the cut only when they carry nothing on.
    ASSERT_FALSE(leadsThrough(nodes, arcs, removed));
  }
}

TEST(MinCut, carriesAPathOfAHundredThousandArcs) {
  std::vector<CutArc> arcs;
  for (int i = 0; i < 100'000; ++i) arcs.push_back({i, i + 1, 7 + i % 3});
  EXPECT_EQ(minCut(100'001, arcs, 0, 100'000).flow, 7);
}

}  // namespace
}  // namespace pianqu::geo
