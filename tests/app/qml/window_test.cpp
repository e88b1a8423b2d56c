#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/qml/self_test.hpp"
#include "geo/base/random.hpp"
#include "tests/app/qml/window.hpp"

namespace pianqu::app {
namespace {

constexpr std::uint64_t kSeed = 7;

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
  geo::Result<std::vector<layers::NamedOption>> options() override { return std::vector<layers::NamedOption>{}; }
  geo::Result<void> keepOption(const std::string&, const layers::Plan&) override { return refused(); }
  geo::Result<void> freezeOption(const std::string&, const layers::Plan&) override { return refused(); }
  geo::Result<void> removeOption(const std::string&) override { return refused(); }

 private:
  static geo::Result<void> refused() { return geo::fail(geo::ErrorCode::Unwritable, "Read only."); }
  std::unique_ptr<PlanStore> m_store;
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
  clickItem("tick-estate");
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
  EXPECT_LE((screenOf(500020, 3400090) - at).manhattanLength(), 2);   // either coordinate is rounded
}

TEST_F(Window, theRestingPointerIsToldWhatLiesUnderIt) {
  const auto rest = [this](double x, double y) {
    QTest::mouseMove(desktop->window(), screenOf(x, y) + QPoint(3, 3));
    QTest::qWait(20);
    QTest::mouseMove(desktop->window(), screenOf(x, y));
    QTest::qWait(500);
  };
  rest(500050, 3400014);
  EXPECT_TRUE(desktop->map().underPointer().startsWith(QStringLiteral("楼栋"))) << desktop->map().underPointer().toStdString();
  EXPECT_TRUE(find("mapTip")->isVisible());
  const QString folder = qEnvironmentVariable("PIANQU_PICTURES");
  if (!folder.isEmpty()) desktop->window()->grabWindow().save(folder + QStringLiteral("/map-tip.png"));
  key(Qt::Key_B);
  settle();
  rest(500050, 3400014);
  EXPECT_FALSE(find("mapTip")->isVisible()) << "a tool is up";
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

TEST_F(Window, aDistrictIsRenamedAndDeletedThroughTheCards) {
  desktop->window()->resize(1280, 960);  // the buttons of the panel lie below its figures
  settle();
  drawAroundFirstEstate();
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForDistricts(1));
  settle();
  clickItem("district-PQ01");
  settle();
  clickItem("renameButton");
  settle();
  ASSERT_TRUE(QTest::qWaitFor([&] { return find("renameField") && find("renameField")->hasActiveFocus(); }, kPatienceMs));
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
  clickItem("tick-building");
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
  EXPECT_FALSE(desktop->map().edit()->isEditing());
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
