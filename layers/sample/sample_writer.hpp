#pragma once

#include <map>
#include <string>

#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {

/// Rows by file name, and inside a workbook by "file/sheet".
using DeliveredRows = std::map<std::string, std::int64_t>;

/// Writes a sample city as such cities deliver their data, and truth.json beside it. What is in each file: docs/cli/sample.md.
///
/// in        an existing or new folder; files of the same names are replaced
/// errors    Unwritable; Cancelled. A file is complete or not there
geo::Result<DeliveredRows> writeSample(const SampleCity& sample, const std::string& folder, geo::Progress& progress = geo::noProgress());

}  // namespace pianqu::layers
