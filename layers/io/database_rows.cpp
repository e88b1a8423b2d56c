#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "layers/io/database_state.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::XYGeometry;

OGRwkbGeometryType ogrType(GeometryKind kind, bool isAny) {
  if (isAny) return wkbUnknown;
  switch (kind) {
    case GeometryKind::None: return wkbNone;
    case GeometryKind::Point: return wkbPoint;
    case GeometryKind::Line: return wkbMultiLineString;
    case GeometryKind::Polygon: return wkbMultiPolygon;
  }
  return wkbNone;
}

/// A field of a feature as it is stored; unknown where it is not set.
Value valueOf(const OGRFeature& feature, int field, OGRFieldType type) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  switch (type) {
    case OFTInteger: return std::int64_t{feature.GetFieldAsInteger(field)};
    case OFTInteger64: return std::int64_t{feature.GetFieldAsInteger64(field)};
    case OFTReal: return feature.GetFieldAsDouble(field);
    default: return std::string(feature.GetFieldAsString(field));
  }
}

std::unique_ptr<OGRFieldDefn> definitionOf(const Field& field) {
  OGRFieldType type = OFTString;
  if (field.type == FieldType::Integer) type = OFTInteger64;
  if (field.type == FieldType::Real) type = OFTReal;
  if (field.type == FieldType::Boolean) type = OFTInteger;
  auto definition = std::make_unique<OGRFieldDefn>(field.name.c_str(), type);
  if (field.type == FieldType::Boolean) definition->SetSubType(OFSTBoolean);
  if (!field.zh.empty()) definition->SetAlternativeName(field.zh.c_str());
  return definition;
}

/// False when the value is not of the field's type.
bool setField(OGRFeature& feature, int field, OGRFieldType type, const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) {
    feature.SetFieldNull(field);
    return true;
  }
  if (type == OFTReal) {
    const auto number = toNumber(value);
    if (number) feature.SetField(field, *number);
    return number.has_value();
  }
  if (type == OFTInteger || type == OFTInteger64) {
    const auto integer = toInteger(value);
    if (integer) feature.SetField(field, static_cast<GIntBig>(*integer));
    return integer.has_value();
  }
  if (const auto* text = std::get_if<std::string>(&value)) feature.SetField(field, text->c_str());
  else feature.SetField(field, toText(value).c_str());
  return true;
}

struct Column {
  std::size_t from = 0;
  int to = -1;         ///< -1: the primary key
  OGRFieldType type = OFTString;
};

geo::Result<std::vector<Column>> columnsFor(OGRLayer& layer, const FeatureTable& rows, const std::string& path) {
  std::vector<Column> columns;
  for (std::size_t f = 0; f < rows.fields.size(); ++f) {
    const auto& name = rows.fields[f].name;
    if (name == layer.GetFIDColumn()) {
      columns.push_back({f, -1, OFTInteger64});
      continue;
    }
    const int to = layer.GetLayerDefn()->GetFieldIndex(name.c_str());
    if (to < 0) return fail(ErrorCode::Invalid, "table " + rows.name + " has no column \"" + name + "\"", "map the heading to one of its columns", {.file = path, .layer = rows.name});
    columns.push_back({f, to, layer.GetLayerDefn()->GetFieldDefn(to)->GetType()});
  }
  return columns;
}

geo::Result<void> fill(OGRFeature& feature, const FeatureTable& rows, std::size_t row, const std::vector<Column>& columns, const std::string& path) {
  const auto where = [&] { return geo::Where{.file = path, .layer = rows.name, .feature = row < rows.rowNames.size() ? rows.rowNames[row] : std::to_string(row + 1)}; };
  feature.Reset();
  for (const auto& column : columns) {
    const Value& value = rows.columns[column.from][row];
    if (column.to < 0) {
      feature.SetFID(toInteger(value).value_or(OGRNullFID));
    } else if (!setField(feature, column.to, column.type, value)) {
      return fail(ErrorCode::Invalid, "\"" + toText(value) + "\" is not a value for " + rows.fields[column.from].name, "correct it in the source", where());
    }
  }
  if (row >= rows.geometries.size() || rows.geometries[row].isEmpty()) return {};
  const auto* points = std::get_if<XYGeometry::Points>(&rows.geometries[row].value);
  if (points && points->points.size() > 1 && rows.geometry == GeometryKind::Point) return fail(ErrorCode::Invalid, "a row has several points", "split it into rows", where());
  const std::string wkb = toWkb(rows.geometries[row]);
  OGRGeometry* geometry = nullptr;
  if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size()) != OGRERR_NONE) return fail(ErrorCode::Invalid, "the geometry cannot be written", "", where());
  feature.SetGeometryDirectly(geometry);
  return {};
}

