#include <QGuiApplication>
#include <QQuickStyle>
#include <QSettings>
#include <QStandardPaths>

#include "geo/base/leave.hpp"
#include "tests/app/qml/open_window.hpp"
#include "tests/support/big_city.hpp"

namespace pianqu::app {
namespace {

/// A window on a city of 20 000 buildings and 20 000 pipes.
class BigWindow : public OpenWindow {
 protected:
  void SetUp() override {
    openWindow();
    ASSERT_TRUE(desktop);
    settle();
    auto store = makeMemoryStore("规整城", test::bigCityCrs(), test::bigCity({.buildings = 20000, .pipes = 20000}), {});
    desktop->stalls().restart();
    desktop->project().openStore(std::move(store));
    settle();
  }
  QQuickItem* pane() { return desktop->window()->findChild<QQuickItem*>(QLatin1String("mapPane")); }
  QPoint inWindow(QPointF onMap) { return pane()->mapToScene(onMap).toPoint(); }
};

TEST_F(BigWindow, opensAndMovesAndEditsWithoutALongStall) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "processor time says nothing of the window while every access is checked";
#endif
  MapController& map = desktop->map();
  const QPointF middle(map.camera()->viewSize().width() / 2, map.camera()->viewSize().height() / 2);
  const double opening = desktop->stalls().longestMs();
  EXPECT_LE(opening, StallWatch::kMostMs) << "processor time of the window's thread between two looks at its events";
  desktop->stalls().restart();
  for (int i = 0; i < 6; ++i) {
    map.zoomAt(middle, 1);
    map.panBy({30, 10});
    settle();
  }
  EXPECT_LE(desktop->stalls().longestMs(), StallWatch::kMostMs);
  desktop->stalls().restart();
  layers::District district{.uid = "d1", .code = "PQ01", .name = "梅园片区"};
  district.shape = {{{{500000, 3400000}, {501000, 3400000}, {501000, 3401000}, {500000, 3401000}, {500000, 3400000}}, {}}};
  desktop->project().commitEdits({layers::AddDistrict{std::move(district)}}, {});
  settle();
  EXPECT_LE(desktop->stalls().longestMs(), StallWatch::kMostMs);
}

TEST_F(BigWindow, shiftAndDragChoosesTheBuildingsInTheRectangle) {
  MapController& map = desktop->map();
  const geo::Crs crs = test::bigCityCrs();
  const auto onMap = [&](double x, double y) { return map.camera()->view().screenOf(worldOf(*geo::toLonLat(crs, {x, y}))); };
  const QPoint from = inWindow(onMap(500500, 3400500)), to = inWindow(onMap(501500, 3401500));
  QTest::mousePress(desktop->window(), Qt::LeftButton, Qt::ShiftModifier, from);
  for (int i = 1; i <= 10; ++i) QTest::mouseEvent(QTest::MouseMove, desktop->window(), Qt::LeftButton, Qt::ShiftModifier, from + (to - from) * i / 10);
  QTest::mouseRelease(desktop->window(), Qt::LeftButton, Qt::ShiftModifier, to);
  SelectionController& selection = *map.selection();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !selection.isBusy() && selection.count() > 0; }, kPatienceMs));
  const geo::Box box{500500, 3400500, 501500, 3401500};
  const auto& buildings = desktop->project().snapshot()->content->city.buildings;
  std::size_t inside = 0;
  for (const auto& building : buildings) {
    const geo::Box own = geo::boxOf(building.shape);
    inside += box.contains({own.minX, own.minY}) && box.contains({own.maxX, own.maxY}) ? 1 : 0;
  }
  // A pixel is several metres here.
  EXPECT_NEAR(static_cast<double>(selection.count()), static_cast<double>(inside), static_cast<double>(inside) * 0.12);
  EXPECT_EQ(selection.highlight()->featureCount(), static_cast<std::size_t>(selection.count()));
}

TEST_F(BigWindow, aConditionChoosesByAttributes) {
  SelectionController& selection = *desktop->map().selection();
  selection.selectWhere(QStringLiteral("floors >= 12 and use = 商业"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !selection.isBusy() && selection.count() > 0; }, kPatienceMs));
  const auto& buildings = desktop->project().snapshot()->content->city.buildings;
  for (const std::size_t row : selection.rows()) {
    EXPECT_GE(*buildings[row].floors, 12);
    EXPECT_EQ(buildings[row].use, "商业");
  }
  selection.clear();
  EXPECT_EQ(selection.count(), 0);
}

TEST_F(BigWindow, featuresInsideTheChosenEstateAreChosen) {
  SelectionController& selection = *desktop->map().selection();
  selection.choose("estate", {3});
  selection.selectRelated(QStringLiteral("building"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !selection.isBusy() && selection.table() == QLatin1String("building"); }, kPatienceMs));
  EXPECT_EQ(selection.count(), 100);
}

}  // namespace
}  // namespace pianqu::app

static int runTests(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  QGuiApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("pianqu-test"));
  QCoreApplication::setApplicationName(QStringLiteral("pianqu-big-window"));
  return RUN_ALL_TESTS();
}

int main(int argc, char** argv) { pianqu::geo::leave(runTests(argc, argv)); }
