#pragma once

#include "app/qml/desktop.hpp"

namespace pianqu::app {

/// Goes through everything that the window can show, in both languages.
///
/// returns  what QML warned about, and what did not appear; empty when all is well
QStringList runSelfTest(Desktop& desktop);

}  // namespace pianqu::app
