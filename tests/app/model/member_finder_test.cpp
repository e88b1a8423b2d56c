#include "app/model/member_finder.hpp"

#include <gtest/gtest.h>

#include "app/model/figures.hpp"
#include "app/model/plan_store.hpp"
#include "tests/app/qml/small_city.hpp"

namespace pianqu::app {
namespace {

geo::Polygon<geo::XY> box(double minX, double minY, double maxX, double maxY) {
  return {{{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}, {minX, minY}}, {}};
}

TEST(MemberFinder, takesAnEstateWithAllItsBuildingsOrNotAtAll) {
  const layers::City city = test::smallCity();
  const MemberFinder finder(city);
  const auto whole = finder.find(box(499990, 3399990, 500070, 3400090));
  EXPECT_EQ(whole.estates, (std::vector<std::size_t>{0}));
  EXPECT_EQ(whole.buildings.size(), 4u);
  ASSERT_EQ(whole.members.size(), 1u);
  EXPECT_EQ(whole.members[0].kind, layers::TargetKind::Estate);
  const auto corner = finder.find(box(500000, 3400000, 500040, 3400020));
  EXPECT_TRUE(corner.members.empty());
}

TEST(MemberFinder, takesASingleBuildingByItself) {
  const layers::City city = test::smallCity();
  const auto found = MemberFinder(city).find(box(500080, 3400120, 500140, 3400150));
  ASSERT_EQ(found.members.size(), 1u);
  EXPECT_EQ(found.members[0].kind, layers::TargetKind::Building);
  EXPECT_EQ(found.buildings, (std::vector<std::size_t>{8}));
}

TEST(MemberFinder, anUnfinishedBoundaryTakesInNothing) {
  const layers::City city = test::smallCity();
  EXPECT_TRUE(MemberFinder(city).find({}).members.empty());
  EXPECT_TRUE(MemberFinder(city).find({{{0, 0}, {1, 1}, {0, 0}}, {}}).members.empty());
}

TEST(MemoryStore, undoTakesBackAndRedoBringsAgain) {
  auto store = makeMemoryStore("测试城", test::smallCityCrs(), test::smallCity(), {});
  const auto snapshot = store->read(geo::noProgress());
  ASSERT_TRUE(snapshot);
  layers::District district;
  district.uid = std::string(32, 'a');
  district.code = "PQ01";
  district.name = "一";
  district.members = (*snapshot)->content->finder->find(box(499990, 3399990, 500110, 3400110)).members;
  district.shape = {box(499990, 3399990, 500110, 3400110)};
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
