#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/io/reader.hpp"

/// The part of the readers that talks to GDAL.
namespace pianqu::layers {

struct OgrSource {
  std::string path;                        ///< what is opened; may lie in memory
  std::vector<std::string> drivers;
  std::vector<std::string> openOptions;    ///< "ENCODING=GB18030"
  EncodingProof encoding;
  std::string onlyLayer;                   ///< empty: all with rows
  std::string dxfEncoding;                 ///< DXF only: GDAL 3.10 follows $DWGCODEPAGE in spite of the open option, but not of this configuration
  bool isInterleaved = false;              ///< OSM: the layers come mixed and are read in one go
};

/// errors    Unreadable with GDAL's words, also when the file breaks off while it is read; NotFound: no such layer, with those there are
geo::Result<std::vector<RawLayer>> readWithGdal(const OgrSource& source, const ReadLimits& limits, geo::Progress& progress);

/// Bytes as a file in GDAL's memory while this lives.
class MemoryFile {
 public:
  MemoryFile(const std::string& name, std::string bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  const std::string& path() const { return m_path; }

 private:
  std::string m_path, m_bytes;
};

/// Rows of all sheets as text, and the merged ranges of each.
struct SheetCells {
  CellGrid grid;
  std::vector<std::string> merged;         ///< "A1:C1"
};
/// errors    Unreadable; Unsupported: a sheet that unpacks to more than a gigabyte
geo::Result<std::vector<SheetCells>> readSheets(const std::string& path, const ReadLimits& limits, geo::Progress& progress);

}  // namespace pianqu::layers
