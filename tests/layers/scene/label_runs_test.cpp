#include "layers/scene/label_runs.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace pianqu::layers {
namespace {

using Line = geo::Line<geo::XY>;

/// Pipes of one symbol, each with its label.
struct Pipes {
  Symbol symbol;
  std::deque<SceneItem> items;
  std::vector<WantedLabel> wanted;

  Pipes() { symbol.shape = SymbolShape::Line; }
  void add(const std::string& text, Line line) {
    SceneItem& item = items.emplace_back();
    item.geometry.value = geo::XYGeometry::Lines{{line}};
    item.label = SceneLabel{.text = text, .along = std::move(line)};
    wanted.push_back({&item, &*item.label, &symbol, wanted.size()});
  }
};

constexpr double kFar = 1000;

TEST(LabelRuns, pipesThatContinueEachOtherAreLabelledOnceWhicheverWayTheyWereDrawn) {
  Pipes pipes;
  pipes.add("DN300", {{10, 0}, {20, 0}});
  pipes.add("DN300", {{10, 0}, {0, 0}});
  pipes.add("DN300", {{30, 5}, {20, 0}});
  const auto runs = joinRuns(pipes.wanted, kFar);
  ASSERT_EQ(runs.wanted.size(), 1u);
  Line along = runs.wanted[0].label->along;
  if (along.front().x > along.back().x) std::reverse(along.begin(), along.end());
  EXPECT_EQ(along, (Line{{0, 0}, {10, 0}, {20, 0}, {30, 5}}));
}

TEST(LabelRuns, anotherDiameterAndAJunctionEndARun) {
  Pipes pipes;
  pipes.add("DN300", {{0, 0}, {10, 0}});
  pipes.add("DN400", {{10, 0}, {20, 0}});
  pipes.add("DN400", {{20, 0}, {30, 0}});
  pipes.add("DN400", {{20, 0}, {20, 9}});
  const auto runs = joinRuns(pipes.wanted, kFar);
  ASSERT_EQ(runs.wanted.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(runs.wanted[i].label->along, pipes.wanted[i].label->along);
}

TEST(LabelRuns, aLongRunIsLabelledAgainInEqualStretches) {
  Pipes pipes;
  for (int i = 0; i < 25; ++i) pipes.add("DN300", {{i * 10.0, 0}, {i * 10.0 + 10, 0}});
  const auto runs = joinRuns(pipes.wanted, 100);
  ASSERT_EQ(runs.wanted.size(), 3u);
  double from = 0;
  for (const auto& each : runs.wanted) {
    EXPECT_NEAR(each.label->along.front().x, from, 1e-9);
    EXPECT_NEAR(each.label->along.back().x, from + 250.0 / 3, 1e-9);
    from += 250.0 / 3;
  }
}

TEST(LabelRuns, aRingIsWalkedOnceAndPointsPassAsTheyAre) {
  Pipes pipes;
  pipes.add("DN300", {{0, 0}, {10, 0}});
  pipes.add("DN300", {{10, 0}, {10, 10}});
  pipes.add("DN300", {{10, 10}, {0, 0}});
  SceneItem well;
  well.label = SceneLabel{.text = "W1", .at = {0, 0}};
  Symbol point;
  point.shape = SymbolShape::Point;
  pipes.wanted.push_back({&well, &*well.label, &point, 3});
  const auto runs = joinRuns(pipes.wanted, kFar);
  ASSERT_EQ(runs.wanted.size(), 2u);
  EXPECT_EQ(runs.wanted[0].label->along.size(), 4u);
  EXPECT_EQ(runs.wanted[1].label->text, "W1");
}

}  // namespace
}  // namespace pianqu::layers
