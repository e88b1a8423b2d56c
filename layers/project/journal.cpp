#include "layers/project/journal.hpp"

#include <nlohmann/json.hpp>

#include "layers/io/digest.hpp"

namespace pianqu::layers {
namespace {

const Field kColumns[] = {{"seq", FieldType::Integer}, {"txn", FieldType::Integer}, {"at"}, {"by"}, {"table"}, {"row_uid"}, {"op"}, {"before_json"}, {"after_json"}, {"reason"}, {"prev_hash"}, {"hash"}};

std::vector<Value> valuesOf(const JournalEntry& e) {
  return {e.seq, e.transaction, e.at, e.by, e.table, e.uid, e.op, e.before, e.after, e.reason, e.previousHash, e.hash};
}

}  // namespace

geo::Result<JournalEnd> readEnd(const Database& database) {
  const auto rows = database.query("SELECT seq + 0 AS n, txn, hash FROM change ORDER BY seq DESC LIMIT 1");
  if (!rows) return geo::fail(rows);
  if (rows->empty()) return JournalEnd{};
  const auto& row = rows->front();
  return JournalEnd{toInteger(row[0]).value_or(0), toInteger(row[1]).value_or(0), toText(row[2])};
}

std::string hashOf(const JournalEntry& e) {
  const nlohmann::json j{{"seq", e.seq},   {"txn", e.transaction}, {"at", e.at},         {"by", e.by},       {"table", e.table},
                         {"row_uid", e.uid}, {"op", e.op},         {"before", e.before}, {"after", e.after}, {"reason", e.reason}};
  return sha256Of(e.previousHash + j.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

FeatureTable chained(const JournalEnd& end, const Author& author, std::vector<JournalEntry> entries) {
  FeatureTable table{.name = "change", .fields = {std::begin(kColumns), std::end(kColumns)}};
  table.columns.resize(table.fields.size());
  std::string previous = end.hash;
  std::int64_t seq = end.seq;
  for (auto& entry : entries) {
    entry.seq = ++seq;
    entry.transaction = end.transaction + 1;
    entry.at = author.at;
    entry.by = author.name;
    entry.previousHash = previous;
    entry.hash = previous = hashOf(entry);
    auto values = valuesOf(entry);
    for (std::size_t f = 0; f < values.size(); ++f) table.columns[f].push_back(std::move(values[f]));
  }
  return table;
}

geo::Result<void> append(Database& database, const JournalEnd& end, const Author& author, std::vector<JournalEntry> entries) {
  return database.insert(chained(end, author, std::move(entries)));
}

geo::Result<std::vector<JournalEntry>> readEntries(const Database& database, const std::string& where) {
  // As an expression: GDAL takes a bare primary key for the identifier of the row and leaves it out of the columns.
  std::string columns = "seq + 0 AS n";
  for (const auto& field : kColumns) {
    if (field.name != "seq") columns += ", " + Database::quoted(field.name);
  }
  auto rows = database.query("SELECT " + columns + " FROM change" + (where.empty() ? "" : " WHERE " + where) + " ORDER BY seq");
  if (!rows) return geo::fail(std::move(rows));
  std::vector<JournalEntry> entries;
  entries.reserve(rows->size());
  for (const auto& row : *rows) {
    entries.push_back({toInteger(row[0]).value_or(0), toInteger(row[1]).value_or(0), toText(row[2]), toText(row[3]), toText(row[4]), toText(row[5]), toText(row[6]), toText(row[7]), toText(row[8]),
                       toText(row[9]), toText(row[10]), toText(row[11])});
  }
  return entries;
}

geo::Result<void> verifyChain(const std::vector<JournalEntry>& entries, const std::string& path) {
  std::string previous;
  std::int64_t expected = 1;
  for (const auto& entry : entries) {
    const auto broken = [&](const std::string& what) {
      return geo::fail(geo::ErrorCode::Invalid, "journal row " + std::to_string(entry.seq) + " " + what, "the file was changed by another program after " + entry.at + "; compare with the last copy",
                       {.file = path, .layer = "change", .feature = std::to_string(entry.seq)});
    };
    if (entry.seq != expected) return broken("follows a gap: row " + std::to_string(expected) + " is missing");
    if (entry.previousHash != previous) return broken("is not chained to the row before it");
    if (entry.hash != hashOf(entry)) return broken("does not have the content it was written with");
    previous = entry.hash;
    ++expected;
  }
  return {};
}

History historyOf(const std::vector<JournalEntry>& heads) {
  History history;
  for (const auto& head : heads) {
    if (head.op == kOpEdit) {
      history.undoable.push_back(head.transaction);
      history.redoable.clear();
    } else if (head.op == kOpUndo && !history.undoable.empty()) {
      history.undoable.pop_back();
      history.redoable.push_back(head.transaction);
    } else if (head.op == kOpRedo && !history.redoable.empty()) {
      history.redoable.pop_back();
      history.undoable.push_back(head.transaction);
    }
  }
  return history;
}

geo::Result<History> readHistory(const Database& database) {
  const auto heads = readEntries(database, "op IN ('edit', 'undo', 'redo')");
  if (!heads) return geo::fail(heads);
  return historyOf(*heads);
}

}  // namespace pianqu::layers
