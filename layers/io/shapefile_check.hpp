#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/io/text_encoding.hpp"

namespace pianqu::layers {

/// The texts of a DBF as bytes, for judging the encoding before GDAL decodes them wrongly.
struct DbfBytes {
  std::size_t rows = 0;                     ///< as the header claims and the length of the file confirms
  int languageId = 0;                       ///< LDID, byte 29
  std::string bytes;                        ///< what `texts` point into
  std::vector<std::string_view> texts;      ///< field names and non-empty character values, at most 32 MB of them
};

/// errors    Unreadable: no header, record length that contradicts the fields, fewer bytes than the rows that it claims
geo::Result<DbfBytes> readDbfBytes(const std::string& path);

/// Whether .shp, .shx and .dbf belong together and are whole. Case of the endings does not matter.
/// errors    Unreadable, naming the side file and what is missing of it
geo::Result<void> checkShapefile(const std::string& path);

/// The side file of that ending beside `path`, in whatever case; empty when there is none.
std::string sideFile(const std::string& path, const std::string& ending);

/// Encoding of a DBF: judged from its bytes, with .cpg and LDID as hints.
geo::Result<EncodingProof> judgeDbf(const std::string& dbfPath);

/// The charset that an LDID stands for, or empty.
std::string encodingOfLanguageId(int id);

}  // namespace pianqu::layers
