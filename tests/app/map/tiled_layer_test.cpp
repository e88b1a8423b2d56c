#include "app/map/tiled_layer.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <limits>
#include <numeric>
#include <set>

#include "app/map/camera_view.hpp"
#include "app/map/layer_change.hpp"
#include "app/map/tile_store.hpp"
#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"
#include "tests/support/big_city.hpp"

namespace pianqu::app {
namespace {

constexpr std::uint64_t kPlaceSeed = 5;
constexpr int kPatienceMs = 20000;

struct World {
  std::shared_ptr<const layers::City> city;
  TiledLayerPtr buildings;
};

World worldOfBuildings(std::size_t count) {
  const auto style = layers::Style::read(PIANQU_SOURCE_DIR "/data");
  World world;
  world.city = std::make_shared<const layers::City>(test::bigCity({.buildings = count, .pipes = 0}));
  const auto theme = style->theme("screen");
  for (const auto& source : layers::cityLayers(world.city, std::make_shared<const layers::Theme>(*theme)))
    if (source->layer().key == "building") world.buildings = *TiledLayer::build(source, test::bigCityCrs(), 4);
  return world;
}

CameraView viewOf(const geo::Box& world, QSizeF size) {
  CameraView view{world.centre(), 0, 0, size};
  view.zoom = std::log2(std::min(size.width() / world.width(), size.height() / world.height()) / view.pixelsPerMetre());
  return view;
}

TEST(TiledLayer, hasEveryFeatureInOneLeafWhoseBoxesHoldIt) {
  const World world = worldOfBuildings(8000);
  ASSERT_TRUE(world.buildings);
  EXPECT_EQ(world.buildings->featureCount(), 8000u);
  std::multiset<std::uint32_t> seen;
  const auto& tree = world.buildings->groups().front().tree;
  EXPECT_GT(tree.leaves().size(), 4u);
  for (const auto& leaf : tree.leaves()) {
    EXPECT_LE(leaf.count, FeatureTree::kFeaturesPerLeaf);
    for (const std::uint32_t feature : tree.featuresOf(leaf)) {
      seen.insert(feature);
      const geo::Box box = world.buildings->source().shape(feature).box();
      EXPECT_TRUE(leaf.box.contains({box.minX, box.minY}) && leaf.box.contains({box.maxX, box.maxY}));
    }
    const auto tile = world.buildings->makeTile(world.buildings->groups().front(), leaf);
    ASSERT_TRUE(tile);
    EXPECT_TRUE(leaf.world.contains({tile->box.minX, tile->box.minY}) && leaf.world.contains({tile->box.maxX, tile->box.maxY}));
  }
  EXPECT_EQ(seen.size(), 8000u);
  EXPECT_EQ(std::set<std::uint32_t>(seen.begin(), seen.end()).size(), 8000u);
}

TEST(TiledLayer, densityKeepsTheAreaOfTheBuildingsAtEveryLevel) {
  const World world = worldOfBuildings(4000);
  double areaM2 = 0;
  for (const auto& building : world.city->buildings) areaM2 += geo::areaOf(building.shape).value;
  const geo::Box box = world.buildings->world();
  const double stretch = mercatorStretch(box.centre());
  for (const int level : {9, 11, 12}) {
    const double side = PyramidSquare::sideM(level), pixelM = side / PyramidSquare::kSidePx;
    double covered = 0;
    for (int x = static_cast<int>((box.minX + kMercatorHalfM) / side); x <= static_cast<int>((box.maxX + kMercatorHalfM) / side); ++x)
      for (int y = static_cast<int>((kMercatorHalfM - box.maxY) / side); y <= static_cast<int>((kMercatorHalfM - box.minY) / side); ++y) {
        const QImage image = world.buildings->makeDensity(world.buildings->groups().front(), {level, x, y});
        for (int row = 0; row < image.height(); ++row)
          for (int column = 0; column < image.width(); ++column) covered += qAlpha(image.pixel(column, row)) / 255.0 * pixelM * pixelM;
      }
    // "Over" hides a part of what shares a pixel, and 8 bits round it: less the larger the pixels are in number.
    EXPECT_NEAR(covered / (stretch * stretch) / areaM2, 1, 0.16) << "level " << level;
  }
}

TEST(TiledLayer, picksWhatABruteForceSearchFinds) {
  const World world = worldOfBuildings(3000);
  geo::Random random(kPlaceSeed);
  const geo::Box box = geo::boxOf(world.city->buildings.front().shape);
  for (int i = 0; i < 300; ++i) {
    const geo::XY point{random.uniform(box.minX, box.minX + 1600), random.uniform(box.minY, box.minY + 1600)};
    std::optional<std::size_t> expected;
    for (std::size_t b = 0; b < world.city->buildings.size(); ++b)
      if (geo::contains(world.city->buildings[b].shape, point)) expected = b;
    EXPECT_EQ(world.buildings->pick(point, 0, 1000), expected) << "seed " << kPlaceSeed << " case " << i;
  }
}

TEST(TiledLayer, drawsNothingForACityWithoutShapes) {
  auto city = std::make_shared<layers::City>();
  city->buildings.resize(3);
  const auto style = layers::Style::read(PIANQU_SOURCE_DIR "/data");
  const auto sources = layers::cityLayers(city, std::make_shared<const layers::Theme>(*style->theme("screen")));
  ASSERT_EQ(sources.size(), 1u);
  const auto layer = TiledLayer::build(sources.front(), test::bigCityCrs(), 4);
  ASSERT_TRUE(layer);
  EXPECT_EQ((*layer)->featureCount(), 0u);
  EXPECT_TRUE((*layer)->world().isEmpty());
}

/// Frames of a store until nothing is waited for.
TileFrame settled(TileStore& store, const TileView& view) {
  QElapsedTimer clock;
  clock.start();
  TileFrame frame = store.frameFor(view);
  while (store.isBusy() && clock.elapsed() < kPatienceMs) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 100);
    frame = store.frameFor(view);
  }
  return frame;
}

