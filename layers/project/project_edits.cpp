#include <future>
#include <map>

#include <nlohmann/json.hpp>

#include "layers/feature/city_schema.hpp"
#include "layers/plan/records.hpp"
#include "layers/project/project_state.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

std::string setClause(const Database& database, const PlanTable& table, const Row& row) {
  std::string sql;
  for (std::size_t f = 0; f < table.schema.fields.size(); ++f) sql += (f ? ", " : "") + Database::quoted(table.schema.fields[f].name) + " = " + Database::literal(row.values[f]);
  if (table.hasAnyGeometry || table.schema.geometry != GeometryKind::None) sql += ", geom = " + database.literal(row.geometry);
  return sql;
}

/// Exactly the row that was there must be met: anything else means that the file is not what the caller thinks.
geo::Result<void> runOnOne(Database& database, const std::string& sql, const RowChange& change) {
  if (const auto done = database.run(sql); !done) return done;
  const auto count = database.query("SELECT changes() AS n");
  if (!count) return fail(count);
  if (!count->empty() && toInteger(count->front().front()) == 1) return {};
  return fail(ErrorCode::Conflict, "the plan in the file is not the one that was edited", "read the project again and repeat the edit", {.file = database.path(), .layer = change.table, .feature = change.uid});
}

FeatureTable emptyTable(const PlanTable& table) {
  FeatureTable rows{.name = table.schema.name, .geometry = table.schema.geometry, .fields = {{"uid"}}};
  rows.fields.insert(rows.fields.end(), table.schema.fields.begin(), table.schema.fields.end());
  rows.columns.resize(rows.fields.size());
  return rows;
}

/// Deletions and updates first, then insertions: a unit that changes district leaves before it arrives.
geo::Result<void> writeChanges(Database& database, const std::vector<RowChange>& changes) {
  std::map<std::string, FeatureTable> inserts;
  std::map<std::string, bool> touched;
  for (const auto& change : changes) {
    const PlanTable& table = *findPlanTable(change.table);
    const std::string where = " WHERE uid = " + Database::literal(Value{change.uid});
    touched[change.table] = table.hasAnyGeometry || table.schema.geometry != GeometryKind::None;
    if (!change.after) {
      if (const auto done = runOnOne(database, "DELETE FROM " + Database::quoted(change.table) + where, change); !done) return done;
    } else if (change.before) {
      if (const auto done = runOnOne(database, "UPDATE " + Database::quoted(change.table) + " SET " + setClause(database, table, *change.after) + where, change); !done) return done;
    } else {
      auto& rows = inserts.try_emplace(change.table, emptyTable(table)).first->second;
      rows.columns[0].push_back(change.uid);
      for (std::size_t f = 0; f < change.after->values.size(); ++f) rows.columns[f + 1].push_back(change.after->values[f]);
      rows.geometries.push_back(change.after->geometry);
    }
  }
  for (const auto& table : planTables()) {
    const auto rows = inserts.find(table.schema.name);
    if (rows == inserts.end()) continue;
    if (const auto done = database.insert(rows->second); !done) return done;
  }
  for (const auto& [table, hasGeometry] : touched) {
    if (const auto done = database.refreshContents(table, hasGeometry); !done) return done;
  }
  return {};
}

const char* opOf(const RowChange& change) { return !change.before ? "insert" : !change.after ? "delete" : "update"; }

std::vector<JournalEntry> entriesOf(const std::vector<RowChange>& changes, JournalEntry head) {
  std::vector<JournalEntry> entries{std::move(head)};
  for (const auto& change : changes) {
    const PlanTable& table = *findPlanTable(change.table);
    entries.push_back({.table = change.table, .uid = change.uid, .op = opOf(change), .before = toJson(table, change.before), .after = toJson(table, change.after)});
  }
  return entries;
}

/// What takes a transaction back: rows of the plan, and values of imported rows.
struct Inverse {
  std::vector<RowChange> changes;
  std::vector<JournalEntry> values;
};

/// Last change first, before and after swapped.
geo::Result<Inverse> inverseOf(const Database& database, std::int64_t transaction) {
  const auto entries = readEntries(database, "txn = " + std::to_string(transaction) + " AND op IN ('insert', 'update', 'delete')");
  if (!entries) return fail(entries);
  Inverse inverse;
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    if (findCityTable(entry->table)) {
      inverse.values.push_back({.table = entry->table, .uid = entry->uid, .op = "update", .before = entry->after, .after = entry->before});
      continue;
    }
    const PlanTable* table = findPlanTable(entry->table);
    if (!table) return fail(ErrorCode::Invalid, "journal row " + std::to_string(entry->seq) + " is on a table that is no part of a plan", "run pianqu check", {.file = database.path(), .layer = entry->table});
    auto before = rowFromJson(*table, entry->after);
    auto after = rowFromJson(*table, entry->before);
    if (!before || !after) return fail(!before ? before : after);
    inverse.changes.push_back({entry->table, entry->uid, std::move(*before), std::move(*after)});
  }
  return inverse;
}

