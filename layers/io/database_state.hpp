#pragma once

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <string>

#include "layers/io/database.hpp"
#include "layers/io/gdal_words.hpp"

struct sqlite3;

namespace pianqu::layers {

struct Database::State {
  GDALDatasetUniquePtr dataset;
  std::string path;
  std::string clock;
  int srsId = 0;
  bool isInTransaction = false;

  /// The same database, past GDAL.
  sqlite3* sqlite() const { return static_cast<sqlite3*>(dataset->GetInternalHandle("SQLITE_HANDLE")); }
};

/// While it lives, GDAL stamps what it writes with the clock of the database.
class ClockScope {
 public:
  explicit ClockScope(const std::string& at) : m_isSet(!at.empty()) {
    if (m_isSet) CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", at.c_str());
  }
  ~ClockScope() {
    if (m_isSet) CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
  }
  ClockScope(const ClockScope&) = delete;
  ClockScope& operator=(const ClockScope&) = delete;

 private:
  bool m_isSet;
};

/// The error that SQLite's words amount to.
tl::unexpected<geo::Error> databaseError(const std::string& words, const std::string& path, const std::string& layer = {});

}  // namespace pianqu::layers
