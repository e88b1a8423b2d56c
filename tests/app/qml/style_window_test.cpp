#include <QFile>
#include <QTemporaryDir>
#include <cmath>

#include "layers/feature/city_schema.hpp"
#include "layers/project/project.hpp"
#include "tests/app/qml/window.hpp"

namespace pianqu::app {
namespace {

layers::PipeNode manhole(const char* code, double x, double y, double groundM) {
  layers::PipeNode node;
  node.uid = std::string("n") + code;
  node.code = code;
  node.pipeClass = "PS";
  node.subclass = "WS";
  node.attachment = "检查井";
  node.groundZ = groundM;
  node.point = {x, y};
  return node;
}

layers::Pipe pipe(const char* code, const char* pipeClass, const layers::PipeNode& from, const layers::PipeNode& to, double fromM, double toM) {
  layers::Pipe made;
  made.uid = std::string("p") + code;
  made.code = code;
  made.pipeClass = pipeClass;
  made.subclass = std::string(pipeClass) == "PS" ? "WS" : "";
  made.fromUid = from.uid;
  made.toUid = to.uid;
  made.fromInvert = fromM;
  made.toInvert = toM;
  made.diameterMm = 300;
  made.status = "在用";
  made.line = {from.point, to.point};
  return made;
}

/// The small city with a sewer north of its estates, W1 to W4 with an outfall at the end, and a water pipe across it.
layers::City cityWithSewer() {
  layers::City city = test::smallCity();
  city.pipeNodes = {manhole("W1", 500000, 3400110, 20), manhole("W2", 500040, 3400110, 20), manhole("W3", 500080, 3400110, 20), manhole("W4", 500120, 3400110, 20)};
  for (auto& node : city.pipeNodes) node.invertZ = std::nullopt;
  auto& n = city.pipeNodes;
  city.pipes = {pipe("W1-W2", "PS", n[0], n[1], 18, 17.8), pipe("W2-W3", "PS", n[1], n[2], 17.8, 17.6), pipe("W3-W4", "PS", n[2], n[3], 17.6, 17.4)};
  layers::PipeNode south = manhole("J1", 500060, 3400104, 20), north = manhole("J2", 500060, 3400118, 20);
  south.pipeClass = north.pipeClass = "JS";
  south.subclass = north.subclass = "";
  city.pipes.push_back(pipe("J1-J2", "JS", south, north, 18.1, 18.1));
  city.pipeNodes.push_back(south);
  city.pipeNodes.push_back(north);
  layers::Outfall outfall;
  outfall.uid = "o1";
  outfall.code = "O1";
  outfall.kind = "市政污水";
  outfall.nodeUid = n[3].uid;
  outfall.point = n[3].point;
  city.outfalls = {outfall};
  return city;
}

class StyleWindow : public Window {
 protected:
  void SetUp() override { openSewers(); }
  void openSewers() {
    open(false);
    desktop->project().openStore(makeMemoryStore("测试城", test::smallCityCrs(), cityWithSewer(), {}));
    ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->project().isOpen(); }, kPatienceMs));
    settle();
  }
  QPoint middleOf(const char* name) {
    QQuickItem* item = find(name);
    EXPECT_NE(item, nullptr) << name;
    return item ? item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint() : QPoint();
  }
  QImage grab() { return desktop->window()->grabWindow(); }
  QColor colourAt(const QImage& picture, double x, double y) { return picture.pixelColor((screenOf(x, y).toPointF() * picture.devicePixelRatio()).toPoint()); }
  void useTheme(const char* key) {
    desktop->look().useTheme(QString::fromUtf8(key));
    settle();
  }
  StyleEditor& editor() { return *desktop->look().editor(); }
};

TEST_F(StyleWindow, aThemeSetsWhichLayersThereAreAndHowTheyLook) {
  const QColor byUse = colourAt(grab(), 500040, 3400014);
  useTheme("现状");
  const QColor byAge = colourAt(grab(), 500040, 3400014);
  EXPECT_NE(byUse, byAge);
  EXPECT_EQ(desktop->map().layers()->find(QStringLiteral("pipe")), nullptr);
  useTheme("雨污分流");
  EXPECT_NE(desktop->map().layers()->find(QStringLiteral("pipe")), nullptr);
  EXPECT_EQ(find("themeList")->property("displayText").toString(), QStringLiteral("雨污分流规划图"));
}

TEST_F(StyleWindow, everyThemeCanBeChosenFromTheList) {
  for (int i = 0; i < desktop->look().themes()->rowCount(); ++i) {
    const QString key = desktop->look().themes()->index(i).data(ThemeListModel::KeyRole).toString();
    desktop->look().useTheme(key);
    settle();
    EXPECT_EQ(desktop->look().themes()->currentKey(), key);
    EXPECT_GE(desktop->look().tree()->rowCount(), 2) << key.toStdString();   // a group and a layer
  }
}

