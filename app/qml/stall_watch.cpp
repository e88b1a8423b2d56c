#include "app/qml/stall_watch.hpp"

#include <algorithm>
#include <ctime>
#include <utility>

namespace pianqu::app {
namespace {

double cpuMs(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

}  // namespace

double threadCpuMs() { return cpuMs(CLOCK_THREAD_CPUTIME_ID); }
double processCpuMs() { return cpuMs(CLOCK_PROCESS_CPUTIME_ID); }

StallWatch::StallWatch(QObject* parent) : QObject(parent) {
  connect(&m_timer, &QTimer::timeout, this, &StallWatch::tick);
  m_timer.start(2);
  restart();
}

void StallWatch::restart() {
  m_lastMs = threadCpuMs();
  m_longestMs = 0;
}

void StallWatch::tick() {
  const double now = threadCpuMs(), busy = now - std::exchange(m_lastMs, now);
  m_longestMs = std::max(m_longestMs, busy);
  if (busy > kMostMs) emit stalled(busy);
}

}  // namespace pianqu::app
