#include "app/qml/measure.hpp"

#include <QEventLoop>
#include <QQuickItem>
#include <QTimer>
#include <algorithm>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace pianqu::app {
namespace {

constexpr int kSteps = 60;
constexpr int kPatienceMs = 60000;
constexpr double kMs = 1e-6;  // from nanoseconds

bool hasLayer(Desktop& desktop) {
  const auto& layers = desktop.map().layers()->layers();
  return std::any_of(layers.begin(), layers.end(), [](const MapLayer* layer) { return !layer->isEmpty(); });
}

/// Until the window is first painted.
void waitForFirstFrame(Desktop& desktop) {
  QEventLoop loop;
  QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  desktop.window()->update();
  loop.exec();
}

/// Seconds, and processor seconds in brackets.
QString timeText(const QElapsedTimer& sinceStart) {
  return QStringLiteral("%1 s (processor %2 s)").arg(static_cast<double>(sinceStart.elapsed()) / 1000, 0, 'f', 2).arg(processCpuMs() / 1000, 0, 'f', 2);
}

/// When the file is read, when a frame is painted with the first layer in it, and when all is there. No frame is asked for meanwhile: the window paints
/// what it has, as for a person.
geo::Result<QString> timeOpening(Desktop& desktop, const QElapsedTimer& sinceStart) {
  QString text;
  QEventLoop loop;
  const auto reading = QObject::connect(&desktop.project(), &ProjectController::snapshotChanged, &loop, [&] { text += QStringLiteral("file read after %1\n").arg(timeText(sinceStart)); });
  const auto painting = QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, [&] { if (hasLayer(desktop)) loop.quit(); }, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  loop.exec();
  QObject::disconnect(reading);
  QObject::disconnect(painting);
  text += QStringLiteral("first layer seen after %1\n").arg(timeText(sinceStart));
  if (auto shown = waitUntilShown(desktop); !shown) return geo::fail(std::move(shown));
  return text + QStringLiteral("all seen after %1\n").arg(timeText(sinceStart));
}

/// Time and processor time a frame, when `step` is done before each.
QString timeFrames(Desktop& desktop, const QString& name, const std::function<void(int)>& step) {
  QEventLoop loop;
  QElapsedTimer one;
  std::vector<double> times;
  QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, [&] {
    times.push_back(static_cast<double>(one.nsecsElapsed()) * kMs);
    if (times.size() == kSteps) return loop.quit();
    one.start();
    step(static_cast<int>(times.size()));
    desktop.window()->update();
  }, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  const double cpu = processCpuMs();
  one.start();
  step(0);
  desktop.window()->update();
  loop.exec();
  if (times.empty()) return QStringLiteral("%1: no frame\n").arg(name);
  const double cpuEach = (processCpuMs() - cpu) / static_cast<double>(times.size());
  std::sort(times.begin(), times.end());
  return QStringLiteral("%1: %2 frames, median %3 ms, nine of ten below %4 ms, longest %5 ms; processor %6 ms each\n").arg(name).arg(times.size())
      .arg(times[times.size() / 2], 0, 'f', 1).arg(times[times.size() * 9 / 10], 0, 'f', 1).arg(times.back(), 0, 'f', 1).arg(cpuEach, 0, 'f', 1);
}

/// Peak and present memory of the program, as the kernel counts it.
QString memoryText() {
  std::ifstream status("/proc/self/status");
  QString text;
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM") || line.starts_with("VmRSS")) text += QString::fromStdString(line).simplified() + QLatin1Char(' ');
  return text.isEmpty() ? QString() : QStringLiteral("memory: %1\n").arg(text.trimmed());
}

/// Looking for what is under the pointer at places all over the map.
QString timeHover(MapController& map) {
  constexpr int kPlaces = 400;
  const QSizeF size = map.camera()->viewSize();
  double longest = 0;
  const double cpu = threadCpuMs();
  for (int i = 0; i < kPlaces; ++i) {
    const double before = threadCpuMs();
    map.featureAt(QPointF(size.width() * ((i * 37) % kPlaces) / kPlaces, size.height() * ((i * 101) % kPlaces) / kPlaces));
    longest = std::max(longest, threadCpuMs() - before);
  }
  return QStringLiteral("find under the pointer at %1: %2 ms each, longest %3 ms\n").arg(map.camera()->scaleText()).arg((threadCpuMs() - cpu) / kPlaces, 0, 'f', 3).arg(longest, 0, 'f', 3);
}

/// How long the largest table takes from the key to the frame that shows it, and a frame while it is scrolled.
QString timeTable(Desktop& desktop) {
  TableModel& table = *desktop.session().table;
  const auto& tables = desktop.project().snapshot()->content->rows.tables();
  const auto largest = std::max_element(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return a.rowCount() < b.rowCount(); });
  QEventLoop loop;
  QElapsedTimer clock;
  QObject::connect(desktop.window(), &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit, Qt::QueuedConnection);
  QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
  clock.start();
  table.setTable(static_cast<int>(largest - tables.begin()));
  desktop.frame().showPanel(QStringLiteral("table"));
  desktop.window()->update();
  loop.exec();
  const QString opened = QStringLiteral("table of %1 rows opened in %2 ms\n").arg(table.rowCount()).arg(static_cast<double>(clock.nsecsElapsed()) * kMs, 0, 'f', 0);
  auto* view = desktop.window()->findChild<QQuickItem*>(QStringLiteral("tableView"));
  if (!view) return opened;
  return opened + timeFrames(desktop, QStringLiteral("scroll the table"), [view, far = table.rowCount() / kSteps](int i) { view->setProperty("contentY", 20.0 * far * i); });
}

}  // namespace

