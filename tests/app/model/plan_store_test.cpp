#include "app/model/plan_store.hpp"

#include <gtest/gtest.h>

#include "app/model/figures.hpp"
#include "tests/app/qml/small_city.hpp"

namespace pianqu::app {
namespace {

TEST(MemoryStore, undoTakesBackAndRedoBringsAgain) {
  const layers::City city = test::smallCity();
  auto store = makeMemoryStore("测试城", test::smallCityCrs(), city, {});
  const auto snapshot = store->read(geo::noProgress());
  ASSERT_TRUE(snapshot);
  layers::District district;
  district.uid = std::string(32, 'a');
  district.code = "PQ01";
  district.name = "一";
  district.members = {{layers::TargetKind::Estate, city.estates[0].uid, "并入", "手工"}};
  district.shape = city.estates[0].shape;
  const auto plan = store->commit(**snapshot, {layers::AddDistrict{district}});
  ASSERT_TRUE(plan) << geo::toText(plan.error());
  EXPECT_EQ(plan->districts.size(), 1u);
  const auto undone = store->undo();
  ASSERT_TRUE(undone && *undone);
  EXPECT_TRUE((*undone)->districts.empty());
  EXPECT_FALSE(*store->undo());
  const auto redone = store->redo();
  ASSERT_TRUE(redone && *redone);
  EXPECT_EQ((*redone)->districts.size(), 1u);
}

TEST(Figures, areTheLedgersAndSayUnknownWhereNothingIsKnown) {
  layers::Summary summary;
  summary.buildings = summary.buildingsWithoutYear = 3;
  const auto figures = figuresOf(summary, false);
  EXPECT_EQ(figures[1].value, QStringLiteral("3"));
  bool hasUnknown = false;
  for (const Figure& figure : figures) hasUnknown = hasUnknown || figure.value == QStringLiteral("unknown");
  EXPECT_TRUE(hasUnknown);
}

}  // namespace
}  // namespace pianqu::app
