#include <QFile>
#include <QInputMethodEvent>
#include <QProcess>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/app/qml/driven_window.hpp"
#include "tests/app/qml/edit_until_killed.hpp"

namespace pianqu::app {
namespace {

using test::DrivenWindow;

/// What a window must live with: no right to write, a death in the middle of an edit, Chinese input methods, large type.
class HardWindow : public DrivenWindow {
 protected:
  QString smallProject() {
    openSmallProject();
    const QString path = desktop->project().path();
    desktop->project().close();
    EXPECT_TRUE(waitFor([this] { return !desktop->project().isOpen() && desktop->isIdle(); }));
    return path;
  }
  bool open(const QString& path) {
    QObject::connect(&desktop->project(), &ProjectController::problemRaised, desktop->window(), [](const QString& text) { ADD_FAILURE() << text.toStdString(); });
    desktop->project().open(path);
    return waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); });
  }
  void compose(const QString& text, const QString& committed) {
    QInputMethodEvent event(text, {});
    event.setCommitString(committed);
    QCoreApplication::sendEvent(desktop->window()->focusObject(), &event);
    settle();
  }
  QString composed() { return desktop->window()->focusObject()->property("preeditText").toString(); }

  /// Words that are cut off though they are no data: "panel: text".
  QStringList cutWords(const QQuickItem& parent, const QString& panel) {
    QStringList cut;
    for (const QQuickItem* child : parent.childItems()) {
      if (!child->isVisible() || child->inherits("QQuickListView") || child->inherits("QQuickTableView") || child->inherits("QQuickTextInput")) continue;
      if (child->inherits("QQuickText") && child->property("truncated").toBool() && child->width() > 0 && child->objectName() != QLatin1String("data")) cut.append(panel + QStringLiteral(": ") + child->property("text").toString());
      cut += cutWords(*child, panel);
    }
    return cut;
  }
};

TEST_F(HardWindow, aProjectThatMayNotBeWrittenIsShownAndNothingIsOfferedThatWrites) {
  const QString path = smallProject(), drawing = folder + QStringLiteral("/a.geojson");
  {
    QFile file(drawing);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"Point","coordinates":[115.5,30.71]})");
  }
  ASSERT_EQ(::chmod(scratch.path().toUtf8().constData(), 0755), 0);
  ASSERT_EQ(::chmod(path.toUtf8().constData(), 0444), 0);
  ASSERT_EQ(::chmod(folder.toUtf8().constData(), 0555), 0);
  const uid_t user = ::geteuid();
  ASSERT_TRUE(user != 0 || ::setresuid(65534, 65534, 0) == 0);   // root may write everywhere
  const bool isOpen = open(path);
  if (isOpen) {
    EXPECT_FALSE(desktop->project().canEdit());
    clickMap(500050, 3400014);
    EXPECT_TRUE(desktop->inspector().hasFeature());
    EXPECT_FALSE(desktop->inspector().edit(QStringLiteral("floors"), QStringLiteral("7")));
    EXPECT_FALSE(find(QStringLiteral("mergeButton"))->isEnabled());
    EXPECT_FALSE(find(QStringLiteral("importButton"))->isEnabled());
    ASSERT_TRUE(desktop->session().place->openAt(find(QStringLiteral("mapPane"))->boundingRect().center()));
    EXPECT_FALSE(desktop->session().place->canJoin());
    desktop->session().overlays->add({QUrl::fromLocalFile(drawing)});   // seen, though the project cannot keep it
    OverlayModel& overlays = *desktop->session().overlays;
    EXPECT_TRUE(waitFor([&] { return overlays.data(overlays.index(0), OverlayModel::StateRole).toInt() == static_cast<int>(Overlay::State::Ready); }));
    settle();
  }
  ASSERT_TRUE(user != 0 || ::setresuid(0, 0, 0) == 0);
  ::chmod(folder.toUtf8().constData(), 0755);
  EXPECT_TRUE(isOpen);
}

