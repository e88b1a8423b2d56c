#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/io/database.hpp"
#include "layers/project/project.hpp"

/// The append-only journal in table `change`. Heads of plan transactions carry op edit, undo or redo; rows insert, update, delete; imports import.
namespace pianqu::layers {

const char* const kOpEdit = "edit";
const char* const kOpUndo = "undo";
const char* const kOpRedo = "redo";
const char* const kOpImport = "import";

/// Where the chain ends.
struct JournalEnd {
  std::int64_t seq = 0, transaction = 0;
  std::string hash;
};
geo::Result<JournalEnd> readEnd(const Database& database);

/// SHA-256 over the previous hash and the row as JSON with sorted keys.
std::string hashOf(const JournalEntry& entry);

/// The rows of the journal's table for entries that follow `end` as one transaction, numbered and chained. Only `table uid op before after reason` need be filled.
FeatureTable chained(const JournalEnd& end, const Author& author, std::vector<JournalEntry> entries);
/// chained(), written.
geo::Result<void> append(Database& database, const JournalEnd& end, const Author& author, std::vector<JournalEntry> entries);

/// `where` is SQL, or empty for all; in order of seq.
geo::Result<std::vector<JournalEntry>> readEntries(const Database& database, const std::string& where = {});

/// errors    Invalid naming the first row whose number, chain or hash does not fit
geo::Result<void> verifyChain(const std::vector<JournalEntry>& entries, const std::string& path);

/// Which plan transactions undo and redo would take back, oldest first.
struct History {
  std::vector<std::int64_t> undoable, redoable;
};
/// in        entries with op edit, undo, redo
History historyOf(const std::vector<JournalEntry>& heads);
geo::Result<History> readHistory(const Database& database);

}  // namespace pianqu::layers