TEST_F(StyleWindow, layersStandInGroupsAndAGroupIsHiddenByItsTick) {
  const auto isShown = [&](const char* key) { return desktop->map().layers()->find(QLatin1String(key))->isShown(); };
  ASSERT_NE(find("group-pipe"), nullptr);
  clickItem("groupTick-pipe");
  settle();
  EXPECT_FALSE(isShown("pipe"));
  EXPECT_FALSE(isShown("pipe_node"));
  EXPECT_TRUE(isShown("building"));
  clickItem("groupTick-pipe");
  settle();
  EXPECT_TRUE(isShown("pipe"));
}

TEST_F(StyleWindow, aLegendEntryIsSwitchedOffAlone) {
  useTheme("现状");
  clickItem("open-building");
  settle();
  const QImage before = grab();
  clickItem("entry-building.y2");   // 1981 to 1990: the first building is of 1987
  settle();
  const QImage after = grab();
  EXPECT_NE(colourAt(before, 500040, 3400014), colourAt(after, 500040, 3400014));
  EXPECT_EQ(colourAt(before, 500160, 3400014), colourAt(after, 500160, 3400014));   // of 1991
}

TEST_F(StyleWindow, aFilterLeavesFeaturesOutAndAWrongOneSaysWhere) {
  clickItem("layer-building");
  settle();
  desktop->look().setFilter(QStringLiteral("built > 1988"));
  settle();
  EXPECT_EQ(desktop->map().layers()->find(QStringLiteral("building"))->countText(), QStringLiteral("6"));
  desktop->look().setFilter(QStringLiteral("built >"));
  EXPECT_NE(desktop->look().filterProblem(), QString());
  EXPECT_EQ(desktop->look().currentFilter(), QStringLiteral("built > 1988"));
  desktop->look().setFilter({});
  settle();
  EXPECT_EQ(desktop->map().layers()->find(QStringLiteral("building"))->countText(), QStringLiteral("9"));
}

TEST_F(StyleWindow, opacityAndScaleRangeChangeWhatIsSeen) {
  clickItem("layer-building");
  const QImage before = grab();
  desktop->look().setOpacity(0.3);
  settle();
  EXPECT_NE(colourAt(before, 500040, 3400014), colourAt(grab(), 500040, 3400014));
  desktop->look().setScales(0, 10);
  settle();
  EXPECT_FALSE(desktop->map().layers()->find(QStringLiteral("building"))->isSeen());
  desktop->look().setScales(0, 1e8);
  settle();
  EXPECT_TRUE(desktop->map().layers()->find(QStringLiteral("building"))->isSeen());
}

TEST_F(StyleWindow, aLayerIsDraggedToAnotherPlaceInTheOrder) {
  const auto orderOf = [&](const char* key) { return desktop->map().layers()->layers().indexOf(desktop->map().layers()->find(QLatin1String(key))); };
  ASSERT_GT(orderOf("estate"), orderOf("building"));
  const QPoint from = middleOf("grip-building"), to = middleOf("grip-estate");
  QTest::mousePress(desktop->window(), Qt::LeftButton, {}, from);
  for (int i = 1; i <= 12; ++i) QTest::mouseMove(desktop->window(), from + (to - from) * i / 12);
  QTest::mouseRelease(desktop->window(), Qt::LeftButton, {}, to);
  settle();
  EXPECT_GT(orderOf("building"), orderOf("estate"));
}

TEST_F(StyleWindow, whatWasChangedIsThereAgainWhenTheProjectIsOpenedAndQgisSeesIt) {
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("城 市.gpkg"));
  {
    auto project = layers::Project::create(path.toStdString(), {"测试城", test::smallCityCrs(), ""}, {"tester", "2026-01-01T00:00:00Z"});
    ASSERT_TRUE(project) << geo::toText(project.error());
    ASSERT_TRUE(project->addImport(layers::toTables(test::smallCity()), {.id = "s", .kind = "building"}, {"tester", "2026-01-01T00:00:00Z"}));
  }
  const auto openProject = [&] {
    desktop->project().open(path);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->project().path() == path && desktop->isIdle(); }, kPatienceMs));
    settle();
  };
  openProject();
  useTheme("现状");
  desktop->look().tree()->setCurrentLayer(QStringLiteral("building"));
  desktop->look().setOpacity(0.5);
  editor().setColour(0, QColor(10, 200, 30));
  ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->isIdle(); }, kPatienceMs));
  desktop.reset();
  openSewers();
  openProject();
  EXPECT_EQ(desktop->look().themes()->currentKey(), QStringLiteral("现状"));
  EXPECT_DOUBLE_EQ(desktop->map().layers()->find(QStringLiteral("building"))->opacity(), 0.5);
  desktop.reset();
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_TRUE(file.readAll().contains("10,200,30,255"));
}

