#pragma once

#include <QElapsedTimer>
#include <QString>

#include "app/qml/desktop.hpp"

namespace pianqu::app {

/// Times of the window on this machine: until its first frame, and, when a project was asked for, until the first and the last layer are seen, how long the window did not answer meanwhile, and
/// frames while the map is moved and zoomed.
///
/// in        a window whose project has just been asked for; `sinceStart` runs from the start of the program
/// returns   lines for a person; an error when nothing is painted within a minute
geo::Result<QString> measureWindow(Desktop& desktop, const QElapsedTimer& sinceStart);

}  // namespace pianqu::app
