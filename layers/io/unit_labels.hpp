#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"

namespace pianqu::layers {

/// One row of a table of results: id,district,reason.
struct UnitLabel {
  std::string id;
  std::string district;      ///< empty: left over
  std::string reason;        ///< code; empty for a placed unit
};

/// Writes beside `path` and moves into place, so that no half table is ever there. errors Unwritable
geo::Result<void> writeUnitLabels(const std::string& path, const std::vector<UnitLabel>& labels);

/// Columns id and district are needed. errors those of DelimitedRows; Invalid for an id that occurs twice
geo::Result<std::vector<UnitLabel>> readUnitLabels(const std::string& path);

}  // namespace pianqu::layers
