#include "layers/project/project.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <filesystem>
#include <future>
#include <limits>

#include "layers/feature/city_schema.hpp"
#include "layers/feature/table_filler.hpp"
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

/// Keys that one thread reads at a time.
constexpr std::int64_t kKeysOfPart = 1 << 14;

/// A table that is being read, by parts.
struct Filling {
  const TableSchema* schema = nullptr;
  Database::Keys keys;
  TableFiller rows;
  std::vector<Field> fields;
  std::atomic<std::size_t> filled{0};

  bool hasGaps() const { return static_cast<std::uint64_t>(keys.last) - static_cast<std::uint64_t>(keys.first) + 1 != keys.count; }

  Filling(City& city, const TableSchema& of, const Database::Keys& all) : schema(&of), keys(all), rows(city, of.name, all.count), fields{{"uid", FieldType::Text, "标识", "identifier", "", ""}} {
    fields.insert(fields.end(), of.fields.begin(), of.fields.end());
  }
};

/// A stretch of a table.
struct Part {
  Filling* of = nullptr;
  Database::Keys keys;
};

/// Reads parts until none is left.
geo::Result<void> addParts(const Database& database, const std::vector<Part>& parts, std::atomic<std::size_t>& next, geo::Progress& progress) {
  for (;;) {
    const std::size_t i = next.fetch_add(1);
    if (i >= parts.size()) return {};
    Filling& filling = *parts[i].of;
    // Without gaps in the keys a row's place is known, and rows that were stored in order stay so.
    std::size_t place = static_cast<std::size_t>(parts[i].keys.first - filling.keys.first);
    const auto take = [&](std::span<const Cell> cells, geo::XYGeometry geometry) {
      const std::size_t arrived = filling.filled.fetch_add(1, std::memory_order_relaxed);
      const std::size_t row = filling.hasGaps() ? arrived : place++;
      if (row < filling.keys.count) filling.rows.set(row, cells, std::move(geometry));
    };
    geo::SilentProgress silent(progress);
    if (const auto done = database.readRows(filling.schema->name, filling.fields, parts[i].keys, take, silent); !done) {
      next = parts.size();
      return done;
    }
    progress.report(static_cast<double>(i + 1) / static_cast<double>(parts.size()), "reading " + filling.schema->name);
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
  std::deque<Filling> fillings;
  std::vector<Part> parts;
  for (const auto& name : tables) {
    clearTable(city, name);
    const TableSchema* schema = findCityTable(name);
    if (!schema) return fail(ErrorCode::Invalid, "a city has no table \"" + name + "\"", "");
    const auto keys = m_state->database.keysOf(name);
    if (!keys) return fail(keys);
    if (keys->count == 0) continue;
    Filling& filling = fillings.emplace_back(city, *schema, *keys);
    // Keys that another program chose may lie anywhere; such a table is read as one.
    const auto width = static_cast<std::uint64_t>(keys->last) - static_cast<std::uint64_t>(keys->first);
    const bool isSparse = width / 4 > keys->count;
    const std::int64_t step = isSparse ? std::numeric_limits<std::int64_t>::max() : kKeysOfPart;
    for (std::int64_t first = keys->first; first <= keys->last;) {
      const std::int64_t last = keys->last - first < step ? keys->last : first + step - 1;
      parts.push_back({&filling, {first, last, static_cast<std::size_t>(kKeysOfPart)}});
      if (last == keys->last) break;
      first = last + 1;
    }
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
  for (auto& filling : fillings) {
    if (filling.filled != filling.keys.count) {
      return fail(ErrorCode::Unreadable, "of " + std::to_string(filling.keys.count) + " rows " + std::to_string(filling.filled) + " could be read",
                  "if another program is writing to the project, open it again when that is done; else the file is damaged: pianqu check tells", {.file = path(), .layer = filling.schema->name});
    }
    filling.rows.finish();
  }
  return {};
}

geo::Result<Plan> Project::readPlan(geo::Progress& progress) const {
  const auto transaction = lastPlanTransaction(m_state->database);
  if (!transaction) return fail(transaction);
  std::vector<FeatureTable> tables;
  for (const auto& each : planTables()) {
    auto table = m_state->database.read(each.schema, {}, progress);
    if (!table) return fail(std::move(table));
    tables.push_back(std::move(*table));
  }
  auto plan = planFrom(tables, progress);
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
