#pragma once

#include <chrono>
#include <string>

#include "geo/base/progress.hpp"

namespace pianqu::app {

/// A bar on standard error when that is a terminal, silent otherwise; cancelled by Ctrl-C.
class ProgressBar final : public geo::Progress {
 public:
  ProgressBar();
  ~ProgressBar() override;   ///< takes the bar away
  void report(double fraction, std::string_view stage) override;
  bool isCancelled() const override;
  void clear();

 private:
  bool m_isTerminal = false;
  bool m_isShown = false;
  std::chrono::steady_clock::time_point m_last{};
};

/// From now on Ctrl-C asks running work to stop; a second one ends the program. Files are written beside and renamed, and the store
/// works in transactions, so that neither leaves anything half-written.
void listenForInterrupt();

}  // namespace pianqu::app
