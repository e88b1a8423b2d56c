#include "layers/project/project.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <filesystem>
#include <future>

#include "layers/feature/city_schema.hpp"
#include "layers/feature/table_parts.hpp"
#include "layers/plan/records.hpp"
#include "layers/project/project_state.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
namespace fs = std::filesystem;

/// Removes a half-made file unless it was taken over.
struct Scrap {
  fs::path path;
  bool isKept = false;
  ~Scrap() {
    std::error_code ignored;
    if (!isKept) fs::remove(path, ignored);
  }
};

geo::Result<void> migrate(Database& database, const ProjectSettings& settings, int version) {
  const std::string copy = database.path() + ".v" + std::to_string(version) + ".bak";
  std::error_code error;
  if (!fs::exists(copy)) fs::copy_file(database.path(), copy, error);
  if (error) return fail(ErrorCode::Unwritable, "the copy that is made before an older project is brought up to date cannot be written: " + error.message(), "free some space", {.file = copy});
  return migrateStore(database, settings);
}

/// Rows that one thread reads at a time: a table is held as columns only so far.
constexpr std::int64_t kRowsOfPart = 1 << 15;

/// A stretch of a table that is to be read.
struct Part {
  const TableSchema* schema = nullptr;
  Database::Keys keys;
  TableParts* into = nullptr;
};

/// Reads parts until none is left.
geo::Result<void> addParts(const Database& database, const std::vector<Part>& parts, std::atomic<std::size_t>& next, geo::Progress& progress) {
  for (;;) {
    const std::size_t i = next.fetch_add(1);
    if (i >= parts.size()) return {};
    geo::SilentProgress silent(progress);
    auto table = database.readRange(*parts[i].schema, parts[i].keys, silent);
    if (!table) {
      next = parts.size();
      return fail(table);
    }
    parts[i].into->add(std::move(*table));
    progress.report(static_cast<double>(i + 1) / static_cast<double>(parts.size()), "reading " + parts[i].schema->name);
  }
}

}  // namespace

geo::Result<void> inTransaction(Database& database, const std::string& at, const std::function<geo::Result<void>()>& work) {
  database.setClock(at);
  if (const auto begun = database.begin(); !begun) return begun;
  if (const auto done = work(); !done) {
    database.rollback();
    return done;
  }
  return database.commit();
}

geo::Result<void> requireWritable(bool isWritable, const std::string& path) {
  if (isWritable) return {};
  return fail(ErrorCode::Unwritable, "the project was opened for reading only", "open it for writing", {.file = path});
}

geo::Result<std::int64_t> lastPlanTransaction(const Database& database) {
  const auto rows = database.query("SELECT max(txn) FROM change WHERE op IN ('edit', 'undo', 'redo')");
  if (!rows) return fail(rows);
  return rows->empty() ? 0 : toInteger(rows->front().front()).value_or(0);
}

