#include <gtest/gtest.h>

#include <cmath>

#include "app/map/density_painter.hpp"
#include "app/map/ears.hpp"
#include "app/map/projection_grid.hpp"
#include "geo/base/random.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

constexpr std::uint64_t kRingSeed = 11;

geo::Ring<geo::XY> box(double x, double y, double width, double height) { return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}; }

double coveredPixels(const QImage& image) {
  double covered = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) covered += qAlpha(image.pixel(x, y)) / 255.0;
  return covered;
}

TEST(DensityPainter, coversTheAreaOfAnyTriangle) {
  geo::Random random(kRingSeed);
  for (int i = 0; i < 40; ++i) {
    DensityPainter painter(64);
    const geo::Ring<geo::XY> ring{{random.uniform(1, 63), random.uniform(1, 63)}, {random.uniform(1, 63), random.uniform(1, 63)}, {random.uniform(1, 63), random.uniform(1, 63)}};
    painter.fill({ring}, qRgb(0, 0, 0), 1);
    const double area = std::abs((ring[1].x - ring[0].x) * (ring[2].y - ring[0].y) - (ring[1].y - ring[0].y) * (ring[2].x - ring[0].x)) / 2;
    EXPECT_NEAR(coveredPixels(painter.image()), area, 0.3 + area * 0.002) << "seed " << kRingSeed << " case " << i;
  }
}

TEST(DensityPainter, addsUpWhatIsFarSmallerThanAPixel) {
  DensityPainter painter(8);
  for (int i = 0; i < 100; ++i)
    for (int k = 0; k < 10; ++k) painter.fill({box(2 + i * 0.01, 3 + k * 0.1, 0.01, 0.05)}, qRgb(0, 0, 0), 1);
  // Half of the pixel in 1000 pieces of a two-thousandth: laid over each other as "over" does.
  EXPECT_NEAR(qAlpha(painter.image().pixel(2, 3)) / 255.0, 1 - std::exp(-0.5), 0.01);
}

TEST(DensityPainter, leavesHolesAndWhatIsOutsideAlone) {
  DensityPainter painter(16);
  auto hole = box(4, 4, 4, 4);
  std::reverse(hole.begin(), hole.end());
  painter.fill({box(-20, -20, 30, 30), hole}, qRgb(10, 20, 30), 1);
  const QImage image = painter.image();
  EXPECT_EQ(image.pixel(5, 5), qRgba(0, 0, 0, 0));
  EXPECT_EQ(image.pixel(1, 1), qRgba(10, 20, 30, 255));
  EXPECT_EQ(image.pixel(12, 12), qRgba(0, 0, 0, 0));
  EXPECT_NEAR(coveredPixels(image), 100 - 16, 0.01);
}

TEST(Ears, coverEveryStarShapedRingOnce) {
  geo::Random random(kRingSeed);
  for (int i = 0; i < 200; ++i) {
    geo::Ring<geo::XY> ring;
    const int corners = random.integer(3, 40);
    for (int k = 0; k < corners; ++k) {
      const double angle = 2 * M_PI * k / corners, radius = random.uniform(1, 10);
      ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    if (i % 2) std::reverse(ring.begin(), ring.end());
    ring.push_back(ring.front());
    const auto triangles = cutEars(ring);
    ASSERT_EQ(triangles.size(), 3u * static_cast<std::size_t>(corners - 2)) << "seed " << kRingSeed << " case " << i;
    double area = 0;
    for (std::size_t k = 0; k < triangles.size(); k += 3) {
      const geo::XY a = ring[triangles[k]], b = ring[triangles[k + 1]], c = ring[triangles[k + 2]];
      area += ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    EXPECT_NEAR(area, geo::areaOf(geo::Polygon<geo::XY>{ring, {}}).value, 1e-6);
  }
}

TEST(Ears, leaveARingThatCrossesItselfToOthers) {
  EXPECT_TRUE(cutEars({{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}).empty());
  EXPECT_TRUE(cutEars({{0, 0}, {5, 0}, {10, 0}, {0, 0}}).empty());
  EXPECT_TRUE(cutEars({}).empty());
}

TEST(ProjectionGrid, isProjToACentimetreOverACity) {
  const geo::Crs crs = geo::Crs::localCity(115.5, 500000);
  const auto grid = ProjectionGrid::make(crs, {480000, 3380000, 520000, 3420000});
  ASSERT_TRUE(grid);
  geo::Random random(kRingSeed);
  for (int i = 0; i < 200; ++i) {
    const geo::XY point{random.uniform(480000, 520000), random.uniform(3380000, 3420000)};
    std::vector<geo::XY> exact{point};
    ASSERT_TRUE(geo::transform(crs, geo::Crs::webMercator(), exact));
    EXPECT_NEAR(grid->worldOf(point).x, exact[0].x, 0.03);
    EXPECT_NEAR(grid->worldOf(point).y, exact[0].y, 0.03);
  }
}

}  // namespace
}  // namespace pianqu::app
