#include <QRegularExpression>

#include "tests/app/qml/window.hpp"

namespace pianqu::app {
namespace {

/// Proposals in the real window: for the city, a sub-district, a lasso; all of them or a part; stopped.
class Assistant : public Window {
 protected:
  /// The small city with a sub-district around each estate, and its first estate as PQ01.
  void SetUp() override {
    open(false);
    layers::City city = test::smallCity();
    for (int i = 0; i < 2; ++i) {
      const double west = i == 0 ? 499990 : 500115, east = west + 125;
      city.adminAreas.push_back({.uid = std::string(31, '0') + static_cast<char>('a' + i), .kind = "街道", .code = "J" + std::to_string(i + 1), .name = i == 0 ? "酱园街道" : "梅园街道", .parentUid = {},
                                 .shape = {{{{west, 3399980}, {east, 3399980}, {east, 3400160}, {west, 3400160}, {west, 3399980}}, {}}}});
    }
    desktop->project().openStore(makeMemoryStore("测试城", test::smallCityCrs(), city, planOfOneDistrict()));
    ASSERT_TRUE(waitForDistricts(1));
    desktop->language().use(QStringLiteral("en"));
    settle();
    key(Qt::Key_A);
    settle();
    find<QObject>("leastField")->setProperty("text", QStringLiteral("20"));
  }
  AssistantController& assistant() { return *desktop->map().assistant(); }
  const layers::Plan& plan() { return *desktop->project().snapshot()->plan; }
  bool waitUntil(const std::function<bool()>& condition) {
    return QTest::qWaitFor([&] { return condition() && desktop->isIdle(); }, kPatienceMs);
  }
  void propose() {
    clickItem("proposeButton");
    ASSERT_TRUE(waitUntil([&] { return assistant().hasProposal(); }));
    settle();
  }
  QStringList proposedEstates() {
    QStringList texts;
    for (int row = 0; row < assistant().rowCount(); ++row) texts.append(assistant().index(row).data(AssistantController::NameRole).toString());
    return texts;
  }
  void drawLassoAroundSecondEstate() {
    clickItem("scopeChoice-2");
    settle();
    EXPECT_EQ(desktop->map().edit()->tool(), EditController::Area);
    for (const QPoint at : {screenOf(500117, 3399990), screenOf(500225, 3399990), screenOf(500225, 3400110), screenOf(500117, 3400110)}) click(at);
    key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return assistant().hasLasso(); }));
    settle();
  }
  void expectFirstDistrictAsItWas() {
    const layers::District before = planOfOneDistrict().districts[0];
    const layers::District* now = plan().findDistrict(before.uid);
    ASSERT_NE(now, nullptr);
    EXPECT_EQ(now->members, before.members);
    EXPECT_EQ(now->code, "PQ01");
    EXPECT_FALSE(now->isPinned);
  }
};

TEST_F(Assistant, proposesForTheCityAndAPartIsTakenUp) {
  propose();
  ASSERT_GT(assistant().count(), 0);
  EXPECT_TRUE(find("proposalList")->isVisible());
  EXPECT_EQ(desktop->districts().count(), 1) << "only shown";
  const QString folder = qEnvironmentVariable("PIANQU_PICTURES");
  if (!folder.isEmpty()) desktop->window()->grabWindow().save(folder + QStringLiteral("/assistant.png"));
  const layers::Plan before = plan();
  clickItem("acceptProposalButton");
  ASSERT_TRUE(waitUntil([&] { return !assistant().hasProposal() && desktop->project().canUndo(); }));
  EXPECT_NE(plan().districts, before.districts);
  key(Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] { return plan().districts == before.districts; }));
}

