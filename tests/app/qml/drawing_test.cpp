#include "tests/app/qml/window.hpp"

namespace pianqu::app {
namespace {

/// Editing with the real window: tools, keys, the live ledger.
class Drawing : public Window {
 protected:
  EditController& edit() { return *desktop->map().edit(); }
  const layers::Plan& plan() { return *desktop->project().snapshot()->plan; }
  QString figure(const char* label, int role = StrokeModel::AfterRole) {
    const StrokeModel* figures = edit().figures();
    for (int row = 0; row < figures->rowCount(); ++row)
      if (figures->index(row).data(StrokeModel::LabelRole).toString() == QLatin1String(label)) return figures->index(row).data(role).toString();
    return {};
  }
  void openPlan() {
    desktop->project().openStore(makeMemoryStore("测试城", test::smallCityCrs(), test::smallCity(), planOfOneDistrict()));
    ASSERT_TRUE(waitForDistricts(1));
    settle();
    desktop->language().use(QStringLiteral("en"));
    settle();
  }
  /// The plan with its one district active, all of the city in view, in English.
  void openChosen() {
    openPlan();
    desktop->districts().setCurrentUid(QString::fromStdString(plan().districts[0].uid));
    settle();
  }
  void take(const char* tool) {
    clickItem(tool);
    settle();
    ASSERT_TRUE(edit().isEditing()) << tool;
  }
  void moveTo(QPoint at) { QTest::mouseMove(desktop->window(), at); }
  void drag(const std::vector<QPoint>& places, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(desktop->window(), Qt::LeftButton, modifiers, places.front());
    for (std::size_t i = 1; i < places.size(); ++i)
      for (int step = 1; step <= 5; ++step) QTest::mouseMove(desktop->window(), places[i - 1] + (places[i] - places[i - 1]) * step / 5);
    QTest::mouseRelease(desktop->window(), Qt::LeftButton, modifiers, places.back());
  }
  bool waitUntil(const std::function<bool()>& condition) {
    return QTest::qWaitFor([&] { return condition() && desktop->isIdle(); }, kPatienceMs);
  }
  void typeText(const char* text) {
    for (const char* c = text; *c != '\0'; ++c) QTest::keyClick(desktop->window(), *c);
  }
};

TEST_F(Drawing, aBoundaryTakesInWholeEstatesAndIsUndoneAndRedone) {
  drawAroundFirstEstate();
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForDistricts(1));
  EXPECT_FALSE(edit().isBusy());
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].buildings, 4);
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].households, 96);
  EXPECT_EQ(desktop->districts().currentCode(), QStringLiteral("PQ01")) << "work goes on with the new district";
  key(Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitForDistricts(0));
  key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_TRUE(waitForDistricts(1));
}

TEST_F(Drawing, theLedgerFollowsThePointer) {
  desktop->language().use(QStringLiteral("en"));
  drawAroundFirstEstate();
  EXPECT_EQ(figure("Buildings"), QStringLiteral("4"));
  EXPECT_TRUE(find("ledgerCard")->isVisible());
  EXPECT_TRUE(find("measureTag")->isVisible());
  key(Qt::Key_Escape);
  EXPECT_FALSE(edit().isBusy());
  EXPECT_TRUE(edit().isEditing()) << "the first Esc drops the stroke, the second the tool";
  key(Qt::Key_Escape);
  EXPECT_FALSE(edit().isEditing());
  EXPECT_FALSE(find("ledgerCard")->isVisible());
}

TEST_F(Drawing, aDoubleClickAndARightClickFinishTheBoundary) {
  drawAroundFirstEstate();
  QTest::mouseDClick(desktop->window(), Qt::LeftButton, {}, screenOf(499985, 3400060));
  ASSERT_TRUE(waitForDistricts(1));
  key(Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitForDistricts(0));
  drawAroundFirstEstate();
  QTest::mouseClick(desktop->window(), Qt::RightButton, {}, screenOf(499985, 3400060));
  ASSERT_TRUE(waitForDistricts(1));
}

TEST_F(Drawing, aBoundaryAroundNothingIsRefusedAndDrawingGoesOn) {
  clickItem("drawButton");
  settle();
  for (const QPoint at : {screenOf(500102, 3400040), screenOf(500118, 3400040), screenOf(500110, 3400060)}) click(at);
  key(Qt::Key_Return);
  EXPECT_TRUE(edit().isBusy());
  EXPECT_TRUE(find("toast")->isVisible());
  EXPECT_EQ(desktop->districts().count(), 0);
}

TEST_F(Drawing, backspaceTakesBackACorner) {
  drawAroundFirstEstate();
  for (int i = 0; i < 4; ++i) {
    EXPECT_TRUE(edit().isBusy());
    key(Qt::Key_Backspace);
  }
  EXPECT_FALSE(edit().isBusy());
}

