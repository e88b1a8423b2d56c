#pragma once

#include <QString>

namespace pianqu::app::test {

/// First argument of the test program when it is the process that is killed.
inline constexpr const char* kEditUntilKilled = "--edit-until-killed";

/// Opens a project and counts the floors of its first building up, 1 to 90 and again, without end; says each number when it is saved.
int editUntilKilled(const QString& path);

}  // namespace pianqu::app::test
