#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QSettings>
#include <QStandardPaths>

#include <semaphore>
#include <thread>

#include "app/qml/self_test.hpp"
#include "geo/base/leave.hpp"
#include "layers/io/dataset.hpp"
#include "tests/app/qml/driven_window.hpp"
#include "tests/app/qml/edit_until_killed.hpp"

namespace pianqu::app {
namespace {

using test::DrivenWindow;

class Desk : public DrivenWindow {
 protected:
  TableModel& table() { return *desktop->session().table; }
};

TEST_F(Desk, aNewProjectIsMadeInAFolderWithChineseCharactersAndBlanks) {
  click("startNewButton");
  ASSERT_TRUE(waitFor([this] { return isCardOpen("newCard"); }));
  type("yunmei");
  click("newOwnCrs");
  type("CGCS2000 CM 115.5 FE 500000");
  click("acceptButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen(); }));
  EXPECT_TRUE(QFile::exists(folder + QStringLiteral("/yunmei.gpkg")));
  EXPECT_EQ(desktop->project().name(), QStringLiteral("yunmei"));
  // The profile is the project's: merging starts from it.
  ASSERT_TRUE(waitFor([this] { return !desktop->session().job->limits().isEmpty(); }));
}

TEST_F(Desk, aSystemThatIsNoneMakesNoProject) {
  click("startNewButton");
  ASSERT_TRUE(waitFor([this] { return isCardOpen("newCard"); }));
  type("x");
  click("newOwnCrs");
  type("EPSG:4326");
  click("acceptButton");
  EXPECT_TRUE(isCardOpen("newCard"));
  EXPECT_FALSE(desktop->project().isOpen());
  EXPECT_FALSE(QFile::exists(folder + QStringLiteral("/x.gpkg")));
}

TEST_F(Desk, theSampleCityIsOneClickAwayAndComesWithDistricts) {
  click("startSampleButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); }));
  EXPECT_GT(desktop->districts().count(), 3);
  EXPECT_TRUE(QFile::exists(folder + QStringLiteral("/云梅市.gpkg")));
}

TEST_F(Desk, aHeadingSortsUpThenDownThenNotAtAll) {
  openSmallCity();
  key(Qt::Key_F6);
  const int built = columnNamed(QStringLiteral("建成"));
  ASSERT_GE(built, 0);
  const QString first = cell(0, 0);
  const QString heading = QStringLiteral("heading-%1").arg(built);
  desktop->session().table->sortBy(built);
  settle();
  EXPECT_EQ(cell(0, built), QStringLiteral("1987"));
  table().sortBy(built);
  settle();
  EXPECT_EQ(cell(0, built), QStringLiteral("1994"));
  table().sortBy(built);
  settle();
  EXPECT_EQ(cell(0, 0), first);
  click(QStringLiteral("heading-0"));
  EXPECT_EQ(table().sortColumn(), 1);
}

TEST_F(Desk, aFilterTakesAConditionOrAnyText) {
  openSmallCity();
  key(Qt::Key_F6);
  table().setFilter(QStringLiteral("built>=1992"));
  settle();
  EXPECT_EQ(table().rowCount(), 3);
  table().setFilter(QStringLiteral("独"));
  settle();
  EXPECT_EQ(table().rowCount(), 1);
  click("tableFilter");
  key(Qt::Key_A, Qt::ControlModifier);
  type("nosuch>3");
  key(Qt::Key_Return);
  EXPECT_FALSE(table().problem().isEmpty());
}

TEST_F(Desk, aValueIsEditedInTheTableAndUndone) {
  openSmallCity();
  key(Qt::Key_F6);
  const int floors = columnNamed(QStringLiteral("层数"));
  ASSERT_EQ(cell(0, floors), QStringLiteral("6"));
  doubleClick(QStringLiteral("cell-0-%1").arg(floors));
  ASSERT_TRUE(waitFor([this] { return find(QStringLiteral("tableEditField")) != nullptr; }));
  key(Qt::Key_A, Qt::ControlModifier);
  type("7");
  key(Qt::Key_Return);
  ASSERT_TRUE(waitFor([&] { return cell(0, floors) == QStringLiteral("7"); }));
  desktop->project().undo();
  ASSERT_TRUE(waitFor([&] { return cell(0, floors) == QStringLiteral("6"); }));
  desktop->project().redo();
  ASSERT_TRUE(waitFor([&] { return cell(0, floors) == QStringLiteral("7"); }));
}

TEST_F(Desk, oneValueGoesIntoAllChosenRowsAsOneStep) {
  openSmallCity();
  key(Qt::Key_F6);
  const int floors = columnNamed(QStringLiteral("层数"));
  click(QStringLiteral("cell-0-0"));
  click(QStringLiteral("cell-2-0"), Qt::ShiftModifier);
  ASSERT_EQ(table().chosenCount(), 3);
  EXPECT_EQ(table().chosenText().count(QLatin1Char('\n')), 3);
  ASSERT_TRUE(table().edit(1, floors, QStringLiteral("9")));
  ASSERT_TRUE(waitFor([&] { return cell(0, floors) == QStringLiteral("9") && cell(1, floors) == QStringLiteral("9") && cell(2, floors) == QStringLiteral("9"); }));
  EXPECT_EQ(cell(3, floors), QStringLiteral("6"));
  desktop->project().undo();
  ASSERT_TRUE(waitFor([&] { return cell(0, floors) == QStringLiteral("6") && cell(2, floors) == QStringLiteral("6"); }));
}

TEST_F(Desk, aValueThatDoesNotFitIsRefusedWithAReason) {
  openSmallCity();
  QString told;
  QObject::connect(&desktop->project(), &ProjectController::problemRaised, desktop->window(), [&](const QString& text) { told = text; });
  EXPECT_FALSE(table().edit(0, columnNamed(QStringLiteral("层数")), QStringLiteral("900")));
  EXPECT_TRUE(told.contains(QStringLiteral("900")));
  EXPECT_FALSE(table().edit(0, columnNamed(QStringLiteral("结构")), QStringLiteral("竹")));
}

TEST_F(Desk, whatIsClickedOnTheMapIsChosenInTheTableAndTheOtherWayRound) {
  openSmallCity();
  key(Qt::Key_F6);
  settle();
  clickMap(500050, 3400014);
  ASSERT_EQ(table().chosenCount(), 1);
  const int row = table().currentRow();
  EXPECT_EQ(cell(row, columnNamed(QStringLiteral("建成"))), QStringLiteral("1987"));
  click(QStringLiteral("cell-%1-0").arg(row + 1));
  ASSERT_TRUE(desktop->inspector().hasFeature());
  EXPECT_EQ(desktop->inspector().uid(), desktop->map().selection()->uids().front());
}

TEST_F(Desk, theFormEditsAValueOfAFileAndTellsItsHistory) {
  openSmallProject();
  clickMap(500050, 3400014);
  ASSERT_TRUE(desktop->inspector().hasFeature());
  EXPECT_TRUE(waitFor([this] { return desktop->inspector().sourceText().contains(QStringLiteral("楼栋.shp")); }));
  ASSERT_TRUE(desktop->inspector().edit(QStringLiteral("floors"), QStringLiteral("7")));
  ASSERT_TRUE(waitFor([this] { return !desktop->inspector().history().isEmpty(); }));
  EXPECT_TRUE(desktop->inspector().history().front().contains(QStringLiteral("6 → 7"))) << desktop->inspector().history().front().toStdString();
  ASSERT_TRUE(desktop->inspector().edit(QStringLiteral("evidence"), QStringLiteral("B")));
  EXPECT_TRUE(waitFor([this] { return desktop->inspector().evidence() == QLatin1String("B"); }));
  desktop->project().undo();
  EXPECT_TRUE(waitFor([this] { return desktop->inspector().evidence().isEmpty(); }));
}

TEST_F(Desk, searchTakesInitialsAndGoesThere) {
  openSmallCity();
  key(Qt::Key_F, Qt::ControlModifier);
  ASSERT_TRUE(waitFor([this] { return find(QStringLiteral("searchField")) && find(QStringLiteral("searchField"))->hasActiveFocus(); }));
  type("myxq");
  ASSERT_TRUE(waitFor([this] { return find(QStringLiteral("found-0")) != nullptr; }));
  key(Qt::Key_Return);
  EXPECT_EQ(desktop->inspector().title(), QStringLiteral("梅园小区"));
  desktop->session().search->setText(QStringLiteral("500050 3400050"));
  settle();
  ASSERT_GT(desktop->session().search->rowCount(), 0);
}

TEST_F(Desk, bookmarksStayWithTheProject) {
  openSmallProject();
  desktop->session().bookmarks->add(QStringLiteral("桥头"));
  settle();
  const QString path = desktop->project().path();
  desktop->project().close();
  ASSERT_TRUE(waitFor([this] { return !desktop->project().isOpen(); }));
  EXPECT_EQ(desktop->session().bookmarks->rowCount(), 0);
  desktop->project().open(path);
  ASSERT_TRUE(waitFor([this] { return desktop->session().bookmarks->rowCount() == 1; }));
  key(Qt::Key_B, Qt::ControlModifier);
  click("bookmark-0");
}

TEST_F(Desk, aDroppedFileIsShownBeforeItComesIn) {
  openSmallProject();
  const QString path = scratch.filePath(QStringLiteral("绿地.geojson"));
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"类型":"公园"},"geometry":{"type":"Polygon","coordinates":[[[115.5,30.7],[115.5008,30.7],[115.5008,30.7005],[115.5,30.7005],[115.5,30.7]]]}}]})");
  file.close();
  QObject* zone = desktop->window()->findChild<QObject*>(QStringLiteral("dropZone"));
  ASSERT_NE(zone, nullptr);
  ASSERT_TRUE(QMetaObject::invokeMethod(zone, "take", Q_ARG(QVariant, QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(path)}))) ||
              QMetaObject::invokeMethod(zone, "take", Q_ARG(QList<QUrl>, (QList<QUrl>{QUrl::fromLocalFile(path)}))));
  ASSERT_TRUE(waitFor([this] { return isCardOpen("importCard"); }));
  settle();
  ImportController& imports = *desktop->session().imports;
  ASSERT_EQ(imports.rowCount(), 1);
  imports.choose(0, QStringLiteral("kind"), QStringLiteral("green"));
  settle();
  ASSERT_EQ(imports.data(imports.index(0), ImportController::StateRole).toInt(), static_cast<int>(ImportController::State::Ready))
      << imports.data(imports.index(0), ImportController::SummaryRole).toString().toStdString();
  EXPECT_EQ(imports.readyCount(), 1);
  EXPECT_TRUE(desktop->project().snapshot()->content->city.greens.empty());
  desktop->language().use(QStringLiteral("en"));
  settle();
  EXPECT_EQ(find(QStringLiteral("importKind"))->property("displayText").toString(), QStringLiteral("Green")) << "another language, the same choice";
  click("acceptButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().snapshot()->content->city.greens.size() == 1; }));
}