TEST_F(Drawing, aBrushPaintsIntoTheActiveDistrictAndTheLedgerKnowsBefore) {
  openChosen();
  take("tool-paint");
  QTest::mousePress(desktop->window(), Qt::LeftButton, {}, screenOf(500170, 3400014));
  moveTo(screenOf(500170, 3400030));
  EXPECT_EQ(figure("Buildings", StrokeModel::BeforeRole), QStringLiteral("4"));
  EXPECT_EQ(figure("Buildings"), QStringLiteral("8")) << "the estate comes whole";
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].buildings, 4) << "nothing is accepted yet";
  QTest::mouseRelease(desktop->window(), Qt::LeftButton, {}, screenOf(500170, 3400030));
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->districtSummaries[0].buildings == 8; }));
  key(Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->districtSummaries[0].buildings == 4; }));
}

TEST_F(Drawing, aStrokeIsDroppedByEscape) {
  openChosen();
  take("tool-paint");
  QTest::mousePress(desktop->window(), Qt::LeftButton, {}, screenOf(500170, 3400014));
  key(Qt::Key_Escape);
  QTest::mouseRelease(desktop->window(), Qt::LeftButton, {}, screenOf(500170, 3400014));
  settle();
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].buildings, 4);
}

TEST_F(Drawing, withControlTheBrushTakesOut) {
  openChosen();
  take("tool-paint");
  click(screenOf(500110, 3400136));
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->districtSummaries[0].buildings == 5; }));
  QTest::mouseClick(desktop->window(), Qt::LeftButton, Qt::ControlModifier, screenOf(500110, 3400136));
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->districtSummaries[0].buildings == 4; }));
  EXPECT_EQ(plan().leftovers.size(), 1U);
}

TEST_F(Drawing, theOptionBarChoosesShapeAndRule) {
  openChosen();
  take("tool-paint");
  clickItem("brushChoice-1");
  settle();
  EXPECT_EQ(edit().options()->brush(), static_cast<int>(BrushShape::Rectangle));
  EXPECT_FALSE(find("radiusField")->isVisible());
  clickItem("pickChoice-3");
  drag({screenOf(500085, 3400125), screenOf(500120, 3400150)});
  settle();
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].buildings, 4) << "not the whole building";
  drag({screenOf(500085, 3400125), screenOf(500135, 3400150)});
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->districtSummaries[0].buildings == 5; }));
}

TEST_F(Drawing, aCornerIsDraggedAndSnapsWithAMarker) {
  openChosen();
  take("tool-corner");
  const QPoint from = screenOf(500100, 3400100), to = screenOf(500120, 3400100);
  moveTo(from);
  QTest::mousePress(desktop->window(), Qt::LeftButton, {}, from);
  moveTo(from + (to - from) / 2);
  moveTo(to + QPoint(3, 2));
  EXPECT_EQ(edit().snapKind(), static_cast<int>(geo::SnapKind::Vertex)) << "the red line of the other estate";
  EXPECT_TRUE(find("snapMark")->isVisible());
  QTest::mouseRelease(desktop->window(), Qt::LeftButton, {}, to + QPoint(3, 2));
  ASSERT_TRUE(waitUntil([&] { return plan().districts[0].shape[0].outer != planOfOneDistrict().districts[0].shape[0].outer; }));
  const auto& ring = plan().districts[0].shape[0].outer;
  EXPECT_NE(std::find(ring.begin(), ring.end(), geo::XY{500120, 3400100}), ring.end()) << "exactly on it";
}

TEST_F(Drawing, numbersAreTypedWhileDrawing) {
  take("tool-draw");
  click(screenOf(500075, 3400115));
  moveTo(screenOf(500100, 3400115));
  typeText("120");
  EXPECT_EQ(find("lengthField")->property("text").toString(), QStringLiteral("120"));
  key(Qt::Key_Tab);
  typeText("90");
  key(Qt::Key_Return);
  EXPECT_EQ(find("lengthField")->property("text").toString(), QString()) << "placed, and ready for the next";
  typeText("30");
  key(Qt::Key_Tab);
  typeText("0");
  key(Qt::Key_Return);
  click(screenOf(500075, 3400145));
  key(Qt::Key_Return);
  ASSERT_TRUE(waitForDistricts(1));
  const geo::Box box = geo::boxOf(plan().districts[0].shape);
  EXPECT_NEAR(box.width(), 120, 3);
  EXPECT_NEAR(box.height(), 30, 3);
}

TEST_F(Drawing, unassignedUnitsAreHighlightedAndGoneThrough) {
  openPlan();
  clickItem("looseEndsButton");
  ASSERT_TRUE(waitUntil([&] { return edit().looseEnds()->unassigned() > 0; }));
  settle();
  EXPECT_TRUE(find("looseEndsTag")->isVisible());
  const QPoint single = screenOf(500110, 3400136);
  clickItem("nextUnassignedButton");
  settle();
  EXPECT_NE(screenOf(500110, 3400136), single) << "the map went there";
}

