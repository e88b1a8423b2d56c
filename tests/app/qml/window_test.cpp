#include <gtest/gtest.h>

#include <QFile>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/qml/desktop.hpp"
#include "app/qml/self_test.hpp"
#include "geo/base/random.hpp"
#include "tests/app/qml/small_city.hpp"

namespace pianqu::app {
namespace {

constexpr std::uint64_t kSeed = 7;
constexpr int kPatienceMs = 20000;

/// A city that may be looked at and not changed, as a file without the right to write.
class ReadOnlyStore : public PlanStore {
 public:
  explicit ReadOnlyStore(std::unique_ptr<PlanStore> store) : m_store(std::move(store)) {}
  geo::Result<SnapshotPtr> read(geo::Progress& progress) override {
    auto snapshot = m_store->read(progress);
    if (!snapshot) return snapshot;
    auto readOnly = std::make_shared<Snapshot>(**snapshot);
    readOnly->isReadOnly = true;
    return readOnly;
  }
  geo::Result<layers::Plan> commit(const Snapshot&, const std::vector<layers::Edit>&) override {
    ADD_FAILURE() << "Nothing may be written to a project that is open for reading.";
    return geo::fail(geo::ErrorCode::Unwritable, "Read only.");
  }
  geo::Result<std::optional<layers::Plan>> undo() override { return std::nullopt; }
  geo::Result<std::optional<layers::Plan>> redo() override { return std::nullopt; }

 private:
  std::unique_ptr<PlanStore> m_store;
};

layers::Plan planOfOneDistrict() {
  const layers::City city = test::smallCity();
  layers::District district;
  district.uid = std::string(31, '0') + "d";
  district.code = "PQ01";
  district.name = "酱品厂片区";
  district.members = {{layers::TargetKind::Estate, city.estates[0].uid, "主体", "手工"}};
  district.shape = city.estates[0].shape;
  layers::Plan plan;
  plan.districts = {district};
  return plan;
}

/// A window on the small city, driven by mouse and keys as a person would.
class Window : public testing::Test {
 protected:
  void SetUp() override { open(true); }

  void open(bool hasCity) {
    DesktopOptions options;
    options.dataFolder = QStringLiteral(PIANQU_SOURCE_DIR "/data");
    options.language = QStringLiteral("zh");
    options.size = QSize(1280, 800);
    auto made = Desktop::make(options);
    ASSERT_TRUE(made) << geo::toText(made.error());
    desktop = std::move(*made);
    // Keys go to the active window; without a window manager nobody else makes it so.
    desktop->window()->requestActivate();
    ASSERT_TRUE(QTest::qWaitForWindowActive(desktop->window(), kPatienceMs));
    if (hasCity) desktop->project().openStore(makeMemoryStore("测试城", test::smallCityCrs(), test::smallCity(), {}));
    settle();
  }
  void TearDown() override {
    if (!desktop) return;
    EXPECT_EQ(desktop->warnings().join(QLatin1Char('\n')).toStdString(), "");
  }

  void settle() {
    const auto shown = waitUntilShown(*desktop);
    ASSERT_TRUE(shown) << geo::toText(shown.error());
  }
  template <class T = QQuickItem>
  T* find(const char* name) {
    if (T* found = desktop->window()->findChild<T*>(QLatin1String(name))) return found;
    // Rows of lists belong to no parent object; they are found where they are seen.
    return qobject_cast<T*>(findSeen(*desktop->window()->contentItem(), QLatin1String(name)));
  }
  static QQuickItem* findSeen(const QQuickItem& parent, QLatin1String name) {
    for (QQuickItem* child : parent.childItems()) {
      if (child->objectName() == name) return child;
      if (QQuickItem* found = findSeen(*child, name)) return found;
    }
    return nullptr;
  }
  QQuickItem* pane() { return find("mapPane"); }