Project::Project(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Project::~Project() = default;
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;

const std::string& Project::path() const { return m_state->database.path(); }
const ProjectSettings& Project::settings() const { return m_state->settings; }

geo::Result<Project> Project::create(const std::string& path, const ProjectSettings& settings, const Author& author) {
  std::error_code error;
  if (fs::exists(path, error)) return fail(ErrorCode::Conflict, "there is a file of this name already", "choose another name, or remove it", {.file = path});
  if (settings.crs.isGeographic()) {
    return fail(ErrorCode::Invalid, "a project needs a CRS in metres, and " + settings.crs.name() + " is in degrees", "name the city system, e.g. EPSG:4547 or \"CGCS2000 CM 115.5 FE 500000\"", {.file = path});
  }
  // Made beside and then moved: a crash leaves no half project under the name.
  Scrap scrap{path + ".new-" + std::to_string(::getpid()) + ".gpkg"};
  {
    auto database = Database::create(scrap.path.string(), author.at);
    if (!database) return fail(std::move(database));
    if (const auto made = inTransaction(*database, author.at, [&] { return createStore(*database, settings, author); }); !made) return fail(made);
  }
  // link() fails where rename() would replace a file that appeared meanwhile.
  if (::link(scrap.path.c_str(), path.c_str()) != 0) {
    if (fs::exists(path, error)) return fail(ErrorCode::Conflict, "there is a file of this name already", "choose another name, or remove it", {.file = path});
    fs::rename(scrap.path, path, error);  // a file system without hard links
    if (error) return fail(ErrorCode::Unwritable, "the project cannot be put in place: " + error.message(), "choose another folder", {.file = path});
  }
  return open(path, Access::Write);
}

geo::Result<Project> Project::open(const std::string& path, Access access) {
  const bool isWritable = access == Access::Write;
  auto database = Database::open(path, isWritable);
  if (!database) return fail(std::move(database));
  const auto version = checkVersion(*database);
  if (!version) return fail(version);
  auto settings = readSettings(*database);
  if (!settings) return fail(std::move(settings));
  if (isWritable && *version < kSchemaVersion) {
    if (const auto migrated = migrate(*database, *settings, *version); !migrated) return fail(migrated);
    database = Database::open(path, isWritable);  // GDAL sees columns that SQL added only in a file it opens anew
    if (!database) return fail(std::move(database));
  }
  const auto transaction = lastPlanTransaction(*database);
  if (!transaction) return fail(transaction);
  auto state = std::make_unique<State>(State{std::move(*database), std::move(*settings), isWritable, *transaction});
  return Project(std::move(state));
}

geo::Result<City> Project::readCity(geo::Progress& progress) const {
  std::vector<std::string> all;
  for (const auto& schema : citySchema()) all.push_back(schema.name);
  City city;
  if (const auto done = readTables(all, city, progress); !done) return fail(done);
  return city;
}

geo::Result<void> Project::readTables(const std::vector<std::string>& tables, City& city, geo::Progress& progress) const {
  std::deque<TableParts> fillers;
  std::vector<Part> parts;
  for (const auto& name : tables) {
    clearTable(city, name);
    const TableSchema* schema = findCityTable(name);
    if (!schema) return fail(ErrorCode::Invalid, "a city has no table \"" + name + "\"", "");
    const auto keys = m_state->database.keysOf(name);
    if (!keys) return fail(keys);
    if (keys->count == 0) continue;
    fillers.emplace_back(city, name, keys->count);
    // Keys that another program chose may lie anywhere; such a table is read as one.
    const auto width = static_cast<std::uint64_t>(keys->last) - static_cast<std::uint64_t>(keys->first);
    const bool isSparse = width / 4 > keys->count;
    if (isSparse) parts.push_back({schema, *keys, &fillers.back()});
    for (std::int64_t first = keys->first; !isSparse && first <= keys->last; first += kRowsOfPart)
      parts.push_back({schema, {first, std::min(first + kRowsOfPart - 1, keys->last), 0}, &fillers.back()});
  }
  std::atomic<std::size_t> next{0};
  auto other = std::async(std::launch::async, [&]() -> geo::Result<void> {
    if (parts.size() < 2) return {};
    const auto second = Database::open(path(), false);
    if (!second) return {};   // the first connection then reads all
    geo::SilentProgress silent(progress);
    return addParts(*second, parts, next, silent);
  });
  const auto mine = addParts(m_state->database, parts, next, progress);
  const auto others = other.get();
  if (!mine) return mine;
  if (!others) return others;
  for (auto& filler : fillers) filler.finish();
  return {};
}

geo::Result<Plan> Project::readPlan() const {
  const auto transaction = lastPlanTransaction(m_state->database);
  if (!transaction) return fail(transaction);
  std::vector<FeatureTable> tables;
  for (const auto& each : planTables()) {
    auto table = m_state->database.read(each.schema);
    if (!table) return fail(std::move(table));
    tables.push_back(std::move(*table));
  }
  auto plan = planFrom(tables);
  if (plan) m_state->planTransaction = *transaction;
  return plan;
}

geo::Result<std::vector<JournalEntry>> Project::readJournal() const { return readEntries(m_state->database); }

geo::Result<std::string> Project::journalHash() const {
  const auto end = readEnd(m_state->database);
  if (!end) return fail(end);
  return end->hash;
}

geo::Result<std::size_t> Project::verifyJournal() const {
  const auto entries = readJournal();
  if (!entries) return fail(entries);
  if (const auto holds = verifyChain(*entries, path()); !holds) return fail(holds);
  return entries->size();
}

geo::Result<void> Project::checkIntegrity() const { return m_state->database.checkIntegrity(); }

}  // namespace pianqu::layers
