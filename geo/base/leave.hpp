#pragma once

#include <cstdio>
#include <cstdlib>

namespace pianqu::geo {

/// Ends a program of several threads without the destructors that libraries run at exit.
/// QThread::wait() returns while the thread still takes down its thread-locals; among them are contexts of libgdal and libproj, whose common
/// parts are destroyed at exit: about once in a thousand ends of a busy machine, both at once.
///
/// in      everything of the program's own is gone or written
[[noreturn]] inline void leave(int status) {
  std::fflush(nullptr);
  std::_Exit(status);
}

}  // namespace pianqu::geo