geo::Result<QString> measureWindow(Desktop& desktop, const QElapsedTimer& sinceStart) {
  waitForFirstFrame(desktop);
  QString text = QStringLiteral("first frame after %1\n").arg(timeText(sinceStart));
  if (!desktop.project().isOpen() && !desktop.project().isBusy()) return text + memoryText();
  desktop.stalls().restart();
  auto opening = timeOpening(desktop, sinceStart);
  if (!opening) return opening;
  text += *opening;
  text += QStringLiteral("the window worked %1 ms at most without looking at events\n").arg(desktop.stalls().longestMs(), 0, 'f', 0);
  text += memoryText();
  MapController& map = desktop.map();
  const QSizeF size = map.camera()->viewSize();
  const QPointF middle(size.width() / 2, size.height() / 2);
  const auto pan = [&](int i) { map.panBy(i % 20 < 10 ? QPointF(9, 4) : QPointF(-9, -4)); };
  double longestMs = 0;
  const auto movesAndFinds = [&] {
    text += timeFrames(desktop, QStringLiteral("move at %1").arg(map.camera()->scaleText()), pan);
    longestMs = std::max(longestMs, desktop.stalls().longestMs());
    text += timeHover(map);
    desktop.stalls().restart();   // hundreds of questions at once are the measurement's, not the window's
  };
  desktop.stalls().restart();
  movesAndFinds();
  for (int i = 0; i < 3; ++i) {
    text += timeFrames(desktop, QStringLiteral("zoom in from %1").arg(map.camera()->scaleText()), [&](int) { map.zoomAt(middle, 0.035); });
    if (auto shown = waitUntilShown(desktop); !shown) return geo::fail(std::move(shown));
    movesAndFinds();
  }
  text += timeFrames(desktop, QStringLiteral("turn at %1").arg(map.camera()->scaleText()), [&](int) { map.turnBy(3); });
  longestMs = std::max(longestMs, desktop.stalls().longestMs());
  text += QStringLiteral("the window worked %1 ms at most without looking at events\n").arg(longestMs, 0, 'f', 0);
  text += timeTable(desktop);
  return text + memoryText();
}

}  // namespace pianqu::app