  /// Where a place of the city is in the window.
  QPoint screenOf(double x, double y) {
    const auto place = geo::toLonLat(test::smallCityCrs(), {x, y});
    return pane()->mapToScene(desktop->map().camera()->view().screenOf(worldOf(*place))).toPoint();
  }
  void click(QPoint at) { QTest::mouseClick(desktop->window(), Qt::LeftButton, {}, at); }
  void clickItem(const char* name) {
    QQuickItem* item = find(name);
    ASSERT_NE(item, nullptr) << name;
    click(item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
  }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(desktop->window(), key, modifiers); }
  bool waitForDistricts(int count) {
    return QTest::qWaitFor([&] { return desktop->districts().count() == count && desktop->isIdle(); }, kPatienceMs);
  }
  /// Corners around the first estate and the single building.
  void drawAroundFirstEstate() {
    clickItem("drawButton");
    for (const QPoint at : {screenOf(499985, 3399985), screenOf(500110, 3399985), screenOf(500112, 3400128), screenOf(499985, 3400120)}) click(at);
  }

  std::unique_ptr<Desktop> desktop;
};

TEST_F(Window, overlayAndMapAgreeWithinHalfAPixelAtRandomCameras) {
  QObject* map = find<QObject>("map");
  ASSERT_NE(map, nullptr);
  geo::Random random(kSeed);
  double worst = 0;
  for (int i = 0; i < 400; ++i) {
    const QGeoCoordinate centre(random.uniform(20, 50), random.uniform(75, 130));
    map->setProperty("zoomLevel", random.uniform(4, 22));
    map->setProperty("bearing", random.uniform(0, 360));
    map->setProperty("center", QVariant::fromValue(centre));
    const ScreenPoint at(random.uniform(0, pane()->width()), random.uniform(0, pane()->height()));
    const QGeoCoordinate place = desktop->map().camera()->coordinateAt(at);
    QPointF onMap;
    ASSERT_TRUE(QMetaObject::invokeMethod(map, "fromCoordinate", Q_RETURN_ARG(QPointF, onMap), Q_ARG(QGeoCoordinate, place), Q_ARG(bool, false)));
    EXPECT_NEAR(onMap.x(), at.x(), 0.5) << "seed " << kSeed << " case " << i << " zoom " << map->property("zoomLevel").toDouble();
    EXPECT_NEAR(onMap.y(), at.y(), 0.5) << "seed " << kSeed << " case " << i << " zoom " << map->property("zoomLevel").toDouble();
    worst = std::max({worst, std::abs(onMap.x() - at.x()), std::abs(onMap.y() - at.y())});
  }
  std::printf("overlay and map differ by %.1e px at most\n", worst);
}

TEST_F(Window, paintsABuildingWhereTheMapSaysItIs) {
  desktop->map().turnBy(25);
  settle();
  clickItem("layer-estate");
  click(screenOf(500050, 3400014));
  settle();
  const QImage picture = desktop->window()->grabWindow();
  const qreal ratio = picture.devicePixelRatio();
  const auto colourAt = [&](double x, double y) { return picture.pixelColor((screenOf(x, y).toPointF() * ratio).toPoint()); };
  // The chosen building is highlighted; the ground half a metre outside of its outline is not.
  EXPECT_NE(colourAt(500050, 3400014), colourAt(500050, 3400026));
  EXPECT_EQ(colourAt(500032, 3400010), colourAt(500068, 3400018));
  EXPECT_EQ(colourAt(500027, 3400014), colourAt(500050, 3400026));
  EXPECT_EQ(colourAt(500073, 3400014), colourAt(500050, 3400026));
}

TEST_F(Window, draggingMovesTheGroundWithThePointer) {
  const QPoint from = screenOf(500050, 3400050), to = from + QPoint(120, -70);
  QTest::mousePress(desktop->window(), Qt::LeftButton, {}, from);
  for (int i = 1; i <= 10; ++i) QTest::mouseMove(desktop->window(), from + (to - from) * i / 10);
  QTest::mouseRelease(desktop->window(), Qt::LeftButton, {}, to);
  settle();
  const QPoint moved = screenOf(500050, 3400050) - from;
  EXPECT_NEAR(moved.x(), 120, 15);  // the drag threshold is not made up for
  EXPECT_NEAR(moved.y(), -70, 15);
}

TEST_F(Window, theWheelZoomsAtThePointer) {
  const QPoint at = screenOf(500020, 3400090);
  const double before = desktop->map().camera()->zoomLevel();
  QTest::wheelEvent(desktop->window(), at, QPoint(0, 240));
  settle();
  EXPECT_GT(desktop->map().camera()->zoomLevel(), before + 0.5);
  EXPECT_LE((screenOf(500020, 3400090) - at).manhattanLength(), 1);
}

TEST_F(Window, aClickShowsTheAttributesOfABuildingUnderChineseHeadings) {
  click(screenOf(500050, 3400014));
  settle();
  ASSERT_TRUE(desktop->inspector().hasFeature());
  QStringList lines;
  for (int row = 0; row < desktop->inspector().rowCount(); ++row) {
    const QModelIndex index = desktop->inspector().index(row);
    lines.append(index.data(InspectorModel::LabelRole).toString() + QLatin1Char('=') + index.data(InspectorModel::ValueRole).toString());
  }
  EXPECT_TRUE(lines.contains(QStringLiteral("建成年代=1987")) || !lines.filter(QStringLiteral("=1987")).isEmpty()) << lines.join(' ').toStdString();
  EXPECT_FALSE(lines.filter(QStringLiteral("=酱品厂小区")).isEmpty()) << lines.join(' ').toStdString();
  click(screenOf(500200, 3400125));
  EXPECT_FALSE(desktop->inspector().hasFeature());
}

TEST_F(Window, aDrawnBoundaryTakesInWholeEstatesAndIsUndoneAndRedone) {
  drawAroundFirstEstate();
  EXPECT_TRUE(desktop->map().sketch()->isDrawing());
  EXPECT_EQ(desktop->map().sketch()->pointCount(), 4);
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForDistricts(1));
  EXPECT_FALSE(desktop->map().sketch()->isDrawing());
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].buildings, 4);
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].households, 96);
  key(Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitForDistricts(0));
  key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_TRUE(waitForDistricts(1));
}

