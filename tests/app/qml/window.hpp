#pragma once

#include <gtest/gtest.h>

#include <QQuickItem>
#include <QTest>
#include <memory>

#include "app/qml/desktop.hpp"
#include "tests/app/qml/small_city.hpp"

namespace pianqu::app {

inline constexpr int kPatienceMs = 20000;

/// A plan of the small city with its first estate as PQ01 酱品厂片区.
layers::Plan planOfOneDistrict();

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
    settle();
    for (const QPoint at : {screenOf(499985, 3399985), screenOf(500110, 3399985), screenOf(500112, 3400128), screenOf(499985, 3400120)}) click(at);
  }

  std::unique_ptr<Desktop> desktop;
};

}  // namespace pianqu::app