TEST_F(Drawing, aPinnedDistrictWearsALock) {
  openChosen();
  desktop->project().pinDistrict(desktop->districts().currentUid(), true);
  ASSERT_TRUE(waitUntil([&] { return plan().districts[0].isPinned; }));
  settle();
  ASSERT_NE(find("pin-PQ01"), nullptr);
  EXPECT_TRUE(find("pin-PQ01")->isVisible());
  take("tool-paint");
  click(screenOf(500110, 3400136));
  settle();
  EXPECT_EQ(desktop->project().snapshot()->districtSummaries[0].buildings, 4);
  EXPECT_TRUE(find("toast")->isVisible());
}

/// With PIANQU_PICTURES=FOLDER the window is kept as a picture for each tool and language, to be looked at.
TEST_F(Drawing, everyToolSaysWhatToDoAndItsOptionsFitTheMap) {
  openChosen();
  const QString folder = qEnvironmentVariable("PIANQU_PICTURES");
  for (const char* language : {"en", "zh"}) {
    desktop->language().use(QLatin1String(language));
    for (const char* tool : {"paint", "draw", "reshape", "corner", "split", "cut", "merge", "absorb"}) {
      const std::string name = std::string("tool-") + tool;
      clickItem(name.c_str());
      settle();
      const QPoint at = screenOf(500060, 3400060);
      moveTo(at);
      QTest::mousePress(desktop->window(), Qt::LeftButton, {}, at);
      moveTo(screenOf(500170, 3400050));
      settle();
      EXPECT_FALSE(find("editHint")->property("text").toString().isEmpty()) << name;
      const QQuickItem* bar = find("editOptionBar");
      EXPECT_LE(bar->x() + bar->width(), pane()->width()) << name;
      EXPECT_LE(bar->height(), 150) << name;
      if (!folder.isEmpty()) desktop->window()->grabWindow().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(tool), QLatin1String(language)));
      key(Qt::Key_Escape);
      QTest::mouseRelease(desktop->window(), Qt::LeftButton, {}, screenOf(500170, 3400050));
      key(Qt::Key_V);
      ASSERT_TRUE(waitUntil([] { return true; }));
    }
  }
}

TEST_F(Drawing, optionsAreKeptComparedShownAndTakenUp) {
  openChosen();
  key(Qt::Key_O);
  ASSERT_TRUE(waitUntil([&] { return find("optionList") && desktop->map().options()->rowCount() == 1; }));
  settle();
  clickItem("keepOptionButton");
  OptionsController& options = *desktop->map().options();
  ASSERT_TRUE(waitUntil([&] { return options.rowCount() == 2 && options.comparison()->count() == 2; }));
  edit().setTool(EditController::Paint);
  settle();
  desktop->map().panBy({0, 100});   // out from under the bar of the tool
  settle();
  click(screenOf(500110, 3400136));
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->districtSummaries[0].buildings == 5; }));
  edit().setTool(EditController::Select);
  const QString other = options.index(1).data(OptionsController::NameRole).toString();
  options.setShown(other, true);
  options.compareWith(other);
  ASSERT_TRUE(waitUntil([&] { return options.difference()->count() == 1; })) << "one building differs";
  settle();
  const QString folder = qEnvironmentVariable("PIANQU_PICTURES");
  if (!folder.isEmpty()) desktop->window()->grabWindow().save(folder + QStringLiteral("/options.png"));
  EXPECT_FALSE(options.layer()->isEmpty());
  options.take(other);
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->districtSummaries[0].buildings == 4; }));
  options.freeze(QStringLiteral("送审稿"));
  ASSERT_TRUE(waitUntil([&] { return options.rowCount() == 3; }));
  options.remove(QStringLiteral("送审稿"));
  ASSERT_TRUE(waitUntil([&] { return find("toast")->isVisible(); })) << "a frozen version stays";
}

TEST_F(Drawing, keysTakeUpToolsAndTheMapIsStillMoved) {
  openPlan();
  key(Qt::Key_B);
  EXPECT_EQ(edit().tool(), EditController::Paint);
  key(Qt::Key_R);
  EXPECT_EQ(edit().tool(), EditController::Reshape);
  settle();
  const QPoint before = screenOf(500050, 3400050);
  QTest::mousePress(desktop->window(), Qt::MiddleButton, {}, before);
  for (int i = 1; i <= 10; ++i) QTest::mouseMove(desktop->window(), before + QPoint(12, 5) * i);
  QTest::mouseRelease(desktop->window(), Qt::MiddleButton, {}, before + QPoint(120, 50));
  settle();
  EXPECT_NEAR((screenOf(500050, 3400050) - before).x(), 120, 20);
  key(Qt::Key_V);
  EXPECT_FALSE(edit().isEditing());
}

}  // namespace
}  // namespace pianqu::app
