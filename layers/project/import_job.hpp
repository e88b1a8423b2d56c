#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/io/import.hpp"
#include "layers/project/project.hpp"

/// What command line and window both do around an import.
namespace pianqu::layers {

/// The shipped tables that importFile goes by. errors  those of the catalogue
geo::Result<ImportTables> readImportTables(const std::string& dataFolder);

/// The row that the source table keeps of this import.
Source sourceOf(const ImportRequest& request, const ImportResult& result, const Author& author);

/// The earlier import of the same bytes among what a project holds, if there is one.
std::optional<Source> earlierImport(const std::vector<Source>& sources, const ImportRequest& request);

}  // namespace pianqu::layers
