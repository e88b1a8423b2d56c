#include "geo/base/disjoint_sets.hpp"

#include <gtest/gtest.h>

namespace pianqu::geo {
namespace {

TEST(DisjointSets, haveTheirLeastMemberAsRootInWhateverOrderTheyJoin) {
  DisjointSets sets(6);
  sets.join(5, 4);
  sets.join(2, 5);
  sets.join(4, 3);
  EXPECT_EQ(sets.rootOf(3), 2u);
  EXPECT_EQ(sets.rootOf(5), 2u);
  EXPECT_EQ(sets.rootOf(1), 1u);
}

TEST(DisjointSets, areNumberedInTheOrderOfTheirRoots) {
  DisjointSets sets(5);
  sets.join(4, 1);
  sets.join(3, 2);
  EXPECT_EQ(sets.numbers(), (std::vector<int>{0, 1, 2, 2, 1}));
  EXPECT_TRUE(DisjointSets(0).numbers().empty());
}

}  // namespace
}  // namespace pianqu::geo
