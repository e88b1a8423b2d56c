#include <linux/magic.h>
#include <ogrsf_frmts.h>
#include <sqlite3.h>
#include <sys/vfs.h>

#include <algorithm>
#include <memory>

#include "layers/io/database_state.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::XY;
using geo::XYGeometry;

geo::Line<XY> lineOf(const OGRSimpleCurve& curve) {
  geo::Line<XY> line(static_cast<std::size_t>(curve.getNumPoints()));
  for (int i = 0; i < curve.getNumPoints(); ++i) line[static_cast<std::size_t>(i)] = {curve.getX(i), curve.getY(i)};
  return line;
}

geo::Polygon<XY> polygonOf(const OGRPolygon& polygon) {
  geo::Polygon<XY> result;
  if (polygon.getExteriorRing()) result.outer = lineOf(*polygon.getExteriorRing());
  for (int i = 0; i < polygon.getNumInteriorRings(); ++i) result.holes.push_back(lineOf(*polygon.getInteriorRing(i)));
  return result;
}

/// What we wrote ourselves or what QGIS edited: simple, multi, flat. Anything else reads as no geometry.
XYGeometry geometryOf(const OGRGeometry* geometry) {
  if (!geometry || geometry->IsEmpty()) return {};
  switch (wkbFlatten(geometry->getGeometryType())) {
    case wkbPoint: return {XYGeometry::Points{{{geometry->toPoint()->getX(), geometry->toPoint()->getY()}}}};
    case wkbLineString: return {XYGeometry::Lines{{lineOf(*geometry->toLineString())}}};
    case wkbPolygon: return {XYGeometry::Polygons{{polygonOf(*geometry->toPolygon())}}};
    case wkbMultiPoint: {
      XYGeometry::Points all;
      for (const auto* point : *geometry->toMultiPoint()) all.points.push_back({point->getX(), point->getY()});
      return {std::move(all)};
    }
    case wkbMultiLineString: {
      XYGeometry::Lines all;
      for (const auto* line : *geometry->toMultiLineString()) all.lines.push_back(lineOf(*line));
      return {std::move(all)};
    }
    case wkbMultiPolygon: {
      XYGeometry::Polygons all;
      for (const auto* polygon : *geometry->toMultiPolygon()) all.polygons.push_back(polygonOf(*polygon));
      return {std::move(all)};
    }
    default: return {};
  }
}

XYGeometry geometryOf(std::string_view wkb) {
  if (wkb.empty()) return {};
  if (auto plain = fromWkb(wkb)) return plain->isEmpty() ? XYGeometry{} : std::move(*plain);
  OGRGeometry* raw = nullptr;
  if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size()) != OGRERR_NONE) return {};
  const std::unique_ptr<OGRGeometry> geometry(raw);
  return geometryOf(geometry.get());
}

