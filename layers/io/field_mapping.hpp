#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/table.hpp"
#include "layers/io/import_tables.hpp"

namespace pianqu::layers {

/// Which heading of a file feeds which field. `field` is empty for a heading that feeds none.
struct MappedField {
  std::string heading;
  std::string field;
  double factor = 1;         ///< from the unit in the file to that of the field
  std::string note;          ///< why, where it is not the plain name: "given by --map", "cut to 10 bytes", "万㎡"
};
using FieldMapping = std::vector<MappedField>;

/// Overrides first, then exact headings in the order of the table, then headings cut short by a Shapefile where only one field fits.
/// keeps     one entry a heading, in order; no field twice
/// errors    Invalid: an override that names a heading or a field that is not there
geo::Result<FieldMapping> mapFields(const TableSchema& table, const std::vector<std::string>& headings, const ImportTables& tables,
                                    const std::vector<std::pair<std::string, std::string>>& overrides);

std::optional<std::size_t> columnFor(const FieldMapping& mapping, std::string_view field);

/// A cell as a value of `field`: "5栋" -> 5, "2009年建成" -> 2009, "1,234.5", "是" -> 1, "未知" -> not known.
/// nullopt: the cell says something that is not a value of this type.
std::optional<Value> convertCell(const Value& cell, FieldType type, double factor);

/// The same for a year: also "1998-05", "1985/06/01", "1998.6", "2001年5月".
std::optional<Value> convertYear(const Value& cell);
/// Fields that hold a year.
bool isYearField(std::string_view field);

/// "115°33′36.5″", "E115°33'36\"", "115度33分" as degrees; nullopt when it is no angle in degrees, minutes and seconds.
std::optional<double> parseAngle(const std::string& text);

/// Width and height, or diameter alone, of "400", "DN400", "600×400", millimetres. nullopt when it is none of these.
struct PipeSection {
  std::optional<double> diameterMm, widthMm, heightMm;
};
std::optional<PipeSection> parseSection(const std::string& text);

}  // namespace pianqu::layers