class Tiles : public testing::Test {
 protected:
  int argc = 1;
  char name[5] = "test";
  char* argv[2] = {name, nullptr};
  QCoreApplication application{argc, argv};
};

TEST_F(Tiles, aMoveThereAndBackMakesNothingAnew) {
  const World world = worldOfBuildings(9000);
  TileStore store;
  store.setLayer(world.buildings);
  TileView view{viewOf(world.buildings->world(), {800, 600}), 1000, nullptr, 1, false};
  view.camera.zoom += 1;
  const TileFrame first = settled(store, view);
  ASSERT_FALSE(first.outlines.empty());
  TileView moved = view;
  moved.camera.centre.x += 300 / view.camera.pixelsPerMetre();
  settled(store, moved);
  const TileFrame back = store.frameFor(view);
  EXPECT_FALSE(store.isBusy());
  EXPECT_EQ(back.outlines, first.outlines);
}

TEST_F(Tiles, aSecondViewLeavesTheWishesOfTheFirst) {
  const World world = worldOfBuildings(9000);
  TileStore store;
  store.setLayer(world.buildings);
  const int map = 0, overview = 0;
  TileView view{viewOf(world.buildings->world(), {800, 600}), 1000, &map, 1, false};
  view.camera.zoom += 1;
  TileView other = view;
  other.viewer = &overview;
  other.camera.size = {60, 60};
  const TileFrame wanted = [&] {
    TileStore own;
    own.setLayer(world.buildings);
    return settled(own, view);
  }();
  store.frameFor(view);
  settled(store, other);   // Looks again and again, as an overview does; the map looks no more until all is there.
  EXPECT_EQ(store.frameFor(view).outlines.size(), wanted.outlines.size());
  EXPECT_FALSE(store.isBusy());
}

/// A layer of 60 x 60 squares as a plan has them, one a row further north when `moved`.
TiledLayerPtr layerOfSquares(const layers::Theme& theme, std::optional<int> moved = std::nullopt) {
  layers::SceneBuilder builder(theme);
  for (int i = 0; i < 3600; ++i) {
    const double x = 500000 + i % 60 * 30, y = 3400000 + i / 60 * 30 + (i == moved ? 5 : 0);
    const geo::MultiPolygon<geo::XY> square{{{{x, y}, {x + 20, y}, {x + 20, y + 20}, {x, y + 20}, {x, y}}, {}}};
    builder.add("district", "district.boundary", "d" + std::to_string(i), geo::XYGeometry{geo::XYGeometry::Polygons{square}});
  }
  return *TiledLayer::build(layers::sceneLayers(std::move(builder).take(), theme).front(), test::bigCityCrs(), 4);
}

TEST_F(Tiles, anEditedFeatureMakesItsLeafAnewAndNoOther) {
  const layers::Theme theme = *layers::Style::read(PIANQU_SOURCE_DIR "/data")->theme("screen");
  TileStore store;
  store.setLayer(layerOfSquares(theme));
  const TileView view{viewOf(store.layer()->world(), {800, 600}), 1000, nullptr, 1, false};
  const TileFrame before = settled(store, view);
  ASSERT_GT(before.outlines.size(), 2u);
  store.setLayer(layerOfSquares(theme, 1234));
  const TileFrame after = settled(store, view);
  ASSERT_EQ(after.outlines.size(), before.outlines.size());
  std::size_t made = 0;
  for (std::size_t i = 0; i < after.outlines.size(); ++i) made += after.outlines[i].second != before.outlines[i].second ? 1 : 0;
  EXPECT_EQ(made, 1u);
}