TEST_F(Window, theLedgerFollowsThePointerWhileDrawing) {
  drawAroundFirstEstate();
  const QAbstractItemModel* figures = desktop->map().sketch()->figures();
  ASSERT_GT(figures->rowCount(), 2);
  EXPECT_EQ(figures->index(2, 0).data(FigureModel::ValueRole).toString(), QStringLiteral("4"));
  key(Qt::Key_Escape);
  EXPECT_FALSE(desktop->map().sketch()->isDrawing());
  EXPECT_EQ(figures->rowCount(), 0);
}

TEST_F(Window, aDoubleClickFinishesTheBoundary) {
  drawAroundFirstEstate();
  QTest::mouseDClick(desktop->window(), Qt::LeftButton, {}, screenOf(499985, 3400060));
  ASSERT_TRUE(waitForDistricts(1));
}

TEST_F(Window, aBoundaryAroundNothingIsRefusedAndDrawingGoesOn) {
  clickItem("drawButton");
  for (const QPoint at : {screenOf(500102, 3400040), screenOf(500118, 3400040), screenOf(500110, 3400060)}) click(at);
  key(Qt::Key_Return);
  EXPECT_TRUE(desktop->map().sketch()->isDrawing());
  EXPECT_TRUE(find("toast")->isVisible());
  EXPECT_EQ(desktop->districts().count(), 0);
}

TEST_F(Window, backspaceTakesBackACorner) {
  drawAroundFirstEstate();
  key(Qt::Key_Backspace);
  EXPECT_EQ(desktop->map().sketch()->pointCount(), 3);
}

TEST_F(Window, aDistrictIsRenamedAndDeletedThroughTheCards) {
  drawAroundFirstEstate();
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForDistricts(1));
  settle();
  clickItem("district-PQ01");
  settle();
  clickItem("renameButton");
  settle();
  ASSERT_TRUE(QTest::qWaitFor([&] { return find("renameField")->hasActiveFocus(); }, kPatienceMs));
  find<QObject>("renameField")->setProperty("text", QStringLiteral("梅园片区"));
  key(Qt::Key_Return);
  ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->districts().currentName() == QStringLiteral("梅园片区"); }, kPatienceMs));
  settle();
  clickItem("removeButton");
  settle();
  QObject* card = find<QObject>("removeCard");
  ASSERT_NE(card, nullptr);
  QMetaObject::invokeMethod(card, "accept");
  ASSERT_TRUE(waitForDistricts(0));
}