TEST_F(StyleWindow, classesMadeFromAnAttributeAreOnTheMapAndInTheStylesForQgis) {
  useTheme("现状");
  clickItem("tab-style");
  desktop->look().tree()->setCurrentLayer(QStringLiteral("building"));
  settle();
  const QStringList fields = editor().fieldTitles();
  editor().setField(static_cast<int>(fields.indexOf(QString::fromStdString(layers::findCityTable("building")->find("built")->zh))));
  settle();
  editor().setMethod(StyleEditor::EqualSteps);
  editor().setClassCount(3);
  settle();
  ASSERT_EQ(editor().rowCount(), 4);   // three and what is not known
  EXPECT_TRUE(find("histogram")->isVisible());
  EXPECT_EQ(editor().breaks().size(), 2);
  editor().setColour(0, QColor(10, 200, 30));
  settle();
  EXPECT_EQ(colourAt(grab(), 500040, 3400014), QColor(10, 200, 30));
  editor().reset();
  settle();
  EXPECT_EQ(editor().rowCount(), 5);
}

TEST_F(StyleWindow, theStyleOfALayerIsExportedForQgisAndAsSld) {
  const QTemporaryDir folder;
  desktop->look().tree()->setCurrentLayer(QStringLiteral("building"));
  for (const char* name : {"b.qml", "b.sld"}) {
    desktop->look().exportCurrent(QUrl::fromLocalFile(folder.filePath(QLatin1String(name))));
    QFile file(folder.filePath(QLatin1String(name)));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    EXPECT_TRUE(file.readAll().contains("building")  || QLatin1String(name).endsWith(QLatin1String("qml"))) << name;
  }
  desktop->look().exportCurrent(QUrl::fromLocalFile(QStringLiteral("/nowhere/b.qml")));
  EXPECT_TRUE(find("toast")->isVisible());
}

TEST_F(StyleWindow, aClickedDrainIsTracedDownstreamToItsOutfall) {
  click(screenOf(500020, 3400110));
  settle();
  ASSERT_TRUE(desktop->pipes().hasPipe());
  EXPECT_EQ(desktop->pipes().title(), QStringLiteral("W1-W2"));
  desktop->frame().showPanel(QStringLiteral("pipes"));
  settle();
  clickItem("traceDown");
  settle();
  EXPECT_TRUE(desktop->pipes().answer().contains(QStringLiteral("W4"))) << desktop->pipes().answer().toStdString();
  EXPECT_FALSE(desktop->map().extras()->find(QStringLiteral("trace"))->isEmpty());
  clickItem("pipesClear");
  EXPECT_TRUE(desktop->map().extras()->find(QStringLiteral("trace"))->isEmpty());
}

TEST_F(StyleWindow, theProfileAndTheMapMarkEachOthersPlace) {
  click(screenOf(500020, 3400110));
  settle();
  desktop->frame().showPanel(QStringLiteral("pipes"));
  settle();
  clickItem("profileDown");
  settle();
  ASSERT_TRUE(desktop->pipes().hasProfile());
  EXPECT_EQ(desktop->pipes().profile().stations.size(), 4u);
  ASSERT_TRUE(find("profilePicture")->isVisible());
  QTest::mouseMove(desktop->window(), screenOf(500060, 3400110));
  ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->pipes().markMm() > 0; }, kPatienceMs));
  // A pixel is some decimetres here.
  const auto chainageM = [this] { return desktop->pipes().markText().section(QLatin1Char(' '), 1, 1).toDouble(); };
  EXPECT_NEAR(chainageM(), 60, 1) << desktop->pipes().markText().toStdString();
  const QPoint paper = find("profilePaper")->mapToScene(QPointF(200, 60)).toPoint();
  QTest::mouseMove(desktop->window(), paper);
  QTest::mouseMove(desktop->window(), paper + QPoint(1, 0));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !desktop->map().extras()->find(QStringLiteral("profileMark"))->isEmpty() && std::abs(chainageM() - 60) > 1; }, kPatienceMs));
}

TEST_F(StyleWindow, crossingsOfAPipeSayHowCloseTheyAre) {
  click(screenOf(500070, 3400110));
  settle();
  desktop->pipes().showCrossings();
  settle();
  EXPECT_TRUE(desktop->pipes().answer().contains(QStringLiteral("JS J1-J2"))) << desktop->pipes().answer().toStdString();
  EXPECT_FALSE(desktop->map().extras()->find(QStringLiteral("crossings"))->isEmpty());
  desktop->pipes().showSection();
  settle();
  EXPECT_TRUE(desktop->pipes().answer().contains(QStringLiteral("W2-W3"))) << desktop->pipes().answer().toStdString();
}

TEST_F(StyleWindow, theProfileIsWrittenAsSvgAndPdf) {
  click(screenOf(500020, 3400110));
  settle();
  desktop->pipes().profileDown();
  settle();
  ASSERT_TRUE(desktop->pipes().hasProfile());
  const QTemporaryDir folder;
  for (const auto& [name, head] : {std::pair("p.svg", "<svg"), std::pair("p.pdf", "%PDF")}) {
    desktop->pipes().exportProfile(QUrl::fromLocalFile(folder.filePath(QLatin1String(name))));
    QFile file(folder.filePath(QLatin1String(name)));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    EXPECT_TRUE(file.readAll().contains(head)) << name;
  }
}

}  // namespace
}  // namespace pianqu::app