TEST_F(Desk, aFileThatNoReaderKnowsIsAProblemAndNothingElse) {
  openSmallCity();
  QString told;
  QObject::connect(&desktop->project(), &ProjectController::problemRaised, desktop->window(), [&](const QString& text) { told = text; });
  desktop->session().imports->add({QUrl::fromLocalFile(scratch.filePath(QStringLiteral("notes.docx")))});
  EXPECT_TRUE(told.contains(QStringLiteral("notes.docx")));
  EXPECT_EQ(desktop->session().imports->rowCount(), 0);
}

TEST_F(Desk, longWorkLeavesTheWindowFreeAndIsStoppedByItsButton) {
  openSmallCity();
  desktop->frame().showPanel(QStringLiteral("tasks"));
  settle();
  std::binary_semaphore begun(0);
  // Goes on until the window, which must be free for that, tells it to stop.
  desktop->project().work(QStringLiteral("测试任务"), [&](PlanStore&, const SnapshotPtr&, geo::Progress& progress) -> geo::Result<ProjectController::WorkDone> {
    progress.report(0.4, "merging");
    begun.release();
    while (!progress.isCancelled()) std::this_thread::yield();
    return geo::fail(geo::ErrorCode::Cancelled, "stopped");
  });
  begun.acquire();
  ASSERT_TRUE(waitFor([this] { return find(QStringLiteral("cancelTask")) != nullptr; }));
  EXPECT_EQ(desktop->project().tasks()->runningCount(), 1);
  QTest::mouseClick(desktop->window(), Qt::LeftButton, {}, middleOf(*find(QStringLiteral("cancelTask"))));
  ASSERT_TRUE(waitFor([this] { return desktop->project().tasks()->runningCount() == 0; }));
  TaskModel& tasks = *desktop->project().tasks();
  EXPECT_EQ(tasks.data(tasks.index(0), TaskModel::StateRole).toInt(), static_cast<int>(TaskModel::State::Cancelled));
}

