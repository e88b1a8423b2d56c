#pragma once

#include "geo/base/progress.hpp"

namespace pianqu::geo {

/// While it lives, overlay that this thread runs stops soon after `progress` is cancelled: it fails with Cancelled. Buffers, unions and
/// noding ask many times a second.
class StopWhenCancelled {
 public:
  explicit StopWhenCancelled(const Progress& progress);
  ~StopWhenCancelled();
  StopWhenCancelled(const StopWhenCancelled&) = delete;
  StopWhenCancelled& operator=(const StopWhenCancelled&) = delete;

 private:
  const Progress* m_before = nullptr;
};

}  // namespace pianqu::geo