TEST_F(Assistant, keepsThePresentDistrictsWhenAskedTo) {
  propose();
  clickItem("acceptProposalButton");
  ASSERT_TRUE(waitUntil([&] { return !assistant().hasProposal() && desktop->districts().count() > 1; }));
  const layers::Plan before = plan();
  clickItem("keepPresentBox");
  propose();
  EXPECT_EQ(assistant().count(), 0) << "no district breaks a rule";
  EXPECT_TRUE(assistant().summary().contains(QStringLiteral("0 districts would change"))) << assistant().summary().toStdString();
  EXPECT_EQ(plan().districts, before.districts);
}

TEST_F(Assistant, proposesInsideALassoAndLeavesTheRestAlone) {
  drawLassoAroundSecondEstate();
  propose();
  EXPECT_EQ(assistant().count(), 1) << proposedEstates().join(u'\n').toStdString();
  EXPECT_FALSE(assistant().layer()->isEmpty());
  clickItem("acceptProposalButton");
  ASSERT_TRUE(waitForDistricts(2));
  expectFirstDistrictAsItWas();
  ASSERT_EQ(plan().districts.size(), 2U);
  EXPECT_EQ(plan().districts[1].members[0].targetUid, test::smallCity().estates[1].uid);
}

TEST_F(Assistant, proposesForOneSubDistrict) {
  clickItem("scopeChoice-1");
  settle();
  ASSERT_EQ(assistant().areas(), (QStringList{QStringLiteral("酱园街道"), QStringLiteral("梅园街道")}));
  assistant().setArea(QStringLiteral("梅园街道"));
  propose();
  EXPECT_EQ(assistant().count(), 1) << proposedEstates().join(u'\n').toStdString();
  clickItem("acceptProposalButton");
  ASSERT_TRUE(waitForDistricts(2));
  expectFirstDistrictAsItWas();
}

TEST_F(Assistant, noProposedDistrictCrossesALineOfOnesOwn) {
  // Without sub-districts, whose lines would part the estates already.
  desktop->project().openStore(makeMemoryStore("无街道", test::smallCityCrs(), test::smallCity(), planOfOneDistrict()));
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->name == "无街道"; }));
  settle();
  find<QObject>("leastField")->setProperty("text", QStringLiteral("150"));
  propose();
  ASSERT_EQ(assistant().count(), 1) << "both estates together have enough: " << assistant().summary().toStdString();
  clickItem("cutLineButton");
  settle();
  EXPECT_EQ(desktop->map().edit()->tool(), EditController::CutLine);
  for (const QPoint at : {screenOf(500110, 3399975), screenOf(500110, 3400114), screenOf(500150, 3400126), screenOf(500150, 3400160)}) click(at);
  key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return assistant().cutCount() == 1; }));
  settle();
  EXPECT_EQ(desktop->map().edit()->tool(), EditController::Select);
  propose();
  EXPECT_EQ(assistant().count(), 0) << "neither side has enough";
  EXPECT_TRUE(assistant().summary().contains(QStringLiteral("1 would go (PQ"))) << assistant().summary().toStdString();
  EXPECT_EQ(find("cutLineCount")->property("text").toString(), QStringLiteral("1 cut line"));
  const QString folder = qEnvironmentVariable("PIANQU_PICTURES");
  if (!folder.isEmpty()) desktop->window()->grabWindow().save(folder + QStringLiteral("/cut-line.png"));
  clickItem("clearCutsButton");
  settle();
  EXPECT_EQ(assistant().cutCount(), 0);
  propose();
  EXPECT_EQ(assistant().count(), 1);
}

TEST_F(Assistant, whatIsNotTickedStaysAsItWas) {
  clickItem("scopeChoice-1");
  settle();
  assistant().setArea(QStringLiteral("梅园街道"));
  propose();
  clickItem("proposal-0");
  settle();
  EXPECT_EQ(assistant().tickedCount(), 0);
  EXPECT_FALSE(find("acceptProposalButton")->isEnabled());
  const auto before = desktop->project().snapshot()->plan;
  clickItem("acceptProposalButton");
  settle();
  EXPECT_EQ(desktop->project().snapshot()->plan, before);
  clickItem("discardButton");
  settle();
  EXPECT_FALSE(assistant().hasProposal());
  EXPECT_TRUE(find("assistantSummary")->property("text").toString().isEmpty());
}