/// The layer `key` of the city as the screen theme draws it.
TiledLayerPtr cityLayerOf(const layers::City& city, const layers::Theme& theme, const std::string& key) {
  for (const auto& source : layers::cityLayers(std::make_shared<const layers::City>(city), std::make_shared<const layers::Theme>(theme)))
    if (source->layer().key == key) return *TiledLayer::build(source, test::bigCityCrs(), 4);
  return nullptr;
}

std::size_t leavesThatDiffer(const TiledLayerPtr& before, const TiledLayerPtr& after) {
  const LayerChange change(*before, *after);
  std::size_t count = 0;
  for (std::size_t g = 0; g < before->groups().size(); ++g)
    for (std::size_t leaf = 0; leaf < before->groups()[g].tree.leaves().size(); ++leaf) count += change.leafOf(g, leaf) ? 0 : 1;
  return count;
}

TEST(CityLayers, anAttributeThatIsShownMakesOneLeafAnewAndOneThatIsNotMakesNone) {
  const layers::Theme theme = *layers::Style::read(PIANQU_SOURCE_DIR "/data")->theme("screen");
  layers::City city = test::bigCity({.buildings = 9000, .pipes = 0});
  const TiledLayerPtr before = cityLayerOf(city, theme, "building");
  EXPECT_EQ(leavesThatDiffer(before, cityLayerOf(city, theme, "building")), 0u);
  city.buildings[4321].tenure = "单位自管房";
  city.buildings[77].households = 99;
  EXPECT_EQ(leavesThatDiffer(before, cityLayerOf(city, theme, "building")), 0u);
  city.buildings[4321].floors = city.buildings[4321].floors.value_or(0) + 1;   // in the label
  EXPECT_EQ(leavesThatDiffer(before, cityLayerOf(city, theme, "building")), 1u);
  city.buildings[77].shape.front().outer[1].x += 1;
  EXPECT_EQ(leavesThatDiffer(before, cityLayerOf(city, theme, "building")), 2u);
}

TEST(CityLayers, anEdgeOfRoadsInAnotherColourMakesAllRoadsAnew) {
  layers::Theme theme = *layers::Style::read(PIANQU_SOURCE_DIR "/data")->theme("screen");
  layers::City city;
  city.roads = {{.uid = "r1", .name = "梅园路", .roadClass = "主干路", .widthM = 24.0, .line = {{{500000, 3400000}, {500600, 3400000}}}}};
  const TiledLayerPtr before = cityLayerOf(city, theme, "road");
  ASSERT_TRUE(before);
  const auto edges = before->source().symbolsBelow();
  ASSERT_EQ(edges.size(), 1u);
  layers::Symbol edge = *edges.front();
  edge.strokeMm += 0.1;
  theme.setSymbol(edge);
  EXPECT_EQ(leavesThatDiffer(before, cityLayerOf(city, theme, "road")), 1u);
}

TEST_F(Tiles, aSymbolInAnotherColourMakesAllAnew) {
  layers::Theme theme = *layers::Style::read(PIANQU_SOURCE_DIR "/data")->theme("screen");
  TileStore store;
  store.setLayer(layerOfSquares(theme));
  const TileView view{viewOf(store.layer()->world(), {800, 600}), 1000, nullptr, 1, false};
  const TileFrame before = settled(store, view);
  layers::Symbol symbol = *theme.find("district.boundary");
  symbol.stroke = layers::Colour{1, 2, 3, 255};
  theme.setSymbol(std::move(symbol));
  store.setLayer(layerOfSquares(theme));
  const TileFrame after = settled(store, view);
  for (const auto& [key, tile] : after.outlines)
    for (const auto& [oldKey, old] : before.outlines) EXPECT_NE(tile, old);
}

TEST_F(Tiles, showTheDensityOfMoreThanAScreenCanOutline) {
  const World world = worldOfBuildings(60000);
  TileStore store;
  store.setLayer(world.buildings);
  const TileFrame far = settled(store, {viewOf(world.buildings->world(), {800, 600}), 50000, nullptr, 1, false});
  EXPECT_TRUE(far.outlines.empty());
  EXPECT_FALSE(far.pictures.empty());
  TileView near{viewOf(world.buildings->world(), {800, 600}), 2000, nullptr, 1, false};
  near.camera.zoom += 4;
  const TileFrame close = settled(store, near);
  EXPECT_FALSE(close.outlines.empty());
  EXPECT_TRUE(close.pictures.empty());
}

TEST_F(Tiles, areAllPicturesInAWindowWithoutOpenGl) {
  const World world = worldOfBuildings(2000);
  TileStore store;
  store.setLayer(world.buildings);
  const TileFrame frame = settled(store, {viewOf(world.buildings->world(), {400, 300}), 1000, nullptr, 1, true});
  EXPECT_TRUE(frame.outlines.empty());
  EXPECT_FALSE(frame.pictures.empty());
}

}  // namespace
}  // namespace pianqu::app
