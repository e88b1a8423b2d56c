#include <QClipboard>
#include <QGuiApplication>

#include "tests/app/qml/driven_window.hpp"

namespace pianqu::app {
namespace {

using test::DrivenWindow;

/// One selection: whatever chooses, map, table and form agree.
class SelectWindow : public DrivenWindow {
 protected:
  SelectionController& selection() { return *desktop->map().selection(); }
  TableModel& table() { return *desktop->session().table; }
  void openPanel(const char* key) {
    desktop->frame().showPanel(QLatin1String(key));
    settle();
  }
  void rightClick(const QString& name) {
    ASSERT_TRUE(waitFor([&] { return find(name) != nullptr; })) << name.toStdString();
    QTest::mouseClick(desktop->window(), Qt::RightButton, {}, middleOf(*find(name)));
    settle();
  }
  QPoint onMap(double x, double y) {
    const auto place = geo::toLonLat(pianqu::test::smallCityCrs(), {x, y});
    return find(QStringLiteral("mapPane"))->mapToScene(desktop->map().camera()->view().screenOf(worldOf(*place))).toPoint();
  }
  void rightClickMap(double x, double y) {
    QTest::mouseClick(desktop->window(), Qt::RightButton, {}, onMap(x, y));
    settle();
  }
  static QString clipboard() { return QGuiApplication::clipboard()->text(); }
};

TEST_F(SelectWindow, aClickChoosesOnMapInTableAndForm) {
  openSmallCity();
  key(Qt::Key_F6);
  clickMap(500050, 3400014);
  ASSERT_EQ(selection().count(), 1);
  EXPECT_EQ(table().chosenRows(), selection().rows());
  EXPECT_EQ(desktop->inspector().uid(), selection().uids().front());
  EXPECT_EQ(selection().highlight()->featureCount(), 1u);
  // Chosen in the table, it is chosen everywhere.
  click("cell-0-0");
  EXPECT_EQ(selection().rows(), std::vector<std::size_t>{0});
  EXPECT_EQ(desktop->inspector().uid(), selection().uids().front());
  table().choose(1, true, false);   // as Ctrl and a click does
  EXPECT_EQ(selection().rows(), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(selection().highlight()->featureCount(), 2u);
}

TEST_F(SelectWindow, whatIsChosenIsSeenOnTheMap) {
  openSmallCity();
  settle();
  const QPoint wall = onMap(500034, 3400010);   // beside its label
  const QColor before = desktop->window()->grabWindow().pixelColor(wall);
  clickMap(500050, 3400014);
  QTest::mouseMove(desktop->window(), QPoint(2, 2));
  EXPECT_TRUE(waitFor([&] { return desktop->window()->grabWindow().pixelColor(wall) != before; }));
}

TEST_F(SelectWindow, ctrlAndClickAddsAndAClickBesideClears) {
  openSmallCity();
  clickMap(500050, 3400014);
  QTest::mouseClick(desktop->window(), Qt::LeftButton, Qt::ControlModifier, onMap(500050, 3400039));
  settle();
  EXPECT_EQ(selection().count(), 2);
  QTest::mouseClick(desktop->window(), Qt::LeftButton, Qt::ControlModifier, onMap(500050, 3400039));
  settle();
  EXPECT_EQ(selection().count(), 1);
  clickMap(500110, 3400050);
  EXPECT_EQ(selection().count(), 0);
  EXPECT_FALSE(desktop->inspector().hasFeature());
}

TEST_F(SelectWindow, aConditionTypedInThePanelChoosesAndModesCombine) {
  openSmallCity();
  key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
  click("selectCondition");
  type("built >= 1992");
  key(Qt::Key_Return);
  ASSERT_TRUE(waitFor([this] { return selection().count() == 3; }));
  click("selectMode-1");
  selection().selectWhere(QStringLiteral("built < 1988"));
  ASSERT_TRUE(waitFor([this] { return selection().count() > 3; }));
  const int both = selection().count();
  selection().setMode(SelectionController::Mode::Remove);
  selection().selectWhere(QStringLiteral("built < 1988"));
  ASSERT_TRUE(waitFor([this] { return selection().count() == 3; }));
  click("selectInvert");
  EXPECT_EQ(selection().count(), 9 - 3);
  EXPECT_GT(both, 3);
  click("selectNone");
  EXPECT_EQ(selection().count(), 0);
}

TEST_F(SelectWindow, aConditionThatIsNoneIsMarkedAndSaid) {
  openSmallCity();
  QString told;
  QObject::connect(&desktop->project(), &ProjectController::problemRaised, desktop->window(), [&](const QString& text) { told = text; });
  openPanel("select");
  click("selectCondition");
  type("floors >>");
  key(Qt::Key_Return);
  EXPECT_FALSE(told.isEmpty());
  EXPECT_TRUE(find(QStringLiteral("selectCondition"))->property("isWrong").toBool());
}

TEST_F(SelectWindow, buildingsInsideOrNearTheChosenEstateAreChosen) {
  openSmallCity();
  selection().choose("estate", {0});
  openPanel("select");
  click("selectByPlace");
  ASSERT_TRUE(waitFor([this] { return selection().table() == QLatin1String("building") && !selection().isBusy(); }));
  EXPECT_EQ(selection().count(), 4);
  selection().choose("estate", {0});
  selection().setWithinM(60);
  selection().selectRelated(QStringLiteral("building"));
  ASSERT_TRUE(waitFor([this] { return selection().table() == QLatin1String("building") && !selection().isBusy(); }));
  EXPECT_GT(selection().count(), 4);
}

TEST_F(SelectWindow, theTableAndTheSelectionReadTheSameConditions) {
  openSmallCity();
  key(Qt::Key_F6);
  for (const char* condition : {"built >= 1992", "built>=1992 and floors = 6", "use = 住宅", "number ~ 独", "floors is null", "not (built < 1990)"}) {
    selection().selectWhere(QString::fromUtf8(condition));
    ASSERT_TRUE(waitFor([this] { return !selection().isBusy(); }));
    table().setFilter(QString::fromUtf8(condition));
    ASSERT_TRUE(waitFor([this] { return !table().isWorking(); }));
    EXPECT_EQ(table().problem().toStdString(), "") << condition;
    EXPECT_EQ(table().rowCount(), selection().count()) << condition;
  }
}

TEST_F(SelectWindow, theMenuOfTheMapOffersWhatAPersonLooksFor) {
  openSmallCity();
  rightClickMap(500050, 3400014);
  EXPECT_EQ(selection().count(), 1);
  choose(QStringLiteral("复制 5"));
  EXPECT_TRUE(clipboard().startsWith(QStringLiteral("5000"))) << clipboard().toStdString();
  rightClickMap(500050, 3400014);
  choose(QStringLiteral("复制 115"));
  EXPECT_TRUE(clipboard().startsWith(QStringLiteral("115.5"))) << clipboard().toStdString();
  rightClickMap(500050, 3400014);
  choose(QStringLiteral("选择同类"));
  ASSERT_TRUE(waitFor([this] { return !selection().isBusy() && selection().count() > 1; }));
  rightClickMap(500050, 3400014);
  choose(QStringLiteral("从这里量距离"));
  EXPECT_TRUE(desktop->session().measure->isOn());
  key(Qt::Key_Escape);
  rightClickMap(500110, 3400050);
  ASSERT_TRUE(waitFor([this] { return entry(QStringLiteral("此处没有要素")) != nullptr; }));
  EXPECT_FALSE(entry(QStringLiteral("此处没有要素"))->isEnabled());
  choose(QStringLiteral("以此为地图中心"));
  const auto centre = geo::fromLonLat(pianqu::test::smallCityCrs(), lonLatOf(desktop->map().camera()->view().centre));
  ASSERT_TRUE(centre);
  EXPECT_NEAR(centre->x, 500110, 2);
}

TEST_F(SelectWindow, aBuildingJoinsTheActiveDistrictFromTheMenuAndUndoTakesItBack) {
  click("startSampleButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); }));
  const auto plan = desktop->project().snapshot()->plan;
  const layers::District& first = plan->districts.front();
  const auto& city = desktop->project().snapshot()->content->city;
  const auto estate = std::find_if(city.estates.begin(), city.estates.end(), [&](const layers::Estate& each) {
    return std::none_of(first.members.begin(), first.members.end(), [&](const layers::Member& member) { return member.targetUid == each.uid; });
  });
  ASSERT_NE(estate, city.estates.end());
  desktop->map().fitDistrict(QString::fromStdString(first.uid));
  desktop->map().chooseFeature(estate->uid);
  settle();
  desktop->districts().setCurrentUid(QString::fromStdString(first.uid));
  PlaceMenu& place = *desktop->session().place;
  const geo::XY inside = geo::boxOf(estate->shape).centre();
  ASSERT_TRUE(place.openAt(desktop->map().camera()->view().screenOf(worldOf(*geo::toLonLat(desktop->project().snapshot()->crs, inside)))));
  ASSERT_TRUE(place.hasFeature());
  ASSERT_TRUE(place.canJoin());
  place.join();
  ASSERT_TRUE(waitFor([&] { return desktop->project().snapshot()->plan != plan && desktop->isIdle(); }));
  desktop->project().undo();
  ASSERT_TRUE(waitFor([&] { return desktop->isIdle() && *desktop->project().snapshot()->plan == *plan; }));
}

TEST_F(SelectWindow, rowsColumnsLayersAndProblemsHaveTheirMenus) {
  openSmallCity();
  key(Qt::Key_F6);
  int column = 0;   // the first that tells two rows apart
  while (cell(0, column).isEmpty() || cell(0, column) == cell(1, column)) ++column;
  const QString first = cell(0, column), there = QStringLiteral("cell-0-%1").arg(column), heading = QStringLiteral("heading-%1").arg(column);
  rightClick(there);
  choose(QStringLiteral("复制此值"));
  EXPECT_EQ(clipboard(), first);
  rightClick(there);
  choose(QStringLiteral("只显示此值的行"));
  ASSERT_TRUE(waitFor([&] { return !table().isWorking() && table().rowCount() < 9; }));
  EXPECT_EQ(cell(0, column), first);
  rightClick(heading);
  choose(QStringLiteral("显示全部行"));
  ASSERT_TRUE(waitFor([&] { return !table().isWorking() && table().rowCount() == 9; }));
  rightClick(heading);
  choose(QStringLiteral("降序"));
  ASSERT_TRUE(waitFor([&] { return !table().isWorking() && table().isDescending(); }));
  rightClick(QStringLiteral("layer-building"));
  choose(QStringLiteral("只显示此图层"));
  for (const MapLayer* layer : desktop->map().layers()->layers()) EXPECT_EQ(layer->isShown(), layer->key() == QLatin1String("building")) << layer->key().toStdString();
}

}  // namespace
}  // namespace pianqu::app
