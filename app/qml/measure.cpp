#include "app/qml/measure.hpp"

#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <functional>

namespace pianqu::app {
namespace {

constexpr int kSteps = 60;
constexpr int kPatienceMs = 60000;
constexpr double kMs = 1e-6;  // from nanoseconds

/// The longest time between two turns of the event loop, while it lives.
class Heartbeat {
 public:
  Heartbeat() {
    m_clock.start();
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_longest = std::max(m_longest, m_clock.nsecsElapsed()); m_clock.start(); });
    m_timer.start(1);
  }
  double longestMs() const { return static_cast<double>(m_longest) * kMs; }

 private:
  QTimer m_timer;
  QElapsedTimer m_clock;
  qint64 m_longest = 0;
};

bool hasLayer(Desktop& desktop) {
  const auto& layers = desktop.map().layers()->layers();
  return std::any_of(layers.begin(), layers.end(), [](const MapLayer* layer) { return !layer->isEmpty(); });
}

/// Seconds until a frame is painted with the first layer in it.
double secondsToFirstLayer(Desktop& desktop, const QElapsedTimer& sinceStart) {
  QEventLoop loop;
  bool isInFrame = false;
  QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, [&] {
    if (isInFrame) return loop.quit();
    isInFrame = hasLayer(desktop);
    desktop.window()->update();
  }, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  desktop.window()->update();
  loop.exec();
  return static_cast<double>(sinceStart.elapsed()) / 1000;
}

/// Mean and longest time a frame, when `step` is done before each.
QString timeFrames(Desktop& desktop, const QString& name, const std::function<void(int)>& step) {
  QEventLoop loop;
  QElapsedTimer total, one;
  qint64 longest = 0;
  int done = 0;
  QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, [&] {
    longest = std::max(longest, one.nsecsElapsed());
    if (++done == kSteps) return loop.quit();
    one.start();
    step(done);
    desktop.window()->update();
  }, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  total.start();
  one.start();
  step(0);
  desktop.window()->update();
  loop.exec();
  const double mean = static_cast<double>(total.nsecsElapsed()) * kMs / std::max(done, 1);
  return QStringLiteral("%1: %2 frames, %3 ms each, longest %4 ms\n").arg(name).arg(done).arg(mean, 0, 'f', 1).arg(static_cast<double>(longest) * kMs, 0, 'f', 1);
}

}  // namespace

geo::Result<QString> measureWindow(Desktop& desktop, const QElapsedTimer& sinceStart) {
  Heartbeat heartbeat;
  const double first = secondsToFirstLayer(desktop, sinceStart);
  if (auto shown = waitUntilShown(desktop); !shown) return geo::fail(std::move(shown));
  QString text = QStringLiteral("first layer seen after %1 s, all after %2 s; the window was silent for %3 ms at most\n")
                     .arg(first, 0, 'f', 2).arg(static_cast<double>(sinceStart.elapsed()) / 1000, 0, 'f', 2).arg(heartbeat.longestMs(), 0, 'f', 0);
  MapController& map = desktop.map();
  const QSizeF size = map.camera()->viewSize();
  const QPointF middle(size.width() / 2, size.height() / 2);
  const auto pan = [&](int i) { map.panBy(i % 20 < 10 ? QPointF(9, 4) : QPointF(-9, -4)); };
  text += timeFrames(desktop, QStringLiteral("move at %1").arg(map.camera()->scaleText()), pan);
  text += timeFrames(desktop, QStringLiteral("zoom in from %1").arg(map.camera()->scaleText()), [&](int) { map.zoomAt(middle, 0.07); });
  text += timeFrames(desktop, QStringLiteral("move at %1").arg(map.camera()->scaleText()), pan);
  return text;
}

}  // namespace pianqu::app