constexpr std::size_t kReportEvery = 4096;

/// Many rows go in without their R-tree, which is then packed at once: 150 000 rows one by one cost it 2 s, packed 0.3 s.
class PackedIndex {
 public:
  PackedIndex(GDALDataset& dataset, OGRLayer& layer, std::size_t rows) : m_dataset(dataset), m_layer(layer) {
    constexpr std::size_t kWorthwhile = 20'000, kRepacked = 5;   // an entry that is packed again costs a sixth of one that is put in
    m_isApart = rows >= kWorthwhile && static_cast<std::size_t>(std::max<GIntBig>(0, layer.GetFeatureCount())) <= kRepacked * rows && call("HasSpatialIndex") && call("DisableSpatialIndex");
  }
  /// False when it could not be made again.
  bool finish() {
    if (!m_isApart) return true;
    m_isApart = false;
    return call("CreateSpatialIndex");
  }

 private:
  bool call(const char* function) {
    const auto text = [](const char* value) { return Database::literal(Value{std::string(value)}); };
    const std::string sql = "SELECT " + std::string(function) + "(" + text(m_layer.GetName()) + ", " + text(m_layer.GetGeometryColumn()) + ")";
    OGRLayer* result = m_dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (!result) return false;
    const std::unique_ptr<OGRFeature> row(result->GetNextFeature());
    const bool isDone = row && row->GetFieldAsInteger(0) == 1;
    m_dataset.ReleaseResultSet(result);
    return isDone;
  }

  GDALDataset& m_dataset;
  OGRLayer& m_layer;
  bool m_isApart = false;
};

}  // namespace

std::string Database::quoted(std::string_view identifier) {
  std::string text = "\"";
  for (const char c : identifier) text.append(c == '"' ? 2 : 1, c);
  return text + "\"";
}

std::string Database::literal(const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return "NULL";
  if (const auto* text = std::get_if<std::string>(&value)) {
    std::string result = "'";
    for (const char c : *text) {
      if (c != '\0') result.append(c == '\'' ? 2 : 1, c);
    }
    return result + "'";
  }
  // A whole number without a point would become an integer in a column without affinity.
  std::string number = toText(value);
  if (std::holds_alternative<double>(value) && number.find_first_of(".en") == std::string::npos) number += ".0";
  return number;
}

std::string Database::literal(const XYGeometry& geometry) const {
  if (geometry.isEmpty()) return "NULL";
  // [OGC12-128r19] clause 2.1.3: magic, version 0, flags (little endian, envelope of 4 doubles), srs_id, envelope, WKB.
  const geo::Box box = boxOf(geometry);
  std::string blob{'G', 'P', '\0', '\x03'};
  const auto srs = static_cast<std::int32_t>(m_state->srsId);
  const double envelope[] = {box.minX, box.maxX, box.minY, box.maxY};
  char raw[sizeof srs + sizeof envelope];
  std::memcpy(raw, &srs, sizeof srs);
  std::memcpy(raw + sizeof srs, envelope, sizeof envelope);
  blob.append(raw, sizeof raw);
  blob += toWkb(geometry);
  std::string text = "X'";
  for (const char c : blob) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text + "'";
}

geo::Result<Database::Rows> Database::query(const std::string& sql) const {
  const GdalWords words;
  OGRLayer* layer = m_state->dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr);
  Rows rows;
  if (layer) {
    const OGRFeatureDefn& definition = *layer->GetLayerDefn();
    for (const auto& feature : *layer) {
      auto& row = rows.emplace_back();
      for (int f = 0; f < definition.GetFieldCount(); ++f) row.push_back(valueOf(*feature, f, definition.GetFieldDefn(f)->GetType()));
    }
    m_state->dataset->ReleaseResultSet(layer);
  }
  if (words.hasFailure()) return databaseError(words.text(), m_state->path);
  return rows;
}

