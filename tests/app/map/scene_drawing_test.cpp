#include "app/map/scene_drawing.hpp"

#include <gtest/gtest.h>

#include "app/map/tiled_layer.hpp"

namespace pianqu::app {
namespace {

using Lines = geo::XYGeometry::Lines;
using Polygons = geo::XYGeometry::Polygons;

geo::XYGeometry square(double x, double y, double side) {
  return {Polygons{{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}}}};
}

/// Finds features of items in symbol 0, always drawn, and 1, drawn from 1:1000.
class LayerPicker {
 public:
  explicit LayerPicker(std::vector<layers::SceneItem> items) {
    layers::Scene scene;
    layers::Symbol always, near;
    near.maxScale = 1000;
    scene.symbols = {always, near};
    scene.layers.push_back({"thing", "物", "Things", std::move(items)});
    const auto sources = layers::sceneLayers(std::move(scene), layers::Theme());
    auto layer = TiledLayer::build(sources.front(), geo::Crs::localCity(115.5, 500000), 4);
    if (layer) m_layer = *layer;
  }
  std::optional<layers::Uid> pick(geo::XY point, double toleranceM, double scale) const {
    const auto feature = m_layer->pick(point, toleranceM, scale);
    return feature ? std::optional(m_layer->source().uid(*feature)) : std::nullopt;
  }

 private:
  TiledLayerPtr m_layer;
};

TEST(LayerPicker, findsTheSmallestPolygonAroundAPoint) {
  const LayerPicker picker({{0, "big", square(0, 0, 100)}, {0, "small", square(40, 40, 10)}});
  EXPECT_EQ(picker.pick({45, 45}, 0, 500), "small");
  EXPECT_EQ(picker.pick({10, 10}, 0, 500), "big");
  EXPECT_EQ(picker.pick({110, 10}, 1, 500), std::nullopt);
}

TEST(LayerPicker, prefersALineWithinTheTolerance) {
  const LayerPicker picker({{0, "area", square(0, 0, 100)}, {0, "pipe", {Lines{{{{0, 50}, {100, 50}}}}}}});
  EXPECT_EQ(picker.pick({20, 52}, 3, 500), "pipe");
  EXPECT_EQ(picker.pick({20, 58}, 3, 500), "area");
}

TEST(LayerPicker, doesNotFindWhatIsNotDrawnAtThisScale) {
  const LayerPicker picker({{1, "detail", square(0, 0, 10)}});
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
