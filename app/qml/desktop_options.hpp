#pragma once

#include <QSize>
#include <QString>

#include "geo/base/result.hpp"

namespace pianqu::app {

/// What the command line of pianqu-desktop asks for.
struct DesktopOptions {
  QString project;           ///< path; empty: start page
  QString language;          ///< "zh" or "en"; empty: that of the system
  QString district;          ///< code of the district to choose and zoom to; empty: the whole city
  QString baseMap;           ///< MBTiles or GeoTIFF; empty: none
  QString baseMapCrs;        ///< "gcj02", "bd09"; empty: its own
  QString dataFolder;
  QString panel, card;       ///< keys of what is open in the picture
  bool isDark = false;
  QString screenshot;        ///< PNG to write, then stop
  QSize size;
  bool isSelfTest = false;
  bool isMeasured = false;   ///< --measure: print times and stop
  bool hasSample = false;    ///< --sample: a small made-up city in memory
};

/// errors  Invalid: the process exits with 2
geo::Result<DesktopOptions> parseDesktopOptions(const QStringList& arguments);

/// The shipped data: PIANQU_DATA, or beside the program, or the source tree.
QString findShippedData();

}  // namespace pianqu::app