/// The well-known binary in a blob of a GeoPackage; empty for an empty geometry and for any other bytes. source: [OGC12-128r19] clause 2.1.3
std::string_view wkbOf(std::string_view blob) {
  constexpr std::size_t kHead = 8;
  constexpr std::size_t kEnvelopes[] = {0, 32, 48, 48, 64};
  if (blob.size() < kHead || blob[0] != 'G' || blob[1] != 'P') return {};
  const auto flags = static_cast<unsigned char>(blob[3]);
  const unsigned envelope = flags >> 1U & 7U;
  const bool isEmpty = (flags & 0x10U) != 0;
  if (isEmpty || envelope >= std::size(kEnvelopes) || blob.size() < kHead + kEnvelopes[envelope]) return {};
  return blob.substr(kHead + kEnvelopes[envelope]);
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// Whether the file lies on a disk of this machine: one that may vanish (a network, a stick of FAT) would take the program along when it is mapped.
bool isOnLocalDisk(const std::string& path) {
  struct statfs system{};
  if (::statfs(path.c_str(), &system) != 0) return false;
  constexpr std::uint32_t kLocal[] = {EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC, TMPFS_MAGIC, OVERLAYFS_SUPER_MAGIC, F2FS_SUPER_MAGIC};
  return std::find(std::begin(kLocal), std::end(kLocal), static_cast<std::uint32_t>(system.f_type)) != std::end(kLocal);
}

/// While it lives, SQLite looks at the pages of the file where the system holds them, in place of a call and a copy for each. It holds its lock on the
/// file as ever.
class MappedScope {
 public:
  MappedScope(sqlite3* database, const std::string& path) : m_database(isOnLocalDisk(path) ? database : nullptr) { map("2147418112"); }   // the most that SQLite takes
  ~MappedScope() { map("0"); }
  MappedScope(const MappedScope&) = delete;
  MappedScope& operator=(const MappedScope&) = delete;

 private:
  void map(const char* bytes) { if (m_database) sqlite3_exec(m_database, (std::string("PRAGMA mmap_size=") + bytes).c_str(), nullptr, nullptr, nullptr); }
  sqlite3* m_database;
};

/// A query that is stepped through, row by row, where the rows lie: the way through a layer of GDAL takes three times as long.
class Cursor {
 public:
  Cursor(sqlite3* database, const std::string& path, const std::string& sql) : m_database(database), m_mapped(database, path) {
    sqlite3_stmt* statement = nullptr;
    m_isRead = sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK;
    m_statement.reset(statement);
  }

  /// false: there is no further row, or it cannot be read (error())
  bool next() {
    if (!m_isRead) return false;
    const int code = sqlite3_step(m_statement.get());
    m_isRead = code == SQLITE_ROW || code == SQLITE_DONE;
    return code == SQLITE_ROW;
  }
  std::string error() const { return m_isRead ? std::string() : sqlite3_errmsg(m_database); }

  std::string_view bytes(int column) const {
    const auto* first = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return {first, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
  }
  /// As UTF-8, whatever the file holds.
  std::string_view textAt(int column) const {
    const auto* first = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return {first, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
  }
  Cell cell(int column) const {
    switch (sqlite3_column_type(m_statement.get(), column)) {
      case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(m_statement.get(), column)};
      case SQLITE_FLOAT: return sqlite3_column_double(m_statement.get(), column);
      case SQLITE_TEXT: return textAt(column);
      default: return {};
    }
  }

 private:
  sqlite3* m_database;
  MappedScope m_mapped;   // outlives the statement
  std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
  bool m_isRead = false;
};

constexpr std::size_t kReportEvery = 4096;

/// A cell as a value of the field's type: a column may hold numbers where its table says text.
Value valueOf(const Cell& cell, FieldType type) {
  const bool isText = std::holds_alternative<std::string_view>(cell), isKnown = !std::holds_alternative<std::monostate>(cell);
  if ((type == FieldType::Text || type == FieldType::Date) && isKnown && !isText) return textOf(cell);
  if (const auto* integer = std::get_if<std::int64_t>(&cell); integer && type == FieldType::Real) return static_cast<double>(*integer);
  return layers::valueOf(cell);
}

tl::unexpected<geo::Error> noSuchTable(const std::string& path, const std::string& table) {
  return fail(ErrorCode::NotFound, "the project has no table " + table, "open it for writing once, so that it is brought up to date", {.file = path, .layer = table});
}

}  // namespace

/// Tables and rows that GDAL still holds are in the file after any statement of its own.
geo::Result<void> Database::settle() const {
  const auto done = query("SELECT 1");
  return done ? geo::Result<void>{} : fail(done);
}

geo::Result<void> Database::readRows(const std::string& table, const std::vector<Field>& fields, const std::optional<Keys>& range, const TakeRow& take, geo::Progress& progress) const {
  OGRLayer* layer = m_state->dataset->GetLayerByName(table.c_str());
  if (!layer) return noSuchTable(m_state->path, table);
  const OGRFeatureDefn& definition = *layer->GetLayerDefn();
  const std::string key = quoted(layer->GetFIDColumn());
  const bool hasGeometry = layer->GetGeomType() != wkbNone;
  std::string sql = "SELECT " + (hasGeometry ? quoted(layer->GetGeometryColumn()) : "NULL");
  std::vector<std::size_t> places;   // of the columns among the cells
  for (std::size_t f = 0; f < fields.size(); ++f) {
    if (definition.GetFieldIndex(fields[f].name.c_str()) < 0) continue;
    sql += ", " + quoted(fields[f].name);
    places.push_back(f);
  }
  sql += " FROM " + quoted(table);
  if (range) sql += " WHERE " + key + " BETWEEN " + std::to_string(range->first) + " AND " + std::to_string(range->last);
  sql += " ORDER BY " + key;
  if (const auto settled = settle(); !settled) return settled;
  const auto count = static_cast<double>(std::max<GIntBig>(1, range ? static_cast<GIntBig>(range->count) : layer->GetFeatureCount()));
  Cursor cursor(m_state->sqlite(), m_state->path, sql);
  std::vector<Cell> cells(fields.size());
  for (std::size_t row = 0; cursor.next(); ++row) {
    if (row % kReportEvery == 0) {
      progress.report(std::min(1.0, static_cast<double>(row) / count), "reading " + table);
      if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "stopped");
    }
    for (std::size_t i = 0; i < places.size(); ++i) cells[places[i]] = cursor.cell(static_cast<int>(i) + 1);
    take(cells, hasGeometry ? geometryOf(wkbOf(cursor.bytes(0))) : XYGeometry{});
  }
  if (const std::string error = cursor.error(); !error.empty()) return databaseError(error, m_state->path, table);
  return {};
}