TEST_F(Desk, theMainJobIsDoneFromTheWindow) {
  click("startSampleButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); }));
  const int before = desktop->districts().count();
  key(Qt::Key_M, Qt::ControlModifier);
  ASSERT_TRUE(waitFor([this] { return isCardOpen("mergeCard"); }));
  click("acceptButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().tasks()->runningCount() == 0; }));
  EXPECT_EQ(desktop->districts().count(), before);
  const QString code = QString::fromStdString(desktop->project().snapshot()->plan->districts.front().code);
  desktop->session().job->plan(code, {});
  ASSERT_TRUE(waitFor([this] { return desktop->project().tasks()->runningCount() == 0; }));
  EXPECT_FALSE(desktop->project().snapshot()->plan->measures.empty());
  desktop->session().job->check();
  ASSERT_TRUE(waitFor([this] { return desktop->project().tasks()->runningCount() == 0; }));
  EXPECT_GT(desktop->session().problems->totalCount(), 0);
}

TEST_F(Desk, ledgerAndSheetAreWrittenByTheCommandOfTheProgram) {
  openSmallProject();
  std::vector<std::string> asked;
  desktop->session().job->setCommand([&](const std::vector<std::string>& arguments, geo::Progress&) -> geo::Result<void> {
    asked = arguments;
    return {};
  });
  const QString ledger = folder + QStringLiteral("/台账.xlsx");
  desktop->session().job->exportLedger(QUrl::fromLocalFile(ledger));
  ASSERT_TRUE(waitFor([this] { return desktop->project().tasks()->runningCount() == 0; }));
  EXPECT_EQ(asked, (std::vector<std::string>{"ledger", desktop->project().path().toStdString(), "--xlsx", ledger.toStdString()}));
  const QString sheet = folder + QStringLiteral("/总图.pdf");
  desktop->session().job->exportSheet({}, {}, QStringLiteral("A3"), QUrl::fromLocalFile(sheet));
  ASSERT_TRUE(waitFor([this] { return desktop->project().tasks()->runningCount() == 0; }));
  EXPECT_EQ(asked, (std::vector<std::string>{"sheet", desktop->project().path().toStdString(), "--out", sheet.toStdString(), "--city", "--paper", "A3"}));
}

TEST_F(Desk, aProblemIsGoneToByAClick) {
  click("startSampleButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); }));
  desktop->session().job->check();
  ASSERT_TRUE(waitFor([this] { return desktop->project().tasks()->runningCount() == 0; }));
  key(Qt::Key_F8);
  desktop->session().problems->setOrigin(ProblemModel::Drainage);
  settle();
  const double zoom = desktop->map().camera()->zoomLevel();
  click("problem-0");
  EXPECT_GT(desktop->map().camera()->zoomLevel(), zoom);
  // The first ones name a place; findings, which come last, name a manhole or a pipe.
  desktop->session().problems->show(desktop->session().problems->rowCount() - 1);
  EXPECT_TRUE(desktop->inspector().hasFeature());
}

TEST_F(Desk, aRightClickOnAProblemOffersItsPlaceAndItsSentence) {
  click("startSampleButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); }));
  key(Qt::Key_F8);
  ProblemModel& problems = *desktop->session().problems;
  ASSERT_GT(problems.rowCount(), 1);
  const auto menuOf = [this](const char* row) {
    ASSERT_TRUE(waitFor([&] { return find(QLatin1String(row)) != nullptr; }));
    QTest::mouseClick(desktop->window(), Qt::RightButton, {}, middleOf(*find(QLatin1String(row))));
    settle();
  };
  menuOf("problem-1");
  choose(QStringLiteral("复制这句话"));
  EXPECT_EQ(QGuiApplication::clipboard()->text(), problems.data(problems.index(1), ProblemModel::TextRole).toString());
  menuOf("problem-1");
  choose(QStringLiteral("复制列出"));
  EXPECT_EQ(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), problems.rowCount() - 1);
  const double zoom = desktop->map().camera()->zoomLevel();
  menuOf("problem-1");
  choose(QStringLiteral("转到此处"));
  EXPECT_GT(desktop->map().camera()->zoomLevel(), zoom);
}

TEST_F(Desk, measuringTellsLengthOnTheGridAndOnTheGround) {
  openSmallCity();
  MeasureController& measure = *desktop->session().measure;
  key(Qt::Key_L, Qt::ControlModifier);
  ASSERT_TRUE(measure.isOn());
  clickMap(500000, 3400000);
  clickMap(500100, 3400000);
  const QString grid = measure.gridText();
  EXPECT_TRUE(grid.startsWith(QStringLiteral("100.")) || grid.startsWith(QStringLiteral("99."))) << grid.toStdString();
  EXPECT_FALSE(measure.groundText().isEmpty());
  key(Qt::Key_Escape);
  EXPECT_FALSE(measure.isOn());
}

TEST_F(Desk, f1ListsTheKeysOfAllMenus) {
  openSmallCity();
  key(Qt::Key_F1);
  ASSERT_TRUE(waitFor([this] { return isCardOpen("shortcutsCard"); }));
}

TEST_F(Desk, darkModeAndTypeSizeChangeWhileItRuns) {
  openSmallCity();
  const QImage light = desktop->window()->grabWindow();
  key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
  key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
  const QImage dark = desktop->window()->grabWindow();
  EXPECT_GT(light.pixelColor(3, 3).lightness(), 200);
  EXPECT_LT(dark.pixelColor(3, 3).lightness(), 80);
  key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_GT(desktop->window()->grabWindow().pixelColor(3, 3).lightness(), 200);
}

TEST_F(Desk, theSelfTestFindsNothingToRemarkOnAProject) {
  openSmallProject();
  EXPECT_EQ(runSelfTest(*desktop).join(QLatin1Char('\n')).toStdString(), "");
}

}  // namespace
}  // namespace pianqu::app

static int runTests(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  QGuiApplication application(argc, argv);
  QGuiApplication::setOrganizationName(QStringLiteral("pianqu-test-desk"));
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings().clear();
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  pianqu::layers::startGdal();
  if (argc == 3 && std::string_view(argv[1]) == pianqu::app::test::kEditUntilKilled) return pianqu::app::test::editUntilKilled(QString::fromUtf8(argv[2]));
  return RUN_ALL_TESTS();
}

int main(int argc, char** argv) { pianqu::geo::leave(runTests(argc, argv)); }