std::string jsonText(const std::string& key, const std::string& value) {
  return nlohmann::json{{key, value}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

geo::Result<Plan> Project::commit(const City& city, const Plan& before, const Edit& edit, const Author& author, const std::string& reason) {
  return commit(city, before, std::vector<Edit>{edit}, author, reason);
}

geo::Result<Plan> Project::commit(const City& city, const Plan& before, const std::vector<Edit>& edits, const Author& author, const std::string& reason) {
  return commit(city, CityIndex(city), before, edits, author, reason);
}

geo::Result<Plan> Project::commit(const City& city, const CityIndex& index, const Plan& before, const std::vector<Edit>& edits, const Author& author, const std::string& reason) {
  auto applied = apply(city, index, before, edits);
  if (!applied) return applied;
  Plan& plan = *applied;
  std::string summary;
  for (const auto& edit : edits) summary += (summary.empty() ? "" : "; ") + summaryOf(edit);
  const auto written = save(changesBetween(before, plan), {.table = "plan", .op = kOpEdit, .after = jsonText("summary", summary), .reason = reason}, author);
  if (!written) return fail(written);
  return applied;
}

geo::Result<void> Project::save(const std::vector<RowChange>& changes, JournalEntry head, const Author& author, const std::vector<JournalEntry>& values) {
  State& state = *m_state;
  if (const auto writable = requireWritable(state.isWritable, path()); !writable) return writable;
  // An edit that changes nothing is no step of undo.
  if (changes.empty() && values.empty()) return {};
  std::int64_t transaction = 0;
  const auto done = inTransaction(state.database, author.at, [&]() -> geo::Result<void> {
    const auto last = lastPlanTransaction(state.database);
    if (!last) return fail(last);
    if (*last != state.planTransaction) {
      return fail(ErrorCode::Conflict, "the plan was changed by another program meanwhile", "read the project again and repeat the edit", {.file = path()});
    }
    const auto end = readEnd(state.database);
    if (!end) return fail(end);
    transaction = end->transaction + 1;
    // The journal's texts and hashes take as long as the rows themselves: they are made meanwhile.
    auto journal = std::async(std::launch::async, [&] {
      auto entries = entriesOf(changes, std::move(head));
      entries.insert(entries.end(), values.begin(), values.end());
      return chained(*end, author, std::move(entries));
    });
    if (const auto written = writeChanges(state.database, changes); !written) return written;
    if (const auto written = writeValues(state.database, values); !written) return written;
    return state.database.insert(journal.get());
  });
  if (done) state.planTransaction = transaction;
  return done;
}

geo::Result<std::optional<Plan>> Project::takeBack(const char* op, const Author& author) {
  if (const auto writable = requireWritable(m_state->isWritable, path()); !writable) return fail(writable);
  const auto history = readHistory(m_state->database);
  if (!history) return fail(history);
  const auto& transactions = std::string_view(op) == kOpUndo ? history->undoable : history->redoable;
  if (transactions.empty()) return std::nullopt;
  const auto inverse = inverseOf(m_state->database, transactions.back());
  if (!inverse) return fail(inverse);
  auto rows = rowsOf(inverse->values);
  if (!rows) return fail(std::move(rows));
  const auto written = save(inverse->changes, {.table = "plan", .uid = std::to_string(transactions.back()), .op = op}, author, inverse->values);
  if (!written) return fail(written);
  m_state->rowsTakenBack = std::move(*rows);
  auto plan = readPlan();
  if (!plan) return fail(std::move(plan));
  return std::optional<Plan>(std::move(*plan));
}

geo::Result<std::optional<Plan>> Project::undo(const Author& author) { return takeBack(kOpUndo, author); }
geo::Result<std::optional<Plan>> Project::redo(const Author& author) { return takeBack(kOpRedo, author); }

const std::vector<FeatureTable>& Project::rowsTakenBack() const { return m_state->rowsTakenBack; }

geo::Result<Project::Steps> Project::steps() const {
  const auto history = readHistory(m_state->database);
  if (!history) return fail(history);
  const auto heads = readEntries(m_state->database, "op IN ('edit', 'undo', 'redo')");
  if (!heads) return fail(heads);
  std::map<std::int64_t, const JournalEntry*> byTransaction;
  for (const auto& head : *heads) byTransaction[head.transaction] = &head;
  // Undoing and redoing again names what was done at first.
  const auto summary = [&](std::int64_t transaction) {
    const JournalEntry* head = byTransaction.at(transaction);
    while (head->op != kOpEdit) head = byTransaction.at(toInteger(Value{head->uid}).value_or(0));
    const auto json = nlohmann::json::parse(head->after, nullptr, false);
    return json.is_object() ? json.value("summary", std::string{}) : std::string{};
  };
  Steps steps;
  for (const auto each : history->undoable) steps.undoable.push_back(summary(each));
  for (const auto each : history->redoable) steps.redoable.push_back(summary(each));
  return steps;
}

}  // namespace pianqu::layers
