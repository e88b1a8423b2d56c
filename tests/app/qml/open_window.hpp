#pragma once

#include <gtest/gtest.h>

#include <QQuickItem>
#include <QTest>
#include <memory>

#include "app/qml/desktop.hpp"

namespace pianqu::app {

/// How long a test waits for a condition before it fails.
inline constexpr int kPatienceMs = 20000;

/// A window without a project, in Chinese; the test fails on any warning of QML.
class OpenWindow : public testing::Test {
 protected:
  void openWindow() {
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
  }
  void TearDown() override {
    if (!desktop) return;
    EXPECT_EQ(desktop->warnings().join(QLatin1Char('\n')).toStdString(), "");
  }
  void settle() {
    const auto shown = waitUntilShown(*desktop);
    ASSERT_TRUE(shown) << geo::toText(shown.error());
  }

  std::unique_ptr<Desktop> desktop;
};

}  // namespace pianqu::app
