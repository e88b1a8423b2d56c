#pragma once

#include "tests/app/qml/open_window.hpp"
#include "tests/app/qml/small_city.hpp"

namespace pianqu::app {

/// A plan of the small city with its first estate as PQ01 酱品厂片区.
layers::Plan planOfOneDistrict();

/// A window on the small city, driven by mouse and keys as a person would.
class Window : public OpenWindow {
 protected:
  void SetUp() override { open(true); }

  void open(bool hasCity) {
    openWindow();
    ASSERT_TRUE(desktop);
    if (hasCity) desktop->project().openStore(makeMemoryStore("测试城", test::smallCityCrs(), test::smallCity(), {}));
    settle();
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
};

}  // namespace pianqu::app
