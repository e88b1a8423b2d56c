#include "geo/parking/equip.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/parking/verify.hpp"

namespace pianqu::geo {
namespace {

constexpr StallRules kRules{.stallWidthM = 2.4, .stallDepthM = 5.3, .aisleM = 5.5, .parallelLengthM = 6.0, .parallelDepthM = 2.4, .parallelAisleM = 4.0};
constexpr EquipRules kEquip{.groupMax = 50, .groupGapM = 6, .accessibleFrom = 10, .accessibleShare = 0.01, .transferM = 1.2, .chargingShare = 0.1};

Polygon<XY> rectangle(double width, double height) { return {{{0, 0}, {width, 0}, {width, height}, {0, height}, {0, 0}}, {}}; }

int countOf(const std::vector<StallKind>& kinds, StallKind kind) { return static_cast<int>(std::count(kinds.begin(), kinds.end(), kind)); }

TEST(SeparateGroups, leavesALotWithinTheLimitAlone) {
  Layout layout = layOut(rectangle(60, 16.1), {0, 8}, kRules).value();
  const auto before = layout.stalls;
  ASSERT_LE(before.size(), 50u);
  separateGroups(layout, kEquip);
  EXPECT_EQ(layout.stalls, before);
}

TEST(SeparateGroups, cutsALongLotOnceAtLittleCost) {
  Layout layout = layOut(rectangle(100, 16.1), {0, 8}, kRules).value();
  const auto before = static_cast<int>(layout.stalls.size());
  ASSERT_GT(before, 75);
  separateGroups(layout, kEquip);
  const auto groups = groupsOf(layout.stalls, kEquip.groupGapM);
  EXPECT_EQ(groups.size(), 2u);
  EXPECT_LE(groups.front(), 50);
  // A gap of 6 m takes three stalls of 2.4 m out of each of the two rows.
  EXPECT_GE(static_cast<int>(layout.stalls.size()), before - 6);
}

TEST(SeparateGroups, bringsEveryGroupOfALargeLotUnderTheLimit) {
  Layout layout = layOut(rectangle(70, 64.4), {0, 32}, kRules).value();
  const auto before = layout.stalls.size();
  separateGroups(layout, kEquip);
  const auto groups = groupsOf(layout.stalls, kEquip.groupGapM);
  EXPECT_LE(groups.front(), 50);
  EXPECT_GT(layout.stalls.size(), before / 2);
  EXPECT_TRUE(verifyLayout(layout, {{rectangle(70, 64.4)}, {}}, kRules).value().empty());
}

TEST(Equip, givesALotItsAccessibleAndChargingStalls) {
  const Polygon<XY> lot = rectangle(60, 16.1);
  Layout layout = layOut(lot, {0, 8}, kRules).value();
  const auto before = static_cast<int>(layout.stalls.size());
  const auto kinds = equip(layout, lot, {{30, 17}}, kEquip);
  ASSERT_EQ(kinds.size(), layout.stalls.size());
  EXPECT_EQ(countOf(kinds, StallKind::Accessible), 1);
  EXPECT_EQ(countOf(kinds, StallKind::Charging), (before + 9) / 10);
  EXPECT_GE(static_cast<int>(layout.stalls.size()), before - 1);
  // Beside it 1.2 m are free of other stalls, on one side at least.
  const auto at = static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), StallKind::Accessible) - kinds.begin());
  EXPECT_LT(distance(centroidOf(layout.stalls[at]), {30, 17}), 12);
  int free = 0;
  for (const double side : {-1.0, 1.0}) {
    const auto& ring = layout.stalls[at].outer;
    const XY along = (ring[1] - ring[0]) * (side / 2.4);
    const XY middle = centroidOf(layout.stalls[at]) + along * (1.2 + 0.6);
    free += std::none_of(layout.stalls.begin(), layout.stalls.end(), [middle](const auto& stall) { return contains(stall, middle); }) ? 1 : 0;
  }
  EXPECT_GE(free, 1);
}

TEST(Equip, asksNothingOfAFewStalls) {
  const Polygon<XY> lot = rectangle(15, 10.8);
  Layout layout = layOut(lot, {0, 8}, kRules).value();
  ASSERT_LT(layout.stalls.size(), 10u);
  const auto before = layout.stalls.size();
  const auto kinds = equip(layout, lot, {}, kEquip);
  EXPECT_EQ(layout.stalls.size(), before);
  EXPECT_EQ(countOf(kinds, StallKind::Accessible), 0);
}

TEST(Equip, isTheSameEachTime) {
  const Polygon<XY> lot = rectangle(60, 32.2);
  Layout first = layOut(lot, {0, 8}, kRules).value(), second = first;
  EXPECT_EQ(equip(first, lot, {{30, 40}}, kEquip), equip(second, lot, {{30, 40}}, kEquip));
  EXPECT_EQ(first.stalls, second.stalls);
}

}  // namespace
}  // namespace pianqu::geo
