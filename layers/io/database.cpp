#include "layers/io/database.hpp"

#include <ogrsf_frmts.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "layers/io/database_state.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
namespace fs = std::filesystem;

void registerOnce() {
  static std::once_flag flag;
  std::call_once(flag, [] {
    if (!GetGDALDriverManager()->GetDriverByName("GPKG")) GDALAllRegister();
  });
}

bool isSqlite(const std::string& path) {
  std::array<char, 16> head{};
  std::ifstream file(path, std::ios::binary);
  return file.read(head.data(), head.size()) && std::string_view(head.data(), 15) == "SQLite format 3";
}

fs::path folderOf(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

/// SQLite writes its rollback journal beside the file: the folder counts too.
geo::Result<void> checkWritable(const std::string& path) {
  if (::access(path.c_str(), W_OK) != 0) return fail(ErrorCode::Unwritable, "the file is read-only", "copy it to a place of your own, or change its permissions", {.file = path});
  if (::access(folderOf(path).c_str(), W_OK) != 0) {
    return fail(ErrorCode::Unwritable, "the folder of the file is read-only, and changes need a journal beside the file", "copy the file to a folder of your own", {.file = path});
  }
  return {};
}

/// 64 MB: the index of identifiers takes rows in random order, and 2 MB, which SQLite would keep, thrash from some 50 000 rows on.
constexpr const char* kCache = "PRAGMA cache_size=-65536";

bool has(const std::string& words, std::string_view part) { return words.find(part) != std::string::npos; }

}  // namespace

tl::unexpected<geo::Error> databaseError(const std::string& words, const std::string& path, const std::string& layer) {
  const geo::Where where{.file = path, .layer = layer};
  if (has(words, "full") || has(words, "disk I/O") || has(words, "unable to open database file")) {
    return fail(ErrorCode::Unwritable, "the disk is full or cannot be written: " + words, "free some space; nothing was changed", where);
  }
  if (has(words, "readonly") || has(words, "read-only")) return fail(ErrorCode::Unwritable, "the file is read-only: " + words, "copy it to a folder of your own", where);
  if (has(words, "locked") || has(words, "busy")) return fail(ErrorCode::Unwritable, "another program is writing to the project: " + words, "try again when it is done", where);
  if (has(words, "malformed") || has(words, "not a database") || has(words, "corrupt")) {
    return fail(ErrorCode::Unreadable, "the file is damaged: " + words, "take the last copy, or rescue what is left with sqlite3 .recover", where);
  }
  if (has(words, "UNIQUE constraint")) return fail(ErrorCode::Conflict, "a row is there already: " + words, "import the same rows only once", where);
  return fail(ErrorCode::Internal, words.empty() ? "the database failed without saying why" : words, "", where);
}

Database::Database(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() {
  if (!m_state) return;
  if (m_state->isInTransaction) rollback();
  const GdalWords silence;
  const ClockScope clock(m_state->clock);
  m_state->dataset.reset();
}

geo::Result<Database> Database::create(const std::string& path, const std::string& at) {
  registerOnce();
  if (::access(folderOf(path).c_str(), W_OK) != 0) {
    return fail(fs::exists(folderOf(path)) ? ErrorCode::Unwritable : ErrorCode::NotFound, "the folder cannot be written", "choose another folder", {.file = path});
  }
  const GdalWords words;
  const ClockScope clock(at);
  auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  if (!driver) return fail(ErrorCode::Internal, "GDAL has no GeoPackage driver", "install libgdal with SQLite");
  const char* const options[] = {"ADD_GPKG_OGR_CONTENTS=YES", nullptr};
  GDALDatasetUniquePtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, const_cast<char**>(options)));
  if (!dataset || words.hasFailure()) return databaseError(words.text(), path);
  auto state = std::make_unique<State>();
  state->dataset = std::move(dataset);
  state->path = path;
  state->clock = at;
  Database database(std::move(state));
  if (auto cached = database.run(kCache); !cached) return fail(std::move(cached));
  return database;
}

