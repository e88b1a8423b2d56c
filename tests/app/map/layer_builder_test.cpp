#include "app/map/layer_builder.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/app/qml/small_city.hpp"

namespace pianqu::app {
namespace {

using Lines = geo::XYGeometry::Lines;

/// A lift before the first building, two stalls and a new storm pipe in the small city.
layers::Plan plannedThings() {
  const auto square = [](double x, double y, double side) {
    return geo::Polygon<geo::XY>{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}};
  };
  layers::Plan plan;
  layers::LiftStudy lift;
  lift.uid = "lift";
  lift.verdict = "可行";
  lift.shaft = {square(500040, 3400004, 2.5)};
  plan.liftStudies = {lift};
  layers::ParkingStudy parking;
  parking.uid = "parking";
  parking.profile = "strict-50067";
  parking.stalls = {square(500005, 3400005, 5), square(500010, 3400005, 5)};
  plan.parkingStudies = {parking};
  layers::Measure pipe;
  pipe.uid = "pipe";
  pipe.catalogueCode = "PS-01";
  pipe.geometry = {Lines{{{{500000, 3400050}, {500100, 3400050}}}}};
  plan.measures = {pipe};
  return plan;
}

std::map<QString, std::shared_ptr<BuiltLayer>> built(const LayerBuild& build, layers::Plan plan) {
  const auto style = layers::Style::read(PIANQU_SOURCE_DIR "/data");
  EXPECT_TRUE(style);
  Snapshot start;
  start.crs = test::smallCityCrs();
  start.content = std::make_shared<const CityContent>(test::smallCity());
  std::map<QString, std::shared_ptr<BuiltLayer>> result;
  build({withPlan(start, std::move(plan)), *style->theme("screen"), 4, std::make_shared<std::atomic<bool>>(false)},
        [&](const std::shared_ptr<BuiltLayer>& layer) { result[layer->key] = layer; });
  return result;
}

TEST(LayerBuilder, givesWhatIsPlannedLayersOfItsOwn) {
  const auto layers = built(buildPlanLayers, plannedThings());
  ASSERT_TRUE(layers.contains("lift"));
  ASSERT_TRUE(layers.contains("parking"));
  ASSERT_TRUE(layers.contains("measure_line"));
  EXPECT_GE(layers.at("lift")->tiles->featureCount(), 1U);
  EXPECT_GE(layers.at("parking")->tiles->featureCount(), 2U);
  EXPECT_EQ(layers.at("measure_line")->tiles->featureCount(), 1U);
  EXPECT_FALSE(layers.contains("building"));
}

TEST(LayerBuilder, leavesThePlanOutOfTheCity) {
  const auto layers = built(buildCityLayers, plannedThings());
  EXPECT_TRUE(layers.contains("building"));
  EXPECT_TRUE(layers.contains("estate"));
  EXPECT_FALSE(layers.contains("lift"));
}

TEST(LayerBuilder, hasNothingToDrawOfAnEmptyPlan) { EXPECT_TRUE(built(buildPlanLayers, {}).empty()); }

}  // namespace
}  // namespace pianqu::app
