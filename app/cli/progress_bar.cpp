#include "app/cli/progress_bar.hpp"

#include <csignal>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace pianqu::app {
namespace {

std::atomic<int> interrupts{0};
std::atomic<bool> isWatched{false};   ///< somebody sits before a terminal
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

/// Answers at once: giving back the memory of a large city takes a moment.
void onInterrupt(int /*signal*/) {
  constexpr int kInterrupted = 130;
  constexpr std::string_view kAnswer = "\r\x1b[Kstopping; again to leave at once\n";
  if (interrupts.fetch_add(1) > 0) _exit(kInterrupted);
  if (isWatched && write(STDERR_FILENO, kAnswer.data(), kAnswer.size()) < 0) _exit(kInterrupted);
}

}  // namespace

void listenForInterrupt() {
  isWatched = isatty(STDERR_FILENO) == 1;
  struct sigaction action{};
  action.sa_handler = onInterrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

ProgressBar::ProgressBar() : m_isTerminal(isatty(STDERR_FILENO) == 1) {}
ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::report(double fraction, std::string_view stage) {
  if (!m_isTerminal || isCancelled()) return;
  const auto now = std::chrono::steady_clock::now();
  if (m_isShown && fraction < 1 && now - m_last < std::chrono::milliseconds(80)) return;
  m_last = now;
  m_isShown = true;
  if (fraction >= 1) return clear();   // what is printed next begins at the margin
  constexpr int kWidth = 30;
  const double share = std::clamp(fraction, 0.0, 1.0);
  const int full = static_cast<int>(share * kWidth);
  std::fprintf(stderr, "\r\x1b[K[%.*s%*s] %3.0f %% %.*s", full, "##############################", kWidth - full, "", share * 100, static_cast<int>(stage.size()), stage.data());
  std::fflush(stderr);
}

bool ProgressBar::isCancelled() const { return interrupts.load() > 0; }

void ProgressBar::clear() {
  if (!m_isShown) return;
  std::fputs("\r\x1b[K", stderr);
  m_isShown = false;
}

}  // namespace pianqu::app
