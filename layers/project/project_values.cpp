#include <map>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "layers/feature/city_schema.hpp"
#include "layers/feature/value_json.hpp"
#include "layers/project/project_state.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using nlohmann::json;

constexpr std::size_t kUidsAQuery = 500;  // keeps the text of one statement small

std::string dumped(const json& j) { return j.dump(-1, ' ', false, json::error_handler_t::replace); }

/// A field of a table of the city, or one of those that say where a row came from and may be corrected.
const Field* fieldOf(const TableSchema& schema, const std::string& name) {
  if (const Field* field = schema.find(name)) return field;
  for (const auto& field : provenanceFields()) if (field.name == name && (name == "evidence" || name == "note")) return &field;
  return nullptr;
}

/// Values that are in the file now, by uid, in the order of `fields`.
using Current = std::unordered_map<Uid, std::vector<Value>>;

geo::Result<Current> readCurrent(const Database& database, const TableSchema& schema, const std::vector<const Field*>& fields, const std::vector<Value>& uids) {
  Current current;
  std::string columns = "uid";
  for (const Field* field : fields) columns += ", " + Database::quoted(field->name);
  for (std::size_t from = 0; from < uids.size(); from += kUidsAQuery) {
    std::string list;
    for (std::size_t i = from; i < std::min(from + kUidsAQuery, uids.size()); ++i) list += (list.empty() ? "" : ", ") + Database::literal(uids[i]);
    const auto rows = database.query("SELECT " + columns + " FROM " + Database::quoted(schema.name) + " WHERE uid IN (" + list + ")");
    if (!rows) return fail(rows);
    for (const auto& row : *rows) {
      std::vector<Value> values;
      for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto value = typed(row[f + 1], *fields[f], {});
        values.push_back(value ? *value : row[f + 1]);
      }
      current.emplace(toText(row[0]), std::move(values));
    }
  }
  return current;
}

geo::Result<std::vector<const Field*>> fieldsOf(const TableSchema& schema, const FeatureTable& rows, const std::string& path) {
  std::vector<const Field*> fields;
  for (std::size_t f = 1; f < rows.fields.size(); ++f) {
    const Field* field = fieldOf(schema, rows.fields[f].name);
    if (!field) return fail(ErrorCode::Invalid, "table " + schema.name + " has no column \"" + rows.fields[f].name + "\" that may be edited", "see the headings in the table", {.file = path, .layer = schema.name});
    fields.push_back(field);
  }
  return fields;
}

/// What differs, as entries of the journal.
geo::Result<std::vector<JournalEntry>> entriesOf(const Database& database, const TableSchema& schema, const FeatureTable& rows) {
  const auto fields = fieldsOf(schema, rows, database.path());
  if (!fields) return fail(fields);
  const auto current = readCurrent(database, schema, *fields, rows.columns[0]);
  if (!current) return fail(current);
  std::vector<JournalEntry> entries;
  for (std::size_t row = 0; row < rows.rowCount(); ++row) {
    const Uid uid = toText(rows.columns[0][row]);
    const geo::Where where{.file = database.path(), .layer = schema.name, .feature = uid};
    const auto at = current->find(uid);
    if (at == current->end()) return fail(ErrorCode::NotFound, "there is no " + schema.name + " " + uid + " to change", "read the project again", where);
    json before = json::object(), after = json::object();
    for (std::size_t f = 0; f < fields->size(); ++f) {
      const auto value = typed(rows.columns[f + 1][row], *(*fields)[f], where);
      if (!value) return fail(value);
      if (*value == at->second[f]) continue;
      before[(*fields)[f]->name] = jsonOf(at->second[f]);
      after[(*fields)[f]->name] = jsonOf(*value);
    }
    if (!after.empty()) entries.push_back({.table = schema.name, .uid = uid, .op = "update", .before = dumped(before), .after = dumped(after)});
  }
  return entries;
}

/// "EditValues building +12 floors, built"
std::string summaryOf(const FeatureTable& rows, std::size_t count) {
  std::string names;
  for (std::size_t f = 1; f < rows.fields.size(); ++f) names += (names.empty() ? "" : ", ") + rows.fields[f].name;
  return "EditValues " + rows.name + " +" + std::to_string(count) + " " + names;
}

}  // namespace

geo::Result<Value> typed(const Value& value, const Field& field, const geo::Where& where) {
  if (std::holds_alternative<std::monostate>(value)) return value;
  if (field.type == FieldType::Real) {
    if (const auto number = toNumber(value)) return Value{*number};
  } else if (field.type == FieldType::Integer || field.type == FieldType::Boolean) {
    if (const auto integer = toInteger(value)) return Value{*integer};
  } else {
    return Value{toText(value)};
  }
  return fail(ErrorCode::Invalid, "\"" + toText(value) + "\" is not a value for " + field.name, field.type == FieldType::Real ? "give a number" : "give a whole number", where);
}

