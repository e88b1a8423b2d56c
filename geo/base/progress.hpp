#pragma once

#include <atomic>
#include <cstddef>
#include <string_view>

namespace pianqu::geo {

/// What long work reports to, and what it asks whether to go on. The default one listens to nobody.
/// Calls come from the thread that runs the work. An implementation is fast: it may be called thousands of times a second.
class Progress {
 public:
  virtual ~Progress() = default;

  /// `fraction` 0..1 of this stage; `stage` is a short phrase in English, stable enough to be translated.
  virtual void report(double /*fraction*/, std::string_view /*stage*/) {}

  /// Work that sees true returns ErrorCode::Cancelled and leaves nothing half-written.
  virtual bool isCancelled() const { return false; }
};

/// Reports to nobody and never cancels.
Progress& noProgress();

/// For loops of many short turns: asks once in a few thousand of them.
class CancelPoll {
 public:
  explicit CancelPoll(const Progress& progress) : m_progress(progress) {}
  bool operator()() {
    constexpr std::size_t kEach = 4096;
    return ++m_turns % kEach == 0 && m_progress.isCancelled();
  }

 private:
  const Progress& m_progress;
  std::size_t m_turns = 0;
};

/// For a second thread of the same work: it stops when the work is cancelled or stop() is called, and reports nothing.
/// isCancelled() of `work` must be safe to call from any thread.
class SilentProgress : public Progress {
 public:
  explicit SilentProgress(const Progress& work) : m_work(work) {}
  void stop() { m_isStopped = true; }
  bool isCancelled() const override { return m_isStopped || m_work.isCancelled(); }

 private:
  const Progress& m_work;
  std::atomic<bool> m_isStopped = false;
};

}  // namespace pianqu::geo
