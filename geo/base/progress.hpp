#pragma once

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

}  // namespace pianqu::geo
