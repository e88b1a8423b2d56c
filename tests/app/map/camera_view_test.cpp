#include "app/map/camera_view.hpp"

#include <gtest/gtest.h>

#include <QVector3D>
#include <cmath>

#include "geo/base/random.hpp"
#include "geo/crs/crs.hpp"

namespace pianqu::app {
namespace {

constexpr std::uint64_t kSeed = 20260101;

CameraView randomView(geo::Random& random) {
  const geo::LonLat centre{random.uniform(73, 135), random.uniform(18, 53)};
  return {worldOf(centre), random.uniform(4, 22), random.uniform(0, 360), QSizeF(random.integer(200, 3000), random.integer(200, 2000))};
}

TEST(CameraView, worldOfEqualsProj) {
  geo::Random random(kSeed);
  for (int i = 0; i < 200; ++i) {
    const geo::LonLat place{random.uniform(73, 135), random.uniform(18, 53)};
    std::vector<geo::XY> point{{place.lon, place.lat}};
    ASSERT_TRUE(geo::transform(geo::Crs::wgs84LonLat(), geo::Crs::webMercator(), point));
    EXPECT_NEAR(worldOf(place).x, point[0].x, 1e-7);
    EXPECT_NEAR(worldOf(place).y, point[0].y, 1e-7);
  }
}

TEST(CameraView, worldAtTakesBackScreenOf) {
  geo::Random random(kSeed);
  for (int i = 0; i < 200; ++i) {
    const CameraView view = randomView(random);
    const ScreenPoint point(random.uniform(0, view.size.width()), random.uniform(0, view.size.height()));
    const ScreenPoint back = view.screenOf(view.worldAt(point));
    EXPECT_NEAR(back.x(), point.x(), 1e-5) << "seed " << kSeed << " case " << i;
    EXPECT_NEAR(back.y(), point.y(), 1e-5) << "seed " << kSeed << " case " << i;
  }
}

TEST(CameraView, matrixPutsFloatVerticesWithinATenthOfAPixel) {
  geo::Random random(kSeed);
  for (int i = 0; i < 500; ++i) {
    const CameraView view = randomView(random);
    const ScreenPoint point(random.uniform(0, view.size.width()), random.uniform(0, view.size.height()));
    const geo::XY world = view.worldAt(point);
    const geo::XY origin{world.x + random.uniform(-1500, 1500), world.y + random.uniform(-1500, 1500)};
    const QVector3D vertex(static_cast<float>(world.x - origin.x), static_cast<float>(origin.y - world.y), 0);
    const QVector3D drawn = view.matrixFrom(origin).map(vertex);
    EXPECT_NEAR(static_cast<double>(drawn.x()), point.x(), 0.1) << "seed " << kSeed << " case " << i;
    EXPECT_NEAR(static_cast<double>(drawn.y()), point.y(), 0.1) << "seed " << kSeed << " case " << i;
  }
}

TEST(CameraView, visibleBoxHoldsEveryCornerAtEveryBearing) {
  geo::Random random(kSeed);
  for (int i = 0; i < 100; ++i) {
    const CameraView view = randomView(random);
    const geo::Box box = view.visibleBox().grownBy(1e-6);
    EXPECT_TRUE(box.contains(view.worldAt({0, 0})));
    EXPECT_TRUE(box.contains(view.worldAt({view.size.width() / 2, view.size.height()})));
  }
}

}  // namespace
}  // namespace pianqu::app
