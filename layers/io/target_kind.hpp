#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "layers/io/import_tables.hpp"
#include "layers/io/raw_layer.hpp"

namespace pianqu::layers {

struct KindProof {
  std::string kind;      ///< name of a table of the schema
  std::string proof;
};

/// Judges what a layer is from its headings (rare ones weigh more), the names of layer and file, and its geometry.
/// errors    Undecided, with the best candidates and what speaks for them
geo::Result<KindProof> judgeKind(const RawLayer& layer, const std::string& fileName, const ImportTables& tables);

/// What most rows have.
GeometryKind geometryKindOf(const RawLayer& layer);

}  // namespace pianqu::layers
