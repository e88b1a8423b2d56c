#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "geo/shape/wkt.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/value_json.hpp"
#include "layers/io/digest.hpp"
#include "layers/project/project_state.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using nlohmann::json;

constexpr std::size_t kRowsADigest = 8192;  // keeps the text that is digested small, whatever the file's size

std::string dumped(const json& j) { return j.dump(-1, ' ', false, json::error_handler_t::replace); }

/// One digest for all rows: field names, values and geometries, each with its length in front.
std::string digestOf(const FeatureTable& table) {
  std::string chain;
  for (const auto& field : table.fields) chain += field.name + "\n";
  std::string part;
  const auto add = [&part](const std::string& text) { part += std::to_string(text.size()) + ":" + text; };
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    for (const auto& column : table.columns) add(toText(column[row]));
    if (row < table.geometries.size()) add(toWkb(table.geometries[row]));
    if ((row + 1) % kRowsADigest != 0) continue;
    chain = sha256Of(chain + part);
    part.clear();
  }
  return sha256Of(chain + part);
}

/// Puts the provenance of the rows beside them.
void addSource(FeatureTable& rows, const Source& source) {
  if (!rows.columnOf("source_id")) {
    rows.fields.push_back(provenanceFields()[0]);
    rows.columns.emplace_back(rows.rowCount(), Value{source.id});
  }
  if (!rows.columnOf("source_row") && rows.rowNames.size() == rows.rowCount()) {
    rows.fields.push_back(provenanceFields()[1]);
    auto& names = rows.columns.emplace_back();
    for (const auto& name : rows.rowNames) names.push_back(name.empty() ? Value{} : Value{name});
  }
}

FeatureTable sourceRow(const Source& s) {
  const std::pair<const char*, Value> cells[] = {{"id", s.id}, {"path", s.path}, {"layer", s.layer}, {"kind", s.kind}, {"sha256", s.sha256}, {"crs_in", s.crsIn}, {"encoding_in", s.encodingIn},
                                                 {"imported_at", s.importedAt}, {"rows_read", s.rowsRead}, {"rows_written", s.rowsWritten}, {"rows_repaired", s.rowsRepaired}, {"rows_refused", s.rowsRefused}};
  FeatureTable table{.name = "source"};
  for (const auto& [name, value] : cells) {
    table.fields.push_back({name});
    table.columns.push_back({value});
  }
  return table;
}

geo::Result<void> checkTables(const std::vector<FeatureTable>& tables, const std::string& path) {
  for (const auto& table : tables) {
    if (!findCityTable(table.name)) return fail(ErrorCode::Invalid, "nothing can be imported into a table \"" + table.name + "\"", "name one of estate, building, pipe, road, ...", {.file = path, .layer = table.name});
    if (table.fields.empty() || table.fields.front().name != "uid") return fail(ErrorCode::Invalid, "rows for table " + table.name + " have no uid as first field", "", {.file = path, .layer = table.name});
  }
  return {};
}

/// What one row of an update changes.
struct Patch {
  json before = json::object(), after = json::object();
  std::string sql;
};

class Updater {
 public:
  Updater(Database& database, const TableSchema& schema, const FeatureTable& rows) : m_database(database), m_schema(schema), m_rows(rows) {}

  /// Writes every row that differs and returns its journal entries.
  geo::Result<std::vector<JournalEntry>> run(const std::string& reason) {
    const auto current = m_database.read(m_schema, provenanceFields());
    if (!current) return fail(current);
    std::unordered_map<Uid, std::size_t> positions;
    for (std::size_t i = 0; i < current->rowCount(); ++i) positions.emplace(toText(current->columns[0][i]), i);
    std::vector<JournalEntry> entries;
    for (std::size_t row = 0; row < m_rows.rowCount(); ++row) {
      const Uid uid = toText(m_rows.columns[0][row]);
      const auto at = positions.find(uid);
      if (at == positions.end()) return fail(ErrorCode::NotFound, "there is no " + m_schema.name + " " + uid + " to change", "", where(uid));
      const auto patch = patchOf(*current, at->second, row);
      if (!patch) return fail(patch);
      if (patch->sql.empty()) continue;
      if (const auto done = m_database.run("UPDATE " + Database::quoted(m_schema.name) + " SET " + patch->sql + " WHERE uid = " + Database::literal(Value{uid})); !done) return fail(done);
      entries.push_back({.table = m_schema.name, .uid = uid, .op = "update", .before = dumped(patch->before), .after = dumped(patch->after), .reason = reason});
    }
    return entries;
  }

 private:
  geo::Where where(const Uid& uid) const { return {.file = m_database.path(), .layer = m_schema.name, .feature = uid}; }

