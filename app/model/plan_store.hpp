#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/model/snapshot.hpp"
#include "geo/base/problems.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/io/import.hpp"
#include "layers/plan/edit.hpp"
#include "layers/project/options.hpp"
#include "layers/project/project.hpp"

namespace pianqu::app {

/// What came of an import of several files: those before the first that failed are in the project.
struct ImportDone {
  std::int64_t rowsWritten = 0;
  int filesTaken = 0, filesKnown = 0;      ///< known: the same bytes were imported before
  geo::Problems problems;
  std::optional<geo::Error> failure;
};

/// Where the window's project lives. Used by one worker thread only.
class PlanStore {
 public:
  virtual ~PlanStore() = default;
  virtual geo::Result<SnapshotPtr> read(geo::Progress& progress) = 0;
  /// errors    those of layers::apply and of the file; nothing is changed then
  virtual geo::Result<layers::Plan> commit(const Snapshot& before, const std::vector<layers::Edit>& edits) = 0;
  /// nullopt when there is nothing to take back
  virtual geo::Result<std::optional<layers::Plan>> undo() = 0;
  virtual geo::Result<std::optional<layers::Plan>> redo() = 0;

  /// Options and frozen versions beside the working plan; errors those of layers::OptionStore.
  virtual geo::Result<std::vector<layers::NamedOption>> options() = 0;
  virtual geo::Result<void> keepOption(const std::string& name, const layers::Plan& plan) = 0;
  virtual geo::Result<void> freezeOption(const std::string& name, const layers::Plan& plan) = 0;
  virtual geo::Result<void> removeOption(const std::string& name) = 0;
  /// Values of imported rows ("uid" first), as one step of undo; returns the rows that differ.
  virtual geo::Result<std::vector<layers::FeatureTable>> editValues(const Snapshot& before, const layers::FeatureTable& rows);
  /// Values that the last undo or redo changed, as they are now.
  virtual std::vector<layers::FeatureTable> rowsTakenBack() const { return {}; }
  virtual geo::Result<layers::Project::RowFacts> readFacts(const std::string& table, const layers::Uid& uid) const;
  /// errors    Cancelled between files; what was taken by then stays
  virtual geo::Result<ImportDone> importFiles(const std::vector<layers::ImportRequest>& requests, const layers::ImportTables& tables, geo::Progress& progress);
  /// Small texts that stay with the project: layers/project/kept_values.hpp
  virtual geo::Result<std::string> readKept(const std::string& key) const;
  virtual geo::Result<void> writeKept(const std::string& key, const std::string& text);

 protected:
  std::map<std::string, std::string> m_kept;   ///< of a store without a file
};

/// A project file: every edit is saved when commit returns.
geo::Result<std::unique_ptr<PlanStore>> openProjectStore(const std::string& path);

/// A city in memory, lost when the window closes: for looking at a sample and for tests.
std::unique_ptr<PlanStore> makeMemoryStore(std::string name, geo::Crs crs, layers::City city, layers::Plan plan);

/// PIANQU_USER or the login name, and the clock (UTC) unless PIANQU_NOW says otherwise.
layers::Author currentAuthor();

}  // namespace pianqu::app
