#include "layers/project/project.hpp"

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <future>

#include "layers/feature/city_schema.hpp"
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

/// Reads tables until none is left, one at a time: a city is not held twice.
geo::Result<void> addTables(const Database& database, const std::vector<std::string>& tables, std::atomic<std::size_t>& left, City& city, geo::Progress& progress) {
  for (;;) {
    std::size_t next = left.load();
    while (next > 0 && !left.compare_exchange_weak(next, next - 1)) {}
    if (next == 0) return {};
    const TableSchema* schema = findCityTable(tables[next - 1]);
    if (!schema) return fail(ErrorCode::Invalid, "a city has no table \"" + tables[next - 1] + "\"", "");
    const auto table = database.read(*schema, {}, progress);
    if (!table) {
      left = 0;
      return fail(table);
    }
    addTable(city, *table);
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
  for (const auto& name : tables) clearTable(city, name);
  std::atomic<std::size_t> left{tables.size()};   // from the end: the largest tables, those of pipes, come last in the schema
  const auto work = [&](const Database& database, geo::Progress& listener) { return addTables(database, tables, left, city, listener); };
  auto other = std::async(std::launch::async, [&]() -> geo::Result<void> {
    const auto second = Database::open(path(), false);
    if (!second) return {};   // the first connection then reads all
    geo::SilentProgress silent(progress);
    return work(*second, silent);
  });
  const auto mine = work(m_state->database, progress);
  const auto others = other.get();
  return mine ? others : mine;
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

geo::Result<void> Project::verifyJournal() const {
  const auto entries = readJournal();
  if (!entries) return fail(entries);
  return verifyChain(*entries, path());
}

geo::Result<void> Project::checkIntegrity() const { return m_state->database.checkIntegrity(); }

}  // namespace pianqu::layers
