#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "app/map/tile_painter.hpp"
#include "tests/support/big_city.hpp"

namespace pianqu::app {
namespace {

constexpr QSize kSize(300, 200);
constexpr double kPixelsPerMm = 4;
/// Channels may differ by this much, in this part of the pixels: soft edges are rounded differently by other versions of Qt.
constexpr int kTolerance = 12;
constexpr double kMostDifferent = 0.01;

constexpr const char* kThemes[] = {"districts", "existing", "separation", "layout", "pipes", "screen", "parking", "lifts", "fire", "redline"};
const std::string kFolder = PIANQU_SOURCE_DIR "/tests/app/map/golden";

layers::City cityOfAllKinds() {
  layers::City city = test::bigCity({.buildings = 400, .pipes = 900});
  const geo::XY at{500400, 3400300};
  const auto box = [at](double x, double y, double w, double h) {
    return geo::MultiPolygon<geo::XY>{{{{at.x + x, at.y + y}, {at.x + x + w, at.y + y}, {at.x + x + w, at.y + y + h}, {at.x + x, at.y + y + h}, {at.x + x, at.y + y}}, {}}};
  };
  city.waters = {{.uid = "w1", .name = "河", .kind = "河流", .shape = box(-400, 90, 1500, 24)}};
  city.greens = {{.uid = "g1", .kind = "公园", .isProtected = true, .shape = box(40, 20, 60, 50)}};
  city.illegalStructures = {{.uid = "i1", .kind = "搭建", .shape = box(12, 30, 14, 12)}};
  city.trees = {{.uid = "t1", .species = "槐", .isProtected = true, .point = {at.x + 70, at.y + 45}}};
  city.roads = {{.uid = "r1", .name = "梅园路", .roadClass = "主干路", .widthM = 24.0, .line = {{{at.x - 500, at.y - 20}, {at.x + 600, at.y - 20}}}}};
  city.barriers = {{.uid = "b1", .kind = "围墙", .line = {{{at.x, at.y}, {at.x + 130, at.y}, {at.x + 130, at.y + 80}}}}};
  return city;
}

QImage pictureOf(const std::vector<TiledLayerPtr>& layers, const CameraView& view, double scale) {
  QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QPainter painter(&image);
  const geo::Box visible = view.visibleBox().grownBy(40 / view.pixelsPerMetre());
  for (const auto& layer : layers)
    for (const auto& group : layer->groups()) {
      if (group.maxScale > 0 && scale > group.maxScale) continue;
      for (const auto& leaf : group.tree.leaves())
        if (leaf.world.intersects(visible))
          if (const auto tile = layer->makeTile(group, leaf)) paintTile(painter, *tile, view);
    }
  return image;
}

double differentPart(const QImage& a, const QImage& b) {
  if (a.size() != b.size()) return 1;
  int different = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
      different += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))}) > kTolerance ? 1 : 0;
    }
  return static_cast<double>(different) / (a.width() * a.height());
}

double lightness(const QColor& colour) {
  const auto linear = [](float channel) { return channel <= 0.04045F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

TEST(ThemeLabels, canBeReadOnTheirHaloInEveryTheme) {
  const auto style = layers::Style::read(PIANQU_SOURCE_DIR "/data");
  ASSERT_TRUE(style);
  const auto city = std::make_shared<const layers::City>(cityOfAllKinds());
  std::size_t count = 0;
  for (const char* name : kThemes)
    for (const auto& source : layers::cityLayers(city, std::make_shared<const layers::Theme>(*style->theme(name)))) {
      const TiledLayerPtr layer = *TiledLayer::build(source, test::bigCityCrs(), kPixelsPerMm);
      for (const auto& group : layer->groups())
        for (const auto& leaf : group.tree.leaves()) {
          const LabelSet labels = *layer->makeLabels(group, leaf, 0);
          count += labels.size();
          for (const LabelWish& wish : labels)
            ASSERT_GE(1.05 / (lightness(wish.colour) + 0.05), 4.45) << name << ' ' << source->layer().key << ' ' << wish.colour.name().toStdString();
        }
    }
  EXPECT_GT(count, 0u);
}

TEST(ThemeGoldens, everyThemeLooksAsItDidAtThreeScales) {
  const auto style = layers::Style::read(PIANQU_SOURCE_DIR "/data");
  ASSERT_TRUE(style);
  const auto city = std::make_shared<const layers::City>(cityOfAllKinds());
  const bool isBlessed = std::getenv("PIANQU_BLESS") != nullptr;
  for (const char* name : kThemes) {
    const auto found = style->theme(name);
    ASSERT_TRUE(found) << name;
    const layers::Theme& theme = *found;
    std::vector<TiledLayerPtr> layers;
    for (const auto& source : layers::cityLayers(city, std::make_shared<const layers::Theme>(theme))) layers.push_back(*TiledLayer::build(source, test::bigCityCrs(), kPixelsPerMm));
    for (const int scale : {500, 2500, 12000}) {
      CameraView view;
      view.size = kSize;
      std::vector<geo::XY> centre{{500430, 3400320}};
      ASSERT_TRUE(geo::transform(test::bigCityCrs(), geo::Crs::webMercator(), centre));
      view.centre = centre.front();
      view.zoom = 0;
      view.zoom = std::log2(kPixelsPerMm * 1000 / (scale * mercatorStretch(view.centre)) / view.pixelsPerMetre());
      const QImage picture = pictureOf(layers, view, scale).convertToFormat(QImage::Format_RGB32);
      const std::string path = kFolder + "/" + name + "-" + std::to_string(scale) + ".png";
      if (isBlessed) {
        std::filesystem::create_directories(kFolder);
        ASSERT_TRUE(picture.save(QString::fromStdString(path)));
        continue;
      }
      const QImage golden = QImage(QString::fromStdString(path)).convertToFormat(QImage::Format_RGB32);
      const double part = differentPart(picture, golden);
      EXPECT_LE(part, kMostDifferent) << path << " differs; look at it, and write it anew with PIANQU_BLESS=1 when it is right";
    }
  }
}

}  // namespace
}  // namespace pianqu::app