TEST_F(Assistant, takesUpTheTickedPartAlone) {
  desktop->project().openStore(makeMemoryStore("无片区", test::smallCityCrs(), test::smallCity(), {}));
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->name == "无片区"; }));
  settle();
  propose();
  ASSERT_EQ(assistant().count(), 3) << proposedEstates().join(u'\n').toStdString();
  const QString kept = proposedEstates().at(0);
  for (const char* row : {"proposal-1", "proposal-2"}) {
    clickItem(row);
    settle();
  }
  EXPECT_EQ(assistant().tickedCount(), 1);
  clickItem("acceptProposalButton");
  ASSERT_TRUE(waitForDistricts(1));
  ASSERT_EQ(plan().districts.size(), 1U);
  ASSERT_EQ(plan().districts[0].members.size(), 1U);
  EXPECT_TRUE(kept.contains(QString::fromStdString(plan().districts[0].name))) << kept.toStdString() << " was ticked, " << plan().districts[0].name << " is there";
}

TEST_F(Assistant, stoppingKeepsWhatWasAcceptedLast) {
  const auto before = desktop->project().snapshot()->plan;
  assistant().propose(QStringLiteral("20"), {});
  ASSERT_TRUE(assistant().isRunning());
  ASSERT_TRUE(QMetaObject::invokeMethod(find("stopButton"), "clicked"));
  ASSERT_TRUE(waitUntil([&] { return !assistant().isRunning(); }));
  settle();
  EXPECT_FALSE(assistant().hasProposal()) << "even one that was found before the answer to the button";
  EXPECT_EQ(desktop->project().snapshot()->plan, before);
  EXPECT_FALSE(find("toast")->isVisible()) << "to stop is no problem";
  propose();
  EXPECT_TRUE(assistant().hasProposal()) << "and it can be asked again";
}

TEST_F(Assistant, aPlanThatChangesMeanwhileIsNotOverwritten) {
  propose();
  desktop->project().pinDistrict(QString::fromStdString(plan().districts[0].uid), true);
  ASSERT_TRUE(waitUntil([&] { return plan().districts[0].isPinned; }));
  settle();
  EXPECT_TRUE(assistant().isStale());
  EXPECT_FALSE(find("acceptProposalButton")->isEnabled());
  assistant().accept();
  settle();
  EXPECT_TRUE(plan().districts[0].isPinned);
  EXPECT_EQ(plan().districts.size(), 1U);
}

TEST_F(Assistant, anotherCityDropsTheLassoAndTheProposal) {
  drawLassoAroundSecondEstate();
  assistant().propose(QStringLiteral("20"), {});
  desktop->project().openStore(makeMemoryStore("空城", test::smallCityCrs(), {}, {}));
  ASSERT_TRUE(waitUntil([&] { return desktop->project().snapshot()->name == "空城" && !assistant().isRunning(); }));
  settle();
  EXPECT_FALSE(assistant().hasProposal());
  EXPECT_FALSE(assistant().hasLasso());
  EXPECT_EQ(assistant().scope(), AssistantController::City);
}

TEST_F(Assistant, theClickedUnitIsExplained) {
  click(screenOf(500050, 3400014));
  settle();
  ASSERT_TRUE(find("explainCard")->isVisible());
  clickItem("explainButton");
  ASSERT_TRUE(waitUntil([&] { return !assistant().explanation().isEmpty(); }));
  EXPECT_TRUE(assistant().explanation().contains(QStringLiteral("PQ01"))) << assistant().explanation().toStdString();
  desktop->language().use(QStringLiteral("zh"));
  settle();
  clickItem("explainButton");
  settle();
  EXPECT_FALSE(assistant().explanation().contains(QRegularExpression(QStringLiteral("[a-z]{3,}")))) << assistant().explanation().toStdString();
}

}  // namespace
}  // namespace pianqu::app