  geo::Result<Patch> patchOf(const FeatureTable& current, std::size_t at, std::size_t row) const {
    Patch patch;
    const auto set = [&patch](const std::string& name, const std::string& literal) { patch.sql += (patch.sql.empty() ? "" : ", ") + Database::quoted(name) + " = " + literal; };
    for (std::size_t f = 1; f < m_rows.fields.size(); ++f) {
      const auto column = current.columnOf(m_rows.fields[f].name);
      if (!column) return fail(ErrorCode::Invalid, "table " + m_schema.name + " has no column \"" + m_rows.fields[f].name + "\"", "", where({}));
      const auto value = typed(m_rows.columns[f][row], current.fields[*column], where(toText(m_rows.columns[0][row])));
      if (!value) return fail(value);
      const Value& old = current.columns[*column][at];
      if (*value == old) continue;
      patch.before[m_rows.fields[f].name] = jsonOf(old);
      patch.after[m_rows.fields[f].name] = jsonOf(*value);
      set(m_rows.fields[f].name, Database::literal(*value));
    }
    // No geometry given leaves the one that is there.
    if (row < m_rows.geometries.size() && !m_rows.geometries[row].isEmpty() && !(m_rows.geometries[row] == current.geometries[at])) {
      patch.before["geom"] = geo::toWkt(current.geometries[at]);
      patch.after["geom"] = geo::toWkt(m_rows.geometries[row]);
      set("geom", m_database.literal(m_rows.geometries[row]));
    }
    return patch;
  }

  Database& m_database;
  const TableSchema& m_schema;
  const FeatureTable& m_rows;
};

geo::Result<std::vector<JournalEntry>> update(Database& database, const FeatureTable& rows, const std::string& reason) {
  const TableSchema& schema = *findCityTable(rows.name);
  auto entries = Updater(database, schema, rows).run(reason);
  if (!entries || schema.geometry == GeometryKind::None || rows.geometries.empty()) return entries;
  if (const auto done = database.refreshContents(schema.name, true); !done) return fail(done);
  return entries;
}

}  // namespace

geo::Result<void> Project::addImport(std::vector<FeatureTable> tables, const Source& source, const Author& author, geo::Progress& progress) {
  return addImport(std::move(tables), {}, source, author, progress);
}

geo::Result<void> Project::addImport(std::vector<FeatureTable> tables, const std::vector<FeatureTable>& updates, const Source& source, const Author& author, geo::Progress& progress) {
  State& state = *m_state;
  if (const auto writable = requireWritable(state.isWritable, path()); !writable) return writable;
  for (const auto* list : {&std::as_const(tables), &updates}) {
    if (const auto known = checkTables(*list, path()); !known) return known;
  }
  return inTransaction(state.database, author.at, [&]() -> geo::Result<void> {
    const auto known = state.database.query("SELECT imported_at FROM source WHERE id = " + Database::literal(Value{source.id}));
    if (!known) return fail(known);
    if (!known->empty()) {
      return fail(ErrorCode::Conflict, "the layer was imported before, at " + toText(known->front().front()), "nothing needs to be done", {.file = source.path, .layer = source.layer});
    }
    const auto end = readEnd(state.database);
    if (!end) return fail(end);
    const json about{{"path", source.path}, {"layer", source.layer}, {"kind", source.kind}, {"sha256", source.sha256}};
    std::vector<JournalEntry> entries{{.table = "source", .uid = source.id, .op = kOpImport, .after = dumped(about)}};
    for (auto& table : tables) {
      entries.push_back({.table = table.name, .uid = source.id, .op = kOpImport, .after = dumped({{"rows", table.rowCount()}, {"sha256", digestOf(table)}})});
      addSource(table, source);
      if (const auto written = state.database.insert(table, progress); !written) return written;
    }
    for (const auto& rows : updates) {
      auto changed = update(state.database, rows, "import " + source.path);
      if (!changed) return fail(changed);
      entries.insert(entries.end(), std::make_move_iterator(changed->begin()), std::make_move_iterator(changed->end()));
    }
    if (const auto written = state.database.insert(sourceRow(source)); !written) return written;
    return append(state.database, *end, author, std::move(entries));
  });
}

geo::Result<void> Project::updateRows(const FeatureTable& rows, const std::string& reason, const Author& author) {
  State& state = *m_state;
  if (const auto writable = requireWritable(state.isWritable, path()); !writable) return writable;
  if (const auto known = checkTables({rows}, path()); !known) return known;
  return inTransaction(state.database, author.at, [&]() -> geo::Result<void> {
    const auto end = readEnd(state.database);
    if (!end) return fail(end);
    auto entries = update(state.database, rows, reason);
    if (!entries) return fail(entries);
    if (entries->empty()) return {};
    return append(state.database, *end, author, std::move(*entries));
  });
}

geo::Result<std::vector<Source>> Project::readSources() const {
  const auto rows = m_state->database.query(
      "SELECT id, path, layer, kind, sha256, crs_in, encoding_in, imported_at, rows_read, rows_written, rows_repaired, rows_refused FROM source ORDER BY fid");
  if (!rows) return fail(rows);
  std::vector<Source> sources;
  for (const auto& r : *rows) {
    const auto count = [&r](std::size_t i) { return toInteger(r[i]).value_or(0); };
    sources.push_back({toText(r[0]), toText(r[1]), toText(r[2]), toText(r[3]), toText(r[4]), toText(r[5]), toText(r[6]), toText(r[7]), count(8), count(9), count(10), count(11)});
  }
  return sources;
}

}  // namespace pianqu::layers
