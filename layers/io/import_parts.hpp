#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "layers/io/crs_evidence.hpp"
#include "layers/io/import.hpp"
#include "layers/io/raw_layer.hpp"

/// The steps of importFile, one a source file.
namespace pianqu::layers {

/// Some rows of a layer that are one kind of thing, with values that follow from where they stood (a CAD layer, a tag).
struct Part {
  RawLayer rows;
  std::string kind, kindProof;
  std::vector<std::pair<std::string, std::string>> constants;         ///< field, value for all rows
  std::vector<std::map<std::string, std::string>> rowConstants;       ///< the same by row; empty or one a row
};

struct SplitLayers {
  std::vector<Part> parts;
  std::vector<LayerReport> leftOut;   ///< rows that are nothing we keep, refused as a group
  geo::Problems problems;
};

/// CAD: by CAD layer. OSM: by tags. Everything else: one part a layer, its kind judged.
SplitLayers splitCad(const std::vector<RawLayer>& layers, const ImportRequest& request, const ImportTables& tables);
/// Labels such as "砖6" that stand in one drawn house of `part` give it its storeys; the number of labels used.
std::size_t takeStoreyLabels(Part& part, const RawLayer& source, const std::vector<std::size_t>& labels);
SplitLayers splitOsm(const std::vector<RawLayer>& layers, const ImportTables& tables);

/// The survey's list of points (管线成果表): each row a point, the point that a pipe leads to, and the pipe as measured here; the same pipe is
/// listed at both ends. Becomes a part of points and one of lines. False: `layer` is not such a list and stays.
bool splitPipeList(RawLayer& layer, const ImportTables& tables, SplitLayers& split);

/// Makes geometries from columns (WKT, GeoJSON text, longitude and latitude, X and Y) where a layer has none. Rows with empty
/// coordinates get a fault. Nothing happens when there are no such columns.
void takeGeometryFromColumns(RawLayer& layer, const ImportTables& tables, const std::vector<std::pair<std::string, std::string>>& overrides);

/// What the rows of one import share.
struct Build {
  const ImportRequest& request;
  const ImportTables& tables;
  const ImportContext& context;
  ImportResult& result;
  City seen;                       ///< of this import, for references between its tables

  void refuse(LayerReport& report, const std::string& row, const std::string& code, const std::string& text);
  void remark(geo::Severity severity, const LayerReport& report, const std::string& row, const std::string& code, const std::string& text);
  std::string fileName() const;
};

/// A geometry of the kind that the table holds, closed and repaired where it has to be.
struct Fitted {
  geo::XYGeometry geometry;
  std::string repair;     ///< what was done; empty: nothing
  std::string fault;      ///< why it cannot be used; empty: it can
};
Fitted fitGeometry(geo::XYGeometry geometry, GeometryKind kind, const std::string& table);

/// Rows of a part with geometry as new rows of its table.
void buildRows(Build& build, const Part& part, const PlacedRows& placed, LayerReport& report);

/// CJJ 61 line table: lines between the points of its end codes.
void buildPipes(Build& build, const Part& part, LayerReport& report);

/// Attributes without shape, or points for estates: joined to rows that are there by code, by name, by place.
void joinRows(Build& build, const Part& part, const PlacedRows& placed, LayerReport& report);

/// Consents and other tables that have no geometry by nature are new rows; all others without geometry are joins.
bool isJoin(const Part& part);

/// Says which estate each new building stands in where the file does not, and which estate the project's buildings without one do.
void linkBuildings(Build& build);

/// Values of one row by field, text for "@" fields.
class RowReader {
 public:
  RowReader(const Part& part, const FieldMapping& mapping, const TableSchema& table);
  std::string text(std::size_t row, std::string_view field) const;
  /// Values by table field; what does not convert is left unknown and listed in `unread` as "heading: value".
  std::map<std::string, Value> values(std::size_t row, std::vector<std::string>& unread) const;

 private:
  const Part& m_part;
  const FieldMapping& m_mapping;
  const TableSchema& m_table;
  std::vector<const Field*> m_fields;                              ///< of the table, by column; nullptr: none
  std::unordered_map<std::string_view, std::size_t> m_columns;     ///< by field, the first of each
};

/// Appends a row to the table of that kind in the result, which is made with all fields of the schema when it is the first.
void appendRow(Build& build, const std::string& kind, const std::string& uid, const std::map<std::string, Value>& values, geo::XYGeometry geometry, const std::string& rowName);

/// Pipe class, section, depths and other fields that a pipe table tells in another form than the store holds it.
void completePipeValues(Build& build, const Part& part, const RowReader& reader, std::size_t row, std::map<std::string, Value>& values, std::vector<std::string>& unread);

}  // namespace pianqu::layers