TEST_F(HardWindow, aProcessKilledInTheMiddleOfAnEditLosesNothingThatWasDone) {
  const QString path = smallProject();
  QProcess other;
  other.start(QCoreApplication::applicationFilePath(), {QString::fromUtf8(test::kEditUntilKilled), path});
  QByteArray said;
  ASSERT_TRUE(waitFor([&] {
    said += other.readAllStandardOutput();
    return said.count('\n') >= 5;
  })) << other.readAllStandardError().toStdString();
  other.kill();
  ASSERT_TRUE(other.waitForFinished(kPatienceMs));
  said += other.readAllStandardOutput();
  const int done = said.trimmed().split('\n').last().toInt();
  ASSERT_TRUE(open(path));
  const int kept = desktop->project().snapshot()->content->city.buildings.front().floors.value_or(0);
  // The edit under way is there as a whole or not at all.
  EXPECT_TRUE(kept == done || kept == done % 90 + 1) << kept << " after " << done;
  const auto file = layers::Project::open(path.toStdString(), layers::Project::Access::Read);
  ASSERT_TRUE(file) << geo::toText(file.error());
  const auto integrity = file->checkIntegrity();
  EXPECT_TRUE(integrity) << geo::toText(integrity.error());
  desktop->project().undo();
  ASSERT_TRUE(waitFor([&] { return desktop->isIdle() && desktop->project().snapshot()->content->city.buildings.front().floors.value_or(0) == (kept == 1 ? 90 : kept - 1); }));
}

TEST_F(HardWindow, anInputMethodComposesInEveryField) {
  openSmallCity();
  key(Qt::Key_F, Qt::ControlModifier);
  ASSERT_TRUE(waitFor([this] { return find(QStringLiteral("searchField")) && find(QStringLiteral("searchField"))->hasActiveFocus(); }));
  compose(QStringLiteral("mei yuan"), {});
  EXPECT_EQ(composed(), QStringLiteral("mei yuan"));
  EXPECT_EQ(desktop->session().search->text(), QString());   // what is being composed is no text yet
  compose({}, QStringLiteral("梅园"));
  EXPECT_EQ(composed(), QString());
  ASSERT_TRUE(waitFor([this] { return desktop->session().search->rowCount() > 0; }));
  key(Qt::Key_Return);
  EXPECT_EQ(desktop->inspector().title(), QStringLiteral("梅园小区"));

  key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
  click("selectCondition");
  compose(QStringLiteral("yong tu"), {});
  EXPECT_EQ(composed(), QStringLiteral("yong tu"));
  compose({}, QStringLiteral("层数"));
  type(">=6");
  key(Qt::Key_Return);
  EXPECT_TRUE(waitFor([this] { return desktop->map().selection()->count() > 0; }));

  key(Qt::Key_F6);
  const int structure = 0;   // the first one is in view
  doubleClick(QStringLiteral("cell-0-%1").arg(structure));
  ASSERT_TRUE(waitFor([this] { return find(QStringLiteral("tableEditField")) != nullptr; }));
  key(Qt::Key_A, Qt::ControlModifier);
  compose(QStringLiteral("jia"), {});
  EXPECT_EQ(composed(), QStringLiteral("jia"));
  compose({}, QStringLiteral("甲楼"));
  key(Qt::Key_Return);
  EXPECT_TRUE(waitFor([&] { return cell(0, structure) == QStringLiteral("甲楼"); }));
}

TEST_F(HardWindow, noPanelCutsItsWordsAtHalfAgainTheTypeSize) {
  click("startSampleButton");
  ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen() && desktop->isIdle(); }));
  desktop->window()->resize(1920, 1080);
  for (int i = 0; i < 5; ++i) key(Qt::Key_Plus, Qt::ControlModifier | Qt::AltModifier);
  desktop->map().chooseFeature(desktop->project().snapshot()->content->city.buildings.front().uid);
  QStringList cut;
  for (const QString& language : {QStringLiteral("zh"), QStringLiteral("en")}) {
    desktop->language().use(language);
    for (const char* panel : {"layers", "style", "search", "select", "bookmarks", "districts", "assistant", "inspector", "pipes", "options", "profile", "table", "problems", "tasks"}) {
      desktop->frame().showPanel(QLatin1String(panel));
      settle();
      cut += cutWords(*desktop->window()->contentItem(), language + QLatin1Char(' ') + QLatin1String(panel));
    }
    for (const char* card : {"new", "import", "profile", "merge", "sheet", "scale", "address", "shortcuts"}) {
      desktop->frame().openCard(QLatin1String(card));
      settle();
      cut += cutWords(*desktop->window()->contentItem(), language + QLatin1Char(' ') + QLatin1String(card));
      key(Qt::Key_Escape);
    }
  }
  cut.removeDuplicates();
  EXPECT_EQ(cut.join(QLatin1Char('\n')).toStdString(), "");
  for (int i = 0; i < 5; ++i) key(Qt::Key_Minus, Qt::ControlModifier | Qt::AltModifier);
}

}  // namespace
}  // namespace pianqu::app