geo::Result<void> writeValues(Database& database, const std::vector<JournalEntry>& entries) {
  for (const auto& entry : entries) {
    const auto after = json::parse(entry.after, nullptr, false);
    const geo::Where where{.file = database.path(), .layer = entry.table, .feature = entry.uid};
    if (!after.is_object() || after.empty()) return fail(ErrorCode::Invalid, "the journal does not say which values were there", "run pianqu check", where);
    std::string set;
    for (const auto& [name, value] : after.items()) set += (set.empty() ? "" : ", ") + Database::quoted(name) + " = " + Database::literal(valueOf(value));
    if (const auto done = database.run("UPDATE " + Database::quoted(entry.table) + " SET " + set + " WHERE uid = " + Database::literal(Value{entry.uid})); !done) return done;
    const auto count = database.query("SELECT changes() AS n");
    if (!count) return fail(count);
    if (count->empty() || toInteger(count->front().front()) != 1) return fail(ErrorCode::Conflict, "the row in the file is not the one that was edited", "read the project again and repeat the edit", where);
  }
  return {};
}

geo::Result<std::vector<FeatureTable>> rowsOf(const std::vector<JournalEntry>& entries) {
  std::map<std::string, FeatureTable> tables;  // by table and columns
  for (const auto& entry : entries) {
    const TableSchema* schema = findCityTable(entry.table);
    const auto after = json::parse(entry.after, nullptr, false);
    if (!schema || !after.is_object()) return fail(ErrorCode::Invalid, "the journal does not say which values were there", "run pianqu check", {.layer = entry.table, .feature = entry.uid});
    std::string key = entry.table;
    for (const auto& item : after.items()) key += "\n" + item.key();
    auto [at, isNew] = tables.try_emplace(key, FeatureTable{.name = entry.table, .fields = {{"uid"}}, .columns = {{}}});
    FeatureTable& table = at->second;
    for (const auto& item : after.items()) {
      const Field* field = fieldOf(*schema, item.key());
      if (isNew) table.fields.push_back(field ? *field : Field{item.key()});
    }
    table.columns.resize(table.fields.size());
    table.columns[0].push_back(Value{entry.uid});
    std::size_t column = 0;
    for (const auto& item : after.items()) table.columns[++column].push_back(valueOf(item.value()));
  }
  std::vector<FeatureTable> rows;
  for (auto& [key, table] : tables) rows.push_back(std::move(table));
  return rows;
}

geo::Result<std::vector<FeatureTable>> Project::commitValues(const FeatureTable& rows, const std::string& reason, const Author& author) {
  const TableSchema* schema = findCityTable(rows.name);
  if (!schema || rows.fields.size() < 2 || rows.fields.front().name != "uid") return fail(ErrorCode::Invalid, "values are edited in a table of the city, with the uid first", "", {.file = path(), .layer = rows.name});
  if (const auto writable = requireWritable(m_state->isWritable, path()); !writable) return fail(writable);
  auto entries = entriesOf(m_state->database, *schema, rows);
  if (!entries) return fail(std::move(entries));
  auto changed = rowsOf(*entries);
  if (!changed) return fail(std::move(changed));
  const JournalEntry head{.table = "plan", .op = kOpEdit, .after = dumped({{"summary", summaryOf(rows, entries->size())}}), .reason = reason};
  if (const auto saved = save({}, head, author, *entries); !saved) return fail(saved);
  return changed;
}

geo::Result<Project::RowFacts> Project::readFacts(const std::string& table, const Uid& uid) const {
  const TableSchema* schema = findCityTable(table);
  if (!schema) return fail(ErrorCode::NotFound, "a city has no table \"" + table + "\"", "", {.file = path(), .layer = table});
  const auto rows = m_state->database.query("SELECT source_id, source_row, evidence, note FROM " + Database::quoted(table) + " WHERE uid = " + Database::literal(Value{uid}));
  if (!rows) return fail(rows);
  if (rows->empty()) return fail(ErrorCode::NotFound, "there is no " + table + " " + uid, "read the project again", {.file = path(), .layer = table, .feature = uid});
  const auto& row = rows->front();
  RowFacts facts{.source = {}, .sourceRow = toText(row[1]), .evidence = toText(row[2]), .note = toText(row[3]), .history = {}};
  auto sources = readSources();
  if (!sources) return fail(std::move(sources));
  for (auto& source : *sources) if (source.id == toText(row[0])) facts.source = std::move(source);
  auto history = readEntries(m_state->database, "\"table\" = " + Database::literal(Value{table}) + " AND row_uid = " + Database::literal(Value{uid}));
  if (!history) return fail(std::move(history));
  facts.history = std::move(*history);
  return facts;
}

}  // namespace pianqu::layers
