#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/feature/cell.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {

struct TableOptions {
  std::string description;
  std::string fid = "fid";          ///< name of the integer primary key
  bool hasUniqueUid = true;         ///< a first column "uid TEXT UNIQUE", not listed in the schema
  bool hasAnyGeometry = false;      ///< the geometry column takes points, lines and polygons
  std::vector<Field> extraFields;   ///< after those of the schema
};

/// A GeoPackage as a small transactional database. Knows nothing of districts. One object per thread.
///
/// errors    Unwritable for a read-only or full disk and a lock held by another program; Unreadable for damage; Conflict for a broken UNIQUE;
///           Internal for everything else that SQLite refuses, always with its words
class Database {
 public:
  using Rows = std::vector<std::vector<Value>>;

  /// Makes a new file with no tables. `at` stamps gpkg_contents, so that equal calls give equal files.
  static geo::Result<Database> create(const std::string& path, const std::string& at);
  /// errors    NotFound; Unreadable (no GeoPackage, damaged); Unwritable (file or folder read-only). The file is not changed by opening.
  static geo::Result<Database> open(const std::string& path, bool isWritable);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  const std::string& path() const;
  void setClock(const std::string& at);   ///< the time that gpkg_contents is stamped with from now on

  geo::Result<void> begin();
  /// On failure everything since begin() is taken back.
  geo::Result<void> commit();
  void rollback();

  geo::Result<void> run(const std::string& sql);
  /// A bare integer primary key does not come out as a column (GDAL keeps it aside): select it as an expression.
  geo::Result<Rows> query(const std::string& sql) const;

  geo::Result<void> createTable(const TableSchema& schema, const geo::Crs& crs, const TableOptions& options = {});
  bool hasTable(const std::string& table) const;
  std::vector<std::string> columnsOf(const std::string& table) const;

  /// Adds rows. A column named as the table's primary key sets it. Values are turned into the type of their column.
  ///
  /// errors    Invalid for a column the table does not have, a value that is not of the column's type, several points in one row
  /// cost      150 000 lines of 20 columns in about 2 s, R-tree included
  geo::Result<void> insert(const FeatureTable& rows, geo::Progress& progress = geo::noProgress());

  /// Rows of a table in the order of its primary key; fields that the table lacks are left out.
  geo::Result<FeatureTable> read(const TableSchema& schema, const std::vector<Field>& extraFields = {}, geo::Progress& progress = geo::noProgress()) const;

  /// Primary keys of a table: the first, the last and how many there are.
  struct Keys {
    std::int64_t first = 0, last = -1;
    std::size_t count = 0;
  };
  geo::Result<Keys> keysOf(const std::string& table) const;
  /// Rows in the order of their primary key, those of `range` or all, one by one as they lie in the file. A cell for each of `fields`, unknown where
  /// the table lacks it; an empty geometry where there is none.
  ///
  /// errors    Unreadable for a damaged page; Cancelled
  using TakeRow = std::function<void(std::span<const Cell> cells, geo::XYGeometry geometry)>;
  geo::Result<void> readRows(const std::string& table, const std::vector<Field>& fields, const std::optional<Keys>& range, const TakeRow& take, geo::Progress& progress = geo::noProgress()) const;

  /// Brings the extent and the row count that GDAL and QGIS trust up to the rows, after these were changed by run().
  geo::Result<void> refreshContents(const std::string& table, bool hasGeometry);

  /// SQLite's own check of every page and index. errors Unreadable with its first finding
  geo::Result<void> checkIntegrity() const;

  /// Literals for run(): text quoted, unknown as NULL; a geometry as a GeoPackage blob in the file's CRS.
  static std::string literal(const Value& value);
  std::string literal(const geo::XYGeometry& geometry) const;
  static std::string quoted(std::string_view identifier);

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  geo::Result<void> settle() const;
  std::unique_ptr<State> m_state;
};

/// Well-known binary, little endian; points, lines and polygons as multi except a single point. Empty for no geometry.
std::string toWkb(const geo::XYGeometry& geometry);
/// What toWkb() and GDAL write: little endian, without Z and M; nullopt for any other or damaged bytes.
std::optional<geo::XYGeometry> fromWkb(std::string_view bytes);

}  // namespace pianqu::layers
