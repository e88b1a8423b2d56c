#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/base/problems.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/table.hpp"
#include "layers/io/field_mapping.hpp"
#include "layers/io/import_tables.hpp"
#include "layers/io/reader.hpp"
#include "layers/io/text_encoding.hpp"

namespace pianqu::layers {

struct ImportRequest {
  std::string path;
  std::string kind;              ///< --as: a table of the schema; empty: judged
  std::string crs, encoding;     ///< empty: judged
  std::string layer;             ///< layer, sheet or CAD layer; empty: all
  std::vector<std::pair<std::string, std::string>> fieldOverrides;   ///< heading, field
  bool acceptsBallpark = false;
};

/// What the project holds already; both empty for one that is about to be made.
struct ImportContext {
  std::optional<geo::Crs> projectCrs;
  City city;
};

/// Of everything that was imported, in the CRS of the project.
geo::Box extentOfCity(const City& city);

/// What became of one layer. read == written + refused, always.
struct LayerReport {
  std::string layer, kind, kindProof;
  EncodingProof encoding;
  std::string crs, crsProof;
  FieldMapping mapping;
  std::int64_t rowsRead = 0, rowsWritten = 0, rowsRepaired = 0, rowsRefused = 0;
};

/// Rows ready for the store, in the project CRS; nothing has been written yet.
struct ImportResult {
  std::string sha256;
  geo::Crs projectCrs;                    ///< the context's, or the one chosen for a new project
  std::string projectCrsProof;            ///< why, when it was chosen here
  std::vector<FeatureTable> tables;       ///< new rows, "uid" first
  std::vector<FeatureTable> updates;      ///< attribute values of rows that are there (ledgers, points inside estates), "uid" first
  std::vector<LayerReport> layers;
  geo::Problems problems;
};

/// A file as it lies on the disk, in memory.
struct RawFile {
  ReadFile content;
  std::string sha256;
};

/// Reads a file and proves its encoding. Needs nothing of the project: the next file can be read while one is stored.
/// errors    what the readers give
geo::Result<RawFile> readRaw(const ImportRequest& request, const ImportTables& tables, geo::Progress& progress = geo::noProgress());

/// Proves the coordinate system of a file, maps its headings and builds rows. Pure: the project is not touched.
///
/// keeps     for each layer rowsRead == rowsWritten + rowsRefused; every refusal or repair is a problem with file, layer, row and reason
/// errors    Undecided: kind or coordinate system not proven, with the candidates; Invalid: no row could be taken
geo::Result<ImportResult> importFile(const ImportRequest& request, RawFile file, const ImportTables& tables, const ImportContext& context, geo::Progress& progress = geo::noProgress());

}  // namespace pianqu::layers