TEST_F(Window, aLayerIsHiddenByItsTickAndNoLongerFound) {
  clickItem("layer-building");
  EXPECT_FALSE(desktop->map().layers()->find(QStringLiteral("building"))->isShown());
  click(screenOf(500050, 3400014));
  EXPECT_NE(desktop->inspector().subtitle(), QStringLiteral("楼栋"));
}

TEST_F(Window, theLanguageChangesWhileItRuns) {
  EXPECT_EQ(find("drawButton")->property("text").toString(), QStringLiteral("画片区"));
  clickItem("languageButton");
  settle();
  EXPECT_EQ(find("drawButton")->property("text").toString(), QStringLiteral("Draw district"));
  clickItem("languageButton");
  settle();
  EXPECT_EQ(find("drawButton")->property("text").toString(), QStringLiteral("画片区"));
}

TEST_F(Window, theSelfTestFindsNothingToRemark) {
  desktop->project().openStore(makeMemoryStore("测试城", test::smallCityCrs(), test::smallCity(), planOfOneDistrict()));
  ASSERT_TRUE(waitForDistricts(1));
  EXPECT_EQ(runSelfTest(*desktop).join(QLatin1Char('\n')).toStdString(), "");
}

TEST_F(Window, aClickInTheListZoomsToTheDistrict) {
  desktop->project().openStore(makeMemoryStore("测试城", test::smallCityCrs(), test::smallCity(), planOfOneDistrict()));
  ASSERT_TRUE(waitForDistricts(1));
  settle();
  const double before = desktop->map().camera()->zoomLevel();
  clickItem("district-PQ01");
  settle();
  EXPECT_GT(desktop->map().camera()->zoomLevel(), before + 0.2);
  const QPointF middle(pane()->mapToScene({pane()->width() / 2, pane()->height() / 2}));
  EXPECT_LE((screenOf(500050, 3400050) - middle.toPoint()).manhattanLength(), 2);
  EXPECT_EQ(desktop->districts().currentName(), QStringLiteral("酱品厂片区"));
}

TEST_F(Window, aProjectOpenForReadingOffersNoEdit) {
  desktop->project().openStore(
      std::make_unique<ReadOnlyStore>(makeMemoryStore("测试城", test::smallCityCrs(), test::smallCity(), planOfOneDistrict())));
  ASSERT_TRUE(waitForDistricts(1));
  settle();
  EXPECT_TRUE(find("readOnlyMark")->isVisible());
  clickItem("district-PQ01");
  settle();
  for (const char* button : {"drawButton", "undoButton", "redoButton", "renameButton", "pinButton", "removeButton"})
    EXPECT_FALSE(find(button)->isEnabled()) << button;
  clickItem("drawButton");
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_FALSE(desktop->map().sketch()->isDrawing());
  EXPECT_EQ(desktop->districts().count(), 1);
}

TEST_F(Window, aFileThatIsNoProjectIsAProblemAndTheStartPageStays) {
  desktop.reset();
  open(false);
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("not-a-project.gpkg"));
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("This is a text.");
  file.close();
  desktop->project().open(path);
  ASSERT_TRUE(QTest::qWaitFor([&] { return find("toast")->isVisible(); }, kPatienceMs));
  EXPECT_TRUE(find("toast")->property("words").toString().contains(QStringLiteral("not-a-project.gpkg")));
  EXPECT_TRUE(find("startPage")->isVisible());
}

TEST_F(Window, aMissingProjectIsAProblemAndTheStartPageStays) {
  desktop.reset();
  open(false);
  EXPECT_TRUE(find("startPage")->isVisible());
  desktop->project().open(QStringLiteral("/nowhere/no.gpkg"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return find("toast")->isVisible(); }, kPatienceMs));
  EXPECT_TRUE(find("startPage")->isVisible());
  EXPECT_FALSE(desktop->project().isOpen());
}

}  // namespace
}  // namespace pianqu::app

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  QGuiApplication application(argc, argv);
  QGuiApplication::setOrganizationName(QStringLiteral("pianqu-test"));
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  return RUN_ALL_TESTS();
}
