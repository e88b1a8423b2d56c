#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace pianqu::app {

/// Watches how long the thread it is made in works without looking at new events: what a person feels as a window that does not answer. Measured in
/// CPU time of the thread, so that a busy machine does not look like a busy window.
class StallWatch : public QObject {
  Q_OBJECT

 public:
  static constexpr double kMostMs = 50;

  explicit StallWatch(QObject* parent = nullptr);
  double longestMs() const { return m_longestMs; }
  void restart();

 signals:
  /// Longer than kMostMs without an answer.
  void stalled(double ms);

 private:
  void tick();
  QTimer m_timer;
  double m_lastMs = 0;
  double m_longestMs = 0;
};

/// CPU time of the calling thread and of the whole program so far, milliseconds.
double threadCpuMs();
double processCpuMs();

}  // namespace pianqu::app
