#include "app/map/scene_drawing.hpp"

#include <gtest/gtest.h>

namespace pianqu::app {
namespace {

using Lines = geo::XYGeometry::Lines;
using Polygons = geo::XYGeometry::Polygons;

geo::XYGeometry square(double x, double y, double side) {
  return {Polygons{{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}}}};
}

std::shared_ptr<const layers::Scene> sceneWith(std::vector<layers::SceneItem> items) {
  auto scene = std::make_shared<layers::Scene>();
  layers::Symbol always, near;
  near.maxScale = 1000;
  scene->symbols = {always, near};
  scene->layers.push_back({"thing", "物", "Things", std::move(items)});
  return scene;
}

TEST(LayerPicker, findsTheSmallestPolygonAroundAPoint) {
  const LayerPicker picker(sceneWith({{0, "big", square(0, 0, 100)}, {0, "small", square(40, 40, 10)}}), 0);
  EXPECT_EQ(picker.pick({45, 45}, 0, 500), "small");
  EXPECT_EQ(picker.pick({10, 10}, 0, 500), "big");
  EXPECT_EQ(picker.pick({110, 10}, 1, 500), std::nullopt);
}

TEST(LayerPicker, prefersALineWithinTheTolerance) {
  const LayerPicker picker(sceneWith({{0, "area", square(0, 0, 100)}, {0, "pipe", {Lines{{{{0, 50}, {100, 50}}}}}}}), 0);
  EXPECT_EQ(picker.pick({20, 52}, 3, 500), "pipe");
  EXPECT_EQ(picker.pick({20, 58}, 3, 500), "area");
}

TEST(LayerPicker, doesNotFindWhatIsNotDrawnAtThisScale) {
  const LayerPicker picker(sceneWith({{1, "detail", square(0, 0, 10)}}), 0);
  EXPECT_EQ(picker.pick({5, 5}, 0, 500), "detail");
  EXPECT_EQ(picker.pick({5, 5}, 0, 5000), std::nullopt);
}

TEST(ScenePens, keepMillimetresAsPixelsOfTheScreen) {
  layers::Symbol symbol;
  symbol.stroke = layers::Colour{1, 2, 3, 255};
  symbol.strokeMm = 0.5;
  symbol.dashMm = {4, 1, 0.5, 1, 0.5, 1};
  const Pen pen = penOf(symbol, 4);
  EXPECT_FLOAT_EQ(pen.widthPx, 2);
  EXPECT_EQ(pen.stroke, QColor(1, 2, 3));
  EXPECT_EQ(pen.dashPx, (std::array<float, 4>{16, 4, 2, 4}));
}

}  // namespace
}  // namespace pianqu::app
