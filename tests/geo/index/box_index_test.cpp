#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/base/random.hpp"
#include "geo/index/box_index.hpp"

namespace pianqu::geo {
namespace {

std::vector<Box> randomBoxes(Random& random, int count) {
  std::vector<Box> boxes;
  for (int i = 0; i < count; ++i) {
    const double x = random.uniform(0, 100), y = random.uniform(0, 100);
    boxes.push_back({x, y, x + random.uniform(0, 5), y + random.uniform(0, 5)});
  }
  return boxes;
}

double distance(const Box& box, XY p) {
  return std::hypot(std::max({box.minX - p.x, 0.0, p.x - box.maxX}), std::max({box.minY - p.y, 0.0, p.y - box.maxY}));
}

TEST(BoxIndex, findsWhatBruteForceFinds) {
  Random random(11);
  const auto boxes = randomBoxes(random, 500);
  const BoxIndex index(boxes);
  for (int round = 0; round < 200; ++round) {
    const Box query = randomBoxes(random, 1)[0];
    std::vector<std::size_t> expected;
    for (std::size_t i = 0; i < boxes.size(); ++i) if (boxes[i].intersects(query)) expected.push_back(i);
    ASSERT_EQ(index.find(query), expected) << "seed 11, round " << round;
  }
}

TEST(BoxIndex, nearestAreNotFartherThanAnyOther) {
  Random random(12);
  const auto boxes = randomBoxes(random, 300);
  const BoxIndex index(boxes);
  for (int round = 0; round < 100; ++round) {
    const XY point{random.uniform(-10, 110), random.uniform(-10, 110)};
    const auto found = index.nearest(point, 7);
    ASSERT_EQ(found.size(), 7u);
    std::vector<double> all;
    for (const auto& box : boxes) all.push_back(distance(box, point));
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < found.size(); ++i) ASSERT_DOUBLE_EQ(distance(boxes[found[i]], point), all[i]) << "seed 12, round " << round;
  }
}

TEST(BoxIndex, anEmptyBoxIsNeverFound) {
  const BoxIndex index({Box{}, Box{0, 0, 1, 1}});
  EXPECT_EQ(index.find({-10, -10, 10, 10}), std::vector<std::size_t>{1});
  EXPECT_EQ(index.nearest({0, 0}, 5), std::vector<std::size_t>{1});
  EXPECT_TRUE(BoxIndex().find({0, 0, 1, 1}).empty());
  EXPECT_TRUE(BoxIndex().nearest({0, 0}, 3).empty());
}

}  // namespace
}  // namespace pianqu::geo