geo::Result<FeatureTable> Database::read(const TableSchema& schema, const std::vector<Field>& extraFields, geo::Progress& progress) const {
  OGRLayer* layer = m_state->dataset->GetLayerByName(schema.name.c_str());
  if (!layer) return noSuchTable(m_state->path, schema.name);
  const bool hasGeometry = layer->GetGeomType() != wkbNone;
  FeatureTable table{.name = schema.name, .geometry = hasGeometry ? schema.geometry : GeometryKind::None};
  const auto take = [&](const Field& field) {
    if (layer->GetLayerDefn()->GetFieldIndex(field.name.c_str()) >= 0) table.fields.push_back(field);
  };
  take({"uid", FieldType::Text, "标识", "identifier", "", ""});
  for (const auto& field : schema.fields) take(field);
  for (const auto& field : extraFields) take(field);
  table.columns.resize(table.fields.size());
  const auto addRow = [&table, hasGeometry](std::span<const Cell> cells, XYGeometry geometry) {
    for (std::size_t f = 0; f < cells.size(); ++f) table.columns[f].push_back(valueOf(cells[f], table.fields[f].type));
    if (hasGeometry) table.geometries.push_back(std::move(geometry));
  };
  if (const auto done = readRows(schema.name, table.fields, std::nullopt, addRow, progress); !done) return fail(done);
  return table;
}

geo::Result<Database::Keys> Database::keysOf(const std::string& table) const {
  const OGRLayer* layer = m_state->dataset->GetLayerByName(table.c_str());
  if (!layer) return noSuchTable(m_state->path, table);
  const std::string key = quoted(const_cast<OGRLayer*>(layer)->GetFIDColumn());
  if (const auto settled = settle(); !settled) return fail(settled);
  Cursor cursor(m_state->sqlite(), m_state->path, "SELECT min(" + key + "), max(" + key + "), count(*) FROM " + quoted(table));
  if (!cursor.next()) return databaseError(cursor.error(), m_state->path, table);
  const auto count = integerOf(cursor.cell(2)).value_or(0);
  if (count <= 0) return Keys{};
  return Keys{integerOf(cursor.cell(0)).value_or(0), integerOf(cursor.cell(1)).value_or(-1), static_cast<std::size_t>(count)};
}

}  // namespace pianqu::layers
