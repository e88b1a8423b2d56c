#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"

namespace pianqu::layers {

/// A heading that is known for a table. Fields that begin with "@" are not columns of the store but tell where a feature is or what
/// it belongs to: @lon @lat @x @y @east @north @wkt @geometry, @from @to, @estate_code...
struct FieldAlias {
  std::string table;        ///< "*": any
  std::string heading;      ///< normalised
  std::string field;
  double factor = 1;
};

struct KindPattern {
  std::string kind, pattern;
  double weight = 1;
};

/// What a CAD layer or an OSM tag is: a kind, and a value that follows from it.
struct ContentRule {
  std::string key, pattern;      ///< CAD: key empty, pattern a part of the layer's name; OSM: key and value, "*" any value
  std::string kind, field, value;
};

struct PipeCode {
  std::string text, pipeClass, subclass;
};

/// The shipped tables that import goes by: fields.csv, import_kinds.csv, dxf_layers.csv, osm_tags.csv, pipe_codes.csv of data/catalogue.
/// They come as plain rows by heading, so that this folder does not depend on the catalogue's reader.
class ImportTables {
 public:
  using Row = std::map<std::string, std::string>;
  struct Rows { std::vector<Row> fields, kinds, dxfLayers, osmTags, pipeCodes; };
  /// errors  Invalid: a table or field that the schema does not have, a factor that is not a number
  static geo::Result<ImportTables> from(const Rows& rows);

  const std::vector<FieldAlias>& fields() const { return m_fields; }
  const std::vector<KindPattern>& kinds() const { return m_kinds; }
  bool isKnownHeading(std::string_view heading) const;
  const ContentRule* ruleOfCadLayer(const std::string& layer) const;                      ///< the longest pattern that the name contains
  const ContentRule* ruleOfTag(const std::string& key, const std::string& value) const;   ///< the exact value before "*"
  /// By exact text, or by the letters that a survey number begins with; the longest wins.
  std::optional<PipeCode> pipeCodeOf(const std::string& text) const;
  std::optional<PipeCode> pipeCodeIn(const std::string& text) const;                       ///< any code text contained in a name

 private:
  std::vector<FieldAlias> m_fields;
  std::vector<KindPattern> m_kinds;
  std::vector<ContentRule> m_dxfLayers, m_osmTags;
  std::vector<PipeCode> m_pipeCodes;
};

/// Lower case, full-width to ASCII, no blanks or underscores, the unit in brackets cut off: "管径（mm）" -> "管径", unit "mm".
struct Heading {
  std::string name, unit;
};
Heading normaliseHeading(std::string_view text);

/// U+FF01..U+FF5E and the full-width blank as ASCII: "２号" is "2号".
std::string halfWidth(std::string_view text);

}  // namespace pianqu::layers
