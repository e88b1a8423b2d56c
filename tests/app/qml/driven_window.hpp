#pragma once

#include <QDir>
#include <QTemporaryDir>

#include "layers/feature/city_schema.hpp"
#include "tests/app/qml/open_window.hpp"
#include "tests/app/qml/small_city.hpp"

namespace pianqu::app::test {

/// A window that is driven by mouse and keys as a person would; projects lie in a folder with Chinese characters and blanks in its name.
class DrivenWindow : public OpenWindow {
 protected:
  void SetUp() override {
    folder = scratch.filePath(QStringLiteral("老旧 小区"));
    ASSERT_TRUE(QDir().mkpath(folder));
    qputenv("PIANQU_PROJECTS", folder.toUtf8());
    openWindow();
    ASSERT_TRUE(desktop);
    settle();
  }

  void openSmallCity() {
    desktop->project().openStore(makeMemoryStore("测试城", pianqu::test::smallCityCrs(), pianqu::test::smallCity(), {}));
    settle();
  }
  /// The small city as a file.
  void openSmallProject() {
    const QString path = folder + QStringLiteral("/测试 城.gpkg");
    auto project = layers::Project::create(path.toStdString(), {.name = "测试城", .crs = pianqu::test::smallCityCrs()}, {"mei", "2026-03-01T00:00:00Z"});
    ASSERT_TRUE(project) << geo::toText(project.error());
    auto tables = layers::toTables(pianqu::test::smallCity());
    std::erase_if(tables, [](const layers::FeatureTable& table) { return table.rowCount() == 0; });
    ASSERT_TRUE(project->addImport(std::move(tables), {.id = "s1", .path = "/raw/楼栋.shp", .kind = "building", .importedAt = "2026-03-01T00:00:00Z"}, {"mei", "2026-03-01T00:00:00Z"}));
    project = geo::fail(geo::ErrorCode::Cancelled, "closed");
    desktop->project().open(path);
    ASSERT_TRUE(waitFor([this] { return desktop->project().isOpen(); }));
    settle();
  }
  template <class Condition>
  bool waitFor(Condition condition) { return QTest::qWaitFor(condition, kPatienceMs); }

  QQuickItem* find(const QString& name) {
    return findSeen(*desktop->window()->contentItem(), name);
  }
  static QQuickItem* findSeen(const QQuickItem& parent, const QString& name) {
    for (QQuickItem* child : parent.childItems()) {
      if (child->objectName() == name && child->isVisible()) return child;
      if (QQuickItem* found = findSeen(*child, name)) return found;
    }
    return nullptr;
  }
  static QPoint middleOf(const QQuickItem& item) { return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint(); }
  void click(const QString& name, Qt::KeyboardModifiers modifiers = {}) {
    ASSERT_TRUE(waitFor([&] { return find(name) != nullptr; })) << name.toStdString();
    QTest::mouseClick(desktop->window(), Qt::LeftButton, modifiers, middleOf(*find(name)));
    settle();
  }
  void doubleClick(const QString& name) {
    ASSERT_TRUE(waitFor([&] { return find(name) != nullptr; })) << name.toStdString();
    QTest::mouseDClick(desktop->window(), Qt::LeftButton, {}, middleOf(*find(name)));
    settle();
  }
  void clickMap(double x, double y) {
    const auto place = geo::toLonLat(pianqu::test::smallCityCrs(), {x, y});
    const QPoint at = find(QStringLiteral("mapPane"))->mapToScene(desktop->map().camera()->view().screenOf(worldOf(*place))).toPoint();
    QTest::mouseClick(desktop->window(), Qt::LeftButton, {}, at);
    settle();
  }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(desktop->window(), key, modifiers);
    settle();
  }
  void type(const QString& text) {
    for (const QChar c : text) QTest::keyClick(desktop->window(), c.toLatin1());
    settle();
  }
  /// An entry of the menu that is open.
  void choose(const QString& words) {
    ASSERT_TRUE(waitFor([&] { return entry(words) != nullptr; })) << words.toStdString();
    QTest::mouseClick(desktop->window(), Qt::LeftButton, {}, middleOf(*entry(words)));
    settle();
  }
  QQuickItem* entry(const QString& words) { return findWords(*desktop->window()->contentItem(), words); }
  static QQuickItem* findWords(const QQuickItem& parent, const QString& words) {
    for (QQuickItem* child : parent.childItems()) {
      if (child->isVisible() && child->inherits("QQuickMenuItem") && child->property("text").toString().startsWith(words)) return child;
      if (QQuickItem* found = findWords(*child, words)) return found;
    }
    return nullptr;
  }
  QString wordsOf(const QString& name) { return find(name) ? find(name)->property("text").toString() : QString(); }
  bool isCardOpen(const char* name) {
    const QObject* card = desktop->window()->findChild<QObject*>(QLatin1String(name));
    return card && card->property("opened").toBool();
  }
  QString cell(int row, int column) {
    TableModel& table = *desktop->session().table;
    return table.data(table.index(row, column), TableModel::TextRole).toString();
  }
  int columnNamed(const QString& heading) {
    TableModel& table = *desktop->session().table;
    for (int column = 0; column < table.columnCount(); ++column)
      if (table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(heading)) return column;
    return -1;
  }

  QTemporaryDir scratch;
  QString folder;
};

}  // namespace pianqu::app::test
