#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/feature/table.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/plan.hpp"
#include "layers/plan/records.hpp"

namespace pianqu::layers {

/// Who does it and when; passed in, so that tests and replays are exact. `at` is ISO 8601 UTC.
struct Author {
  std::string name;
  std::string at;
};

struct ProjectSettings {
  std::string name;                                      ///< "云梅市老旧片区改造"
  geo::Crs crs = geo::Crs::localCity(114, 500000);
  std::string heightDatum = "1985国家高程基准";
};

/// One imported file, as the `source` table keeps it.
struct Source {
  std::string id;                                        ///< first 16 hex digits of sha256 + layer
  std::string path, layer, kind;                         ///< kind: target table
  std::string sha256, crsIn, encodingIn, importedAt;
  std::int64_t rowsRead = 0, rowsWritten = 0, rowsRepaired = 0, rowsRefused = 0;
};

struct JournalEntry {
  std::int64_t seq = 0, transaction = 0;
  std::string at, by, table, uid, op, before, after, reason, previousHash, hash;  ///< before/after: JSON records; op: insert update delete
};

/// A project on disk: one GeoPackage. Every change is one transaction that writes rows and journal rows; a crash at any moment
/// leaves the last finished change. One Project object per thread.
class Project {
 public:
  enum class Access { Read, Write };
  /// errors    Conflict when the file exists; Unwritable
  static geo::Result<Project> create(const std::string& path, const ProjectSettings& settings, const Author& author);
  /// Migrates an older schema when opened for writing, after a copy "<path>.v<N>.bak" is made.
  /// errors    NotFound, Unreadable (not a GeoPackage, not ours), Conflict (newer schema), Unwritable
  static geo::Result<Project> open(const std::string& path, Access access);
  ~Project();
  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;

  const std::string& path() const;
  const ProjectSettings& settings() const;

  /// Reads on two threads, the second with a connection of its own.
  geo::Result<City> readCity(geo::Progress& progress = geo::noProgress()) const;
  /// Reads some tables of the city in place of what `city` holds of them.
  geo::Result<void> readTables(const std::vector<std::string>& tables, City& city, geo::Progress& progress = geo::noProgress()) const;
  geo::Result<Plan> readPlan(geo::Progress& progress = geo::noProgress()) const;
  geo::Result<std::vector<Source>> readSources() const;

  /// Adds imported rows: one transaction, one `source` row, journal rows by table digest. `tables` carry "uid" as first field.
  geo::Result<void> addImport(std::vector<FeatureTable> tables, const Source& source, const Author& author, geo::Progress& progress = geo::noProgress());
  /// The same with changes to rows that are there (joins by code), in the same transaction, after the new rows.
  geo::Result<void> addImport(std::vector<FeatureTable> tables, const std::vector<FeatureTable>& updates, const Source& source, const Author& author,
                              geo::Progress& progress = geo::noProgress());
  /// Changes attribute values of imported rows (ledger joins, corrections): one transaction, journaled with before and after.
  geo::Result<void> updateRows(const FeatureTable& rows, const std::string& reason, const Author& author);

  /// The same as one step of undo: what a person types into a form or a table. Returns the rows that differ, as stored.
  ///
  /// cost      reads only the rows named, so that one value in a million rows is quick
  /// errors    NotFound for a row that is not there; Invalid for a column or value that does not fit; Conflict as commit
  geo::Result<std::vector<FeatureTable>> commitValues(const FeatureTable& rows, const std::string& reason, const Author& author);
  /// Where a row came from and what happened to it since, newest last.
  struct RowFacts { std::optional<Source> source; std::string sourceRow, evidence, note; std::vector<JournalEntry> history; };
  geo::Result<RowFacts> readFacts(const std::string& table, const Uid& uid) const;

  /// apply() and save: the rows that differ and their journal rows, one transaction. Returns the new plan.
  geo::Result<Plan> commit(const City& city, const Plan& before, const Edit& edit, const Author& author, const std::string& reason = {});
  /// Several edits as one transaction and one step of undo.
  geo::Result<Plan> commit(const City& city, const Plan& before, const std::vector<Edit>& edits, const Author& author, const std::string& reason = {});
  /// For many commits on one city, whose index is then made once by the caller.
  geo::Result<Plan> commit(const City& city, const CityIndex& index, const Plan& before, const std::vector<Edit>& edits, const Author& author, const std::string& reason = {});

  /// Takes back (or redoes) the last plan transaction; itself journaled. nullopt when there is nothing to undo or redo.
  geo::Result<std::optional<Plan>> undo(const Author& author);
  geo::Result<std::optional<Plan>> redo(const Author& author);
  /// Values of imported rows that the last undo or redo of this object changed, as they are now.
  const std::vector<FeatureTable>& rowsTakenBack() const;

  /// One line for each step that undo and redo would take, the next one last.
  struct Steps { std::vector<std::string> undoable, redoable; };
  geo::Result<Steps> steps() const;

  geo::Result<std::vector<JournalEntry>> readJournal() const;
  /// Hash of the last journal row, by which a state of the project is known; empty for none.
  geo::Result<std::string> journalHash() const;
  /// Recomputes the hash chain. returns the number of rows; errors Invalid naming the first row that does not fit.
  geo::Result<std::size_t> verifyJournal() const;
  /// The database's own check of every page and index. errors Unreadable
  geo::Result<void> checkIntegrity() const;

  struct State;

 private:
  explicit Project(std::unique_ptr<State> state);
  /// `values`: changes of imported rows, as their journal entries say them.
  geo::Result<void> save(const std::vector<RowChange>& changes, JournalEntry head, const Author& author, const std::vector<JournalEntry>& values = {});
  geo::Result<std::optional<Plan>> takeBack(const char* op, const Author& author);
  std::unique_ptr<State> m_state;
};

}  // namespace pianqu::layers