geo::Result<void> Database::createTable(const TableSchema& schema, const geo::Crs& crs, const TableOptions& options) {
  const GdalWords words;
  const ClockScope clock(m_state->clock);
  OGRSpatialReference srs;
  if (srs.importFromWkt(crs.toWkt2().c_str()) != OGRERR_NONE) return databaseError("the CRS cannot be written: " + crs.name(), m_state->path, schema.name);
  srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  CPLStringList creation;
  creation.SetNameValue("FID", options.fid.c_str());
  creation.SetNameValue("GEOMETRY_NAME", "geom");
  creation.SetNameValue("SPATIAL_INDEX", "YES");
  creation.SetNameValue("IDENTIFIER", schema.zh.empty() ? schema.name.c_str() : (schema.zh + " " + schema.name).c_str());
  creation.SetNameValue("DESCRIPTION", options.description.empty() ? schema.en.c_str() : options.description.c_str());
  const auto type = ogrType(schema.geometry, options.hasAnyGeometry);
  OGRLayer* layer = m_state->dataset->CreateLayer(schema.name.c_str(), type == wkbNone ? nullptr : &srs, type, creation.List());
  if (!layer) return databaseError(words.text(), m_state->path, schema.name);
  bool isDone = true;
  if (options.hasUniqueUid) {
    OGRFieldDefn uid("uid", OFTString);
    uid.SetUnique(true);
    uid.SetNullable(false);
    isDone = layer->CreateField(&uid) == OGRERR_NONE;
  }
  for (const auto* list : {&schema.fields, &options.extraFields}) {
    for (const auto& field : *list) {
      isDone = isDone && layer->CreateField(definitionOf(field).get()) == OGRERR_NONE;
    }
  }
  isDone = isDone && layer->SyncToDisk() == OGRERR_NONE;
  if (!isDone || words.hasFailure()) return databaseError(words.text(), m_state->path, schema.name);
  if (type == wkbNone) return {};
  const auto id = query("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = " + literal(Value{schema.name}));
  if (!id) return fail(id);
  if (!id->empty()) m_state->srsId = static_cast<int>(toInteger(id->front().front()).value_or(0));
  return {};
}

geo::Result<void> Database::insert(const FeatureTable& rows, geo::Progress& progress) {
  const GdalWords words;
  const ClockScope clock(m_state->clock);
  OGRLayer* layer = m_state->dataset->GetLayerByName(rows.name.c_str());
  if (!layer) return fail(ErrorCode::NotFound, "the project has no table " + rows.name, "", {.file = m_state->path, .layer = rows.name});
  const auto columns = columnsFor(*layer, rows, m_state->path);
  if (!columns) return fail(columns);
  PackedIndex index(*m_state->dataset, *layer, layer->GetGeomType() == wkbNone ? 0 : rows.rowCount());
  OGRFeature feature(layer->GetLayerDefn());
  for (std::size_t row = 0; row < rows.rowCount(); ++row) {
    if (row % kReportEvery == 0) {
      progress.report(static_cast<double>(row) / static_cast<double>(rows.rowCount()), "writing " + rows.name);
      if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "stopped; nothing was changed");
    }
    if (const auto filled = fill(feature, rows, row, *columns, m_state->path); !filled) return filled;
    if (layer->CreateFeature(&feature) != OGRERR_NONE) {
      auto failed = databaseError(words.text(), m_state->path, rows.name);
      failed.value().where.feature = row < rows.rowNames.size() ? rows.rowNames[row] : std::to_string(row + 1);
      return failed;
    }
  }
  // Raw SQL that follows must see these rows and their R-tree entries.
  if (layer->SyncToDisk() != OGRERR_NONE || !index.finish() || words.hasFailure()) return databaseError(words.text(), m_state->path, rows.name);
  return {};
}

}  // namespace pianqu::layers
