#pragma once

#include <functional>

#include "layers/io/database.hpp"
#include "layers/project/journal.hpp"
#include "layers/project/project.hpp"

namespace pianqu::layers {

struct Project::State {
  Database database;
  ProjectSettings settings;
  bool isWritable = false;
  /// The last plan transaction this object has read or written; another number in the file means that somebody else wrote.
  mutable std::int64_t planTransaction = 0;
  std::vector<FeatureTable> rowsTakenBack;
};

/// Runs `work` between begin and commit; takes everything back when it fails.
geo::Result<void> inTransaction(Database& database, const std::string& at, const std::function<geo::Result<void>()>& work);

/// errors    Unwritable for a project opened for reading
geo::Result<void> requireWritable(bool isWritable, const std::string& path);

/// The value in the type of its column, as Database::insert() would store it. errors  Invalid at `where`
geo::Result<Value> typed(const Value& value, const Field& field, const geo::Where& where);

/// Writes what `entries` (op update, on tables of the city) say came after.
geo::Result<void> writeValues(Database& database, const std::vector<JournalEntry>& entries);
/// The same as rows, one table for each set of columns.
geo::Result<std::vector<FeatureTable>> rowsOf(const std::vector<JournalEntry>& entries);

/// The number of the last transaction that changed the plan; 0 for none.
geo::Result<std::int64_t> lastPlanTransaction(const Database& database);

}  // namespace pianqu::layers