geo::Result<Database> Database::open(const std::string& path, bool isWritable) {
  registerOnce();
  std::error_code error;
  if (!fs::exists(path, error)) return fail(ErrorCode::NotFound, "there is no such file", "check the path; pianqu import makes a new project", {.file = path});
  if (::access(path.c_str(), R_OK) != 0) return fail(ErrorCode::Unreadable, "the file may not be read", "change its permissions", {.file = path});
  if (fs::is_directory(path, error) || !isSqlite(path)) return fail(ErrorCode::Unreadable, "the file is not a GeoPackage", "name a project that pianqu made", {.file = path});
  if (isWritable) {
    if (const auto writable = checkWritable(path); !writable) return fail(writable);
  }
  const GdalWords words;
  const char* const drivers[] = {"GPKG", nullptr};
  // FULL: an edit that was reported as done survives a loss of power, not only the end of the program.
  const std::string prelude = std::string("PRELUDE_STATEMENTS=PRAGMA synchronous=FULL; ") + kCache;
  const char* const options[] = {"LIST_ALL_TABLES=NO", prelude.c_str(), nullptr};
  const unsigned flags = GDAL_OF_VECTOR | (isWritable ? GDAL_OF_UPDATE : GDAL_OF_READONLY);
  GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), flags, drivers, options));
  if (!dataset) {
    auto failed = databaseError(words.text(), path);
    if (failed.value().code == ErrorCode::Internal) return fail(ErrorCode::Unreadable, "the file cannot be opened as a GeoPackage: " + words.text(), "name a project that pianqu made", {.file = path});
    return failed;
  }
  auto state = std::make_unique<State>();
  state->dataset = std::move(dataset);
  state->path = path;
  Database database(std::move(state));
  if (const auto srs = database.query("SELECT srs_id FROM gpkg_geometry_columns ORDER BY table_name LIMIT 1"); srs && !srs->empty()) {
    database.m_state->srsId = static_cast<int>(toInteger(srs->front().front()).value_or(0));
  }
  return database;
}

const std::string& Database::path() const { return m_state->path; }
void Database::setClock(const std::string& at) { m_state->clock = at; }

geo::Result<void> Database::begin() {
  const GdalWords words;
  if (m_state->dataset->StartTransaction() != OGRERR_NONE) return databaseError(words.text(), m_state->path);
  m_state->isInTransaction = true;
  return {};
}

geo::Result<void> Database::commit() {
  const GdalWords words;
  const ClockScope clock(m_state->clock);
  // Rows and R-tree entries that GDAL still holds go to the file now, so that their errors are seen before the commit.
  const bool isFlushed = m_state->dataset->FlushCache() == CE_None && !words.hasFailure();
  if (isFlushed && m_state->dataset->CommitTransaction() == OGRERR_NONE && !words.hasFailure()) {
    m_state->isInTransaction = false;
    return {};
  }
  const std::string text = words.text();
  rollback();
  return databaseError(text, m_state->path);
}

void Database::rollback() {
  const GdalWords silence;
  m_state->dataset->RollbackTransaction();
  m_state->isInTransaction = false;
}

geo::Result<void> Database::run(const std::string& sql) {
  const GdalWords words;
  const ClockScope clock(m_state->clock);
  if (OGRLayer* layer = m_state->dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr)) m_state->dataset->ReleaseResultSet(layer);
  if (words.hasFailure()) return databaseError(words.text(), m_state->path);
  return {};
}

bool Database::hasTable(const std::string& table) const {
  const auto rows = query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = " + literal(Value{table}));
  return rows && !rows->empty();
}

std::vector<std::string> Database::columnsOf(const std::string& table) const {
  std::vector<std::string> names;
  const auto rows = query("SELECT name FROM pragma_table_info(" + literal(Value{table}) + ")");
  if (!rows) return names;
  for (const auto& row : *rows) names.push_back(toText(row.front()));
  return names;
}

geo::Result<void> Database::refreshContents(const std::string& table, bool hasGeometry) {
  const std::string where = " WHERE table_name = " + literal(Value{table});
  // GDAL counts what it inserts itself and does not see what SQL deletes.
  if (const auto done = run("UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM " + quoted(table) + ")" + where); !done || !hasGeometry) return done;
  const std::string tree = quoted("rtree_" + table + "_geom");
  return run("UPDATE gpkg_contents SET min_x = (SELECT min(minx) FROM " + tree + "), min_y = (SELECT min(miny) FROM " + tree + "), max_x = (SELECT max(maxx) FROM " + tree +
             "), max_y = (SELECT max(maxy) FROM " + tree + ")" + where);
}

geo::Result<void> Database::checkIntegrity() const {
  const auto rows = query("PRAGMA integrity_check");
  if (!rows) return fail(rows);
  if (rows->empty() || toText(rows->front().front()) != "ok") {
    return fail(ErrorCode::Unreadable, "the file is damaged: " + (rows->empty() ? std::string("no answer") : toText(rows->front().front())), "take the last copy", {.file = m_state->path});
  }
  return {};
}

}  // namespace pianqu::layers
