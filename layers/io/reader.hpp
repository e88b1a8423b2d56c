#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/io/cell_grid.hpp"
#include "layers/io/file_format.hpp"
#include "layers/io/raw_layer.hpp"

/// Foreign files as they are, with the proof of their encoding; nothing is interpreted, converted or dropped here.
namespace pianqu::layers {

struct ReadOptions {
  std::string encoding;          ///< as the user says; empty: judged
  std::string layer;             ///< only this layer or sheet; for DXF only this CAD layer; empty: all
  HeadingTest isKnownHeading;    ///< for sheets and text files
  ReadLimits limits;
};

struct ReadFile {
  FileFormat format = FileFormat::GeoJson;
  std::vector<RawLayer> layers;
};

/// Reads the layers of one file. Each driver only sees files whose first bytes are of its format.
/// errors    NotFound, Unreadable (damaged, truncated, of another format), Unsupported, Undecided (encoding), Cancelled
geo::Result<ReadFile> readFile(const std::string& path, const ReadOptions& options, geo::Progress& progress);

}  // namespace pianqu::layers
